// Written from spec/paths/sms/invalid_phone_numbers_remove.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /sms/invalid_phone_numbers/remove`: Take telephone numbers off the list of invalid ones.

use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, RequestWriter,
    Violations, reply,
};

/// Takes up to 50 telephone numbers off the list of invalid ones.
///
/// `POST /sms/invalid_phone_numbers/remove`, permission `sms.invalid_phone_numbers.remove`, counted
/// in [`Pool::DEFAULT`](crate::Pool::DEFAULT).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct InvalidPhoneNumbersRemoveRequest {
    /// The numbers.
    pub body: InvalidPhoneNumbersRemoveBody,
}

impl InvalidPhoneNumbersRemoveRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: InvalidPhoneNumbersRemoveBody) -> Self {
        Self { body }
    }
}

impl Endpoint for InvalidPhoneNumbersRemoveRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::SMS_INVALID_PHONE_NUMBERS_REMOVE;

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/sms/invalid_phone_numbers/remove");
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
impl Operation for InvalidPhoneNumbersRemoveRequest {
    const DESCRIPTION: Description =
        Description::new("Take telephone numbers off the list of invalid ones")
            .description("Takes up to 50 telephone numbers off the list of invalid ones.")
            .command(&["sms", "invalid-phone-numbers-remove"])
            .with_body()
            .body_fields(&[Parameter::body("phone_numbers", Kind::List(&Kind::Text))
                .required()
                .description("Telephone numbers, in E.164 format.")])
            .exchanges(&[Exchange::new(
                "one",
                "/sms/invalid_phone_numbers/remove",
                201,
                r#"{"message": "success"}"#,
            )
            .body(r#"{"phone_numbers": ["+15555550123"]}"#)]);

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
pub struct InvalidPhoneNumbersRemoveBody {
    /// Telephone numbers, in E.164 format. From 1 to 50 items.
    pub phone_numbers: Vec<String>,
}

impl InvalidPhoneNumbersRemoveBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(phone_numbers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { phone_numbers: phone_numbers.into_iter().map(Into::into).collect() }
    }

    /// Greatest number of items of `phone_numbers`.
    pub const MAX_PHONE_NUMBERS: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("phone_numbers", self.phone_numbers.len(), "items", Some(1), Some(50));
        for value in &self.phone_numbers {
            v.text("phone_numbers", value);
        }
    }
}
