//! The spec as written: the supported subset of OpenAPI 3.1, and the `x-braze-*` keys.
//!
//! Each object is declared once, and three things follow from the declaration: the struct, its
//! reader, and its part of `spec/schema.json`.

pub(crate) mod declare;
mod document;
mod fact;
mod fixup;
pub(crate) mod json_schema;
mod operation;
pub(crate) mod read;
mod rules;
mod schema;

pub(crate) use document::{CredentialWord, Document, Server};
pub(crate) use fact::Fact;
pub(crate) use fixup::Fixup;
pub(crate) use operation::{
    Effect, Example, Header, Listing, MediaType, OneOrRef, Operation, Paging, Parameter, PathItem,
    Place, Replay, ReplayCases, Response, SeriesRoles,
};
pub(crate) use read::{At, Entries, Number, Read};
pub(crate) use rules::Rule;
pub(crate) use schema::{Additional, Schema, TypeWord, Wide};

use json_schema::Schemas;
use serde_json::{Value, json};

/// Returns the JSON Schema of the subset: for the root document and for a file with a path.
#[must_use]
pub fn json_schema() -> Value {
    let mut schemas = Schemas::default();
    let document = Document::schema(&mut schemas);
    let path_item = PathItem::schema(&mut schemas);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The subset of OpenAPI 3.1 that `cargo xtask codegen` reads",
        "description": "The root document, or a file with one path.",
        "if": { "required": ["openapi"] },
        "then": document,
        "else": path_item,
        "$defs": schemas.into_definitions(),
    })
}
