// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Purchases: their number and the revenue from them.

#[cfg(feature = "export")]
mod product_list;
#[cfg(feature = "series")]
mod quantity_series;
#[cfg(feature = "series")]
mod revenue_series;

#[cfg(feature = "export")]
pub use product_list::{ProductList, ProductListRequest};
#[cfg(feature = "series")]
pub use quantity_series::{QuantitySeries, QuantitySeriesPoint, QuantitySeriesRequest};
#[cfg(feature = "series")]
pub use revenue_series::{RevenueSeries, RevenueSeriesPoint, RevenueSeriesRequest};
