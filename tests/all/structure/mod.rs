//! The structure of the sources and their words: circles of imports, the layers of the command, the clients' methods,
//! names, comments, cargo features, and the guide to the files.

mod circles;
mod clients;
mod features;
mod guide;
mod inventory;
mod language;
mod layers;

/// The crates of the workspace.
const CRATES: [&str; 11] = [
    "crates/braze-async",
    "crates/braze-blocking",
    "crates/braze-chart",
    "crates/braze-cli",
    "crates/braze-core",
    "crates/braze-records",
    "crates/braze-sandbox",
    "crates/braze-series",
    "crates/braze-store",
    "tests/bench",
    "xtask",
];
