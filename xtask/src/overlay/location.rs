//! [`Location`]: the path from the root of a document to a value.

use std::fmt;

use serde_json_path::{NormalizedPath, PathElement};

use crate::spec::yaml::{Kind, Node};

/// A path through a document, shown as the normalized path of RFC 9535: `$['paths']['/a'][0]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Location(Vec<Step>);

/// A step into an object or an array.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Index(usize),
    Name(String),
}

impl Location {
    pub(super) fn join(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    pub(super) fn name(&self, name: &str) -> Self {
        self.join(Step::Name(name.to_owned()))
    }

    /// Returns the parent of this value, and the step from there.
    pub(super) fn split(&self) -> Option<(Self, &Step)> {
        let (last, rest) = self.0.split_last()?;
        Some((Self(rest.to_vec()), last))
    }

    /// Returns the first steps of the path.
    pub(super) fn first(&self, steps: usize) -> Self {
        Self(self.0[..steps.min(self.0.len())].to_vec())
    }

    /// Returns `true` for the other value and everything within it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// Parses a reference within the document: `#/components/schemas/Unit`.
    pub(super) fn from_reference(reference: &str) -> Option<Self> {
        let steps = reference.strip_prefix("#/")?.split('/');
        let name = |step: &str| Step::Name(step.replace("~1", "/").replace("~0", "~"));
        Some(Self(steps.map(name).collect()))
    }

    /// Returns the value in a document.
    pub(super) fn find<'a>(&self, document: &'a Node) -> Option<&'a Node> {
        self.0.iter().try_fold(document, |node, step| match step {
            Step::Index(index) => node.items().get(*index),
            Step::Name(name) => node.get(name),
        })
    }

    /// Returns the value in a document for changes.
    pub(super) fn find_mut<'a>(&self, document: &'a mut Node) -> Option<&'a mut Node> {
        self.0.iter().try_fold(document, |node, step| match (step, &mut node.kind) {
            (Step::Index(index), Kind::List(items)) => items.get_mut(*index),
            (Step::Name(name), Kind::Map(entries)) => {
                entries.iter_mut().find(|(key, _)| key.text == *name).map(|(_, value)| value)
            }
            _ => None,
        })
    }
}

impl From<&NormalizedPath<'_>> for Location {
    fn from(path: &NormalizedPath<'_>) -> Self {
        let step = |element: &PathElement<'_>| match element {
            PathElement::Name(name) => Step::Name((*name).to_owned()),
            PathElement::Index(index) => Step::Index(*index),
        };
        Self(path.iter().map(step).collect())
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("$")?;
        for step in &self.0 {
            match step {
                Step::Index(index) => write!(f, "[{index}]")?,
                Step::Name(name) => {
                    write!(f, "['{}']", name.replace('\\', "\\\\").replace('\'', "\\'"))?;
                }
            }
        }
        Ok(())
    }
}
