//! [`Lines`]: an operation in the report.

use std::fmt;

use super::shape::{Difference, Differences};

/// An operation with its status and its differences.
pub(super) struct Lines<'a> {
    pub(super) id: &'a str,
    pub(super) status: Option<&'a str>,
    /// None if the operation failed.
    pub(super) findings: Option<&'a Differences>,
}

impl fmt::Display for Lines<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.id, self.status.unwrap_or("no reply"))?;
        match self.findings {
            None => writeln!(f, ", failed"),
            Some(findings) if findings.is_empty() => writeln!(f, ", as described"),
            Some(findings) => {
                writeln!(f, ", different")?;
                for ((path, difference), times) in findings {
                    let path = if path.is_empty() { "(the reply)" } else { path };
                    match times {
                        1 => writeln!(f, "    {path}: {difference}, once")?,
                        _ => writeln!(f, "    {path}: {difference}, {times} times")?,
                    }
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(found) => write!(f, "not in the spec, {found}"),
            Self::Missing => f.write_str("missing"),
            Self::Type { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::Word => f.write_str("a word that the spec does not list"),
        }
    }
}
