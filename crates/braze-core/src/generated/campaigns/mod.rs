// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Campaigns: their settings, and how many messages they sent with what success.

mod details;
mod list;
mod url_info;

pub use details::{Details, DetailsRequest};
pub use list::{Campaign, List, ListRequest};
pub use url_info::{UrlInfo, UrlInfoRequest};
