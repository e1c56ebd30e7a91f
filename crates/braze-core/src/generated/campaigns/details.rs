// Written from spec/paths/campaigns/details.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /campaigns/details`: Get a campaign's details.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    Channel, ConversionBehavior, DecodeError, Endpoint, Message, MessageContent, Meta, Pool,
    Replay, RequestWriter, ScheduleType, Scrub, Secret, Violations, reply,
};

/// Settings, messages and conversion events of one campaign.
///
/// `GET /campaigns/details`, permission `campaigns.details`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, campaigns};
///
/// let request = campaigns::DetailsRequest::new("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DetailsRequest {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Return the draft with the changes that are not published yet. Default `false`.
    pub post_launch_draft_version: Option<bool>,
    /// Add `has_translatable_content` to each message. Default `false`.
    pub include_has_translatable_content: Option<bool>,
}

impl DetailsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>) -> Self {
        Self {
            campaign_id: campaign_id.into(),
            post_launch_draft_version: None,
            include_has_translatable_content: None,
        }
    }

    /// Sets `post_launch_draft_version`. Return the draft with the changes that are not published
    /// yet. Default `false`.
    #[must_use]
    pub fn post_launch_draft_version(mut self, post_launch_draft_version: bool) -> Self {
        self.post_launch_draft_version = Some(post_launch_draft_version);
        self
    }

    /// Sets `include_has_translatable_content`. Add `has_translatable_content` to each message.
    /// Default `false`.
    #[must_use]
    pub fn include_has_translatable_content(
        mut self,
        include_has_translatable_content: bool,
    ) -> Self {
        self.include_has_translatable_content = Some(include_has_translatable_content);
        self
    }
}

impl Endpoint for DetailsRequest {
    type Output = Details;

