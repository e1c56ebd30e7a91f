// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The spec as types.

#[cfg(any(feature = "export", feature = "series"))]
pub mod campaigns;
#[cfg(any(feature = "export", feature = "series"))]
pub mod canvas;
mod components;
#[cfg(feature = "export")]
pub mod custom_attributes;
#[cfg(any(feature = "export", feature = "series"))]
pub mod events;
#[cfg(feature = "export")]
mod export_components;
#[cfg(any(feature = "export", feature = "users"))]
mod export_users_components;
mod instance;
#[cfg(feature = "series")]
pub mod kpi;
#[cfg(feature = "operation")]
pub(crate) mod operations;
mod pools;
#[cfg(any(feature = "export", feature = "series"))]
pub mod purchases;
#[cfg(any(feature = "export", feature = "series"))]
pub mod segments;
#[cfg(feature = "series")]
pub mod sends;
#[cfg(feature = "series")]
pub mod sessions;
#[cfg(any(feature = "export", feature = "users"))]
pub mod users;
#[cfg(feature = "users")]
mod users_components;

pub use components::*;
#[cfg(feature = "export")]
pub use export_components::*;
#[cfg(any(feature = "export", feature = "users"))]
pub use export_users_components::*;
pub use instance::Instance;
#[cfg(feature = "users")]
pub use users_components::*;
