// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, Word, choice, word};
use crate::{Scrub, Secret, SeriesTime, Violations, reply};

/// A catalog.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Catalog {
    /// Name of the catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Text for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Fields of the items.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub fields: Vec<ListedField>,
    /// Number of items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub num_items: Option<u64>,
    /// Time of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<SeriesTime>,
    /// Origin of the catalog, `Braze` or `Shopify`.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Size in bytes.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_size: Option<u64>,
    /// Size of the selections.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selections_size: Option<u64>,
    /// Catalog selections.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub selections: Vec<ListedSelection>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Catalog {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            description: None,
            fields: Vec::new(),
            num_items: None,
            updated_at: None,
            source: None,
            storage_size: None,
            selections_size: None,
            selections: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Catalog {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "fields" => field.value(&mut self.fields),
            "num_items" => field.scalar(&mut self.num_items, &mut self.extra),
            "updated_at" => field.scalar(&mut self.updated_at, &mut self.extra),
            "source" => field.scalar(&mut self.source, &mut self.extra),
            "storage_size" => field.scalar(&mut self.storage_size, &mut self.extra),
            "selections_size" => field.scalar(&mut self.selections_size, &mut self.extra),
            "selections" => field.value(&mut self.selections),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Catalog {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Catalog {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.description.scrub(secret);
        self.fields.scrub(secret);
        self.num_items.scrub(secret);
        self.updated_at.scrub(secret);
        self.source.scrub(secret);
        self.storage_size.scrub(secret);
        self.selections_size.scrub(secret);
        self.selections.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CatalogError {
    /// Identifier of the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<CatalogErrorId>,
    /// The problem in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Names of the parameters at fault.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub parameters: Vec<String>,
    /// Values of those parameters: texts, or objects if there are several names.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub parameter_values: Vec<Value>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CatalogError {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            message: None,
            parameters: Vec::new(),
            parameter_values: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CatalogError {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "parameters" => field.value(&mut self.parameters),
            "parameter_values" => field.value(&mut self.parameter_values),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CatalogError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CatalogError {
    fn scrub(&mut self, secret: &Secret) {
        self.id.scrub(secret);
        self.message.scrub(secret);
        self.parameters.scrub(secret);
        self.parameter_values.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Identifier of the problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CatalogErrorId {
    /// `catalog-array-invalid`
    CatalogArrayInvalid,
    /// `catalog-name-already-exists`
    CatalogNameAlreadyExists,
    /// `catalog-name-too-large`
    CatalogNameTooLarge,
    /// `description-too-long`
    DescriptionTooLong,
    /// `field-names-too-large`
    FieldNamesTooLarge,
    /// `field-names-not-unique`
    FieldNamesNotUnique,
    /// `id-not-first-column`
    IdNotFirstColumn,
    /// `invalid-field-names`
    InvalidFieldNames,
    /// `invalid-field-types`
    InvalidFieldTypes,
    /// `invalid-fields`
    InvalidFields,
    /// `too-many-catalog-atoms`
    TooManyCatalogAtoms,
    /// `too-many-fields`
    TooManyFields,
    /// `invalid-catalog-name`
    InvalidCatalogName,
    /// `reached-company-catalogs-limit`
    ReachedCompanyCatalogsLimit,
    /// `catalog-not-found`
    CatalogNotFound,
    /// `invalid-cursor`
    InvalidCursor,
    /// `item-not-found`
    ItemNotFound,
    /// `item-already-exists`
    ItemAlreadyExists,
    /// `id-in-body`
    IdInBody,
    /// `item-array-invalid`
    ItemArrayInvalid,
    /// `items-too-large`
    ItemsTooLarge,
    /// `arbitrary-error`
    ArbitraryError,
    /// `filtered-set-field-too-long`
    FilteredSetFieldTooLong,
    /// `fields-do-not-match`
    FieldsDoNotMatch,
    /// `ids-not-strings`
    IdsNotStrings,
    /// `ids-not-string`
    IdsNotString,
    /// `ids-not-unique`
    IdsNotUnique,
    /// `ids-too-large`
    IdsTooLarge,
    /// `invalid-ids`
    InvalidIds,
    /// `request-includes-too-many-items`
    RequestIncludesTooManyItems,
    /// `invalid-keys-in-value-object`
    InvalidKeysInValueObject,
    /// `too-deep-nesting-in-value-object`
    TooDeepNestingInValueObject,
    /// `unable-to-coerce-value`
    UnableToCoerceValue,
    /// `items-missing-ids`
    ItemsMissingIds,
    /// `company-size-limit-already-reached`
    CompanySizeLimitAlreadyReached,
    /// `company-size-limit-surge`
    CompanySizeLimitSurge,
    /// `already-reached-catalog-item-limit`
    AlreadyReachedCatalogItemLimit,
    /// `already-reached-company-item-limit`
    AlreadyReachedCompanyItemLimit,
    /// `request-includes-too-many-fields`
    RequestIncludesTooManyFields,
    /// `catalog-exceeds-fields-limit`
    CatalogExceedsFieldsLimit,
    /// `field-referenced-by-selection`
    FieldReferencedBySelection,
    /// `field-is-inventory`
    FieldIsInventory,
    /// `invalid-field-name`
    InvalidFieldName,
    /// `selection-limit-reached`
    SelectionLimitReached,
    /// `invalid-selection`
    InvalidSelection,
    /// `too-many-filters`
    TooManyFilters,
    /// `selection-name-already-exists`
    SelectionNameAlreadyExists,
    /// `selection-has-invalid-filter`
    SelectionHasInvalidFilter,
    /// `selection-invalid-results-limit`
    SelectionInvalidResultsLimit,
    /// `invalid-sorting`
    InvalidSorting,
    /// `invalid-sort-field`
    InvalidSortField,
    /// `invalid-sort-order`
    InvalidSortOrder,
    /// `selection-contains-too-many-arrays`
    SelectionContainsTooManyArrays,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for CatalogErrorId {
    fn as_str(&self) -> &str {
        match self {
            Self::CatalogArrayInvalid => "catalog-array-invalid",
            Self::CatalogNameAlreadyExists => "catalog-name-already-exists",
            Self::CatalogNameTooLarge => "catalog-name-too-large",
            Self::DescriptionTooLong => "description-too-long",
            Self::FieldNamesTooLarge => "field-names-too-large",
            Self::FieldNamesNotUnique => "field-names-not-unique",
            Self::IdNotFirstColumn => "id-not-first-column",
            Self::InvalidFieldNames => "invalid-field-names",
            Self::InvalidFieldTypes => "invalid-field-types",
            Self::InvalidFields => "invalid-fields",
            Self::TooManyCatalogAtoms => "too-many-catalog-atoms",
            Self::TooManyFields => "too-many-fields",
            Self::InvalidCatalogName => "invalid-catalog-name",
            Self::ReachedCompanyCatalogsLimit => "reached-company-catalogs-limit",
            Self::CatalogNotFound => "catalog-not-found",
            Self::InvalidCursor => "invalid-cursor",
            Self::ItemNotFound => "item-not-found",
            Self::ItemAlreadyExists => "item-already-exists",
            Self::IdInBody => "id-in-body",
            Self::ItemArrayInvalid => "item-array-invalid",
            Self::ItemsTooLarge => "items-too-large",
            Self::ArbitraryError => "arbitrary-error",
            Self::FilteredSetFieldTooLong => "filtered-set-field-too-long",
            Self::FieldsDoNotMatch => "fields-do-not-match",
            Self::IdsNotStrings => "ids-not-strings",
            Self::IdsNotString => "ids-not-string",
            Self::IdsNotUnique => "ids-not-unique",
            Self::IdsTooLarge => "ids-too-large",
            Self::InvalidIds => "invalid-ids",
            Self::RequestIncludesTooManyItems => "request-includes-too-many-items",
            Self::InvalidKeysInValueObject => "invalid-keys-in-value-object",
            Self::TooDeepNestingInValueObject => "too-deep-nesting-in-value-object",
            Self::UnableToCoerceValue => "unable-to-coerce-value",
            Self::ItemsMissingIds => "items-missing-ids",
            Self::CompanySizeLimitAlreadyReached => "company-size-limit-already-reached",
            Self::CompanySizeLimitSurge => "company-size-limit-surge",
            Self::AlreadyReachedCatalogItemLimit => "already-reached-catalog-item-limit",
            Self::AlreadyReachedCompanyItemLimit => "already-reached-company-item-limit",
            Self::RequestIncludesTooManyFields => "request-includes-too-many-fields",
            Self::CatalogExceedsFieldsLimit => "catalog-exceeds-fields-limit",
            Self::FieldReferencedBySelection => "field-referenced-by-selection",
            Self::FieldIsInventory => "field-is-inventory",
            Self::InvalidFieldName => "invalid-field-name",
            Self::SelectionLimitReached => "selection-limit-reached",
            Self::InvalidSelection => "invalid-selection",
            Self::TooManyFilters => "too-many-filters",
            Self::SelectionNameAlreadyExists => "selection-name-already-exists",
            Self::SelectionHasInvalidFilter => "selection-has-invalid-filter",
            Self::SelectionInvalidResultsLimit => "selection-invalid-results-limit",
            Self::InvalidSorting => "invalid-sorting",
            Self::InvalidSortField => "invalid-sort-field",
            Self::InvalidSortOrder => "invalid-sort-order",
            Self::SelectionContainsTooManyArrays => "selection-contains-too-many-arrays",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "catalog-array-invalid" => Self::CatalogArrayInvalid,
            "catalog-name-already-exists" => Self::CatalogNameAlreadyExists,
            "catalog-name-too-large" => Self::CatalogNameTooLarge,
            "description-too-long" => Self::DescriptionTooLong,
            "field-names-too-large" => Self::FieldNamesTooLarge,
            "field-names-not-unique" => Self::FieldNamesNotUnique,
            "id-not-first-column" => Self::IdNotFirstColumn,
            "invalid-field-names" => Self::InvalidFieldNames,
            "invalid-field-types" => Self::InvalidFieldTypes,
            "invalid-fields" => Self::InvalidFields,
            "too-many-catalog-atoms" => Self::TooManyCatalogAtoms,
            "too-many-fields" => Self::TooManyFields,
            "invalid-catalog-name" => Self::InvalidCatalogName,
            "reached-company-catalogs-limit" => Self::ReachedCompanyCatalogsLimit,
            "catalog-not-found" => Self::CatalogNotFound,
            "invalid-cursor" => Self::InvalidCursor,
            "item-not-found" => Self::ItemNotFound,
            "item-already-exists" => Self::ItemAlreadyExists,
            "id-in-body" => Self::IdInBody,
            "item-array-invalid" => Self::ItemArrayInvalid,
            "items-too-large" => Self::ItemsTooLarge,
            "arbitrary-error" => Self::ArbitraryError,
            "filtered-set-field-too-long" => Self::FilteredSetFieldTooLong,
            "fields-do-not-match" => Self::FieldsDoNotMatch,
            "ids-not-strings" => Self::IdsNotStrings,
            "ids-not-string" => Self::IdsNotString,
            "ids-not-unique" => Self::IdsNotUnique,
            "ids-too-large" => Self::IdsTooLarge,
            "invalid-ids" => Self::InvalidIds,
            "request-includes-too-many-items" => Self::RequestIncludesTooManyItems,
            "invalid-keys-in-value-object" => Self::InvalidKeysInValueObject,
            "too-deep-nesting-in-value-object" => Self::TooDeepNestingInValueObject,
            "unable-to-coerce-value" => Self::UnableToCoerceValue,
            "items-missing-ids" => Self::ItemsMissingIds,
            "company-size-limit-already-reached" => Self::CompanySizeLimitAlreadyReached,
            "company-size-limit-surge" => Self::CompanySizeLimitSurge,
            "already-reached-catalog-item-limit" => Self::AlreadyReachedCatalogItemLimit,
            "already-reached-company-item-limit" => Self::AlreadyReachedCompanyItemLimit,
            "request-includes-too-many-fields" => Self::RequestIncludesTooManyFields,
            "catalog-exceeds-fields-limit" => Self::CatalogExceedsFieldsLimit,
            "field-referenced-by-selection" => Self::FieldReferencedBySelection,
            "field-is-inventory" => Self::FieldIsInventory,
            "invalid-field-name" => Self::InvalidFieldName,
            "selection-limit-reached" => Self::SelectionLimitReached,
            "invalid-selection" => Self::InvalidSelection,
            "too-many-filters" => Self::TooManyFilters,
            "selection-name-already-exists" => Self::SelectionNameAlreadyExists,
            "selection-has-invalid-filter" => Self::SelectionHasInvalidFilter,
            "selection-invalid-results-limit" => Self::SelectionInvalidResultsLimit,
            "invalid-sorting" => Self::InvalidSorting,
            "invalid-sort-field" => Self::InvalidSortField,
            "invalid-sort-order" => Self::InvalidSortOrder,
            "selection-contains-too-many-arrays" => Self::SelectionContainsTooManyArrays,
            other => Self::Other(other.into()),
        }
    }
}

word!(CatalogErrorId);

/// Body of an operation on catalogs that is refused. The identifiers of its errors tell what is
/// wrong; the status of one identifier differs between operations.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CatalogFailure {
    /// The problems.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<CatalogError>,
    /// One line, `Invalid Request`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CatalogFailure {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { errors: Vec::new(), message: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for CatalogFailure {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "errors" => field.value(&mut self.errors),
            "message" => field.scalar(&mut self.message, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CatalogFailure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CatalogFailure {
    fn scrub(&mut self, secret: &Secret) {
        self.errors.scrub(secret);
        self.message.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// A field of a catalog.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CatalogField {
    /// Name, unique in the catalog. From 1 to 250 characters.
    pub name: String,
    /// Type of the values.
    pub r#type: CatalogFieldType,
}

impl CatalogField {
    /// An object with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, r#type: CatalogFieldType) -> Self {
        Self { name: name.into(), r#type }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("name", &self.name);
        v.length("name", self.name.chars().count(), "characters", None, Some(250));
        v.characters(
            "name",
            &self.name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
    }
}

/// Type of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CatalogFieldType {
    /// `string`
    String,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `time`
    Time,
    /// `array`
    Array,
    /// `object`
    Object,
    /// `geo`
    Geo,
}

impl Choice for CatalogFieldType {
    const ALL: &[Self] = &[
        Self::String,
        Self::Number,
        Self::Boolean,
        Self::Time,
        Self::Array,
        Self::Object,
        Self::Geo,
    ];

    fn as_str(&self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Time => "time",
            Self::Array => "array",
            Self::Object => "object",
            Self::Geo => "geo",
        }
    }
}

choice!(CatalogFieldType);

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ListedField {
    /// Name of the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Type of the values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<ListedFieldType>,
    /// Position of the field, from -1.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// `true` if the field has the stock.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_inventory: Option<bool>,
    /// `true` if the field has the price.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_price: Option<bool>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ListedField {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            r#type: None,
            token: None,
            is_inventory: None,
            is_price: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ListedField {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "type" => field.scalar(&mut self.r#type, &mut self.extra),
            "token" => field.scalar(&mut self.token, &mut self.extra),
            "is_inventory" => field.scalar(&mut self.is_inventory, &mut self.extra),
            "is_price" => field.scalar(&mut self.is_price, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ListedField {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ListedField {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.r#type.scrub(secret);
        self.token.scrub(secret);
        self.is_inventory.scrub(secret);
        self.is_price.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Type of the values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListedFieldType {
    /// `string`
    String,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `time`
    Time,
    /// `array`
    Array,
    /// `object`
    Object,
    /// `geo`
    Geo,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for ListedFieldType {
    fn as_str(&self) -> &str {
        match self {
            Self::String => "string",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Time => "time",
            Self::Array => "array",
            Self::Object => "object",
            Self::Geo => "geo",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "string" => Self::String,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            "time" => Self::Time,
            "array" => Self::Array,
            "object" => Self::Object,
            "geo" => Self::Geo,
            other => Self::Other(other.into()),
        }
    }
}

word!(ListedFieldType);

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ListedSelection {
    /// Name of the catalog selection.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Text for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Identifier of your own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ListedSelection {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, description: None, external_id: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ListedSelection {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "description" => field.scalar(&mut self.description, &mut self.extra),
            "external_id" => field.scalar(&mut self.external_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ListedSelection {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ListedSelection {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.description.scrub(secret);
        self.external_id.scrub(secret);
        self.extra.scrub(secret);
    }
}
