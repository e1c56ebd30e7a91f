// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Custom attributes: which ones a workspace has.

mod list;

pub use list::{CustomAttribute, List, ListRequest};
