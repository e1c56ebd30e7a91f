//! Schemas: read from JSON Schema in the spellings of 3.0 and 3.1 to [`Value`].

use super::document::{Document, boolean, items, number, scalar};
use crate::docs_check::facts::{Field, Format, Kind, Statement, Value};
use crate::docs_check::words;
use crate::spec::yaml::{self, Node};

/// The maximum nesting of schemas.
const MAX_DEPTH: usize = 12;

/// The keys that are read or do not constrain the value. In older versions a parameter is a schema itself.
const KNOWN: &[&str] = &[
    "$ref",
    "type",
    "format",
    "nullable",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "default",
    "enum",
    "const",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "title",
    "description",
    "example",
    "examples",
    "externalDocs",
    "deprecated",
    "xml",
    "readOnly",
    "name",
    "in",
    "style",
    "explode",
    "allowReserved",
    "allowEmptyValue",
    "writeOnly",
];

impl<'a> Document<'a> {
    /// Reads a schema.
    pub(super) fn schema(&mut self, schema: &'a Node) -> Value {
        self.schema_at(schema, MAX_DEPTH)
    }

    fn schema_at(&mut self, schema: &'a Node, depth: usize) -> Value {
        if depth == 0 || !self.count(schema.span) {
            return Value::default();
        }
        let reference = schema.get("$ref").and_then(Node::as_text);
        let Some(reference) = reference else { return self.plain(schema, depth) };
        if self.open.iter().any(|open| open == reference) {
            self.note(format!("`{reference}` contains itself"), schema.span);
            return Value::default();
        }
        let Some(found) = self.resolve(schema) else { return Value::default() };
        self.open.push(reference.to_owned());
        let shared = self.plain(found, depth);
        self.open.pop();
        // Since 3.1 a reference may have other keys beside it.
        let beside = self.plain(schema, depth);
        merged(beside, shared)
    }

    fn plain(&mut self, schema: &'a Node, depth: usize) -> Value {
        let mut value = self.own(schema, depth);
        for part in schema.get("allOf").map_or(&[][..], items) {
            let part = self.schema_at(part, depth - 1);
            value = merged(value, part);
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(alternatives) = schema.get(key) {
                let one = self.alternatives(alternatives, depth);
                value = merged(value, one);
            }
        }
        value
    }

    /// Returns the type that alternatives have in common, apart from `null`.
    fn alternatives(&mut self, alternatives: &'a Node, depth: usize) -> Value {
        let (nothing, others): (Vec<_>, Vec<_>) = items(alternatives)
            .iter()
            .partition(|one| one.get("type").and_then(Node::as_text) == Some("null"));
        let values: Vec<_> =
            others.into_iter().map(|one| (self.schema_at(one, depth - 1), one.span)).collect();
        let mut common = match values.as_slice() {
            [] => Value::default(),
            [(only, _)] => only.clone(),
            [(first, span), rest @ ..] => {
                self.note("several alternatives: a value has one type in the spec", *span);
                let same = rest.iter().all(|(other, _)| other.kind.value() == first.kind.value());
                Value::with_kind(if same { first.kind.clone() } else { Statement::Missing })
            }
        };
        if let Some(null) = nothing.first() {
            common.nullable = Statement::at(true, self.line(null.span));
        }
        common
    }

    /// Reads the own keys of a schema.
    fn own(&mut self, schema: &'a Node, depth: usize) -> Value {
        let mut value = self.typed(schema);
        for (key, _) in schema.entries() {
            let known = KNOWN.contains(&key.text.as_str()) || key.text.starts_with("x-");
            if !known {
                self.note(format!("`{}` is ignored", key.text), key.span);
            }
        }
        if let Some(flag) = schema.get("nullable")
            && let Some(nullable) = boolean(flag)
            && (nullable || value.nullable.is_missing())
        {
            value.nullable = Statement::at(nullable, self.line(flag.span));
        }
        value.minimum = self.bound(schema, "minimum", "exclusiveMinimum", 1.0);
        value.maximum = self.bound(schema, "maximum", "exclusiveMaximum", -1.0);
        let length = |node: &Node| {
            number(node).filter(|it| *it >= 0.0 && it.fract() == 0.0).map(|it| it as u64)
        };
        let text_or_list = |own: &str, other: &str| {
            self.statement(schema, own, length).or(|| self.statement(schema, other, length))
        };
        value.shortest = text_or_list("minLength", "minItems");
        value.longest = text_or_list("maxLength", "maxItems");
        value.default = self.statement(schema, "default", scalar);
        self.words(schema, &mut value);
        if let Some(inner) = schema.get("items") {
            value.items = Some(Box::new(self.schema_at(inner, depth - 1)));
            value.kind = value.kind.or(|| Statement::at(Kind::List, self.line(inner.span)));
        }
        self.fields(schema, &mut value, depth);
        if value.kind.value() != Some(&Kind::Text) {
            value.format = Statement::Missing;
        }
        value
    }

