// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Sends of API campaigns: how many messages were sent with what success.

mod data_series;

pub use data_series::{DataSeries, DataSeriesRequest};
