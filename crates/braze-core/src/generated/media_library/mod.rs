// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Media library: images and other files.

mod create;
mod replace_file;

pub use create::{Create, CreateBody, CreateError, CreateRequest};
pub use replace_file::{ReplaceFile, ReplaceFileBody, ReplaceFileRequest};
