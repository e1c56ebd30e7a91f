//! [`Verdict`]: the answer to a question, its certainty and its evidence.

use std::fmt;

/// The answer to a question, or the reason why there is none.
pub(super) type Verdict<T> = Result<Settled<T>, String>;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settled<T> {
    pub(super) value: T,
    pub(super) certainty: Certainty,
    /// In words.
    pub(super) evidence: String,
}

/// The certainty of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::commands::doctor) enum Certainty {
    /// Nothing else explains the replies.
    Sure,
    /// It follows if the service is consistent with itself.
    Likely,
}

impl Certainty {
    pub(in crate::commands::doctor) fn as_str(&self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An answer to a question, or the reason why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::commands::doctor) struct Finding {
    pub(in crate::commands::doctor) question: &'static str,
    pub(in crate::commands::doctor) answer: String,
    /// `None`: not settled.
    pub(in crate::commands::doctor) certainty: Option<Certainty>,
    /// Or the reason why it is not settled.
    pub(in crate::commands::doctor) evidence: String,
    /// The option or setting that depends on it.
    pub(in crate::commands::doctor) matters: &'static str,
}

impl<T> Settled<T> {
    pub(super) fn sure(value: T, evidence: impl Into<String>) -> Verdict<T> {
        Ok(Self { value, certainty: Certainty::Sure, evidence: evidence.into() })
    }

    pub(super) fn likely(value: T, evidence: impl Into<String>) -> Verdict<T> {
        Ok(Self { value, certainty: Certainty::Likely, evidence: evidence.into() })
    }
}

impl Finding {
    pub(super) fn new<T>(
        question: &'static str,
        verdict: &Verdict<T>,
        answer: impl FnOnce(&T) -> String,
        matters: &'static str,
    ) -> Self {
        let (answer, certainty, evidence) = match verdict {
            Ok(settled) => {
                (answer(&settled.value), Some(settled.certainty), settled.evidence.clone())
            }
            Err(reason) => (String::new(), None, reason.clone()),
        };
        Self { question, answer, certainty, evidence, matters }
    }
}
