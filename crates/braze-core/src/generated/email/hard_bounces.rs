// Written from spec/paths/email/hard_bounces.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /email/hard_bounces`: Email addresses that bounced.

use chrono::NaiveDate;
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

/// Email addresses whose mail bounced for good, the newest first.
///
/// `GET /email/hard_bounces`, permission `email.hard_bounces`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, chrono, email};
///
/// let request = email::HardBouncesRequest::new(chrono::NaiveDate::from_ymd_opt(2026, 5, 8).unwrap_or_default())
///     .start_date(chrono::NaiveDate::from_ymd_opt(2026, 5, 1).unwrap_or_default())
///     .limit(100);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct HardBouncesRequest {
    /// First day, from midnight UTC.
    pub start_date: Option<NaiveDate>,
    /// Last day, until midnight UTC.
    pub end_date: NaiveDate,
    /// Number of entries in a reply. From 1 to 500. Default `100`.
    pub limit: Option<u32>,
    /// Number of entries to skip.
    pub offset: Option<u64>,
    /// One email address. It wins over the days; with `limit` or `offset` the reply may be empty.
    /// At least 1 character.
    pub email: Option<String>,
}

impl HardBouncesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(end_date: NaiveDate) -> Self {
        Self { start_date: None, end_date, limit: None, offset: None, email: None }
    }

    /// Sets `start_date`. First day, from midnight UTC.
    #[must_use]
    pub fn start_date(mut self, start_date: NaiveDate) -> Self {
        self.start_date = Some(start_date);
        self
    }

    /// Sets `limit`. Number of entries in a reply. From 1 to 500. Default `100`.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets `offset`. Number of entries to skip.
    #[must_use]
    pub fn offset(mut self, offset: u64) -> Self {
        self.offset = Some(offset);
        self
    }

    /// Sets `email`. One email address. It wins over the days; with `limit` or `offset` the reply
    /// may be empty. At least 1 character.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }
}

impl Endpoint for HardBouncesRequest {
    type Output = HardBounces;

    const META: Meta = Meta::get("email.hard_bounces", "/email/hard_bounces")
        .permission("email.hard_bounces")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(500));
        }
        if let Some(value) = &self.email {
            v.text("email", value);
        }
        v.at_least_one(&[
            ("start_date", self.start_date.is_some()),
            ("email", self.email.is_some()),
        ]);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/email/hard_bounces");
        w.query_opt("start_date", self.start_date.as_ref());
        w.query("end_date", &self.end_date);
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
        w.query_opt("email", self.email.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<HardBounces, DecodeError> {
        reply::json(body)
    }

    fn message(output: &HardBounces) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for HardBouncesRequest {
    type Item = HardBounce;

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

    fn items(output: &HardBounces) -> &[HardBounce] {
        &output.emails
    }

    fn into_items(output: HardBounces) -> Vec<HardBounce> {
        output.emails
    }
}

#[cfg(feature = "operation")]
impl Operation for HardBouncesRequest {
    const DESCRIPTION: Description = Description::new("Email addresses that bounced")
        .description("Email addresses whose mail bounced for good, the newest first.")
        .command(&["email", "hard-bounces"])
        .parameters(&[
            Parameter::query("start_date", Kind::Date).description("First day, from midnight UTC."),
            Parameter::query("end_date", Kind::Date)
                .required()
                .description("Last day, until midnight UTC."),
            Parameter::query("limit", Kind::Integer { min: Some(1), max: Some(500) })
                .default("100")
                .description("Number of entries in a reply."),
            Parameter::query("offset", Kind::Integer { min: Some(0), max: None })
                .description("Number of entries to skip."),
            Parameter::query("email", Kind::Text).description(
                "One email address. It wins over the days; with `limit` or `offset` the reply \
                     may be empty.",
            ),
        ])
        .items(Items::new("emails", &["email", "hard_bounced_at"]))
        .exchanges(&[Exchange::new(
            "week",
            "/email/hard_bounces?start_date=2026-05-01&end_date=2026-05-08&limit=100",
            200,
            r#"{
  "emails": [
    {"email": "kit@example.com", "hard_bounced_at": "2026-05-03 07:12:00 +0000"}
  ],
  "message": "success"
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let start_date = r.optional("start_date");
        let end_date = r.required("end_date");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        let email = r.optional("email");
        Some(Self { start_date, end_date: end_date?, limit, offset, email })
    }

    fn write(output: &HardBounces) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`HardBouncesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct HardBounces {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The addresses.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub emails: Vec<HardBounce>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl HardBounces {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, emails: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for HardBounces {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "emails" => field.value(&mut self.emails),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for HardBounces {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for HardBounces {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.emails.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct HardBounce {
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Time of the bounce.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hard_bounced_at: Option<SeriesTime>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl HardBounce {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { email: None, hard_bounced_at: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for HardBounce {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "email" => field.scalar(&mut self.email, &mut self.extra),
            "hard_bounced_at" => field.scalar(&mut self.hard_bounced_at, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for HardBounce {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for HardBounce {
    fn scrub(&mut self, secret: &Secret) {
        self.email.scrub(secret);
        self.hard_bounced_at.scrub(secret);
        self.extra.scrub(secret);
    }
}
