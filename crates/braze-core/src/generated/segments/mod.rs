// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Segments: how many users are in them.

#[cfg(feature = "export")]
mod cancel_export;
#[cfg(feature = "series")]
mod data_series;
#[cfg(feature = "export")]
mod details;
#[cfg(feature = "export")]
mod list;

#[cfg(feature = "export")]
pub use cancel_export::{CancelExport, CancelExportBody, CancelExportRequest};
#[cfg(feature = "series")]
pub use data_series::{DataSeries, DataSeriesPoint, DataSeriesRequest};
#[cfg(feature = "export")]
pub use details::{Details, DetailsRequest};
#[cfg(feature = "export")]
pub use list::{List, ListRequest, Segment};
