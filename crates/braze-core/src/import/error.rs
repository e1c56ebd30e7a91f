//! [`ImportError`]: the reason why an import ended early.

use std::fmt;

use super::recorder::RecorderError;
use crate::error::Error;

/// The reason why an import ended early.
///
/// Every record that was taken from the input came back before it, those that were not sent included.
#[derive(Debug)]
pub struct ImportError {
    pub(super) reason: Reason,
    pub(super) resume_at: u64,
}

/// The failure that ends an import.
#[derive(Debug)]
pub(super) enum Reason {
    Call(Box<Error>),
    Recorder(RecorderError),
}

impl ImportError {
    /// The error of the call; `None` if the [recorder](super::ImportRecorder) failed.
    #[must_use]
    pub fn call(&self) -> Option<&Error> {
        match &self.reason {
            Reason::Call(error) => Some(error),
            Reason::Recorder(_) => None,
        }
    }

    /// The error of the [recorder](super::ImportRecorder); `None` if a call failed.
    #[must_use]
    pub fn recorder(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        match &self.reason {
            Reason::Call(_) => None,
            Reason::Recorder(error) => Some(&**error),
        }
    }

    /// The position in the input, from 0, at which the import can resume: no later record was sent.
    ///
    /// An earlier one was not sent only if it came back as [`NotSent`](super::RecordStatus::NotSent).
    #[must_use]
    pub fn resume_at(&self) -> u64 {
        self.resume_at
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the import ended early: no record after the first {} was sent", self.resume_at)
    }
}

impl std::error::Error for ImportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(match &self.reason {
            Reason::Call(error) => error,
            Reason::Recorder(error) => &**error,
        })
    }
}
