//! [`Schema`]: the type and bounds of a value.

use serde_json::{Value, json};

use super::declare::{object, words};
use super::fact::Fact;
use super::json_schema::Schemas;
use super::read::{At, Entries, Number, Read};
use super::rules::Rule;
use crate::spec::diagnostic::Diagnostics;
use crate::spec::yaml::{Kind, Node};

object! {
    /// The type and bounds of a value. Beside a `$ref` to a shared one, only a description is allowed.
    Schema = "a schema" with span {
        /// A shared schema, `openapi.yaml#/components/schemas/…`, relative to this file.
        "$ref" => reference: Option<At<String>>,
        /// The type, or a list of a type and `"null"`. In an open object of a reply also `[array, string]`: one text
        /// stands for a list of it.
        "type" => kind: Option<At<Types>>,
        /// The format of a string: `date`, `date-time`, `date-time-local` for one without an offset, or `binary` for a
        /// file of a form. The size of a number is accepted and ignored.
        "format" => format: Option<At<String>>,
        /// The meaning.
        "description" => description: Option<String>,
        /// The allowed words of a string. Closed in requests, open in replies.
        "enum" => words: Option<At<Vec<At<String>>>>,
        /// The value that the server assumes if it is omitted.
        "default" => default: Option<Node>,
        /// The smallest number.
        "minimum" => minimum: Option<At<Number>>,
        /// The greatest number.
        "maximum" => maximum: Option<At<Number>>,
        /// The minimum length of a string in characters.
        "minLength" => min_length: Option<At<u32>>,
        /// The maximum length of a string in characters.
        "maxLength" => max_length: Option<At<u32>>,
        /// The maximum size in bytes: of a string in UTF-8, of anything else as JSON. Checked in requests.
        "x-braze-max-bytes" => max_bytes: Option<At<u32>>,
        /// The characters of a string in a request: characters and ranges, as between the brackets of a pattern.
        "x-braze-characters" => characters: Option<At<String>>,
        /// The minimum number of items of a list. 0 for an optional list of a body that is sent even if it is empty.
        "minItems" => min_items: Option<At<u32>>,
        /// The maximum number of items of a list.
        "maxItems" => max_items: Option<At<u32>>,
        /// The schema of each item of a list.
        "items" => items: Option<Box<Schema>>,
        /// The field that no two items of a request's list have in common, such as `id`.
        "x-braze-unique" => unique: Option<At<String>>,
        /// The values that fields of the first item of a request's list must have, such as `{ name: id }`.
        "x-braze-first" => first: Option<At<Entries<String>>>,
        /// The fields of an object.
        "properties" => properties: Option<At<Entries<Schema>>>,
        /// The required fields.
        "required" => required: Option<Vec<At<String>>>,
        /// Without `properties`: the schema of each value of a map. Beside them: the schema of unknown fields,
        /// which are kept in `extra`.
        "additionalProperties" => additional: Option<At<Additional>>,
        /// The rules of `x-braze-rules` in the words of JSON Schema, as `cargo xtask bundle` writes them.
        "allOf" => all_of: Option<Node>,
        /// Conditions on several fields of a body together.
        "x-braze-rules" => rules: Option<Vec<Rule>>,
        /// The label that a map's keys, or a list's items, give to the numbers of a nested series below them.
        "x-braze-label" => label: Option<At<String>>,
        /// The fields of a list's item that are its label, the preferred one first. Without any of them, it is
        /// the item's position from 1.
        "x-braze-label-key" => label_keys: Option<Vec<At<String>>>,
        /// `true` if the vendor advises against its use.
        "deprecated" => deprecated: Option<bool>,
        /// `true` for a string of a request that may have several lines.
        "x-braze-lines" => lines: Option<At<bool>>,
        /// `true` for a string of a body that must not be shown, such as the key of another service.
        "x-braze-secret" => secret: Option<At<bool>>,
        /// The hand-written type that holds the value.
        "x-braze-type" => hand_written: Option<At<Wide>>,
        /// The name of the type, in `snake_case`. Default: derived from its place in the spec.
        "x-braze-name" => name: Option<At<String>>,
        /// The source of the facts.
        "x-braze-source" => source: Option<Fact>,
    }
    refused {
        "oneOf" => "a value has one type here: describe the most common one, or omit `type` for any JSON",
        "anyOf" => "a value has one type here: describe the most common one, or omit `type` for any JSON",
        "not" => "describe the allowed values instead",
        "const" => "write `enum` with one word",
        "nullable" => "write `type: [string, \"null\"]`, as OpenAPI 3.1 does",
        "exclusiveMinimum" => "write `minimum` with the smallest allowed number",
        "exclusiveMaximum" => "write `maximum` with the greatest allowed number",
        "multipleOf" => "put it in the description",
        "pattern" => "write `x-braze-characters`, or put it in the description",
        "uniqueItems" => "write `x-braze-unique`, or put it in the description",
        "minProperties" => "put it in the description",
        "maxProperties" => "put it in the description",
        "patternProperties" => "write `additionalProperties`",
        "propertyNames" => "put it in the description",
        "prefixItems" => "all items of a list have the same type here",
        "title" => "name the type with `x-braze-name`, and put its meaning in `description`",
        "example" => "write examples beside the reply that they belong to",
        "examples" => "write examples beside the reply that they belong to",
        "discriminator" => "a value has one type here",
        "readOnly" => "give requests and replies a schema each",
        "writeOnly" => "give requests and replies a schema each",
        "xml" => "bodies are JSON",
        "externalDocs" => "put it in the description",
        "$defs" => "share schemas under `components`",
        "if" => "a schema has no conditions here",
        "then" => "a schema has no conditions here",
        "else" => "a schema has no conditions here",
    }
}

