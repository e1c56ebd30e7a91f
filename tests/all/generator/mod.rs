//! The generator: specs in, code and diagnostics out.

mod broken;
mod cargo;
mod check;
mod chores;
mod descriptions;
mod determinism;
mod fixups;
mod foreign;
mod many;
mod nested;
mod odd;
mod older;
mod others;
mod paging;
mod random;
mod schema;
pub(crate) mod shop;
mod tenth;
mod words;
