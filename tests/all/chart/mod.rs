//! Charts of `braze-chart`, without the command.

mod clients;
mod pictures;
