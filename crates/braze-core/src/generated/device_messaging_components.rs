// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Scrub, Secret, reply};

/// Body of a failure of banners: `error` where they are asked for, `message` where events are
/// reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct BannersFailure {
    /// The problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// The problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Problems of single events.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<Value>,
}

impl BannersFailure {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { error: None, message: None, errors: Vec::new() }
    }
}

impl Scrub for BannersFailure {
    fn scrub(&mut self, secret: &Secret) {
        self.error.scrub(secret);
        self.message.scrub(secret);
        self.errors.scrub(secret);
    }
}
