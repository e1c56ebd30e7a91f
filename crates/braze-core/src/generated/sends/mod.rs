// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Sends of API campaigns: how many messages were sent with what success.

#[cfg(feature = "series")]
mod data_series;
#[cfg(feature = "messaging")]
mod id_create;

#[cfg(feature = "series")]
pub use data_series::{DataSeries, DataSeriesRequest};
#[cfg(feature = "messaging")]
pub use id_create::{IdCreate, IdCreateBody, IdCreateRequest};
