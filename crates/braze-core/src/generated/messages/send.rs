// Written from spec/paths/messages/send.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /messages/send`: Send messages now.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::wire::{Choice, choice};
use crate::{
    Audience, DecodeError, Dispatch, Effect, Endpoint, Message, Messages, Meta, PartialErrors,
    Pool, Replay, RequestWriter, UserAlias, Violations, reply, wire,
};

/// Sends messages to users, or with `broadcast` to a segment or an audience. A success says that
/// the request was accepted, not that a message arrived: unknown users are passed over.
///
/// `POST /messages/send`, permission `messages.send`, counted in [`Pool::SEND_BROADCASTS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct SendRequest {
    /// The messages and the users.
    pub body: SendBody,
}

impl SendRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: SendBody) -> Self {
        Self { body }
    }
}

impl Endpoint for SendRequest {
    type Output = Dispatch;

    const META: Meta = Meta::new("messages.send", Method::POST, "/messages/send")
        .permission("messages.send")
        .replay(Replay::Unsafe)
        .effect(Effect::Sends)
        .max_body(4_000_000)
        .pool(&Pool::SEND_BROADCASTS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/messages/send");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Dispatch, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Dispatch) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Dispatch) -> Option<&PartialErrors> {
        Some(&output.errors)
    }

    fn pool(&self) -> &'static Pool {
        if self.body.broadcast == Some(true) { &Pool::SEND_BROADCASTS } else { &Pool::DEFAULT }
    }

    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        Some(wire::named(&[
            ("segment_id", self.body.segment_id.as_deref()),
            ("campaign_id", self.body.campaign_id.as_deref()),
            ("send_id", self.body.send_id.as_deref()),
        ]))
    }
}

#[cfg(feature = "operation")]
impl Operation for SendRequest {
    const DESCRIPTION: Description = Description::new("Send messages now")
        .description(
            "Sends messages to users, or with `broadcast` to a segment or an audience. A success \
             says that the request was accepted, not that a message arrived: unknown users are \
             passed over.",
        )
        .command(&["messages", "send"])
        .with_body()
        .body_fields(&[
            Parameter::body("broadcast", Kind::Boolean).description(
                "`true` to send to everybody who is in the segment or the audience. Never \
                     together with named users.",
            ),
            Parameter::body("external_user_ids", Kind::List(&Kind::Text))
                .description("External identifiers of users."),
            Parameter::body("segment_id", Kind::Identifier)
                .description("API identifier of a segment. Beside named users, only those in it."),
            Parameter::body("campaign_id", Kind::Identifier).description(
                "API identifier of an API campaign, for statistics. Each message then needs \
                     `message_variation_id`.",
            ),
            Parameter::body("send_id", Kind::Text)
                .description("Identifier of the send, for its statistics: ASCII."),
            Parameter::body("override_frequency_capping", Kind::Boolean)
                .description("`true` to send even if the user has had enough messages."),
            Parameter::body(
                "recipient_subscription_state",
                Kind::OneOf(&["opted_in", "subscribed", "all"]),
            )
            .description(
                "Users to send to, by their state: `opted_in` only, `subscribed` as well, or \
                     `all`.",
            ),
        ])
        .exchanges(&[Exchange::new(
            "push",
            "/messages/send",
            201,
            r#"{
  "dispatch_id": "0f3c1d2e3f4a5b6c7d8e9f0a1b2c3d4e",
  "message": "success"
}"#,
        )
        .body(
            r#"{
  "external_user_ids": ["u-17"],
  "messages": {
    "apple_push": {"alert": "Ferry in 10 min"}
  }
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Dispatch) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Dispatch) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SendBody {
    /// `true` to send to everybody who is in the segment or the audience. Never together with named
    /// users.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub broadcast: Option<bool>,
    /// External identifiers of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_user_ids: Vec<String>,
    /// Aliases of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_aliases: Vec<UserAlias>,
    /// API identifier of a segment. Beside named users, only those in it.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub segment_id: Option<String>,
    /// A connected audience: a filter, or filters that are joined by `AND` or `OR`. A filter is an
    /// object with one of `custom_attribute`, `push_subscription_status`,
    /// `email_subscription_status` and `last_used_app`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub audience: Option<Audience>,
    /// API identifier of an API campaign, for statistics. Each message then needs
    /// `message_variation_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub campaign_id: Option<String>,
    /// Identifier of the send, for its statistics: ASCII. From 1 to 64 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_id: Option<String>,
    /// `true` to send even if the user has had enough messages.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub override_frequency_capping: Option<bool>,
    /// Users to send to, by their state: `opted_in` only, `subscribed` as well, or `all`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub recipient_subscription_state: Option<SendBodyRecipientSubscriptionState>,
    /// Messages by channel.
    pub messages: Messages,
}

impl SendBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(messages: Messages) -> Self {
        Self {
            broadcast: None,
            external_user_ids: Vec::new(),
            user_aliases: Vec::new(),
            segment_id: None,
            audience: None,
            campaign_id: None,
            send_id: None,
            override_frequency_capping: None,
            recipient_subscription_state: None,
            messages,
        }
    }

    /// Greatest number of items of `external_user_ids`.
    pub const MAX_EXTERNAL_USER_IDS: usize = 50;

