//! Ways to measure: instructions, processes, dependency trees, builds.

pub(crate) mod build;
pub(crate) mod callgrind;
pub(crate) mod process;
