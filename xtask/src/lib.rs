//! The code generator and the maintenance commands of the workspace.
//!
//! A [`spec`] is read, checked and lowered; `emit` turns it into tokens, and those into files. An [`overlay`]
//! translates the texts of a spec into another language beforehand. Each language has its pages of the
//! [`mod@reference`].

pub mod circles;
pub mod cli;
pub mod codegen;
pub mod docs_check;
mod emit;
pub mod error;
mod failure;
mod foreign;
mod foreign_check;
pub mod here;
pub mod import;
pub mod inventory;
pub mod live;
pub mod new_endpoint;
mod output;
mod outside;
mod overlay;
pub mod reference;
pub mod spec;
mod tables;
pub mod tree;

pub use emit::{Home, PrintError};
pub use spec::json_schema;
