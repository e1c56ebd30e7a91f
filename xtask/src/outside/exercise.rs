//! [`Exercised`]: the operations that a program exercised.

use std::collections::BTreeSet;
use std::fmt;

use super::program::Problem;
use crate::spec::yaml::Node;

/// The methods of operations.
const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The operations of a spec, and those that a program exercised.
pub(super) struct Exercised {
    described: BTreeSet<String>,
    exercised: BTreeSet<String>,
}

/// Returns the operations of a bundled spec, each as `GET /sessions/data_series`. One that answers only without a body
/// has no example of a success, and is left out.
pub(super) fn operations(spec: &Node) -> BTreeSet<String> {
    let paths = spec.get("paths").map(Node::entries).unwrap_or_default();
    let operations = paths.iter().flat_map(|(path, item)| {
        let methods =
            METHODS.into_iter().filter(|method| item.get(method).is_some_and(has_success));
        methods.map(|method| format!("{} {}", method.to_ascii_uppercase(), path.text))
    });
    operations.collect()
}

/// Tells whether a success of an operation has a body.
fn has_success(operation: &Node) -> bool {
    let responses = operation.get("responses").map(Node::entries).unwrap_or_default();
    responses.iter().any(|(status, it)| status.text.starts_with('2') && it.get("content").is_some())
}

impl Exercised {
    pub(super) fn new(described: BTreeSet<String>, exercised: BTreeSet<String>) -> Self {
        Self { described, exercised }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.exercised.is_empty()
    }

    /// Returns `self` if no operation is missing.
    ///
    /// # Errors
    ///
    /// The missing operations.
    pub(super) fn all(self) -> Result<Self, Problem> {
        let missing: Vec<_> = self.described.difference(&self.exercised).cloned().collect();
        if missing.is_empty() {
            return Ok(self);
        }
        Err(Problem::new(format!("it did not exercise {}", missing.join(", "))))
    }
}

impl fmt::Display for Exercised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "    {} of {} operations", self.exercised.len(), self.described.len())?;
        for operation in &self.exercised {
            write!(f, "\n      {operation}")?;
        }
        Ok(())
    }
}
