//! Arguments of a command line: their declaration, and their values as plain structs.
//!
//! No other module reads the matches of the argument parser.

pub(crate) mod body;
pub(crate) mod clock;
pub(crate) mod connection;
pub(crate) mod database;
pub(crate) mod doctor;
pub(crate) mod export;
pub(crate) mod format;
pub(crate) mod get;
pub(crate) mod instances;
pub(crate) mod output;
pub(crate) mod pages;
pub(crate) mod parameter;
pub(crate) mod range;
pub(crate) mod reference;
pub(crate) mod resume;
pub(crate) mod sandbox;
pub(crate) mod selection;
pub(crate) mod series;
pub(crate) mod usage;
pub(crate) mod verbosity;
