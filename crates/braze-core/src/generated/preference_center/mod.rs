// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Preference centers: pages on which users choose what they receive.

mod create;
mod get;
mod get_url;
mod list;
mod update;

pub use create::{Create, CreateBody, CreateRequest};
pub use get::{Get, GetRequest, GetState};
pub use get_url::{GetUrl, GetUrlRequest};
pub use list::{List, ListRequest, PreferenceCenter};
pub use update::{Update, UpdateBody, UpdateRequest};
