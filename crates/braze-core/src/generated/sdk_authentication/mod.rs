// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! SDK authentication: the public keys of apps.

mod create;
mod delete;
mod list_keys;
mod set_primary;

pub use create::{Create, CreateBody, CreateRequest};
pub use delete::{DeleteBody, DeleteRequest};
pub use list_keys::ListKeysRequest;
pub use set_primary::{SetPrimaryBody, SetPrimaryRequest};
