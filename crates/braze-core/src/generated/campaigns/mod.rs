// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Campaigns: their settings, and how many messages they sent with what success.

#[cfg(feature = "series")]
mod data_series;
#[cfg(feature = "export")]
mod details;
#[cfg(feature = "export")]
mod list;
#[cfg(feature = "export")]
mod url_info;

#[cfg(feature = "series")]
pub use data_series::{DataSeries, DataSeriesRequest};
#[cfg(feature = "export")]
pub use details::{Details, DetailsRequest};
#[cfg(feature = "export")]
pub use list::{Campaign, List, ListRequest};
#[cfg(feature = "export")]
pub use url_info::{UrlInfo, UrlInfoRequest};
