//! Words for people, streams, progress, files of output and exit codes.

pub(crate) mod coverage;
pub(crate) mod curl;
pub(crate) mod diagnose_call;
mod diagnose_export;
mod diagnose_range;
mod diagnose_settings;
mod diagnose_store;
pub(crate) mod escape;
pub(crate) mod exit;
pub(crate) mod failure;
pub(crate) mod findings;
mod hidden_input;
pub(crate) mod interrupt;
pub(crate) mod io;
pub(crate) mod meter;
pub(crate) mod nearest;
pub(crate) mod notes;
pub(crate) mod sink;
pub(crate) mod text;
pub(crate) mod traffic;
pub(crate) mod verbosity;
