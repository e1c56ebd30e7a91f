//! The generator: specs in, code and diagnostics out.

mod broken;
mod check;
mod shop;
mod words;
