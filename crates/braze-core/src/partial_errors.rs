//! [`PartialErrors`]: problems of single objects of a request that otherwise succeeded.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::auth::{Scrub, Secret};

/// The problems of single objects of a request that otherwise succeeded.
///
/// The service writes them in several forms: objects with a list and an index, pairs of an index and a text,
/// plain texts. All of them can be read, and anything else is kept as it came.
///
/// ```
/// use braze_core::PartialErrors;
///
/// let errors: PartialErrors = serde_json::from_str(
///     r#"[{"type": "'quantity' is not valid", "input_array": "purchases", "index": 0}, [3, "unknown"]]"#,
/// )?;
/// let first = errors.iter().next().unwrap();
/// assert_eq!((first.list(), first.index()), (Some("purchases"), Some(0)));
/// assert_eq!(errors.to_string(), "purchases[0]: 'quantity' is not valid; [3]: unknown");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(transparent)]
pub struct PartialErrors(Vec<PartialError>);

impl PartialErrors {
    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of problems.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems, in the order of the reply.
    pub fn iter(&self) -> std::slice::Iter<'_, PartialError> {
        self.0.iter()
    }
}

impl From<&[Value]> for PartialErrors {
    /// The problems of the `errors` of an [`ApiError`](crate::ApiError).
    fn from(errors: &[Value]) -> Self {
        Self(errors.iter().cloned().map(PartialError).collect())
    }
}

impl From<Value> for PartialErrors {
    /// The problems of a field: `null` is none, and anything but a list is one problem.
    fn from(errors: Value) -> Self {
        match errors {
            Value::Null => Self::default(),
            Value::Array(items) => Self(items.into_iter().map(PartialError).collect()),
            other => Self(vec![PartialError(other)]),
        }
    }
}

impl FromIterator<Value> for PartialErrors {
    /// The problems of several fields.
    fn from_iter<I: IntoIterator<Item = Value>>(fields: I) -> Self {
        Self(fields.into_iter().flat_map(|errors| Self::from(errors).0).collect())
    }
}

impl<'de> Deserialize<'de> for PartialErrors {
    /// Never fails: `null` is none, and anything but a list is one problem.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

impl<'a> IntoIterator for &'a PartialErrors {
    type Item = &'a PartialError;
    type IntoIter = std::slice::Iter<'a, PartialError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for PartialErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl Scrub for PartialErrors {
    fn scrub(&mut self, secret: &Secret) {
        self.0.iter_mut().for_each(|error| error.0.scrub(secret));
    }
}

/// The problem of one object of a request.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct PartialError(Value);

impl PartialError {
    /// The list of the request that the object is in, if the reply names it: `events`.
    #[must_use]
    pub fn list(&self) -> Option<&str> {
        self.0.get("input_array")?.as_str()
    }

    /// The position of the object in its list, from 0.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        let index = match &self.0 {
            Value::Array(pair) => pair.first()?,
            other => other.get("index")?,
        };
        let number = index.as_u64().or_else(|| index.as_str()?.parse().ok())?;
        usize::try_from(number).ok()
    }

    /// The problem in the words of the service, or the whole entry as JSON.
    #[must_use]
    pub fn reason(&self) -> Cow<'_, str> {
        let text = match &self.0 {
            Value::String(text) => Some(text.as_str()),
            Value::Array(pair) => pair.get(1).and_then(Value::as_str),
            other => other.get("type").and_then(Value::as_str),
        };
        text.map_or_else(|| self.0.to_string().into(), Cow::Borrowed)
    }

    /// The entry as it came.
    #[must_use]
    pub fn as_json(&self) -> &Value {
        &self.0
    }
}

impl fmt::Display for PartialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = self.list().unwrap_or_default();
        match self.index() {
            Some(index) => write!(f, "{list}[{index}]: {}", self.reason()),
            None if list.is_empty() => f.write_str(&self.reason()),
            None => write!(f, "{list}: {}", self.reason()),
        }
    }
}
