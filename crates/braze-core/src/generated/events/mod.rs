// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Custom events: how often something happened that an app reports.

#[cfg(feature = "series")]
mod data_series;
#[cfg(feature = "export")]
mod definitions;
#[cfg(feature = "export")]
mod list;

#[cfg(feature = "series")]
pub use data_series::{DataSeries, DataSeriesPoint, DataSeriesRequest};
#[cfg(feature = "export")]
pub use definitions::{Definition, Definitions, DefinitionsRequest};
#[cfg(feature = "export")]
pub use list::{List, ListRequest};
