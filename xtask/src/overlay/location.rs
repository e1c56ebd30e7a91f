//! [`Location`]: the way from the root of a document to one value in it.

use std::fmt;

use serde_json::Value;
use serde_json_path::{NormalizedPath, PathElement};

use crate::spec::yaml::Node;

/// A way through a document. Shown as the normalized path of RFC 9535: `$['paths']['/a'][0]`.
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

    /// The way to what holds this value, and the step from there.
    pub(super) fn split(&self) -> Option<(Self, &Step)> {
        let (last, rest) = self.0.split_last()?;
        Some((Self(rest.to_vec()), last))
    }

    /// The way as far as a number of steps.
    pub(super) fn first(&self, steps: usize) -> Self {
        Self(self.0[..steps.min(self.0.len())].to_vec())
    }

    /// Whether this value is the other one, or within it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// What a reference within the document points to: `#/components/schemas/Unit`.
    pub(super) fn of_reference(reference: &str) -> Option<Self> {
        let steps = reference.strip_prefix("#/")?.split('/');
        let name = |step: &str| Step::Name(step.replace("~1", "/").replace("~0", "~"));
        Some(Self(steps.map(name).collect()))
    }

    /// The value in a document.
    pub(super) fn get<'a>(&self, document: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(document, |value, step| match step {
            Step::Index(index) => value.get(*index),
            Step::Name(name) => value.get(name),
        })
    }

    /// The value in a document that knows its places.
    pub(super) fn find<'a>(&self, document: &'a Node) -> Option<&'a Node> {
        self.0.iter().try_fold(document, |node, step| match step {
            Step::Index(index) => node.items().get(*index),
            Step::Name(name) => node.get(name),
        })
    }

    /// The value in a document, to be changed.
    pub(super) fn get_mut<'a>(&self, document: &'a mut Value) -> Option<&'a mut Value> {
        self.0.iter().try_fold(document, |value, step| match step {
            Step::Index(index) => value.get_mut(*index),
            Step::Name(name) => value.get_mut(name),
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
