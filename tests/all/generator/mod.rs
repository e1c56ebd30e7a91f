//! The generator: specs in, code and diagnostics out.

mod broken;
mod check;
mod determinism;
mod fixups;
mod odd;
mod schema;
mod shop;
mod words;
