//! [`Record`]: one object of an import, as it is sent.

use std::fmt;

use bytes::Bytes;
use serde::Serialize;

use super::scan::scan;
use super::users::UserKey;

/// One object of an import: attributes of a user, an event or a purchase.
///
/// Its JSON is written once and sent as it is. Records that name one user by the same identifier keep their
/// order.
///
/// ```
/// use braze_core::import::{Record, RecordKind};
/// use serde_json::json;
///
/// let attributes = json!({"external_id": "u-17", "first_name": "Ida"});
/// let record = Record::new(RecordKind::Attributes, &attributes)?;
/// assert!(record.is_harmless(), "setting a name twice is the same as once");
///
/// let event = r#"{"external_id":"u-17","name":"opened_map","time":"2026-05-02T08:00:00Z"}"#;
/// let record = Record::parse(RecordKind::Event, event)?.with_line(3);
/// assert!(!record.is_harmless(), "an event that is sent twice counts twice");
/// # Ok::<(), braze_core::import::RecordError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    kind: RecordKind,
    json: Bytes,
    users: Vec<UserKey>,
    is_harmless: bool,
    line: Option<u64>,
    problem: Option<Box<str>>,
}

/// The kind of a record: the array of `POST /users/track` that it stands in.
///
/// In the order in which Braze applies them within a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKind {
    /// Attributes of a user.
    Attributes,
    /// An event that a user did.
    Event,
    /// A purchase that a user made.
    Purchase,
}

impl RecordKind {
    /// All of them, in the order in which Braze applies them.
    pub const ALL: [Self; 3] = [Self::Attributes, Self::Event, Self::Purchase];

    /// The name of the array: `attributes`, `events` or `purchases`.
    #[must_use]
    pub const fn array(self) -> &'static str {
        match self {
            Self::Attributes => "attributes",
            Self::Event => "events",
            Self::Purchase => "purchases",
        }
    }
}

impl Record {
    /// Writes a record.
    ///
    /// # Errors
    ///
    /// [`RecordError`] if the value cannot be written as a JSON object, or does not name one user.
    pub fn new(kind: RecordKind, value: &impl Serialize) -> Result<Self, RecordError> {
        let json = serde_json::to_vec(value).map_err(|error| RecordError::json(&error))?;
        Self::parse(kind, json)
    }

    /// Takes a record that is written as JSON.
    ///
    /// # Errors
    ///
    /// [`RecordError`] if the text is not a JSON object, or does not name one user.
    pub fn parse(kind: RecordKind, json: impl Into<Bytes>) -> Result<Self, RecordError> {
        let json = trimmed(json.into());
        let text = std::str::from_utf8(&json).map_err(|_| RecordError::NotUtf8)?;
        let facts = scan(text).map_err(|error| RecordError::json(&error))?;
        if facts.primary > 1 {
            return Err(RecordError::ManyUsers);
        }
        if facts.users.is_empty() && !facts.imports_tokens {
            return Err(RecordError::NoUser);
        }
        let is_harmless = kind == RecordKind::Attributes && !facts.has_operator;
        let users = facts.users;
        Ok(Self { kind, json, users, is_harmless, line: None, problem: None })
    }

    /// A record that cannot be sent, so that it is counted and comes back as rejected.
    #[must_use]
    pub fn with_problem(
        kind: RecordKind,
        text: impl Into<Bytes>,
        problem: impl Into<String>,
    ) -> Self {
        let problem = Some(problem.into().into_boxed_str());
        let json = text.into();
        Self { kind, json, users: Vec::new(), is_harmless: true, line: None, problem }
    }

    /// Notes the line of the input that it came from, counted from 1.
    #[must_use]
    pub fn with_line(mut self, line: u64) -> Self {
        self.line = Some(line);
        self
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> RecordKind {
        self.kind
    }

    /// The JSON that is sent; for a record [with a problem](Self::with_problem) the text that was given.
    #[must_use]
    pub fn json(&self) -> &[u8] {
        &self.json
    }

    /// The line of the input, counted from 1, if it was [noted](Self::with_line).
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// Tells whether sending the record twice is the same as once.
    ///
    /// True of attributes without an operator (`inc`, `add`, `remove`, `$add`, `$remove`, `$update`).
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        self.is_harmless
    }

    /// Hashes of the identifiers that it holds. Records that name one user by the same identifier share one.
    ///
    /// They stay the same from version to version, and are no secret: an identifier can be guessed by its hash.
    pub fn user_keys(&self) -> impl Iterator<Item = u64> {
        self.users.iter().map(|user| user.number())
    }

    pub(super) fn users(&self) -> &[UserKey] {
        &self.users
    }

    pub(super) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

impl fmt::Debug for Record {
    /// Shows no personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record")
            .field("kind", &self.kind)
            .field("line", &self.line)
            .field("json", &format_args!("{} bytes", self.json.len()))
            .finish_non_exhaustive()
    }
}

/// The text without white space around it.
fn trimmed(json: Bytes) -> Bytes {
    let inner = json.trim_ascii();
    if inner.len() == json.len() { json } else { json.slice_ref(inner) }
}

/// The reason why a value cannot be a record. It does not repeat the value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RecordError {
    /// Bytes that are not UTF-8.
    NotUtf8,
    /// A text that is not JSON, with the place.
    NotJson(String),
    /// JSON that is not an object.
    NotAnObject,
    /// None of the identifiers has a value.
    NoUser,
    /// More than one of `external_id`, `user_alias` and `braze_id` has a value.
    ManyUsers,
}

impl RecordError {
    fn json(error: &serde_json::Error) -> Self {
        // An error about a value would repeat the value.
        if error.is_data() { Self::NotAnObject } else { Self::NotJson(error.to_string()) }
    }
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("the record is not UTF-8"),
            Self::NotJson(problem) => write!(f, "the record is not JSON: {problem}"),
            Self::NotAnObject => f.write_str("the record must be a JSON object"),
            Self::NoUser => f.write_str(
                "the record names no user: give it one of `external_id`, `user_alias`, `braze_id`, `email`, `phone`",
            ),
            Self::ManyUsers => f.write_str(
                "the record names its user more than once: keep one of `external_id`, `user_alias`, `braze_id`",
            ),
        }
    }
}

impl std::error::Error for RecordError {}