    const META: Meta = Meta::get("campaigns.details", "/campaigns/details")
        .permission("campaigns.details")
        .replay(Replay::Safe)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/details");
        w.query("campaign_id", &self.campaign_id);
        w.query_opt("post_launch_draft_version", self.post_launch_draft_version.as_ref());
        w.query_opt(
            "include_has_translatable_content",
            self.include_has_translatable_content.as_ref(),
        );
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Details, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Details) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for DetailsRequest {
    const DESCRIPTION: Description = Description::new("Get a campaign's details")
        .description("Settings, messages and conversion events of one campaign.")
        .command(&["campaigns", "details"])
        .parameters(&[
            Parameter::query("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::query("post_launch_draft_version", Kind::Boolean)
                .default("false")
                .description("Return the draft with the changes that are not published yet."),
            Parameter::query("include_has_translatable_content", Kind::Boolean)
                .default("false")
                .description("Add `has_translatable_content` to each message."),
        ])
        .exchanges(&[
            Exchange::new(
                "email",
                "/campaigns/details?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03",
                200,
                r#"{
  "message": "success",
  "created_at": "2024-01-10T09:00:00+00:00",
  "updated_at": "2024-02-01T10:30:00+00:00",
  "archived": false,
  "draft": false,
  "enabled": true,
  "has_post_launch_draft": false,
  "name": "Cart reminder",
  "description": "",
  "schedule_type": "action_based",
  "channels": ["email"],
  "first_sent": "2024-01-12T07:00:00+00:00",
  "last_sent": null,
  "tags": ["cart"],
  "teams": [],
  "messages": {
    "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a": {
      "channel": "email",
      "name": "Variant 1",
      "subject": "You left something behind",
      "body": "<p>Hello</p>",
      "from": "Shop <shop@example.com>",
      "reply_to": "help@example.com",
      "title": "Cart email",
      "preheader": "",
      "extras": [],
      "should_inline_css": true,
      "should_whitespace_header": false,
      "email_headers": []
    },
    "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0b": {"channel": "email", "type": "control"}
  },
  "conversion_behaviors": [
    {"type": "Makes Specific Purchase", "window": 86400, "product": "Blue mug"},
    {"type": "Starts Session", "window": 259200, "app_ids": null}
  ]
}"#,
            ),
            Exchange::new(
                "draft",
                "/campaigns/details?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01\
                 &post_launch_draft_version=true&include_has_translatable_content=true",
                200,
                r#"{
  "created_at": "2024-03-01T09:00:00+00:00",
  "updated_at": "2024-03-02T08:15:00+00:00",
  "archived": false,
  "draft": true,
  "enabled": true,
  "has_post_launch_draft": true,
  "name": "Spring push",
  "description": "Spring collection",
  "schedule_type": "time_based",
  "channels": ["ios_push", "whats_app"],
  "first_sent": null,
  "last_sent": null,
  "tags": ["spring"],
  "teams": ["marketing"],
  "messages": {
    "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0c": {
      "channel": "ios_push",
      "name": "Variant 1",
      "alert": "The spring collection is here",
      "title": "Spring",
      "action": "https://shop.example.com/spring",
      "image_url": "",
      "large_image_url": null,
      "extras": {"campaign": "spring"},
      "has_translatable_content": true
    },
    "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0d": {
      "channel": "whats_app",
      "name": null,
      "subscription_group_id": "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34",
      "from": ["+15555550100"],
      "layout": "quick-reply",
      "header_text": "Spring",
      "body_text": "The spring collection is here",
      "buttons": [{"text": "Show me"}],
      "has_translatable_content": null
    }
  },
  "conversion_behaviors": [
    {
      "type": "Performs Custom Event",
      "window": 432000,
      "custom_event_name": "checkout",
      "app_ids": ["6c1f5f3a-93a4-4d0b-9d6f-0c7f0a5d2b11"]
    }
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "survey",
                "/campaigns/details?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b04",
                200,
                r#"{
  "name": "How did we do?",
  "channels": ["in_app_message"],
  "messages": {
    "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0e": {
      "type": "survey",
      "data": {
        "pages": [
          {
            "header": {"text": "How was your visit?"},
            "choices": [
              {
                "choice_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2bf1",
                "text": "Good",
                "custom_attribute_key": "visit",
                "custom_attribute_value": "good",
                "deleted": false
              }
            ]
          }
        ]
      }
    }
  },
  "message": "success"
}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let campaign_id = r.required("campaign_id");
        let post_launch_draft_version = r.optional("post_launch_draft_version");
        let include_has_translatable_content = r.optional("include_has_translatable_content");
        Some(Self {
            campaign_id: campaign_id?,
            post_launch_draft_version,
            include_has_translatable_content,
        })
    }

    fn write(output: &Details) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DetailsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Details {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
    /// Time of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<String>,
    /// `true` if the campaign is archived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<bool>,
    /// `true` if the campaign is a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draft: Option<bool>,
    /// `true` if the campaign is active.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    /// `true` if the campaign runs and has changes that are not published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_post_launch_draft: Option<bool>,
    /// Name of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Description of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Trigger of the messages.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_type: Option<ScheduleType>,
    /// Channels of the campaign.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub channels: Vec<Channel>,
    /// Time of the first send, or `null` before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_sent: Option<String>,
    /// Time of the latest send, or `null` before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_sent: Option<String>,
    /// Tags of the campaign.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub tags: Vec<Option<String>>,
    /// Teams of the campaign.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub teams: Vec<Option<String>>,
    /// Messages by the API identifier of their variation.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub messages: BTreeMap<String, MessageContent>,
    /// Conversion events in the order A, B, C, D.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub conversion_behaviors: Vec<ConversionBehavior>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Details {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            created_at: None,
            updated_at: None,
            archived: None,
            draft: None,
            enabled: None,
            has_post_launch_draft: None,
            name: None,
            description: None,
            schedule_type: None,
            channels: Vec::new(),
            first_sent: None,
            last_sent: None,
            tags: Vec::new(),
            teams: Vec::new(),
            messages: BTreeMap::new(),
            conversion_behaviors: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Details {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            "archived" => field.scalar(&mut self.archived, &mut self.extra),
            "draft" => field.scalar(&mut self.draft, &mut self.extra),
            "enabled" => field.scalar(&mut self.enabled, &mut self.extra),
            "has_post_launch_draft" => {
                field.scalar(&mut self.has_post_launch_draft, &mut self.extra)
            }
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "schedule_type" => field.scalar(&mut self.schedule_type, &mut self.extra),
            "channels" => field.value(&mut self.channels),
            "first_sent" => field.scalar(&mut self.first_sent, &mut self.extra),
            "last_sent" => field.scalar(&mut self.last_sent, &mut self.extra),
            "tags" => field.value(&mut self.tags),
            "teams" => field.value(&mut self.teams),
            "messages" => field.value(&mut self.messages),
            "conversion_behaviors" => field.value(&mut self.conversion_behaviors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Details {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Details {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.created_at.scrub(secret);
        self.updated_at.scrub(secret);
        self.archived.scrub(secret);
        self.draft.scrub(secret);
        self.enabled.scrub(secret);
        self.has_post_launch_draft.scrub(secret);
        self.name.scrub(secret);
        self.description.scrub(secret);
        self.schedule_type.scrub(secret);
        self.channels.scrub(secret);
        self.first_sent.scrub(secret);
        self.last_sent.scrub(secret);
        self.tags.scrub(secret);
        self.teams.scrub(secret);
        self.messages.scrub(secret);
        self.conversion_behaviors.scrub(secret);
        self.extra.scrub(secret);
    }
}
