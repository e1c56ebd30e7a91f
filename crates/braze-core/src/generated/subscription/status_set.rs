// Written from spec/paths/subscription/status_set.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /subscription/status/set`: Set states in a subscription group.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, GroupState, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Sets the state of up to 50 users in one subscription group. All profiles with an email address
/// or a telephone number change. Users of SMS groups may be asked to confirm, once a day at most.
///
/// `POST /subscription/status/set`, permission `subscription.status.set`, counted in
/// [`Pool::SUBSCRIPTION_STATUS_SET`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusSetRequest {
    /// The group, the state and the users.
    pub body: StatusSetBody,
}

impl StatusSetRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: StatusSetBody) -> Self {
        Self { body }
    }
}

impl Endpoint for StatusSetRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("subscription.status_set", Method::POST, "/subscription/status/set")
            .permission("subscription.status.set")
            .replay(Replay::Idempotent)
            .pool(&Pool::SUBSCRIPTION_STATUS_SET);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/subscription/status/set");
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
impl Operation for StatusSetRequest {
    const DESCRIPTION: Description = Description::new("Set states in a subscription group")
        .description(
            "Sets the state of up to 50 users in one subscription group. All profiles with an \
             email address or a telephone number change. Users of SMS groups may be asked to \
             confirm, once a day at most.",
        )
        .command(&["subscription", "status-set"])
        .with_body()
        .body_fields(&[
            Parameter::body("subscription_group_id", Kind::Identifier)
                .required()
                .description("API identifier of the subscription group."),
            Parameter::body("subscription_state", Kind::OneOf(&["subscribed", "unsubscribed"]))
                .required()
                .description("State of a subscription to a group."),
            Parameter::body("external_id", Kind::List(&Kind::Text))
                .description("External identifiers of users."),
            Parameter::body("email", Kind::List(&Kind::Text))
                .description("Email addresses of users."),
            Parameter::body("phone", Kind::List(&Kind::Text))
                .description("Telephone numbers of users, in E.164 format."),
            Parameter::body("use_double_opt_in_logic", Kind::Boolean)
                .description("`true` to ask users of SMS groups to confirm."),
        ])
        .exchanges(&[Exchange::new(
            "one",
            "/subscription/status/set",
            201,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "subscription_group_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
  "subscription_state": "unsubscribed",
  "external_id": ["u-17"]
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
pub struct StatusSetBody {
    /// API identifier of the subscription group.
    pub subscription_group_id: String,
    /// State of a subscription to a group.
    pub subscription_state: GroupState,
    /// External identifiers of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_id: Vec<String>,
    /// Email addresses of users. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub email: Vec<String>,
    /// Telephone numbers of users, in E.164 format. At most 50 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phone: Vec<String>,
    /// `true` to ask users of SMS groups to confirm.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_double_opt_in_logic: Option<bool>,
}

impl StatusSetBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(subscription_group_id: impl Into<String>, subscription_state: GroupState) -> Self {
        Self {
            subscription_group_id: subscription_group_id.into(),
            subscription_state,
            external_id: Vec::new(),
            email: Vec::new(),
            phone: Vec::new(),
            use_double_opt_in_logic: None,
        }
    }

    /// Greatest number of items of `external_id`.
    pub const MAX_EXTERNAL_ID: usize = 50;

    /// Greatest number of items of `email`.
    pub const MAX_EMAIL: usize = 50;

    /// Greatest number of items of `phone`.
    pub const MAX_PHONE: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("subscription_group_id", &self.subscription_group_id);
        if !self.external_id.is_empty() {
            v.length("external_id", self.external_id.len(), "items", None, Some(50));
            for value in &self.external_id {
                v.text("external_id", value);
            }
        }
        if !self.email.is_empty() {
            v.length("email", self.email.len(), "items", None, Some(50));
            for value in &self.email {
                v.text("email", value);
            }
        }
        if !self.phone.is_empty() {
            v.length("phone", self.phone.len(), "items", None, Some(50));
            for value in &self.phone {
                v.text("phone", value);
            }
        }
        v.at_least_one(&[
            ("external_id", !self.external_id.is_empty()),
            ("email", !self.email.is_empty()),
            ("phone", !self.phone.is_empty()),
        ]);
        v.at_most_one(&[("email", !self.email.is_empty()), ("phone", !self.phone.is_empty())]);
    }

    /// Sets `external_id`. External identifiers of users. At most 50 items.
    #[must_use]
    pub fn external_id(mut self, external_id: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.external_id = external_id.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `email`. Email addresses of users. At most 50 items.
    #[must_use]
    pub fn email(mut self, email: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.email = email.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `phone`. Telephone numbers of users, in E.164 format. At most 50 items.
    #[must_use]
    pub fn phone(mut self, phone: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.phone = phone.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `use_double_opt_in_logic`. `true` to ask users of SMS groups to confirm.
    #[must_use]
    pub fn use_double_opt_in_logic(mut self, use_double_opt_in_logic: bool) -> Self {
        self.use_double_opt_in_logic = Some(use_double_opt_in_logic);
        self
    }
}
