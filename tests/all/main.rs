//! The tests of the workspace, in one binary.
#![expect(clippy::unwrap_used, reason = "an unwrap that fails is a test that fails")]

mod catalogs;
mod chart;
mod cli;
mod clock;
mod conformance;
mod core;
mod docs_check;
mod export;
mod flat;
mod generator;
mod import;
mod live;
mod paging;
mod records;
mod reference;
mod sandbox;
mod secrecy;
mod series;
mod store;
mod structure;
