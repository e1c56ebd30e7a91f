// Written from spec/paths/users/merge.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /users/merge`: Merge profiles.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Operation, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool,
    ProfileIdentifier, Replay, RequestWriter, Violations, reply,
};

/// Merges up to 50 profiles into others, in any order, some time after the reply. The merged
/// profile is gone afterwards. Nothing tells whether a merge took place: what cannot be resolved is
/// passed over.
///
/// `POST /users/merge`, permission `users.merge`, counted in [`Pool::USER_IDENTITY`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct MergeRequest {
    /// The pairs of profiles.
    pub body: MergeBody,
}

impl MergeRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: MergeBody) -> Self {
        Self { body }
    }
}

impl Endpoint for MergeRequest {
    type Output = Acknowledgement;

    const META: Meta = Meta::new("users.merge", Method::POST, "/users/merge")
        .permission("users.merge")
        .replay(Replay::Unsafe)
        .effect(Effect::Deletes)
        .pool(&Pool::USER_IDENTITY);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/users/merge");
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
impl Operation for MergeRequest {
    const DESCRIPTION: Description = Description::new("Merge profiles")
        .description(
            "Merges up to 50 profiles into others, in any order, some time after the reply. The \
             merged profile is gone afterwards. Nothing tells whether a merge took place: what \
             cannot be resolved is passed over.",
        )
        .command(&["users", "merge"])
        .with_body()
        .exchanges(
            &[
                Exchange::new("email", "/users/merge", 202, r#"{"message": "success"}"#)
                    .body(
                        r#"{
  "merge_updates": [
    {
      "identifier_to_merge": {"email": "kit@example.com", "prioritization": ["unidentified", "most_recently_updated"]},
      "identifier_to_keep": {"external_id": "u-17"}
    }
  ]
}"#,
                    ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MergeBody {
    /// The pairs of profiles. From 1 to 50 items.
    pub merge_updates: Vec<ProfileMerge>,
}

impl MergeBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(merge_updates: impl IntoIterator<Item = ProfileMerge>) -> Self {
        Self { merge_updates: merge_updates.into_iter().collect() }
    }

    /// Greatest number of items of `merge_updates`.
    pub const MAX_MERGE_UPDATES: usize = 50;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.length("merge_updates", self.merge_updates.len(), "items", Some(1), Some(50));
        v.each("merge_updates", &self.merge_updates, ProfileMerge::validate);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ProfileMerge {
    /// The profile that ends.
    pub identifier_to_merge: ProfileIdentifier,
    /// The profile that stays.
    pub identifier_to_keep: ProfileIdentifier,
}

impl ProfileMerge {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        identifier_to_merge: ProfileIdentifier,
        identifier_to_keep: ProfileIdentifier,
    ) -> Self {
        Self { identifier_to_merge, identifier_to_keep }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.within("identifier_to_merge", |v| self.identifier_to_merge.validate(v));
        v.within("identifier_to_keep", |v| self.identifier_to_keep.validate(v));
    }
}
