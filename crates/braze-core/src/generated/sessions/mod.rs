// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Sessions: how often apps were opened.

mod data_series;

pub use data_series::{DataSeries, DataSeriesPoint, DataSeriesRequest};
