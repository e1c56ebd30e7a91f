//! The state of an import: what was sent, and what became of it.

mod check;
mod destination;
mod digest;
mod file;
mod recall;
mod recorder;
mod status;

pub use check::{InputCheck, InputSummary};
pub use destination::ImportDestination;
pub use file::ImportState;
