// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::{Deserialize, Serialize};

use crate::Violations;

/// An alias: another name of a user, unique together with its label.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct UserAlias {
    /// The alias. At least 1 character.
    pub alias_name: String,
    /// Label of the alias: the kind of name that it is. At least 1 character.
    pub alias_label: String,
}

impl UserAlias {
    /// An object with the required fields.
    #[must_use]
    pub fn new(alias_name: impl Into<String>, alias_label: impl Into<String>) -> Self {
        Self { alias_name: alias_name.into(), alias_label: alias_label.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("alias_name", &self.alias_name);
        v.length("alias_name", self.alias_name.len(), "bytes", None, Some(236));
        v.text("alias_label", &self.alias_label);
        v.length("alias_label", self.alias_label.len(), "bytes", None, Some(236));
    }
}