    /// Reads type, format and `null`.
    fn typed(&mut self, schema: &'a Node) -> Value {
        let Some(node) = schema.get("type") else { return Value::default() };
        let line = self.line(node.span);
        let single = node.as_text().into_iter();
        let all: Vec<&str> = single.chain(items(node).iter().filter_map(Node::as_text)).collect();
        let mut others = all.iter().filter(|word| **word != "null");
        let mut value = match (others.next(), others.next()) {
            (Some(word), None) => self.kind(word, node),
            (Some(_), Some(_)) => {
                self.note("several types: a value has one type in the spec", node.span);
                Value::default()
            }
            (None, _) => Value::default(),
        };
        if all.contains(&"null") {
            value.nullable = Statement::at(true, line);
        }
        let format = self.statement(schema, "format", |node| {
            match node.as_text()?.to_lowercase().as_str() {
                "date-time" | "datetime" | "date_time" => Some(Format::DateTime),
                "date" => Some(Format::Date),
                "date-time-local" => Some(Format::LocalDateTime),
                other => Some(Format::Other(other.to_owned())),
            }
        });
        value.format = format.or(|| std::mem::take(&mut value.format));
        value
    }

    fn kind(&mut self, word: &str, node: &Node) -> Value {
        let line = self.line(node.span);
        let known = match word {
            "string" => Some(Kind::Text),
            "integer" => Some(Kind::Integer),
            "number" => Some(Kind::Number),
            "boolean" => Some(Kind::Boolean),
            "array" => Some(Kind::List),
            "object" => Some(Kind::Object),
            _ => None,
        };
        if let Some(kind) = known {
            return Value::with_kind(Statement::at(kind, line));
        }
        words::value_type(word, line)
            .unwrap_or_else(|| Value::with_kind(Statement::unclear(word, line)))
    }

    /// Reads a key's value, which is unclear if it cannot be read.
    pub(super) fn statement<T>(
        &self,
        node: &Node,
        key: &str,
        read: impl FnOnce(&Node) -> Option<T>,
    ) -> Statement<T> {
        let Some(found) = node.get(key) else { return Statement::Missing };
        if matches!(found.kind, yaml::Kind::Null) {
            return Statement::Missing;
        }
        let line = self.line(found.span);
        match read(found) {
            Some(value) => Statement::at(value, line),
            None => {
                let text = scalar(found).unwrap_or_else(|| found.to_json().to_string());
                Statement::unclear(text, line)
            }
        }
    }

    /// Reads a bound. An exclusive one, a flag in 3.0 and a number in 3.1, becomes the next integer.
    fn bound(&self, schema: &Node, key: &str, exclusive: &str, step: f64) -> Statement<f64> {
        let bound = self.statement(schema, key, number);
        match schema.get(exclusive) {
            Some(flag) if boolean(flag) == Some(true) => bound.map(|bound| bound + step),
            Some(flag) if boolean(flag).is_none() => {
                self.statement(schema, exclusive, number).map(|bound| bound + step).or(|| bound)
            }
            _ => bound,
        }
    }

    fn words(&mut self, schema: &'a Node, value: &mut Value) {
        let Some(node) = schema.get("enum").or_else(|| schema.get("const")) else { return };
        let line = self.line(node.span);
        let single = scalar(node);
        let words: Vec<String> =
            single.into_iter().chain(items(node).iter().filter_map(scalar)).collect();
        if items(node).iter().any(|item| matches!(item.kind, yaml::Kind::Null)) {
            value.nullable = Statement::at(true, line);
        }
        let texts = items(node).iter().any(|item| item.as_text().is_some());
        if texts && value.kind.is_missing() {
            value.kind = Statement::at(Kind::Text, line);
        }
        if value.kind.value() == Some(&Kind::Text) {
            value.words = Statement::at(words, line);
        } else {
            self.note("`enum` is compared only for strings", node.span);
        }
    }

