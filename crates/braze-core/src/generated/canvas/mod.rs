// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Canvases: their settings, and how many users entered them with what success.

mod data_summary;
mod details;
mod list;
mod url_info;

pub use data_summary::{DataSummary, DataSummaryData, DataSummaryRequest};
pub use details::{Details, DetailsRequest, Variant};
pub use list::{Canvas, List, ListRequest};
pub use url_info::{UrlInfo, UrlInfoRequest};
