//! Arguments of a command line: their declaration and their values.

pub(crate) mod body;
pub(crate) mod parameter;
pub(crate) mod range;
