//! `cargo xtask live`: compares the replies of a real workspace with the spec.
//!
//! Calls go through `braze api`, which has the key from its environment. Nothing of a reply is printed but the
//! paths and types of fields.

mod command;
mod comparison;
mod operation;
mod program;
mod report;
mod shape;
mod values;

pub(crate) use command::Command;
pub use comparison::{Tally, compare};
pub use program::Program;
