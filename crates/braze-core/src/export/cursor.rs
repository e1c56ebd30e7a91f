//! [`Cursor`]: where an export that ended early goes on.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::bucket::{Bucket, Index, Start};
use crate::generated::Unit;
use crate::wire::Choice;

/// The first bucket that was not delivered. Plain and serialisable: keep it in a file, and give it to
/// [`Export::resume`](super::Export::resume).
///
/// ```
/// use braze_core::export::Cursor;
///
/// let text = r#"{"version":1,"endpoint":"sessions.data_series","unit":"day","selection":0,"next":"2024-05-01"}"#;
/// let cursor: Cursor = serde_json::from_str(text)?;
/// assert_eq!(serde_json::to_string(&cursor)?, text);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cursor {
    version: u32,
    endpoint: String,
    unit: String,
    #[serde(alias = "series")]
    selection: usize,
    next: String,
    /// Rows were delivered of this series.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    after_rows: bool,
}

const VERSION: u32 = 1;

impl Cursor {
    /// Goes on at the bucket that begins at `next`, in one of an export's requests, counted from 0.
    /// `after_rows`: rows of that request were delivered before.
    ///
    /// An export that ends early gives its own cursor. This one is for who keeps count of what was taken
    /// from it: rows that were given and not yet written, say, are to be read again.
    #[must_use]
    pub fn at(endpoint: &str, selection: usize, next: Start, after_rows: bool) -> Self {
        Self::new(endpoint, selection, ResumePoint { next, after_rows })
    }

    pub(crate) fn new(endpoint: &str, selection: usize, settled: ResumePoint) -> Self {
        let ResumePoint { next, after_rows } = settled;
        Self {
            version: VERSION,
            endpoint: endpoint.to_owned(),
            unit: next.unit().as_str().to_owned(),
            selection,
            next: next.to_string(),
            after_rows,
        }
    }

    /// The selection that it stands in, counted from 0.
    #[must_use]
    pub fn selection(&self) -> usize {
        self.selection
    }

    /// The start of the first bucket that was not delivered.
    #[must_use]
    pub fn next(&self) -> &str {
        &self.next
    }

    pub(crate) fn after_rows(&self) -> bool {
        self.after_rows
    }

    /// The bucket, if the cursor belongs to such an export.
    pub(crate) fn bucket(
        &self,
        endpoint: &str,
        unit: Unit,
        selections: usize,
    ) -> Result<Index, CursorError> {
        let fail = |problem: String| Err(CursorError { problem });
        if self.version != VERSION {
            return fail(format!("it is of version {}, not {VERSION}", self.version));
        }
        if self.endpoint != endpoint {
            return fail(format!("it is of `{}`, not of `{endpoint}`", self.endpoint));
        }
        if self.unit != unit.as_str() {
            return fail(format!("it counts in units of `{}`, not `{unit}`", self.unit));
        }
        if self.selection >= selections {
            return fail(format!("it stands in selection {} of {selections}", self.selection + 1));
        }
        match Bucket::parse(unit, &self.next) {
            Ok(bucket) => Ok(bucket.start().index()),
            Err(error) => fail(error.to_string()),
        }
    }
}

/// A cursor that does not belong to the export it was given to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CursorError {
    problem: String,
}

impl fmt::Display for CursorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the cursor does not fit this export: {}", self.problem)
    }
}

impl std::error::Error for CursorError {}

/// The end of the settled part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResumePoint {
    /// The first bucket that is not.
    pub(crate) next: Start,
    /// True if any row was settled.
    pub(crate) after_rows: bool,
}
