//! Arguments of a command line: their declaration, and their values as plain structs.
//!
//! No other module reads the matches of the argument parser.

pub(crate) mod all;
pub(crate) mod api;
pub(crate) mod body;
pub(crate) mod chart;
mod clock;
mod connection;
pub(crate) mod database;
pub(crate) mod dialect;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod find;
pub(crate) mod format;
pub(crate) mod get;
pub(crate) mod import;
pub(crate) mod import_scope;
pub(crate) mod init;
mod instances;
pub(crate) mod invocation;
pub(crate) mod list;
pub(crate) mod metric;
mod output;
mod overview;
pub(crate) mod pages;
pub(crate) mod parameter;
pub(crate) mod range;
pub(crate) mod reference;
pub(crate) mod resume;
pub(crate) mod sandbox;
pub(crate) mod selection;
pub(crate) mod sending;
pub(crate) mod series;
pub(crate) mod sync;
pub(crate) mod tree;
mod usage;
pub(crate) mod users;
mod verb;
mod verbosity;
mod words;
