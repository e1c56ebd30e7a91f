// Written from spec/paths/campaigns/list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /campaigns/list`: List campaigns.

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
    Scrub, Secret, SortDirection, Timestamp, Violations, reply,
};

/// Identifier, name and tags of every campaign, 100 to a page, in the order of creation. A page
/// with fewer is the last one.
///
/// `GET /campaigns/list`, permission `campaigns.list`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, SortDirection, Timestamp, campaigns};
///
/// let request = campaigns::ListRequest::new()
///     .page(0)
///     .include_archived(true)
///     .sort_direction(SortDirection::Desc)
///     .last_edit_time_gt("2024-05-01T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ListRequest {
    /// The page to return. The first is 0. Default `0`.
    pub page: Option<u64>,
    /// Include archived ones. Default `false`.
    pub include_archived: Option<bool>,
    /// Order by time of creation: `asc` is oldest first. Default `asc`.
    pub sort_direction: Option<SortDirection>,
    /// Return only those edited after this time.
    pub last_edit_time_gt: Option<Timestamp>,
}

impl ListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { page: None, include_archived: None, sort_direction: None, last_edit_time_gt: None }
    }

    /// Sets `page`. The page to return. The first is 0. Default `0`.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }

    /// Sets `include_archived`. Include archived ones. Default `false`.
    #[must_use]
    pub fn include_archived(mut self, include_archived: bool) -> Self {
        self.include_archived = Some(include_archived);
        self
    }

    /// Sets `sort_direction`. Order by time of creation: `asc` is oldest first. Default `asc`.
    #[must_use]
    pub fn sort_direction(mut self, sort_direction: SortDirection) -> Self {
        self.sort_direction = Some(sort_direction);
        self
    }

    /// Sets `last_edit.time[gt]`. Return only those edited after this time.
    #[must_use]
    pub fn last_edit_time_gt(mut self, last_edit_time_gt: impl Into<Timestamp>) -> Self {
        self.last_edit_time_gt = Some(last_edit_time_gt.into());
        self
    }
}

impl Endpoint for ListRequest {
    type Output = List;

    const META: Meta = Meta::get("campaigns.list", "/campaigns/list")
        .permission("campaigns.list")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        if let Some(value) = self.last_edit_time_gt {
            v.timestamp("last_edit.time[gt]", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/list");
        w.query_opt("page", self.page.as_ref());
        w.query_opt("include_archived", self.include_archived.as_ref());
        w.query_opt("sort_direction", self.sort_direction.as_ref());
        w.query_opt("last_edit.time%5Bgt%5D", self.last_edit_time_gt.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<List, DecodeError> {
        reply::json(body)
    }

    fn message(output: &List) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for ListRequest {
    type Item = Campaign;

    const PAGING: Paging = Paging::Number { first: 0 };

    fn position(&self) -> Option<PagePosition> {
        self.page.map(PagePosition::Number)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Number(number) = position {
            self.page = Some(number);
        }
    }

    fn page_size(&self) -> Option<u64> {
        Some(100)
    }

    fn items(output: &List) -> &[Campaign] {
        &output.campaigns
    }

    fn into_items(output: List) -> Vec<Campaign> {
        output.campaigns
    }
}

#[cfg(feature = "operation")]
impl Operation for ListRequest {
    const DESCRIPTION: Description = Description::new("List campaigns")
        .description(
            "Identifier, name and tags of every campaign, 100 to a page, in the order of creation. \
             A page with fewer is the last one.",
        )
        .command(&["campaigns", "list"])
        .parameters(&[
            Parameter::query("page", Kind::Integer { min: Some(0), max: None })
                .default("0")
                .description("The page to return. The first is 0."),
            Parameter::query("include_archived", Kind::Boolean)
                .default("false")
                .description("Include archived ones."),
            Parameter::query("sort_direction", Kind::OneOf(&["asc", "desc"]))
                .default("asc")
                .description("Order by time of creation: `asc` is oldest first."),
            Parameter::query("last_edit.time[gt]", Kind::DateTime)
                .description("Return only those edited after this time."),
        ])
        .items(Items::new("campaigns", &["id", "name", "is_api_campaign", "tags", "last_edited"]))
        .exchanges(&[
            Exchange::new(
                "edited",
                "/campaigns/list?page=0&include_archived=true&sort_direction=desc\
                 &last_edit.time%5Bgt%5D=2024-05-01T00%3A00%3A00Z",
                200,
                r#"{
  "campaigns": [
    {
      "id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03",
      "name": "Cart reminder",
      "is_api_campaign": false,
      "tags": ["cart", null],
      "last_edited": "2024-05-03T09:41:27+00:00"
    }
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "past_the_end",
                "/campaigns/list?page=7",
                200,
                r#"{"campaigns": [], "message": "success"}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let page = r.optional("page");
        let include_archived = r.optional("include_archived");
        let sort_direction = r.optional("sort_direction");
        let last_edit_time_gt = r.optional("last_edit.time[gt]");
        Some(Self { page, include_archived, sort_direction, last_edit_time_gt })
    }

    fn write(output: &List) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ListRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct List {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The campaigns of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub campaigns: Vec<Campaign>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl List {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, campaigns: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for List {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "campaigns" => field.value(&mut self.campaigns),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for List {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.campaigns.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Campaign {
    /// API identifier of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `true` if messages are sent through the API only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_api_campaign: Option<bool>,
    /// Tags of the campaign.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<Option<String>>,
    /// Time of the last edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_edited: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Campaign {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            name: None,
            is_api_campaign: None,
            tags: Vec::new(),
            last_edited: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Campaign {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "is_api_campaign" => field.scalar(&mut self.is_api_campaign, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            "last_edited" => field.scalar(&mut self.last_edited, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Campaign {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Campaign {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.name.scrub(secret);
        self.is_api_campaign.scrub(secret);
        self.tags.scrub(secret);
        self.last_edited.scrub(secret);
        self.extra.scrub(secret);
    }
}
