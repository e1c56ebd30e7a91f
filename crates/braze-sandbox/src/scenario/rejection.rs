//! [`Rejection`]: records of `/users/track` that get an error beside success.

use serde_json::{Map, Value};

/// Records of `/users/track` that get an error beside success.
///
/// Without conditions all records get it. Several conditions must all be met.
///
/// ```
/// use braze_sandbox::{Rejection, Sandbox, Scenario};
///
/// let scenario = Scenario::new("strict")
///     .rejection(Rejection::new("blocked").like("external_id", "test-*"))
///     .rejection(Rejection::new("bad luck").list("events").every(100));
/// let sandbox = Sandbox::builder().scenario(scenario).start()?;
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    reason: String,
    list: Option<String>,
    fields: Vec<(String, Test)>,
    every: u64,
}

/// A condition on a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Lacks(String),
    Like(String),
}

impl Rejection {
    /// Creates a rejection of all records, with the text of the error.
    #[must_use]
    pub fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), list: None, fields: Vec::new(), every: 1 }
    }

    /// Restricts it to one list: `attributes`, `events` or `purchases`.
    #[must_use]
    pub fn list(mut self, list: impl Into<String>) -> Self {
        self.list = Some(list.into());
        self
    }

    /// Restricts it to records with this field, whose text lacks another one, such as `@`.
    #[must_use]
    pub fn lacks(mut self, field: impl Into<String>, text: impl Into<String>) -> Self {
        self.fields.push((field.into(), Test::Lacks(text.into())));
        self
    }

    /// Restricts it to records with this field, whose text is like a pattern. `*` stands for any text.
    #[must_use]
    pub fn like(mut self, field: impl Into<String>, pattern: impl Into<String>) -> Self {
        self.fields.push((field.into(), Test::Like(pattern.into())));
        self
    }

    /// Restricts it to every `n`-th of those records, counted over all requests. 0 counts as 1.
    #[must_use]
    pub fn every(mut self, n: u64) -> Self {
        self.every = n.max(1);
        self
    }

    pub(crate) fn reason(&self) -> &str {
        &self.reason
    }

    /// Tells whether a record meets all conditions but that of its number.
    pub(crate) fn fits(&self, list: &str, record: &Map<String, Value>) -> bool {
        let meets = |(field, test): &(String, Test)| {
            let text = match record.get(field) {
                Some(Value::String(text)) => text.clone(),
                Some(Value::Null) | None => return false,
                Some(other) => other.to_string(),
            };
            match test {
                Test::Lacks(part) => !text.contains(part),
                Test::Like(pattern) => is_like(&text, pattern),
            }
        };
        self.list.as_deref().is_none_or(|own| own == list) && self.fields.iter().all(meets)
    }

    /// Tells whether the record with this number, from 1, is one of every `n`.
    pub(crate) fn takes(&self, number: u64) -> bool {
        number % self.every == 0
    }
}

/// Compares a text with a pattern in which `*` stands for any text.
fn is_like(text: &str, pattern: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return text == pattern };
    let Some(mut text) = text.strip_prefix(head) else { return false };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let tail = parts.pop().unwrap_or_default();
    for part in parts {
        let Some((_, after)) = text.split_once(part) else { return false };
        text = after;
    }
    text.ends_with(tail)
}
