// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Content Blocks: pieces of content that messages share.

mod create;
mod info;
mod list;
mod update;

pub use create::{Create, CreateBody, CreateRequest};
pub use info::{Inclusion, Info, InfoContentType, InfoRequest};
pub use list::{ContentBlock, ContentBlockContentType, List, ListRequest};
pub use update::{Update, UpdateBody, UpdateRequest};
