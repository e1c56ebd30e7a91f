//! [`Schema`]: what a value may be.

use serde_json::{Value, json};

use super::declare::{object, words};
use super::fact::Fact;
use super::json_schema::Schemas;
use super::read::{At, Entries, Number, Read};
use super::rules::Rule;
use crate::spec::diagnostic::Diagnostics;
use crate::spec::yaml::{Kind, Node};

object! {
    /// What a value may be. With `$ref` it is a shared one, and only a description may stand beside.
    Schema = "a schema" with span {
        /// A shared schema, `openapi.yaml#/components/schemas/…`, relative to this file.
        "$ref" => reference: Option<At<String>>,
        /// The type, or a list of a type and `"null"`.
        "type" => kind: Option<At<Types>>,
        /// What a text holds: `date` or `date-time`; the size of a number is read and not used.
        "format" => format: Option<At<String>>,
        /// What it means.
        "description" => description: Option<String>,
        /// The words that a text may be. Closed in requests, open in replies.
        "enum" => words: Option<At<Vec<At<String>>>>,
        /// What the server takes where the value is left out.
        "default" => default: Option<Node>,
        /// The smallest number.
        "minimum" => minimum: Option<At<Number>>,
        /// The greatest number.
        "maximum" => maximum: Option<At<Number>>,
        /// The fewest characters of a text.
        "minLength" => min_length: Option<At<u32>>,
        /// The most characters of a text.
        "maxLength" => max_length: Option<At<u32>>,
        /// The fewest items of a list.
        "minItems" => min_items: Option<At<u32>>,
        /// The most items of a list.
        "maxItems" => max_items: Option<At<u32>>,
        /// What each item of a list may be.
        "items" => items: Option<Box<Schema>>,
        /// The fields of an object.
        "properties" => properties: Option<At<Entries<Schema>>>,
        /// The fields that must be there.
        "required" => required: Option<Vec<At<String>>>,
        /// Without `properties`: what each value of a map may be. Beside them: what fields may be that the
        /// spec does not know; they are kept in `extra`.
        "additionalProperties" => additional: Option<At<Additional>>,
        /// Conditions on several fields of a body together.
        "x-braze-rules" => rules: Option<Vec<Rule>>,
        /// Whether the vendor advises against its use.
        "deprecated" => deprecated: Option<bool>,
        /// The hand-written type that holds the value.
        "x-braze-type" => hand_written: Option<At<Wide>>,
        /// What the type is called, in `snake_case`; left out, it follows from where it stands.
        "x-braze-name" => name: Option<At<String>>,
        /// Where the facts come from.
        "x-braze-source" => source: Option<Fact>,
    }
    refused {
        "oneOf" => "a value has one type here: describe the common one, or leave `type` out for any JSON",
        "anyOf" => "a value has one type here: describe the common one, or leave `type` out for any JSON",
        "allOf" => "write the fields out, or use `$ref` alone",
        "not" => "say what a value may be",
        "const" => "write `enum` with one word",
        "nullable" => "write `type: [string, \"null\"]`, as OpenAPI 3.1 does",
        "exclusiveMinimum" => "write `minimum` with the smallest allowed number",
        "exclusiveMaximum" => "write `maximum` with the greatest allowed number",
        "multipleOf" => "say it in the description",
        "pattern" => "say it in the description",
        "uniqueItems" => "say it in the description",
        "minProperties" => "say it in the description",
        "maxProperties" => "say it in the description",
        "patternProperties" => "write `additionalProperties`",
        "propertyNames" => "say it in the description",
        "prefixItems" => "the items of a list are alike here",
        "title" => "the type's name is `x-braze-name`, what it means is `description`",
        "example" => "examples stand beside the reply that they belong to",
        "examples" => "examples stand beside the reply that they belong to",
        "discriminator" => "a value has one type here",
        "readOnly" => "requests and replies have schemas of their own",
        "writeOnly" => "requests and replies have schemas of their own",
        "xml" => "bodies are JSON",
        "externalDocs" => "say it in the description",
        "$defs" => "share schemas under `components`",
        "if" => "a schema has no conditions here",
        "then" => "a schema has no conditions here",
        "else" => "a schema has no conditions here",
    }
}

words! {
    /// The type of a value.
    TypeWord = "type" {
        /// A text.
        "string" => String,
        /// A whole number.
        "integer" => Integer,
        /// Any number.
        "number" => Number,
        /// `true` or `false`.
        "boolean" => Boolean,
        /// A list.
        "array" => Array,
        /// An object, or a map.
        "object" => Object,
        /// Nothing, beside another type.
        "null" => Null,
    }
}

words! {
    /// Hand-written types that hold what a plain type would lose.
    Wide = "hand-written type" {
        /// An identifier that the service gave out: a text that is checked for placeholders.
        "identifier" => Identifier,
        /// The word that says whether a reply is a success.
        "message" => Message,
        /// The time of a row, in whatever spelling.
        "series-time" => SeriesTime,
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
    /// `true`: any JSON. `false`: none.
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
