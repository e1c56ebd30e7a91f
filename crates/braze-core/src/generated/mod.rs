// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The spec as types.

mod components;
#[cfg(feature = "series")]
pub mod events;
mod instance;
#[cfg(feature = "series")]
pub mod kpi;
#[cfg(feature = "operation")]
pub(crate) mod operations;
mod pools;
#[cfg(feature = "series")]
pub mod purchases;
#[cfg(feature = "series")]
pub mod segments;
#[cfg(feature = "series")]
pub mod sessions;

pub use components::*;
pub use instance::Instance;
