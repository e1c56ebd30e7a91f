// Written from spec/paths/purchases/product_list.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /purchases/product_list`: List the products of purchases.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, Items, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, Pool, Replay, RequestWriter,
    Scrub, Secret, Violations, reply,
};

/// Identifiers of the purchased products, page by page. A page without any is the last one.
///
/// `GET /purchases/product_list`, permission `purchases.product_list`, counted in
/// [`Pool::LISTS_AND_PURCHASES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, purchases};
///
/// let request = purchases::ProductListRequest::new()
///     .page(0);
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct ProductListRequest {
    /// The page of products to return.
    pub page: Option<u64>,
}

impl ProductListRequest {
    /// A request without any parameters.
    #[must_use]
    pub fn new() -> Self {
        Self { page: None }
    }

    /// Sets `page`. The page of products to return.
    #[must_use]
    pub fn page(mut self, page: u64) -> Self {
        self.page = Some(page);
        self
    }
}

impl Endpoint for ProductListRequest {
    type Output = ProductList;

    const META: Meta = Meta::get("purchases.product_list", "/purchases/product_list")
        .permission("purchases.product_list")
        .replay(Replay::Safe)
        .pool(&Pool::LISTS_AND_PURCHASES);

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/purchases/product_list");
        w.query_opt("page", self.page.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ProductList, DecodeError> {
        reply::json(body)
    }

    fn message(output: &ProductList) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Paged for ProductListRequest {
    type Item = String;

    const PAGING: Paging = Paging::Number { first: 0 };

    fn position(&self) -> Option<PagePosition> {
        self.page.map(PagePosition::Number)
    }

    fn turn_to(&mut self, position: PagePosition) {
        if let PagePosition::Number(number) = position {
            self.page = Some(number);
        }
    }

    fn items(output: &ProductList) -> &[String] {
        &output.products
    }

    fn into_items(output: ProductList) -> Vec<String> {
        output.products
    }
}

#[cfg(feature = "operation")]
impl Operation for ProductListRequest {
    const DESCRIPTION: Description = Description::new("List the products of purchases")
        .description(
            "Identifiers of the purchased products, page by page. A page without any is the last \
             one.",
        )
        .command(&["purchases", "product-list"])
        .parameters(&[Parameter::query("page", Kind::Integer { min: Some(0), max: None })
            .description("The page of products to return.")])
        .items(Items::new("products", &[]))
        .exchanges(&[
            Exchange::new(
                "first_page",
                "/purchases/product_list?page=0",
                200,
                r#"{"products": ["sku-1", "sku-2"], "message": "success"}"#,
            ),
            Exchange::new(
                "past_the_end",
                "/purchases/product_list?page=4",
                200,
                r#"{"products": [], "message": "success"}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let page = r.optional("page");
        Some(Self { page })
    }

    fn write(output: &ProductList) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`ProductListRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ProductList {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The products of this page.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub products: Vec<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ProductList {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, products: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for ProductList {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "products" => field.value(&mut self.products),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ProductList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ProductList {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.products.scrub(secret);
        self.extra.scrub(secret);
    }
}
