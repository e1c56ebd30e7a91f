// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Segments: how many users are in them.

mod data_series;

pub use data_series::{DataSeries, DataSeriesPoint, DataSeriesRequest};
