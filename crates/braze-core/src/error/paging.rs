//! [`PagingError`]: a list whose next page cannot be asked for.

use std::fmt;

/// A list whose next page cannot be asked for. The pages before it are complete.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PagingError {
    operation: &'static str,
    kind: PagingErrorKind,
}

/// The reason why the next page of a list cannot be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PagingErrorKind {
    /// The next cursor was followed before: the pages would repeat without end.
    RepeatedCursor,
    /// A `Link` header cannot be read, or its link to the next page holds no cursor.
    UnreadableLink,
    /// A page has no items, although the reply says that more follow.
    NoItems,
}

impl PagingError {
    pub(crate) fn new(operation: &'static str, kind: PagingErrorKind) -> Self {
        Self { operation, kind }
    }

    /// The name of the operation, such as `events.get`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The reason.
    #[must_use]
    pub fn kind(&self) -> PagingErrorKind {
        self.kind
    }
}

impl fmt::Display for PagingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.kind {
            PagingErrorKind::RepeatedCursor => "its cursor was followed before",
            PagingErrorKind::UnreadableLink => {
                "the `Link` header of the reply holds no readable cursor"
            }
            PagingErrorKind::NoItems => "the reply says that more items follow, but has none",
        };
        let operation = self.operation;
        write!(
            f,
            "the next page of `{operation}` cannot be read: {problem}; the pages before it are complete"
        )
    }
}

impl std::error::Error for PagingError {}
