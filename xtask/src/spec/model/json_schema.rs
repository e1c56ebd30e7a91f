//! [`Schemas`]: the definitions of the subset's JSON Schema.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// The definitions of a JSON Schema that is being built.
#[derive(Debug, Default)]
pub(crate) struct Schemas(BTreeMap<&'static str, Value>);

impl Schemas {
    /// Returns a reference to a definition, which is built at the first request.
    pub(crate) fn define(
        &mut self,
        name: &'static str,
        make: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        if !self.0.contains_key(name) {
            // The entry is added before the definition is built, since it may contain itself.
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
