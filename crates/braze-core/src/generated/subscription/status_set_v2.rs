// Written from spec/paths/subscription/status_set_v2.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /v2/subscription/status/set`: Set states in several subscription groups.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Operation, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, GroupState, Message, Meta, PartialErrors,
    RequestWriter, Violations, reply,
};

/// Sets states of up to 50 users in several subscription groups. A request holds email addresses or
/// telephone numbers, not both. Users of SMS groups may be asked to confirm, once a day at most.
///
/// `POST /v2/subscription/status/set`, permission `subscription.status.set`, counted in
/// [`Pool::SUBSCRIPTION_STATUS_SET`](crate::Pool::SUBSCRIPTION_STATUS_SET).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusSetV2Request {
    /// The groups, each with a state and users.
    pub body: StatusSetV2Body,
}

impl StatusSetV2Request {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: StatusSetV2Body) -> Self {
        Self { body }
    }
}

impl Endpoint for StatusSetV2Request {
    type Output = Acknowledgement;

    const META: Meta = Meta::SUBSCRIPTION_STATUS_SET_V2;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/v2/subscription/status/set");
        w.json(&self.body);
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Acknowledgement, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Acknowledgement) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Acknowledgement) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for StatusSetV2Request {
    const DESCRIPTION: Description = Description::new("Set states in several subscription groups")
        .description(
            "Sets states of up to 50 users in several subscription groups. A request holds email \
             addresses or telephone numbers, not both. Users of SMS groups may be asked to \
             confirm, once a day at most.",
        )
        .command(&["subscription", "status-set-v2"])
        .with_body()
        .exchanges(&[Exchange::new(
            "one",
            "/v2/subscription/status/set",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "subscription_groups": [
    {
      "subscription_group_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
      "subscription_state": "subscribed",
      "external_ids": ["u-17"]
    }
  ]
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        201
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct StatusSetV2Body {
    /// The groups. At least 1 item.
    pub subscription_groups: Vec<GroupUpdate>,
}

impl StatusSetV2Body {
    /// An object with the required fields.
    #[must_use]
    pub fn new(subscription_groups: impl IntoIterator<Item = GroupUpdate>) -> Self {
        Self { subscription_groups: subscription_groups.into_iter().collect() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("subscription_groups", self.subscription_groups.len(), "items", Some(1), None);
        v.each("subscription_groups", &self.subscription_groups, GroupUpdate::validate);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct GroupUpdate {
    /// API identifier of the subscription group.
    pub subscription_group_id: String,
    /// State of a subscription to a group.
    pub subscription_state: GroupState,
    /// External identifiers of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_ids: Vec<String>,
    /// Email addresses of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Telephone numbers of users, in E.164 format. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<String>,
    /// `true` to ask users of SMS groups to confirm.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_double_opt_in_logic: Option<bool>,
}

impl GroupUpdate {
    /// An object with the required fields.
    #[must_use]
    pub fn new(subscription_group_id: impl Into<String>, subscription_state: GroupState) -> Self {
        Self {
            subscription_group_id: subscription_group_id.into(),
            subscription_state,
            external_ids: Vec::new(),
            emails: Vec::new(),
            phones: Vec::new(),
            use_double_opt_in_logic: None,
        }
    }

    /// Greatest number of items of `external_ids`.
    pub const MAX_EXTERNAL_IDS: usize = 50;

    /// Greatest number of items of `emails`.
    pub const MAX_EMAILS: usize = 50;

    /// Greatest number of items of `phones`.
    pub const MAX_PHONES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("subscription_group_id", &self.subscription_group_id);
        if !self.external_ids.is_empty() {
            v.length("external_ids", self.external_ids.len(), "items", None, Some(50));
            for value in &self.external_ids {
                v.text("external_ids", value);
            }
        }
        if !self.emails.is_empty() {
            v.length("emails", self.emails.len(), "items", None, Some(50));
            for value in &self.emails {
                v.text("emails", value);
            }
        }
        if !self.phones.is_empty() {
            v.length("phones", self.phones.len(), "items", None, Some(50));
            for value in &self.phones {
                v.text("phones", value);
            }
        }
        v.at_least_one(&[
            ("external_ids", !self.external_ids.is_empty()),
            ("emails", !self.emails.is_empty()),
            ("phones", !self.phones.is_empty()),
        ]);
        v.at_most_one(&[
            ("external_ids", !self.external_ids.is_empty()),
            ("emails", !self.emails.is_empty()),
            ("phones", !self.phones.is_empty()),
        ]);
    }

    /// Sets `external_ids`. External identifiers of users. At most 50 items.
    #[must_use]
    pub fn external_ids(
        mut self,
        external_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.external_ids = external_ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `emails`. Email addresses of users. At most 50 items.
    #[must_use]
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.emails = emails.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `phones`. Telephone numbers of users, in E.164 format. At most 50 items.
    #[must_use]
    pub fn phones(mut self, phones: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.phones = phones.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `use_double_opt_in_logic`. `true` to ask users of SMS groups to confirm.
    #[must_use]
    pub fn use_double_opt_in_logic(mut self, use_double_opt_in_logic: bool) -> Self {
        self.use_double_opt_in_logic = Some(use_double_opt_in_logic);
        self
    }
}
