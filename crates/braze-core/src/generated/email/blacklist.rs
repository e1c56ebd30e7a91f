// Written from spec/paths/email/blacklist.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /email/blacklist`: Block email addresses under the older name.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Does what `email blocklist` does, under its older name.
///
/// `POST /email/blacklist`, permission `email.blacklist`, counted in [`Pool::DEFAULT`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BlacklistRequest {
    /// The addresses.
    pub body: BlacklistBody,
}

impl BlacklistRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: BlacklistBody) -> Self {
        Self { body }
    }
}

impl Endpoint for BlacklistRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new("email.blacklist", Method::POST, "/email/blacklist")
        .permission("email.blacklist")
        .replay(Replay::Idempotent)
        .pool(&Pool::DEFAULT);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/email/blacklist");
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
impl Operation for BlacklistRequest {
    const DESCRIPTION: Description = Description::new("Block email addresses under the older name")
        .description("Does what `email blocklist` does, under its older name.")
        .command(&["email", "blacklist"])
        .with_body()
        .body_fields(&[Parameter::body("email", Kind::List(&Kind::Text))
            .required()
            .description("Email addresses.")])
        .exchanges(&[Exchange::new("one", "/email/blacklist", 201, r#"{"message": "success"}"#)
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
pub struct BlacklistBody {
    /// Email addresses. From 1 to 50 items.
    pub email: Vec<String>,
}

impl BlacklistBody {
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
