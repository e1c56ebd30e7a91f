//! [`Failure`]: an error in words.

/// An error in words.
pub(crate) type Failure = Box<dyn std::error::Error>;
