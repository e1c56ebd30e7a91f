// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::{Message, Scrub, Secret, reply};

/// A language, perhaps of one country.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Locale {
    /// Identifier of the locale, by which requests name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uuid: Option<String>,
    /// Name, such as `es-MX`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Country, such as `MX`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Language, such as `es`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Key, such as `es-mx`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale_key: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Locale {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            uuid: None,
            name: None,
            country: None,
            language: None,
            locale_key: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Locale {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "uuid" => field.scalar(&mut self.uuid, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "country" => field.scalar(&mut self.country, &mut self.extra),
            "language" => field.scalar(&mut self.language, &mut self.extra),
            "locale_key" => field.scalar(&mut self.locale_key, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Locale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Locale {
    fn scrub(&mut self, secret: &Secret) {
        self.uuid.scrub(secret);
        self.name.scrub(secret);
        self.country.scrub(secret);
        self.language.scrub(secret);
        self.locale_key.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// The texts.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SourceTexts {
    /// Texts by the identifier of their translation tag.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub translation_map: BTreeMap<String, String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SourceTexts {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { translation_map: BTreeMap::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for SourceTexts {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "translation_map" => field.value(&mut self.translation_map),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SourceTexts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SourceTexts {
    fn scrub(&mut self, secret: &Secret) {
        self.translation_map.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Texts of a message or a template before they are translated.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SourceTranslations {
    /// `success` when the call ended without problems.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translations: Option<SourceTexts>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SourceTranslations {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, translations: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for SourceTranslations {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "translations" => field.value(&mut self.translations),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SourceTranslations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SourceTranslations {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.translations.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Texts in one locale.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Translation {
    /// Texts by the identifier of their translation tag.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub translation_map: BTreeMap<String, String>,
    /// A language, perhaps of one country.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Translation {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { translation_map: BTreeMap::new(), locale: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for Translation {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "translation_map" => field.value(&mut self.translation_map),
            "locale" => field.value(&mut self.locale),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Translation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Translation {
    fn scrub(&mut self, secret: &Secret) {
        self.translation_map.scrub(secret);
        self.locale.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Body of a failure that says only what is wrong with the translations.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TranslationFailure {
    /// The problems.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<TranslationProblem>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TranslationFailure {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { errors: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for TranslationFailure {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TranslationFailure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TranslationFailure {
    fn scrub(&mut self, secret: &Secret) {
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// A problem with translations.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct TranslationProblem {
    /// The problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Identifier of the translation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl TranslationProblem {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, id: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for TranslationProblem {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "id" => field.scalar(&mut self.id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for TranslationProblem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for TranslationProblem {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.id.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Texts of a message or a template, by locale.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Translations {
    /// `success` when the call ended without problems.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The locales with their texts.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub translations: Vec<Translation>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Translations {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, translations: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for Translations {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "translations" => field.value(&mut self.translations),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Translations {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Translations {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.translations.scrub(secret);
        self.extra.scrub(secret);
    }
}
