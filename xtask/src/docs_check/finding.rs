//! [`Finding`]: one fact, and how the spec and the vendor agree on it.

use std::fmt;

/// What a finding is about, from the outside in: `parameters`, `length`, `maximum`. The items of a
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

/// One fact, and how the two sides agree on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which fact.
    pub fact: Fact,
    /// How the two agree.
    pub verdict: Verdict,
    /// What the spec says; empty where it says nothing.
    pub spec: String,
    /// What the vendor says; empty where it says nothing.
    pub vendor: String,
    /// The vendor's line, counted from 1.
    pub line: Option<usize>,
    /// What else is to be said.
    pub remark: String,
}

/// How two sides agree on a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Both say the same.
    Equal,
    /// They say different things, or what the vendor says is not understood.
    Contradiction,
    /// They say different things, and the spec has its facts from elsewhere.
    Known,
    /// One side says nothing, and that need not mean anything.
    Note,
}
