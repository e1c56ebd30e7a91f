//! [`Endpoint`]: an operation of the spec, without its types.

use braze_core::Meta;
use braze_core::operation::{self, Description, Operation, Parameter};

/// Names and values of parameters, as the core reads them.
pub(crate) type Pairs = Vec<(String, String)>;

/// An endpoint, without its types.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    pub(crate) meta: Meta,
    pub(crate) description: Description,
    /// The requests of the examples that succeed.
    pub(crate) examples: Vec<Example>,
}

/// The request of an example.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) pairs: Pairs,
    pub(crate) body: Option<&'static str>,
}

impl Endpoint {
    pub(crate) fn new<E: Operation>() -> Self {
        let description = E::DESCRIPTION;
        let succeeding = description.exchanges.iter().filter(|e| (200..300).contains(&e.status));
        let examples = succeeding
            .map(|it| Example { pairs: operation::pairs::<E>(it.target), body: it.body })
            .collect();
        Self { meta: E::META, description, examples }
    }

    pub(crate) fn parameters(&self) -> &'static [Parameter] {
        self.description.parameters
    }

    /// The words of one of its commands: those of the endpoint, and a verb if it has several.
    pub(crate) fn words(&self, verb: Option<&'static str>) -> Vec<&'static str> {
        self.description.command.iter().copied().chain(verb).collect()
    }

    /// One of its commands as it is typed.
    pub(crate) fn typed(&self, verb: Option<&'static str>) -> String {
        format!("braze {}", self.words(verb).join(" "))
    }

    /// The subject of its commands, in a few words.
    pub(crate) fn noun_about(&self) -> &'static str {
        self.description.summary
    }
}
