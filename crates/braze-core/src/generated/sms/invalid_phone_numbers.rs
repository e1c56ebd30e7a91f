// Written from spec/paths/sms/invalid_phone_numbers.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /sms/invalid_phone_numbers`: Telephone numbers that text messages do not reach.

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
use crate::wire::{Choice, choice};
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, SeriesTime, Violations, reply,
};

/// Telephone numbers that are marked as invalid, the newest first. Numbers that are asked for win
/// over days.
///
/// `GET /sms/invalid_phone_numbers`, permission `sms.invalid_phone_numbers`, counted in
/// [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, chrono, sms};
///
/// let request = sms::InvalidPhoneNumbersRequest::new()
///     .start_date(chrono::NaiveDate::from_ymd_opt(2026, 5, 1).unwrap_or_default())
///     .end_date(chrono::NaiveDate::from_ymd_opt(2026, 5, 8).unwrap_or_default())
///     .limit(100);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct InvalidPhoneNumbersRequest {
    /// First day, from midnight UTC.
    pub start_date: Option<NaiveDate>,
    /// Last day, until midnight UTC.
    pub end_date: Option<NaiveDate>,
    /// Number of entries in a reply. From 1 to 500. Default `100`.
    pub limit: Option<u32>,
    /// Number of entries to skip.
    pub offset: Option<u64>,
    /// Telephone numbers, in E.164 format.
    pub phone_numbers: Vec<String>,
    /// The reason for which they are marked. All if omitted.
    pub reason: Option<InvalidReason>,
}

impl InvalidPhoneNumbersRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self {
            start_date: None,
            end_date: None,
            limit: None,
            offset: None,
            phone_numbers: Vec::new(),
            reason: None,
        }
    }

    /// Sets `start_date`. First day, from midnight UTC.
    #[must_use]
    pub fn start_date(mut self, start_date: NaiveDate) -> Self {
        self.start_date = Some(start_date);
        self
    }

    /// Sets `end_date`. Last day, until midnight UTC.
    #[must_use]
    pub fn end_date(mut self, end_date: NaiveDate) -> Self {
        self.end_date = Some(end_date);
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

    /// Sets `phone_numbers[]`. Telephone numbers, in E.164 format.
    #[must_use]
    pub fn phone_numbers(
        mut self,
        phone_numbers: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.phone_numbers = phone_numbers.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `reason`. The reason for which they are marked. All if omitted.
    #[must_use]
    pub fn reason(mut self, reason: InvalidReason) -> Self {
        self.reason = Some(reason);
        self
    }
}

impl Endpoint for InvalidPhoneNumbersRequest {
    type Output = InvalidPhoneNumbers;

    const META: Meta = Meta::get("sms.invalid_phone_numbers", "/sms/invalid_phone_numbers")
        .permission("sms.invalid_phone_numbers")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = self.limit {
            v.range("limit", value, Some(1), Some(500));
        }
        for value in &self.phone_numbers {
            v.text("phone_numbers[]", value);
        }
        v.together(&[
            ("start_date", self.start_date.is_some()),
            ("end_date", self.end_date.is_some()),
        ]);
        v.at_least_one(&[
            ("start_date", self.start_date.is_some()),
            ("phone_numbers[]", !self.phone_numbers.is_empty()),
        ]);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/sms/invalid_phone_numbers");
        w.query_opt("start_date", self.start_date.as_ref());
        w.query_opt("end_date", self.end_date.as_ref());
        w.query_opt("limit", self.limit.as_ref());
        w.query_opt("offset", self.offset.as_ref());
        w.query_each("phone_numbers%5B%5D", &self.phone_numbers);
        w.query_opt("reason", self.reason.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<InvalidPhoneNumbers, DecodeError> {
        reply::json(body)
    }

    fn message(output: &InvalidPhoneNumbers) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for InvalidPhoneNumbersRequest {
    type Item = InvalidPhoneNumber;

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

    fn items(output: &InvalidPhoneNumbers) -> &[InvalidPhoneNumber] {
        &output.sms
    }

    fn into_items(output: InvalidPhoneNumbers) -> Vec<InvalidPhoneNumber> {
        output.sms
    }
}

#[cfg(feature = "operation")]
impl Operation for InvalidPhoneNumbersRequest {
    const DESCRIPTION: Description =
        Description::new("Telephone numbers that text messages do not reach")
            .description(
                "Telephone numbers that are marked as invalid, the newest first. Numbers that are \
             asked for win over days.",
            )
            .command(&["sms", "invalid-phone-numbers"])
            .parameters(&[
                Parameter::query("start_date", Kind::Date)
                    .description("First day, from midnight UTC."),
                Parameter::query("end_date", Kind::Date)
                    .description("Last day, until midnight UTC."),
                Parameter::query("limit", Kind::Integer { min: Some(1), max: Some(500) })
                    .default("100")
                    .description("Number of entries in a reply."),
                Parameter::query("offset", Kind::Integer { min: Some(0), max: None })
                    .description("Number of entries to skip."),
                Parameter::query("phone_numbers[]", Kind::List(&Kind::Text))
                    .description("Telephone numbers, in E.164 format."),
                Parameter::query("reason", Kind::OneOf(&["provider_error", "deactivated"]))
                    .description("The reason for which they are marked. All if omitted."),
            ])
            .items(Items::new("sms", &["phone", "invalid_detected_at", "reason"]))
            .exchanges(&[Exchange::new(
                "week",
                "/sms/invalid_phone_numbers?start_date=2026-05-01&end_date=2026-05-08&limit=100",
                200,
                r#"{
  "sms": [
    {
      "phone": "+15555550123",
      "invalid_detected_at": "2026-05-03T07:12:00.000Z",
      "reason": "deactivated"
    }
  ],
  "message": "success"
}"#,
            )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let start_date = r.optional("start_date");
        let end_date = r.optional("end_date");
        let limit = r.optional("limit");
        let offset = r.optional("offset");
        let phone_numbers = r.each("phone_numbers[]");
        let reason = r.optional("reason");
        Some(Self { start_date, end_date, limit, offset, phone_numbers, reason })
    }

    fn write(output: &InvalidPhoneNumbers) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum InvalidReason {
    /// `provider_error`
    ProviderError,
    /// `deactivated`
    Deactivated,
}

impl Choice for InvalidReason {
    const ALL: &[Self] = &[Self::ProviderError, Self::Deactivated];

    fn as_str(&self) -> &'static str {
        match self {
            Self::ProviderError => "provider_error",
            Self::Deactivated => "deactivated",
        }
    }
}

choice!(InvalidReason);

/// Reply of [`InvalidPhoneNumbersRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct InvalidPhoneNumbers {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The numbers.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub sms: Vec<InvalidPhoneNumber>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl InvalidPhoneNumbers {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, sms: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for InvalidPhoneNumbers {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "sms" => field.value(&mut self.sms),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for InvalidPhoneNumbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for InvalidPhoneNumbers {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.sms.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct InvalidPhoneNumber {
    /// The number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Time at which it was marked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invalid_detected_at: Option<SeriesTime>,
    /// `provider_error` or `deactivated`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl InvalidPhoneNumber {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { phone: None, invalid_detected_at: None, reason: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for InvalidPhoneNumber {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "phone" => field.scalar(&mut self.phone, &mut self.extra),
            "invalid_detected_at" => field.scalar(&mut self.invalid_detected_at, &mut self.extra),
            "reason" => field.scalar(&mut self.reason, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for InvalidPhoneNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for InvalidPhoneNumber {
    fn scrub(&mut self, secret: &Secret) {
        self.phone.scrub(secret);
        self.invalid_detected_at.scrub(secret);
        self.reason.scrub(secret);
        self.extra.scrub(secret);
    }
}
