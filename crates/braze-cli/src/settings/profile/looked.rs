//! [`Looked`]: a place that was searched for `braze.toml`.

use std::fmt;
use std::path::PathBuf;

/// A place that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Looked {
    pub(crate) path: PathBuf,
    pub(crate) state: State,
}

/// The result of a search at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    Read,
    NotThere,
    /// It cannot be read, for this reason.
    Unreadable(String),
}

impl fmt::Display for Looked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.state {
            State::Read => write!(f, "read: {path}"),
            State::NotThere => write!(f, "not found: {path}"),
            State::Unreadable(error) => write!(f, "{path} cannot be read: {error}"),
        }
    }
}
