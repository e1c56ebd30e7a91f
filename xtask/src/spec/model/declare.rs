//! The macros that declare objects and words of the spec: struct, reader and JSON Schema at once.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The definitions of a JSON Schema that is being made.
#[derive(Debug, Default)]
pub(crate) struct Schemas(BTreeMap<&'static str, Value>);

impl Schemas {
    /// A reference to a definition, which is made when it is asked for first.
    pub(crate) fn define(
        &mut self,
        name: &'static str,
        make: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        if !self.0.contains_key(name) {
            // The place is taken before the definition is made, since it may contain itself.
            self.0.insert(name, Value::Null);
            let made = make(self);
            self.0.insert(name, made);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// All definitions.
    pub(crate) fn into_definitions(self) -> Value {
        json!(self.0)
    }
}

/// The schema of an object, from its keys.
pub(crate) fn object_schema(
    description: &str,
    keys: Vec<(&'static str, bool, &str, Value)>,
) -> Value {
    let required: Vec<_> =
        keys.iter().filter(|(_, required, ..)| *required).map(|(key, ..)| *key).collect();
    let properties: serde_json::Map<_, _> = keys
        .into_iter()
        .map(|(key, _, description, schema)| {
            let described = match schema {
                Value::Object(mut schema) => {
                    schema.insert("description".to_owned(), Value::from(description.trim()));
                    Value::Object(schema)
                }
                _ => json!({ "description": description.trim() }),
            };
            (key.to_owned(), described)
        })
        .collect();
    json!({
        "type": "object",
        "description": description.trim(),
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// Declares an object of the spec: its struct, how it is read, and its JSON Schema, all from one
/// list of keys. The value of a `checked` key is read like any other and not kept: it is for people
/// and other tools. `refused` names keys of OpenAPI that the subset leaves out, and what to write
/// instead. `with span` keeps the object's place.
macro_rules! object {
    (
        $(#[doc = $doc:literal])+
        $name:ident = $title:literal $(with $span:ident)? {
            $( $(#[doc = $about:literal])+ $key:literal => $field:ident: $type:ty, )*
        }
        $( checked { $( $(#[doc = $about_checked:literal])+ $checked:literal: $checked_type:ty, )* } )?
        $( refused { $( $refused:literal => $reason:literal, )* } )?
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub(crate) struct $name {
            $(
                /// Where it begins.
                pub(crate) $span: $crate::spec::source::Span,
            )?
            $( $(#[doc = $about])+ pub(crate) $field: $type, )*
        }

        impl $crate::spec::model::read::Read for $name {
            fn read(
                node: &$crate::spec::yaml::Node,
                diagnostics: &mut $crate::spec::diagnostic::Diagnostics,
            ) -> Option<Self> {
                let object = $crate::spec::model::read::Object::open(
                    node,
                    $title,
                    &[$($key,)* $($($checked,)*)?],
                    &[$($(($refused, $reason)),*)?],
                    diagnostics,
                )?;
                $( let $field = <$type as $crate::spec::model::read::Slot>::read_slot(&object, $key, diagnostics); )*
                $($(
                    <$checked_type as $crate::spec::model::read::Slot>::read_slot(&object, $checked, diagnostics);
                )*)?
                Some(Self { $( $span: node.span, )? $( $field: $field?, )* })
            }

            fn schema(schemas: &mut $crate::spec::model::declare::Schemas) -> serde_json::Value {
                schemas.define(stringify!($name), |schemas| {
                    $crate::spec::model::declare::object_schema(concat!($($doc, "\n"),+), vec![
                        $((
                            $key,
                            <$type as $crate::spec::model::read::Slot>::REQUIRED,
                            concat!($($about, "\n"),+),
                            <$type as $crate::spec::model::read::Slot>::schema_slot(schemas),
                        ),)*
                        $($((
                            $checked,
                            <$checked_type as $crate::spec::model::read::Slot>::REQUIRED,
                            concat!($($about_checked, "\n"),+),
                            <$checked_type as $crate::spec::model::read::Slot>::schema_slot(schemas),
                        ),)*)?
                    ])
                })
            }
        }
    };
}
pub(crate) use object;

/// Declares a closed set of words of the spec.
macro_rules! words {
    (
        $(#[doc = $doc:literal])+
        $name:ident = $title:literal { $( $(#[doc = $about:literal])+ $word:literal => $variant:ident, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $( $(#[doc = $about])+ $variant, )+ }

        impl $crate::spec::model::read::Read for $name {
            fn read(
                node: &$crate::spec::yaml::Node,
                diagnostics: &mut $crate::spec::diagnostic::Diagnostics,
            ) -> Option<Self> {
                match node.as_text() {
                    $( Some($word) => return Some(Self::$variant), )+
                    Some(word) => diagnostics.push($crate::spec::model::read::unknown_word(
                        node.span, word, $title, &[$($word),+],
                    )),
                    None => diagnostics.push($crate::spec::model::read::wrong_kind(node, "a text")),
                }
                None
            }

            fn schema(_: &mut $crate::spec::model::declare::Schemas) -> serde_json::Value {
                serde_json::json!({ "enum": [$($word),+] })
            }
        }
    };
}
pub(crate) use words;
