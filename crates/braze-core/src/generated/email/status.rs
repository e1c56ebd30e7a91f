// Written from spec/paths/email/status.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /email/status`: Set the subscription of email addresses.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, ConsentState, DecodeError, Endpoint, Message, Meta, PartialErrors,
    RequestWriter, Violations, reply,
};

/// Sets the state of the subscription of up to 50 email addresses. Addresses that no user has yet
/// are kept for later.
///
/// `POST /email/status`, permission `email.status`, counted in
/// [`Pool::DEFAULT`](crate::Pool::DEFAULT).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatusRequest {
    /// The addresses and the state.
    pub body: StatusBody,
}

impl StatusRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: StatusBody) -> Self {
        Self { body }
    }
}

impl Endpoint for StatusRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::EMAIL_STATUS;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/email/status");
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
impl Operation for StatusRequest {
    const DESCRIPTION: Description = Description::new("Set the subscription of email addresses")
        .description(
            "Sets the state of the subscription of up to 50 email addresses. Addresses that no \
             user has yet are kept for later.",
        )
        .command(&["email", "status"])
        .with_body()
        .body_fields(&[
            Parameter::body("email", Kind::List(&Kind::Text))
                .required()
                .description("Email addresses."),
            Parameter::body(
                "subscription_state",
                Kind::OneOf(&["opted_in", "subscribed", "unsubscribed"]),
            )
            .required()
            .description("State of the subscription to a channel."),
        ])
        .exchanges(&[Exchange::new("one", "/email/status", 201, r#"{"message": "success"}"#)
            .body(
                r#"{
  "email": ["kit@example.com"],
  "subscription_state": "opted_in"
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
pub struct StatusBody {
    /// Email addresses. From 1 to 50 items.
    pub email: Vec<String>,
    /// State of the subscription to a channel.
    pub subscription_state: ConsentState,
}

impl StatusBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        email: impl IntoIterator<Item = impl Into<String>>,
        subscription_state: ConsentState,
    ) -> Self {
        Self { email: email.into_iter().map(Into::into).collect(), subscription_state }
    }

    /// Greatest number of items of `email`.
    pub const MAX_EMAIL: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("email", self.email.len(), "items", Some(1), Some(50));
        for value in &self.email {
            v.text("email", value);
        }
    }
}
