//! The generator: specs in, code and diagnostics out.
