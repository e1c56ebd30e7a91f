//! [`Decision`]: a question that the document leaves open.

use std::fmt;

use crate::docs_check::one_line;

/// A question that a person must decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The key or field concerned.
    pub about: String,
    /// The question, and what the draft contains until it is decided.
    pub what: String,
    /// The line of the document, counted from 1.
    pub line: Option<usize>,
}

impl fmt::Display for Decision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", one_line(&self.about), one_line(&self.what))?;
        match self.line {
            Some(line) => write!(f, " (line {line})"),
            None => Ok(()),
        }
    }
}
