//! [`Record`]: one object of an import, as it is sent.

use std::fmt;

use bytes::Bytes;
use serde::Serialize;
use serde_json::json;

use super::kind::RecordKind;
use super::problem::RecordError;
use super::slot::{RecordSlot, SlotForm};
use super::users::UserKey;
use crate::catalog_item::CatalogItem;

/// One object of an import: attributes of a user, an event, or another [kind](RecordKind).
///
/// Its JSON is written once. Records that name one user by the same identifier keep their
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
///
/// let state = json!({
///     "subscription_group_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
///     "subscription_state": "unsubscribed",
///     "email": "kit@example.com",
/// });
/// let record = Record::new(RecordKind::SubscriptionState, &state)?;
/// assert_eq!(record.kind().meta().path, "/v2/subscription/status/set");
/// # Ok::<(), braze_core::import::RecordError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    kind: RecordKind,
    json: Bytes,
    slot: RecordSlot,
    line: Option<u64>,
    problem: Option<Box<str>>,
}

impl Record {
    /// Writes a record.
    ///
    /// # Errors
    ///
    /// [`RecordError`] if the value cannot be written as a JSON object, does not name one user, or has not the
    /// fields of its [kind](RecordKind).
    pub fn new(kind: RecordKind, value: &impl Serialize) -> Result<Self, RecordError> {
        let json = serde_json::to_vec(value).map_err(|error| RecordError::json(&error))?;
        Self::parse(kind, json)
    }

    /// Takes a record that is written as JSON.
    ///
    /// # Errors
    ///
    /// [`RecordError`] if the text is not a JSON object, does not name one user, or has not the fields of its
    /// [kind](RecordKind).
    pub fn parse(kind: RecordKind, json: impl Into<Bytes>) -> Result<Self, RecordError> {
        let json = trimmed(json.into());
        let text = std::str::from_utf8(&json).map_err(|_| RecordError::NotUtf8)?;
        let slot = RecordSlot::read(kind, text)?;
        Ok(Self { kind, json, slot, line: None, problem: None })
    }

    /// Writes a record of an item of a catalog: of one of the kinds of catalog items. For a deletion, the item's `id`
    /// counts alone.
    ///
    /// ```
    /// use braze_core::import::{Record, RecordKind};
    /// use serde::Serialize;
    ///
    /// #[derive(Serialize)]
    /// struct Tea {
    ///     id: &'static str,
    ///     price: f64,
    /// }
    ///
    /// let oolong = Tea { id: "oolong", price: 7.5 };
    /// let record = Record::catalog_item(RecordKind::CatalogItemReplacement, "teas", &oolong)?;
    /// assert_eq!(record.json(), br#"{"catalog_name":"teas","item":{"id":"oolong","price":7.5}}"#);
    /// # Ok::<(), braze_core::import::RecordError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RecordError`] if the value cannot be written as a JSON object, or breaks a limit of items.
    pub fn catalog_item(
        kind: RecordKind,
        catalog_name: &str,
        item: &impl Serialize,
    ) -> Result<Self, RecordError> {
        #[derive(Serialize)]
        struct Whole<'a, T> {
            catalog_name: &'a str,
            item: &'a T,
        }

        if kind == RecordKind::CatalogItemDeletion {
            let item = CatalogItem::new(item).map_err(|_| RecordError::NotAnObject)?;
            let item_id = item.id().ok_or(RecordError::NotText("id"))?;
            return Self::new(kind, &json!({ "catalog_name": catalog_name, "item_id": item_id }));
        }
        Self::new(kind, &Whole { catalog_name, item })
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
        Self { kind, json, slot: RecordSlot::none(), line: None, problem }
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

    /// The JSON as it was given; for a record [with a problem](Self::with_problem) the text that was given.
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
    /// True of attributes without an operator (`inc`, `add`, `remove`, `$add`, `$remove`, `$update`), and of kinds
    /// that set a state. Not of events and purchases, which would count twice, and not of deletions and
    /// identifications by email address or telephone number, which may find another profile the second time.
    #[must_use]
    pub fn is_harmless(&self) -> bool {
        self.slot.is_harmless
    }

    /// Hashes of the identifiers that it holds. Records that name one user by the same identifier share one.
    ///
    /// They stay the same from version to version, and are no secret: an identifier can be guessed by its hash.
    pub fn user_keys(&self) -> impl Iterator<Item = u64> {
        self.users().iter().map(|user| user.number())
    }

    pub(super) fn users(&self) -> &[UserKey] {
        &self.slot.users
    }

    /// The position of its array among those of the operation.
    pub(super) fn list(&self) -> u8 {
        self.slot.list
    }

    /// The effects of which a request holds each once, if they are not the users.
    pub(super) fn effects(&self) -> Option<&[UserKey]> {
        self.form()?.effects.as_deref()
    }

    /// The text before the items of its array, if it is the record's own.
    pub(super) fn open(&self) -> Option<&Bytes> {
        self.form()?.open.as_ref()
    }

    /// The value of the placeholder in the path, if there is one.
    pub(super) fn path_value(&self) -> Option<&str> {
        self.form()?.path_value.as_deref()
    }

    /// The JSON that stands in the request.
    pub(super) fn item(&self) -> &[u8] {
        self.form().and_then(|form| form.item.as_ref()).unwrap_or(&self.json)
    }

    fn form(&self) -> Option<&SlotForm> {
        self.slot.form.as_deref()
    }

    /// The problem that keeps it from being sent, if it was [made with one](Self::with_problem).
    #[must_use]
    pub fn problem(&self) -> Option<&str> {
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
