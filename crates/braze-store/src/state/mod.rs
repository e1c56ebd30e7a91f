//! The state of an import: what was sent, and what became of it.

mod check;
mod digest;
mod file;
mod recall;
mod recorder;
mod status;
mod target;

pub use check::{InputCheck, InputSummary};
pub use file::ImportState;
pub use target::ImportTarget;
