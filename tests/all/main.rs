//! The tests of the workspace, in one binary.

mod cli;
mod conformance;
mod core;
mod generator;
mod sandbox;
