// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, choice};
use crate::{Message, Scrub, Secret, reply};

/// State of a Content Block. Messages include active ones only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ContentBlockState {
    /// `active`
    Active,
    /// `draft`
    Draft,
}

impl Choice for ContentBlockState {
    const ALL: &[Self] = &[Self::Active, Self::Draft];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Draft => "draft",
        }
    }
}

choice!(ContentBlockState);

/// Reply to a change of an email template.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct EmailTemplateAcknowledgement {
    /// `success` when the call ended without problems.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// API identifier of the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_template_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl EmailTemplateAcknowledgement {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, email_template_id: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for EmailTemplateAcknowledgement {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "email_template_id" => field.scalar(&mut self.email_template_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for EmailTemplateAcknowledgement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for EmailTemplateAcknowledgement {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.email_template_id.scrub(secret);
        self.extra.scrub(secret);
    }
}
