//! The tests of the workspace, in one binary.

mod backfill;
mod cli;
mod conformance;
mod core;
mod flat;
mod generator;
mod sandbox;