words! {
    /// The type of a value.
    TypeWord = "type" {
        /// A string.
        "string" => String,
        /// An integer.
        "integer" => Integer,
        /// Any number.
        "number" => Number,
        /// `true` or `false`.
        "boolean" => Boolean,
        /// A list.
        "array" => Array,
        /// An object or a map.
        "object" => Object,
        /// `null`, only beside another type.
        "null" => Null,
    }
}

words! {
    /// Hand-written types that preserve more than a plain type would.
    Wide = "hand-written type" {
        /// An identifier that the service issued: a string that is checked for placeholders.
        "identifier" => Identifier,
        /// The status word of a reply: success or failure.
        "message" => Message,
        /// The time of a row, in any spelling.
        "series-time" => SeriesTime,
        /// The value of a custom attribute: any JSON, or a change such as `{"inc": 1}`.
        "attribute-value" => AttributeValue,
        /// The properties of a custom event.
        "event-properties" => EventProperties,
        /// The properties of a purchase.
        "purchase-properties" => PurchaseProperties,
        /// A connected audience.
        "audience" => Audience,
        /// An item of a catalog, with its `id`: in a reply, or to be created or replaced.
        "catalog-item" => CatalogItem,
        /// Changes of an item of a catalog, with its `id`. A list may change by `$add` and `$remove`.
        "catalog-item-changes" => CatalogItemChanges,
        /// An item of a catalog without its `id`.
        "catalog-item-fields" => CatalogItemFields,
        /// Changes of an item of a catalog, without its `id`.
        "catalog-item-field-changes" => CatalogItemFieldChanges,
        /// The `id` of an item of a catalog, and nothing else.
        "catalog-item-id" => CatalogItemId,
        /// The problems of single objects of a request, beside a success.
        "partial-errors" => PartialErrors,
        /// The general body of failures, which every error of the server can be read as.
        "envelope" => Envelope,
    }
}

/// One type, or a type and `"null"`.
#[derive(Debug, Clone)]
pub(crate) struct Types(pub(crate) Vec<TypeWord>);

impl Read for Types {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        match &node.kind {
            Kind::List(_) => Vec::read(node, diagnostics).map(Self),
            _ => TypeWord::read(node, diagnostics).map(|word| Self(vec![word])),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let word = TypeWord::schema(schemas);
        json!({ "anyOf": [word, { "type": "array", "items": word }] })
    }
}

/// The values of a map.
#[derive(Debug, Clone)]
pub(crate) enum Additional {
    /// `true`: any JSON. `false`: nothing else.
    Any(bool),
    Of(Box<Schema>),
}

impl Read for Additional {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        match node.kind {
            Kind::Bool(any) => Some(Self::Any(any)),
            _ => Schema::read(node, diagnostics).map(|schema| Self::Of(Box::new(schema))),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({ "if": { "type": "boolean" }, "then": true, "else": Schema::schema(schemas) })
    }
}
