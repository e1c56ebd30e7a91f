// Written from spec/paths/users/export_ids.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/export/ids`: Export users by identifier.

use http::Method;
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
    DecodeError, Effect, Endpoint, ExportedUser, Message, Meta, Pool, Replay, RequestWriter, Scrub,
    Secret, UserAlias, Violations, reply,
};

/// Profiles of up to 50 users. An identifier without a user is no error: the reply lists it. Only
/// the exported fields that are not empty are in a profile.
///
/// `POST /users/export/ids`, permission `users.export.ids`, counted in [`Pool::USERS_EXPORT_IDS`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExportIdsRequest {
    /// The body of the request.
    pub body: ExportIdsBody,
}

impl ExportIdsRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ExportIdsBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ExportIdsRequest {
    type Output = ExportIds;

    const META: Meta = Meta::new("users.export_ids", Method::POST, "/users/export/ids")
        .permission("users.export.ids")
        .replay(Replay::Safe)
        .effect(Effect::Reads)
        .pool(&Pool::USERS_EXPORT_IDS);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/export/ids");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ExportIds, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ExportIds) -> Option<&Message> {
        output.message.as_ref()
    }
}

#[cfg(feature = "operation")]
impl Operation for ExportIdsRequest {
    const DESCRIPTION: Description = Description::new("Export users by identifier")
        .description(
            "Profiles of up to 50 users. An identifier without a user is no error: the reply lists \
             it. Only the exported fields that are not empty are in a profile.",
        )
        .command(&["users", "export-ids"])
        .with_body()
        .body_fields(
            &[
                Parameter::body("external_ids", Kind::List(&Kind::Text))
                    .description(
                        "External identifiers of users. The server may count them together with \
                     `user_aliases`.",
                    ),
                Parameter::body("device_id", Kind::Text)
                    .description("Identifier of a device."),
                Parameter::body("braze_id", Kind::Text)
                    .description("Identifier that Braze gave to the user."),
                Parameter::body("email_address", Kind::Text)
                    .description("Email address of users."),
                Parameter::body("phone", Kind::Text)
                    .description("Telephone number of users, in E.164 format."),
                Parameter::body("fields_to_export", Kind::List(&Kind::Text))
                    .description(
                        "Fields of the profile to return, such as `external_id`, `email` or \
                     `custom_attributes`. Accounts created since 22 August 2024 must name them; \
                     for others the default is all fields.",
                    ),
            ],
        )
        .items(
            Items::new(
                "users",
                &[
                    "external_id",
                    "braze_id",
                    "first_name",
                    "last_name",
                    "email",
                    "phone",
                    "home_city",
                    "country",
                    "language",
                    "time_zone",
                    "dob",
                    "created_at",
                    "created_from",
                    "uninstalled_at",
                    "attributed_campaign",
                    "attributed_source",
                    "attributed_adgroup",
                    "attributed_ad",
                    "appboy_id",
                    "gender",
                    "user_aliases",
                    "last_coordinates",
                    "total_revenue",
                    "random_bucket",
                    "email_subscribe",
                    "push_subscribe",
                    "push_opted_in_at",
                    "push_unsubscribed_at",
                    "email_opted_in_at",
                    "email_unsubscribed_at",
                    "custom_attributes",
                    "custom_events",
                    "purchases",
                    "devices",
                    "push_tokens",
                    "apps",
                    "campaigns_received",
                    "canvases_received",
                    "cards_clicked",
                ],
            ),
        )
        .exchanges(
            &[
                Exchange::new(
                        "two",
                        "/users/export/ids",
                        201,
                        r#"{
  "users": [
    {
      "external_id": "cust-77",
      "braze_id": "60a1b2c3d4e5f60718293a4b",
      "email": "ada@example.com",
      "custom_attributes": {"tier": "gold", "sizes": [38, 40]},
      "total_revenue": 0.0,
      "random_bucket": 4711
    }
  ],
  "invalid_user_ids": ["cust-78"],
  "message": "success"
}"#,
                    )
                    .body(
                        r#"{
  "external_ids": ["cust-77", "cust-78"],
  "fields_to_export": ["external_id", "braze_id", "email", "custom_attributes", "total_revenue", "random_bucket"]
}"#,
                    ),
                Exchange::new(
                        "profile",
                        "/users/export/ids",
                        201,
                        r#"{
  "users": [
    {
      "created_at": "2024-01-17T20:01:33.385Z",
      "external_id": "cust-79",
      "braze_id": "60a1b2c3d4e5f60718293a4c",
      "user_aliases": [{"alias_name": "ada", "alias_label": "forum"}],
      "first_name": "Ada",
      "gender": "F",
      "dob": "1985-12-10",
      "country": "GB",
      "language": "en",
      "time_zone": "Europe/London",
      "last_coordinates": [51.5, -0.12],
      "email_subscribe": "opted_in",
      "push_subscribe": "subscribed",
      "custom_events": [
        {
          "name": "checkout",
          "first": "2024-02-01T08:12:00.000Z",
          "last": "2024-05-01T19:40:10.000Z",
          "count": 7
        }
      ],
      "purchases": [
        {
          "name": "sku-1",
          "first": "2024-02-01T08:12:30.000Z",
          "last": "2024-03-09T10:00:00.000Z",
          "count": 2
        }
      ],
      "devices": [
        {
          "model": "iPhone 15",
          "os": "iOS 17.4",
          "carrier": null,
          "device_id": "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cd001",
          "idfa": null,
          "ad_tracking_enabled": false
        }
      ],
      "push_tokens": [
        {
          "app": "Shop",
          "platform": "iOS",
          "token": "1f2e3d4c",
          "device_id": "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cd001",
          "notifications_enabled": true,
          "provisionally_opted_in": null
        }
      ],
      "apps": [
        {
          "name": "Shop",
          "platform": "iOS",
          "version": "7.2.0",
          "sessions": 41,
          "first_used": "2024-01-17T20:01:33.385Z",
          "last_used": "2024-05-02T18:30:00.000Z"
        }
      ],
      "campaigns_received": [
        {
          "name": "Spring push",
          "api_campaign_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
          "last_received": "2024-03-02T08:15:00.000Z",
          "engaged": {"opened_push": true},
          "converted": true,
          "multiple_converted": {"Primary Conversion Event - A": true},
          "in_control": false,
          "variation_name": "Variant 1",
          "variation_api_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0c"
        }
      ],
      "canvases_received": [
        {
          "name": "Onboarding",
          "api_canvas_id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101",
          "last_received_message": "2024-01-18T09:00:00.000Z",
          "last_entered": "2024-01-17T20:02:00.000Z",
          "variation_name": "Variant 1",
          "in_control": false,
          "last_entered_control_at": null,
          "steps_received": [
            {
              "name": "Hello",
              "api_canvas_step_id": "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301",
              "last_received": "2024-01-18T09:00:00.000Z"
            }
          ]
        }
      ],
      "cards_clicked": [{"name": "Spring card"}]
    }
  ],
  "message": "success"
}"#,
                    )
                    .body(
                        r#"{
  "user_aliases": [
    {"alias_name": "ada", "alias_label": "forum"}
  ]
}"#,
                    ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &ExportIds) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &ExportIds) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ExportIdsBody {
    /// External identifiers of users. The server may count them together with `user_aliases`. At
    /// most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_ids: Vec<String>,
    /// Aliases of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user_aliases: Vec<UserAlias>,
    /// Identifier of a device. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub device_id: Option<String>,
    /// Identifier that Braze gave to the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub braze_id: Option<String>,
    /// Email address of users. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email_address: Option<String>,
    /// Telephone number of users, in E.164 format. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub phone: Option<String>,
    /// Fields of the profile to return, such as `external_id`, `email` or `custom_attributes`.
    /// Accounts created since 22 August 2024 must name them; for others the default is all fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields_to_export: Vec<String>,
}

