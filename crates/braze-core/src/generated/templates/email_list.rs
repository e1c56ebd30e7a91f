// Written from spec/paths/templates/email_list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /templates/email/list`: List email templates.

use chrono::NaiveDateTime;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, SeriesTime, Violations, reply,
};

/// Identifier, name and tags of every email template, up to 1,000 in a reply. Templates of the
/// drag-and-drop editor are left out.
///
/// `GET /templates/email/list`, permission `templates.email.list`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, templates};
///
/// let request = templates::EmailListRequest::new()
///     .limit(1);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct EmailListRequest {
    /// Return only those edited at this time or later.
    pub modified_after: Option<NaiveDateTime>,
    /// Return only those edited at this time or earlier.
    pub modified_before: Option<NaiveDateTime>,
    /// Greatest number in a reply. From 1 to 1000. Default `100`.
    pub limit: Option<u32>,
    /// Number to skip. The first reply skips none and has no offset. At least 1.
    pub offset: Option<u64>,
}

impl EmailListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { modified_after: None, modified_before: None, limit: None, offset: None }
    }

    /// Sets `modified_after`. Return only those edited at this time or later.
    #[must_use]
    pub fn modified_after(mut self, modified_after: NaiveDateTime) -> Self {
        self.modified_after = Some(modified_after);
        self
    }

    /// Sets `modified_before`. Return only those edited at this time or earlier.
    #[must_use]
    pub fn modified_before(mut self, modified_before: NaiveDateTime) -> Self {
        self.modified_before = Some(modified_before);
        self
    }

    /// Sets `limit`. Greatest number in a reply. From 1 to 1000. Default `100`.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `offset`. Number to skip. The first reply skips none and has no offset. At least 1.
    #[must_use]
    pub fn offset(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }
}

impl Endpoint for EmailListRequest {
    type Output = EmailList;

    const META: Meta = Meta::get("templates.email_list", "/templates/email/list")
        .permission("templates.email.list")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(1000));
        }
        if let Some(value) = self.offset {
            v.range("offset", value, Some(1), None);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/templates/email/list");
        w.query_opt("modified_after", self.modified_after.as_ref());
        w.query_opt("modified_before", self.modified_before.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<EmailList, DecodeError> {
        reply::json(body)
    }

    fn message(output: &EmailList) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for EmailListRequest {
    type Item = EmailTemplate;

    const PAGING: Paging = Paging::Offset;

    fn position(&self) -> Option<PagePosition> {
        self.offset.map(PagePosition::Offset)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Offset(offset) = position {
            self.offset = (offset > 0).then_some(offset);
        }
    }

    fn page_size(&self) -> Option<u64> {
        self.limit.map(u64::from).or(Some(100))
    }

    fn items(output: &EmailList) -> &[EmailTemplate] {
        &output.templates
    }

    fn into_items(output: EmailList) -> Vec<EmailTemplate> {
        output.templates
    }
}

#[cfg(feature = "operation")]
impl Operation for EmailListRequest {
    const DESCRIPTION: Description = Description::new("List email templates")
        .description(
            "Identifier, name and tags of every email template, up to 1,000 in a reply. Templates \
             of the drag-and-drop editor are left out.",
        )
        .command(&["templates", "email-list"])
        .parameters(&[
            Parameter::query("modified_after", Kind::LocalDateTime)
                .description("Return only those edited at this time or later."),
            Parameter::query("modified_before", Kind::LocalDateTime)
                .description("Return only those edited at this time or earlier."),
            Parameter::query("limit", Kind::Integer { min: Some(1), max: Some(1000) })
                .default("100")
                .description("Greatest number in a reply."),
            Parameter::query("offset", Kind::Integer { min: Some(1), max: None })
                .description("Number to skip. The first reply skips none and has no offset."),
        ])
        .items(Items::new(
            "templates",
            &["email_template_id", "template_name", "created_at", "updated_at", "tags"],
        ))
        .exchanges(&[Exchange::new(
            "first",
            "/templates/email/list?limit=1",
            200,
            r#"{
  "count": 1,
  "templates": [
    {
      "email_template_id": "232b6d29-7e41-4f06-8c1b-55a0e9d3f70a",
      "template_name": "Welcome",
      "created_at": "2024-01-02T03:04:05.000Z",
      "updated_at": "2024-01-03T03:04:05.000Z",
      "tags": ["onboarding"]
    }
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let modified_after = r.optional("modified_after");
        let modified_before = r.optional("modified_before");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        Some(Self { modified_after, modified_before, limit, offset })
    }

    fn write(output: &EmailList) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`EmailListRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct EmailList {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Number of templates in this reply.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// The templates.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub templates: Vec<EmailTemplate>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl EmailList {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, count: None, templates: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for EmailList {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "count" => field.scalar(&mut self.count, &mut self.extra),
            "templates" => field.value(&mut self.templates),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for EmailList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for EmailList {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.count.scrub(secret);
        self.templates.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// An email template.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct EmailTemplate {
    /// API identifier of the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_template_id: Option<String>,
    /// Name of the template.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_name: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<SeriesTime>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Tags of the template.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl EmailTemplate {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            email_template_id: None,
            template_name: None,
            created_at: None,
            updated_at: None,
            tags: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for EmailTemplate {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "email_template_id" => field.scalar(&mut self.email_template_id, &mut self.extra),
            "template_name" => field.scalar(&mut self.template_name, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for EmailTemplate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for EmailTemplate {
    fn scrub(&mut self, secret: &Secret) {
        self.email_template_id.scrub(secret);
        self.template_name.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.tags.scrub(secret);
        self.extra.scrub(secret);
    }
}
