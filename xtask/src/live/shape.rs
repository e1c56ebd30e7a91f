//! [`differences`]: the shape of a reply compared with its schema. No value leaves this file.

use std::collections::BTreeMap;

use serde_json::Value;

use super::operation::resolve;

/// The differences by place, each with its number.
pub(super) type Differences = BTreeMap<(String, Difference), usize>;

/// A difference between a reply and its schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Difference {
    /// A field that the spec does not have, of this type.
    Unknown(&'static str),
    /// A field that the spec requires.
    Missing,
    /// A value of another type.
    Type { expected: String, found: &'static str },
    /// A word that the spec does not list.
    Word,
}

/// Compares a reply with its schema.
pub(super) fn differences(spec: &Value, schema: &Value, reply: &Value) -> Differences {
    let mut comparison = Comparison { spec, found: Differences::new() };
    comparison.value(schema, reply, String::new());
    comparison.found
}

struct Comparison<'a> {
    spec: &'a Value,
    found: Differences,
}

impl Comparison<'_> {
    fn value(&mut self, schema: &Value, value: &Value, path: String) {
        let schema = resolve(self.spec, schema);
        let types: Vec<&str> = match &schema["type"] {
            Value::String(one) => vec![one],
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            // Any JSON.
            _ => return,
        };
        let found = type_of(value);
        let fits = types.contains(&found) || (found == "integer" && types.contains(&"number"));
        if !fits {
            let expected = types.join(" or ");
            return self.note(path, Difference::Type { expected, found });
        }
        match value {
            Value::Object(fields) => self.object(schema, fields, &path),
            Value::Array(items) => {
                for item in items {
                    self.value(&schema["items"], item, format!("{path}[]"));
                }
            }
            Value::String(word) => {
                let words = schema["enum"].as_array();
                if words.is_some_and(|words| !words.iter().any(|known| known == word)) {
                    self.note(path, Difference::Word);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, schema: &Value, fields: &serde_json::Map<String, Value>, path: &str) {
        let known = schema["properties"].as_object();
        let others = &schema["additionalProperties"];
        for (name, value) in fields {
            match known.and_then(|known| known.get(name)) {
                Some(schema) => self.value(schema, value, joined(path, name)),
                // The keys of a map are the workspace's own names.
                None if known.is_none() || others.is_object() => {
                    self.value(others, value, joined(path, "*"));
                }
                None => self.note(joined(path, shown(name)), Difference::Unknown(type_of(value))),
            }
        }
        let required = schema["required"].as_array().into_iter().flatten();
        for name in required.filter_map(Value::as_str).filter(|name| !fields.contains_key(*name)) {
            self.note(joined(path, name), Difference::Missing);
        }
    }

    fn note(&mut self, path: String, difference: Difference) {
        *self.found.entry((path, difference)).or_default() += 1;
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// The name of an unknown field, if it looks like one of an API and not like an identifier or a name of people's.
fn shown(name: &str) -> &str {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    let digits = name.bytes().filter(u8::is_ascii_digit).count();
    let is_field = name.len() <= 40 && digits <= 2 && name.bytes().all(is_plain);
    if is_field { name } else { "(a name that is not shown)" }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
