//! [`Endpoint`]: an operation of the spec, without its types.

use braze_core::operation::{self, Description, Exchange, Operation, Parameter};
use braze_core::{Bytes, Meta, http};

/// Names and values of parameters, as the core reads them.
pub(crate) type Pairs = Vec<(String, String)>;

/// An endpoint, without its types.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    pub(crate) meta: Meta,
    pub(crate) description: Description,
    /// The requests of the examples that succeed.
    pub(crate) examples: fn() -> Vec<Example>,
}

/// A request as it would be sent.
pub(crate) type Written = http::Request<Bytes>;

/// The request of an example.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) pairs: Pairs,
    pub(crate) body: Option<&'static str>,
}

impl Endpoint {
    pub(crate) fn new<E: Operation>() -> Self {
        Self { meta: E::META, description: E::DESCRIPTION, examples: examples::<E> }
    }

    pub(crate) fn parameters(&self) -> &'static [Parameter] {
        self.description.parameters
    }

    /// Method and path, `GET /sessions/data_series`.
    pub(crate) fn target(&self) -> String {
        format!("{} {}", self.meta.method, self.meta.path)
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

fn examples<E: Operation>() -> Vec<Example> {
    let succeeding = E::DESCRIPTION.exchanges.iter().filter(|it| (200..300).contains(&it.status));
    let example =
        |it: &Exchange| Example { pairs: operation::exchange_pairs::<E>(it), body: it.body };
    succeeding.map(example).collect()
}
