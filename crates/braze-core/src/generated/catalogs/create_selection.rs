// Written from spec/paths/catalogs/selections.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /catalogs/{catalog_name}/selections`: Create a catalog selection.

use http::Method;
use http::response::Parts;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::wire::{Choice, choice};
use crate::{
    Acknowledgement, DecodeError, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, SortDirection, Violations, reply,
};

/// Creates a catalog selection: items that messages look up together. A catalog can have 30.
///
/// `POST /catalogs/{catalog_name}/selections`, permission `catalogs.create_selection`, counted in
/// [`Pool::CATALOG_FIELDS_SELECTIONS`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 404 as
/// [`CatalogFailure`](crate::CatalogFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSelectionRequest {
    /// Name of the catalog. From 1 to 250 characters.
    pub catalog_name: String,
    /// The catalog selection.
    pub body: CreateSelectionBody,
}

impl CreateSelectionRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(catalog_name: impl Into<String>, body: CreateSelectionBody) -> Self {
        Self { catalog_name: catalog_name.into(), body }
    }
}

impl Endpoint for CreateSelectionRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("catalogs.create_selection", Method::POST, "/catalogs/{catalog_name}/selections")
            .permission("catalogs.create_selection")
            .replay(Replay::Unsafe)
            .pool(&Pool::CATALOG_FIELDS_SELECTIONS);

    fn validate(&self, v: &mut Violations) {
        v.text("catalog_name", &self.catalog_name);
        v.length("catalog_name", self.catalog_name.chars().count(), "characters", None, Some(250));
        v.characters(
            "catalog_name",
            &self.catalog_name,
            &['A'..='Z', 'a'..='z', '0'..='9', '_'..='_', '-'..='-'],
            "A-Za-z0-9_-",
        );
        v.segment("catalog_name", &self.catalog_name);
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/catalogs/");
        w.path_value(&self.catalog_name);
        w.path("/selections");
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
impl Operation for CreateSelectionRequest {
    const DESCRIPTION: Description = Description::new("Create a catalog selection")
        .description(
            "Creates a catalog selection: items that messages look up together. A catalog can have \
             30.",
        )
        .command(&["catalogs", "create-selection"])
        .parameters(&[
            Parameter::path("catalog_name", Kind::Text).description("Name of the catalog.")
        ])
        .with_body()
        .exchanges(&[Exchange::new(
            "light",
            "/catalogs/teas/selections",
            202,
            r#"{"message": "success"}"#,
        )
        .body(
            r#"{
  "selection": {
    "name": "light",
    "external_id": "sel-8",
    "filters": [{"field": "Price", "operator": "less than", "value": 5}],
    "results_limit": 10,
    "sort_field": "Price",
    "sort_order": "asc"
  }
}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let catalog_name = r.required("catalog_name");
        let body = r.json();
        Some(Self { catalog_name: catalog_name?, body: body? })
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
pub struct CreateSelectionBody {
    /// The catalog selection.
    #[serde(rename = "selection")]
    pub selection_: CatalogSelection,
}

impl CreateSelectionBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(selection_: CatalogSelection) -> Self {
        Self { selection_ }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.within("selection", |v| self.selection_.validate(v));
    }
}

/// The catalog selection.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CatalogSelection {
    /// Name, unique in the catalog. At least 1 character.
    pub name: String,
    /// Text for people. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<String>,
    /// Identifier of your own. At least 1 character.
    pub external_id: String,
    /// Origin of the catalog.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub source: Option<CatalogSelectionSource>,
    /// Conditions on items, in the order in which they apply. Without any, all items are selected.
    /// At most 4 items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<CatalogFilter>,
    /// Greatest number of selected items. From 1 to 50.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub results_limit: Option<u32>,
    /// Field by which the items are sorted. Without it, they come in no order. At least 1
    /// character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sort_field: Option<String>,
    /// Order of the items.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sort_order: Option<SortDirection>,
}

impl CatalogSelection {
    /// An object with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, external_id: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            description: None,
            external_id: external_id.into(),
            source: None,
            filters: Vec::new(),
            results_limit: None,
            sort_field: None,
            sort_order: None,
        }
    }

    /// Greatest number of items of `filters`.
    pub const MAX_FILTERS: usize = 4;

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("name", &self.name);
        if let Some(value) = &self.description {
            v.text("description", value);
        }
        v.text("external_id", &self.external_id);
        if !self.filters.is_empty() {
            v.length("filters", self.filters.len(), "items", None, Some(4));
            v.each("filters", &self.filters, CatalogFilter::validate);
        }
        if let Some(value) = self.results_limit {
            v.range("results_limit", value, Some(1), Some(50));
        }
        if let Some(value) = &self.sort_field {
            v.text("sort_field", value);
        }
        v.together(&[
            ("sort_field", self.sort_field.is_some()),
            ("sort_order", self.sort_order.is_some()),
        ]);
    }

    /// Sets `description`. Text for people. At least 1 character.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `source`. Origin of the catalog.
    #[must_use]
    pub fn source(mut self, source: CatalogSelectionSource) -> Self {
        self.source = Some(source);
        self
    }

    /// Sets `filters`. Conditions on items, in the order in which they apply. Without any, all
    /// items are selected. At most 4 items.
    #[must_use]
    pub fn filters(mut self, filters: impl IntoIterator<Item = CatalogFilter>) -> Self {
        self.filters = filters.into_iter().collect();
        self
    }

    /// Sets `results_limit`. Greatest number of selected items. From 1 to 50.
    #[must_use]
    pub fn results_limit(mut self, results_limit: u32) -> Self {
        self.results_limit = Some(results_limit);
        self
    }

    /// Sets `sort_field`. Field by which the items are sorted. Without it, they come in no order.
    /// At least 1 character.
    #[must_use]
    pub fn sort_field(mut self, sort_field: impl Into<String>) -> Self {
        self.sort_field = Some(sort_field.into());
        self
    }

    /// Sets `sort_order`. Order of the items.
    #[must_use]
    pub fn sort_order(mut self, sort_order: SortDirection) -> Self {
        self.sort_order = Some(sort_order);
        self
    }
}