    /// Greatest number of items of `user_aliases`.
    pub const MAX_USER_ALIASES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        if !self.external_user_ids.is_empty() {
            v.length("external_user_ids", self.external_user_ids.len(), "items", None, Some(50));
            for value in &self.external_user_ids {
                v.text("external_user_ids", value);
            }
        }
        if !self.user_aliases.is_empty() {
            v.length("user_aliases", self.user_aliases.len(), "items", None, Some(50));
            v.each("user_aliases", &self.user_aliases, UserAlias::validate);
        }
        if let Some(value) = &self.segment_id {
            v.identifier("segment_id", value);
        }
        if let Some(value) = &self.audience {
            value.check("audience", v);
        }
        if let Some(value) = &self.campaign_id {
            v.identifier("campaign_id", value);
        }
        if let Some(value) = &self.send_id {
            v.text("send_id", value);
            v.length("send_id", value.chars().count(), "characters", None, Some(64));
            v.characters("send_id", value, &[' '..='~'], " -~");
        }
        v.within("messages", |v| self.messages.validate(v));
        v.at_least_one(&[
            ("segment_id", self.segment_id.is_some()),
            ("external_user_ids", !self.external_user_ids.is_empty()),
            ("user_aliases", !self.user_aliases.is_empty()),
            ("audience", self.audience.is_some()),
        ]);
        v.items_together(
            50,
            &[
                ("external_user_ids", self.external_user_ids.len()),
                ("user_aliases", self.user_aliases.len()),
            ],
        );
        if self.broadcast == Some(true) {
            v.forbidden_by(
                "`broadcast: true`",
                &[
                    ("external_user_ids", !self.external_user_ids.is_empty()),
                    ("user_aliases", !self.user_aliases.is_empty()),
                ],
            );
        }
        if self.broadcast != Some(true) {
            v.at_least_one_by(
                "`broadcast: false`",
                &[
                    ("external_user_ids", !self.external_user_ids.is_empty()),
                    ("user_aliases", !self.user_aliases.is_empty()),
                ],
            );
        }
    }

    /// Sets `broadcast`. `true` to send to everybody who is in the segment or the audience. Never
    /// together with named users.
    #[must_use]
    pub fn broadcast(mut self, broadcast: bool) -> Self {
        self.broadcast = Some(broadcast);
        self
    }

    /// Sets `external_user_ids`. External identifiers of users. At most 50 items.
    #[must_use]
    pub fn external_user_ids(
        mut self,
        external_user_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.external_user_ids = external_user_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `user_aliases`. Aliases of users. At most 50 items.
    #[must_use]
    pub fn user_aliases(mut self, user_aliases: impl IntoIterator<Item = UserAlias>) -> Self {
        self.user_aliases = user_aliases.into_iter().collect();
        self
    }

    /// Sets `segment_id`. API identifier of a segment. Beside named users, only those in it.
    #[must_use]
    pub fn segment_id(mut self, segment_id: impl Into<String>) -> Self {
        self.segment_id = Some(segment_id.into());
        self
    }

    /// Sets `audience`. A connected audience: a filter, or filters that are joined by `AND` or
    /// `OR`. A filter is an object with one of `custom_attribute`, `push_subscription_status`,
    /// `email_subscription_status` and `last_used_app`.
    #[must_use]
    pub fn audience(mut self, audience: impl Into<Audience>) -> Self {
        self.audience = Some(audience.into());
        self
    }

    /// Sets `campaign_id`. API identifier of an API campaign, for statistics. Each message then
    /// needs `message_variation_id`.
    #[must_use]
    pub fn campaign_id(mut self, campaign_id: impl Into<String>) -> Self {
        self.campaign_id = Some(campaign_id.into());
        self
    }

    /// Sets `send_id`. Identifier of the send, for its statistics: ASCII. From 1 to 64 characters.
    #[must_use]
    pub fn send_id(mut self, send_id: impl Into<String>) -> Self {
        self.send_id = Some(send_id.into());
        self
    }

    /// Sets `override_frequency_capping`. `true` to send even if the user has had enough messages.
    #[must_use]
    pub fn override_frequency_capping(mut self, override_frequency_capping: bool) -> Self {
        self.override_frequency_capping = Some(override_frequency_capping);
        self
    }

    /// Sets `recipient_subscription_state`. Users to send to, by their state: `opted_in` only,
    /// `subscribed` as well, or `all`.
    #[must_use]
    pub fn recipient_subscription_state(
        mut self,
        recipient_subscription_state: SendBodyRecipientSubscriptionState,
    ) -> Self {
        self.recipient_subscription_state = Some(recipient_subscription_state);
        self
    }
}

/// Users to send to, by their state: `opted_in` only, `subscribed` as well, or `all`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SendBodyRecipientSubscriptionState {
    /// `opted_in`
    OptedIn,
    /// `subscribed`
    Subscribed,
    /// `all`
    All,
}

impl Choice for SendBodyRecipientSubscriptionState {
    const ALL: &[Self] = &[Self::OptedIn, Self::Subscribed, Self::All];

    fn as_str(&self) -> &'static str {
        match self {
            Self::OptedIn => "opted_in",
            Self::Subscribed => "subscribed",
            Self::All => "all",
        }
    }
}

choice!(SendBodyRecipientSubscriptionState);
