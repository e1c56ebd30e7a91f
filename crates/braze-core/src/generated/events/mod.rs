// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Custom events: how often something happened that an app reports.

mod data_series;

pub use data_series::{DataSeries, DataSeriesPoint, DataSeriesRequest};