/// Origin of the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CatalogSelectionSource {
    /// `Shopify`
    Shopify,
    /// `Braze`
    Braze,
}

impl Choice for CatalogSelectionSource {
    const ALL: &[Self] = &[Self::Shopify, Self::Braze];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Shopify => "Shopify",
            Self::Braze => "Braze",
        }
    }
}

choice!(CatalogSelectionSource);

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CatalogFilter {
    /// Name of the field. At least 1 character.
    pub field: String,
    /// Comparison: `equals` and `does not equal` for texts and numbers, `greater than` and `less
    /// than` for numbers, `is` for booleans, `before` and `after` for times, `includes value` and
    /// `does not include value` for lists.
    pub operator: CatalogFilterOperator,
    /// Value to compare with, of the field's type.
    pub value: Value,
}

impl CatalogFilter {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        field: impl Into<String>,
        operator: CatalogFilterOperator,
        value: impl Into<Value>,
    ) -> Self {
        Self { field: field.into(), operator, value: value.into() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("field", &self.field);
    }
}

/// Comparison: `equals` and `does not equal` for texts and numbers, `greater than` and `less than`
/// for numbers, `is` for booleans, `before` and `after` for times, `includes value` and `does not
/// include value` for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CatalogFilterOperator {
    /// `equals`
    Equals,
    /// `does not equal`
    DoesNotEqual,
    /// `greater than`
    GreaterThan,
    /// `less than`
    LessThan,
    /// `is`
    Is,
    /// `before`
    Before,
    /// `after`
    After,
    /// `includes value`
    IncludesValue,
    /// `does not include value`
    DoesNotIncludeValue,
}

impl Choice for CatalogFilterOperator {
    const ALL: &[Self] = &[
        Self::Equals,
        Self::DoesNotEqual,
        Self::GreaterThan,
        Self::LessThan,
        Self::Is,
        Self::Before,
        Self::After,
        Self::IncludesValue,
        Self::DoesNotIncludeValue,
    ];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Equals => "equals",
            Self::DoesNotEqual => "does not equal",
            Self::GreaterThan => "greater than",
            Self::LessThan => "less than",
            Self::Is => "is",
            Self::Before => "before",
            Self::After => "after",
            Self::IncludesValue => "includes value",
            Self::DoesNotIncludeValue => "does not include value",
        }
    }
}

choice!(CatalogFilterOperator);
