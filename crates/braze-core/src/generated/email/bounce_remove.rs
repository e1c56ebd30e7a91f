// Written from spec/paths/email/bounce_remove.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /email/bounce/remove`: Take email addresses off the bounce list.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, RequestWriter,
    Violations, reply,
};

/// Takes up to 50 email addresses off the bounce list, here and at the provider.
///
/// `POST /email/bounce/remove`, permission `email.bounce.remove`, counted in
/// [`Pool::DEFAULT`](crate::Pool::DEFAULT).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BounceRemoveRequest {
    /// The addresses.
    pub body: BounceRemoveBody,
}

impl BounceRemoveRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: BounceRemoveBody) -> Self {
        Self { body }
    }
}

impl Endpoint for BounceRemoveRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::EMAIL_BOUNCE_REMOVE;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/email/bounce/remove");
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
impl Operation for BounceRemoveRequest {
    const DESCRIPTION: Description = Description::new("Take email addresses off the bounce list")
        .description(
            "Takes up to 50 email addresses off the bounce list, here and at the provider.",
        )
        .command(&["email", "bounce-remove"])
        .with_body()
        .body_fields(&[Parameter::body("email", Kind::List(&Kind::Text))
            .required()
            .description("Email addresses.")])
        .exchanges(&[Exchange::new(
            "one",
            "/email/bounce/remove",
            201,
            r#"{"message": "success"}"#,
        )
        .body(r#"{"email": ["kit@example.com"]}"#)]);

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
pub struct BounceRemoveBody {
    /// Email addresses. From 1 to 50 items.
    pub email: Vec<String>,
}

impl BounceRemoveBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(email: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { email: email.into_iter().map(Into::into).collect() }
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
