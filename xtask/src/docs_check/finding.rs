//! [`Finding`]: one fact, with the statements of the spec and the vendor and the verdict.

use std::fmt;

/// The path of a fact, from the outside in: `parameters`, `length`, `maximum`. The items of a
/// list are `[]`, the values of a map `{}`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact(pub Vec<String>);

impl Fact {
    pub(super) fn new(name: &str) -> Self {
        Self(vec![name.to_owned()])
    }

    pub(super) fn within(&self, step: &str) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.to_owned());
        Self(steps)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            if index > 0 && !matches!(step.as_str(), "[]" | "{}") {
                f.write_str(".")?;
            }
            f.write_str(step)?;
        }
        Ok(())
    }
}

/// One fact, with the statements of both sides and the verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The fact.
    pub fact: Fact,
    /// The verdict.
    pub verdict: Verdict,
    /// The statement of the spec, or empty.
    pub spec: String,
    /// The statement of the vendor, or empty.
    pub vendor: String,
    /// The vendor's line, counted from 1.
    pub line: Option<usize>,
    /// A remark, or empty.
    pub remark: String,
}

/// The verdict on a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Both sides agree.
    Equal,
    /// The sides differ, or the vendor's statement is not understood.
    Contradiction,
    /// The sides differ, and the spec has its facts from another source.
    Known,
    /// One side does not state the fact, which may mean nothing.
    Note,
}
