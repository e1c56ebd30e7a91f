// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Purchases: their number and the revenue from them.

mod quantity_series;
mod revenue_series;

pub use quantity_series::{QuantitySeries, QuantitySeriesPoint, QuantitySeriesRequest};
pub use revenue_series::{RevenueSeries, RevenueSeriesPoint, RevenueSeriesRequest};
