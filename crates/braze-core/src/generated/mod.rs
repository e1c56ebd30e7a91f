// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The spec as types.

mod components;
pub mod events;
mod instance;
pub mod kpi;
#[cfg(feature = "operation")]
pub(crate) mod operations;
mod pools;
pub mod purchases;
pub mod segments;
pub mod sessions;

pub use components::*;
pub use instance::Instance;