impl ExportIdsBody {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_ids: Vec::new(),
            user_aliases: Vec::new(),
            device_id: None,
            braze_id: None,
            email_address: None,
            phone: None,
            fields_to_export: Vec::new(),
        }
    }

    /// Greatest number of items of `external_ids`.
    pub const MAX_EXTERNAL_IDS: usize = 50;

    /// Greatest number of items of `user_aliases`.
    pub const MAX_USER_ALIASES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        if !self.external_ids.is_empty() {
            v.length("external_ids", self.external_ids.len(), "items", None, Some(50));
            for value in &self.external_ids {
                v.text("external_ids", value);
            }
        }
        if !self.user_aliases.is_empty() {
            v.length("user_aliases", self.user_aliases.len(), "items", None, Some(50));
            v.each("user_aliases", &self.user_aliases, UserAlias::validate);
        }
        if let Some(value) = &self.device_id {
            v.text("device_id", value);
        }
        if let Some(value) = &self.braze_id {
            v.text("braze_id", value);
        }
        if let Some(value) = &self.email_address {
            v.text("email_address", value);
        }
        if let Some(value) = &self.phone {
            v.text("phone", value);
        }
        for value in &self.fields_to_export {
            v.text("fields_to_export", value);
        }
        v.at_least_one(&[
            ("external_ids", !self.external_ids.is_empty()),
            ("user_aliases", !self.user_aliases.is_empty()),
            ("device_id", self.device_id.is_some()),
            ("braze_id", self.braze_id.is_some()),
            ("email_address", self.email_address.is_some()),
            ("phone", self.phone.is_some()),
        ]);
        v.at_most_one(&[
            ("device_id", self.device_id.is_some()),
            ("email_address", self.email_address.is_some()),
            ("phone", self.phone.is_some()),
        ]);
    }

    /// Sets `external_ids`. External identifiers of users. The server may count them together with
    /// `user_aliases`. At most 50 items.
    #[must_use]
    pub fn external_ids(
        mut self,
        external_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.external_ids = external_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `user_aliases`. Aliases of users. At most 50 items.
    #[must_use]
    pub fn user_aliases(mut self, user_aliases: impl IntoIterator<Item = UserAlias>) -> Self {
        self.user_aliases = user_aliases.into_iter().collect();
        self
    }

    /// Sets `device_id`. Identifier of a device. At least 1 character.
    #[must_use]
    pub fn device_id(mut self, device_id: impl Into<String>) -> Self {
        self.device_id = Some(device_id.into());
        self
    }

    /// Sets `braze_id`. Identifier that Braze gave to the user. At least 1 character.
    #[must_use]
    pub fn braze_id(mut self, braze_id: impl Into<String>) -> Self {
        self.braze_id = Some(braze_id.into());
        self
    }

    /// Sets `email_address`. Email address of users. At least 1 character.
    #[must_use]
    pub fn email_address(mut self, email_address: impl Into<String>) -> Self {
        self.email_address = Some(email_address.into());
        self
    }

    /// Sets `phone`. Telephone number of users, in E.164 format. At least 1 character.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `fields_to_export`. Fields of the profile to return, such as `external_id`, `email` or
    /// `custom_attributes`. Accounts created since 22 August 2024 must name them; for others the
    /// default is all fields.
    #[must_use]
    pub fn fields_to_export(
        mut self,
        fields_to_export: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.fields_to_export = fields_to_export.into_iter().map(Into::into).collect();
        self
    }
}

/// Reply of [`ExportIdsRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportIds {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The users that were found.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub users: Vec<ExportedUser>,
    /// Identifiers without a user.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub invalid_user_ids: Vec<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportIds {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            users: Vec::new(),
            invalid_user_ids: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportIds {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "users" => field.value(&mut self.users),
            "invalid_user_ids" => field.value(&mut self.invalid_user_ids),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportIds {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportIds {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.users.scrub(secret);
        self.invalid_user_ids.scrub(secret);
        self.extra.scrub(secret);
    }
}
