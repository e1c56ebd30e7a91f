//! [`ExportError`]: why an export ended early.

use std::fmt;

use super::coverage::Coverage;
use super::cursor::{Cursor, CursorError};
use super::windows::Window;
use crate::error::Error;

/// Why an export ended before its range did, or why its result is not accepted. Rows that were delivered
/// before it stay good.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// The export cannot begin: the requests break a limit. Nothing was sent.
    Invalid(Error),
    /// The cursor is of another export. Nothing was sent.
    Cursor(CursorError),
    /// A request failed, after all its attempts.
    Call {
        /// Which of the export's requests, from 0.
        series: usize,
        /// The window that is not there.
        window: Window,
        /// Where to go on.
        cursor: Box<Cursor>,
        /// Why.
        source: Box<Error>,
    },
    /// The export is strict, and something is wrong with the numbers.
    Findings(Box<Coverage>),
}

impl ExportError {
    /// Where to go on, if the export ended before its range did.
    #[must_use]
    pub fn cursor(&self) -> Option<&Cursor> {
        match self {
            Self::Call { cursor, .. } => Some(cursor),
            _ => None,
        }
    }

    /// The error of the call, if a call failed.
    #[must_use]
    pub fn call(&self) -> Option<&Error> {
        match self {
            Self::Call { source, .. } => Some(source),
            Self::Invalid(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => error.fmt(f),
            Self::Cursor(error) => error.fmt(f),
            Self::Call { window, cursor, .. } => write!(
                f,
                "the {} could not be read; everything before {} was delivered",
                window.range(),
                cursor.next()
            ),
            Self::Findings(coverage) => write!(f, "the result has findings: {coverage}"),
        }
    }
}

impl std::error::Error for ExportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Call { source, .. } => Some(source),
            _ => None,
        }
    }
}