    fn fields(&mut self, schema: &'a Node, value: &mut Value, depth: usize) {
        let required = schema.get("required");
        let listed = required.filter(|node| matches!(node.kind, yaml::Kind::List(_)));
        if let Some(properties) = schema.get("properties") {
            let mut fields = Vec::new();
            for (key, property) in properties.entries() {
                let line = self.line(key.span);
                let mut field = Field::new(key.text.clone(), line);
                field.required = match listed {
                    Some(names) => {
                        let named = items(names).iter().any(|it| it.as_text() == Some(&key.text));
                        Statement::at(named, self.line(names.span))
                    }
                    // In older versions, the flag was in the property.
                    None => match self.statement(property, "required", boolean) {
                        Statement::Unclear { .. } => Statement::Missing,
                        said => said,
                    },
                };
                field.value = self.schema_at(property, depth - 1);
                fields.push(field);
            }
            let line = self.line(properties.span);
            value.kind = std::mem::take(&mut value.kind).or(|| Statement::at(Kind::Object, line));
            if !fields.is_empty() {
                value.fields = Statement::at(fields, line);
            }
        }
        if let Some(additional) = schema.get("additionalProperties")
            && value.fields.is_missing()
            && !additional.entries().is_empty()
        {
            value.items = Some(Box::new(self.schema_at(additional, depth - 1)));
        }
    }

    /// Infers the type from an example.
    pub(super) fn exemplified(&mut self, example: &Node, depth: usize) -> Value {
        let line = self.line(example.span);
        let of = |kind| Value::with_kind(Statement::at(kind, line));
        if depth == 0 || !self.count(example.span) {
            return Value::default();
        }
        match &example.kind {
            yaml::Kind::Null => Value::default(),
            yaml::Kind::Bool(_) => of(Kind::Boolean),
            yaml::Kind::Integer(_) => of(Kind::Integer),
            yaml::Kind::Number(_) => of(Kind::Number),
            yaml::Kind::Text(_) => of(Kind::Text),
            yaml::Kind::List(items) => {
                let first = items.first().map(|item| Box::new(self.exemplified(item, depth - 1)));
                Value { items: first, ..of(Kind::List) }
            }
            yaml::Kind::Map(entries) => {
                let mut fields = Vec::new();
                for (key, value) in entries {
                    let mut field = Field::new(key.text.clone(), self.line(key.span));
                    field.value = self.exemplified(value, depth - 1);
                    fields.push(field);
                }
                let fields = if fields.is_empty() {
                    Statement::Missing
                } else {
                    Statement::at(fields, line)
                };
                Value { fields, ..of(Kind::Object) }
            }
        }
    }
}

/// Merges two schemas of one value. The first takes precedence.
fn merged(first: Value, second: Value) -> Value {
    let fields = match (first.fields, second.fields) {
        (Statement::Known { mut value, line }, Statement::Known { value: more, .. }) => {
            for field in more {
                match value.iter_mut().find(|known| known.name == field.name) {
                    Some(known) => {
                        known.required = match (known.required.value(), field.required.value()) {
                            (_, Some(true)) => field.required,
                            _ => std::mem::take(&mut known.required).or(|| field.required),
                        };
                        known.value = merged(std::mem::take(&mut known.value), field.value);
                    }
                    None => value.push(field),
                }
            }
            Statement::at(value, line)
        }
        (fields, others) => fields.or(|| others),
    };
    let items = match (first.items, second.items) {
        (Some(one), Some(other)) => Some(Box::new(merged(*one, *other))),
        (one, other) => one.or(other),
    };
    Value {
        kind: first.kind.or(|| second.kind),
        format: first.format.or(|| second.format),
        nullable: first.nullable.or(|| second.nullable),
        minimum: first.minimum.or(|| second.minimum),
        maximum: first.maximum.or(|| second.maximum),
        shortest: first.shortest.or(|| second.shortest),
        longest: first.longest.or(|| second.longest),
        default: first.default.or(|| second.default),
        words: first.words.or(|| second.words),
        items,
        fields,
        lenient: false,
    }
}
