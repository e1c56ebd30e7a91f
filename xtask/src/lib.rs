//! The generator and the chores of the workspace.
//!
//! A spec goes through five stages: [`source`] texts are read into `yaml` trees, those into the
//! `model` of the OpenAPI subset, that is lowered to the `ir`, which `emit` turns into tokens and
//! `print` into files. Every stage notes what is wrong as a [`diagnostic`] and goes on.
//!
//! An [`overlay`] puts the texts of a spec into another language before it goes that way; from the
//! `ir` of each language come the pages of the [`mod@reference`].

mod bundle;
pub mod circles;
pub mod cli;
pub mod codegen;
pub mod diagnostic;
pub mod docs_check;

mod emit;
mod explicit;
mod fixups;
mod foreign;
mod foreign_check;
pub mod here;
pub mod import;
mod ir;
mod load;
mod lower;
mod model;
mod names;
pub mod new_endpoint;
mod output;
mod outside;
pub mod overlay;
mod print;
pub mod reference;
pub mod source;
mod suggest;
pub mod synth;
mod tables;
pub mod tree;
mod yaml;

pub use emit::Home;
pub use model::json_schema;
pub use print::PrintError;
