//! [`VariableError`]: an environment variable that is missing or cannot be used.

use std::fmt;

/// An environment variable that is missing or cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableError {
    variable: &'static str,
    pub(crate) problem: String,
}

impl VariableError {
    pub(crate) fn new(variable: &'static str, problem: impl Into<String>) -> Self {
        Self { variable, problem: problem.into() }
    }

    /// Returns the name of the variable.
    #[must_use]
    pub fn variable(&self) -> &'static str {
        self.variable
    }
}

impl fmt::Display for VariableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.variable, self.problem)
    }
}

impl std::error::Error for VariableError {}
