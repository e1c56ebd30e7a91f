//! [`amended`]: the file of a path with what a document says put into it, as far as that can be told
//! place by place.

use super::build::Build;
use super::draft::Draft;
use super::edit::Edits;
use crate::drift::{Facts, Field, Finding, Format, Kind, Value};
use crate::yaml::{self, Node};

/// The text of a file with the contradictions of an operation mended, and those that were not:
/// whatever stands in shared pieces, or concerns more than a value, stays as it is.
pub(super) fn amended<'f>(
    text: &str,
    method: &str,
    vendor: &Facts,
    contradictions: &[&'f Finding],
    draft: &mut Draft<'_>,
) -> (String, Vec<&'f Finding>) {
    let Some(file) = yaml::parse_quietly(text) else {
        return (text.to_owned(), contradictions.to_vec());
    };
    let Some(operation) = file.get(&method.to_lowercase()) else {
        return (text.to_owned(), contradictions.to_vec());
    };
    let mut amend = Amend { edits: Edits::new(text), operation, vendor, build: draft.build, draft };
    let mut left = Vec::new();
    for finding in contradictions {
        let steps: Vec<&str> = finding.fact.0.iter().map(String::as_str).collect();
        let before = amend.edits.len();
        amend.fact(&steps);
        if amend.edits.len() == before {
            left.push(*finding);
        }
    }
    (amend.edits.apply(), left)
}

struct Amend<'a, 'b> {
    edits: Edits<'a>,
    operation: &'a Node,
    vendor: &'a Facts,
    build: Build,
    draft: &'a mut Draft<'b>,
}

impl Amend<'_, '_> {
    fn fact(&mut self, steps: &[&str]) {
        let build = self.build;
        match steps {
            ["permission"] => {
                if let Some([permission]) = self.vendor.permission.value().map(Vec::as_slice) {
                    self.edits.set(self.operation, "x-braze-permission", &build.text(permission));
                }
            }
            ["deprecated"] => {
                let deprecated = self.vendor.deprecated.value() == Some(&true);
                self.edits.set(self.operation, "deprecated", &build.boolean(deprecated));
            }
            ["parameters", name] => self.parameter(name),
            ["parameters", name, aspect] => self.parameter_aspect(name, aspect),
            ["reply", within @ .., last] => self.reply(within, last),
            _ => {}
        }
    }

    fn parameters(&self) -> Option<(&Node, &[Node])> {
        let list = self.operation.get("parameters")?;
        match &list.kind {
            yaml::Kind::List(items) => Some((list, items)),
            _ => None,
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        let shared = self.draft.shared;
        let named = |item: &Node| {
            let own = item.get("name").and_then(Node::as_text);
            let reference = || item.get("$ref").and_then(Node::as_text);
            own.or_else(|| shared.parameter_name(reference()?)) == Some(name)
        };
        self.parameters()?.1.iter().position(named)
    }

    /// A parameter that one side does not have.
    fn parameter(&mut self, name: &str) {
        let Some(theirs) = self.vendor.parameters.value() else { return };
        let Some(at) = theirs.iter().position(|field| field.name == name) else {
            let found = self.position(name).and_then(|at| Some(self.parameters()?.1[at].clone()));
            if let Some(item) = found {
                self.edits.remove_lines(&item);
            }
            return;
        };
        let before = theirs[..at].iter().rev().find_map(|field| self.position(&field.name));
        let settled = self.draft.settled(&theirs[at]);
        let item = self.draft.parameter(&settled);
        let list = self.parameters().map(|(list, _)| list.clone());
        if let Some(list) = list {
            self.edits.insert_item(&list, before, &item);
        }
    }

    fn parameter_aspect(&mut self, name: &str, aspect: &str) {
        let theirs = self.vendor.parameters.value().map_or(&[][..], Vec::as_slice);
        let Some(field) = theirs.iter().find(|field| field.name == name) else { return };
        let Some(item) = self.position(name).and_then(|at| Some(self.parameters()?.1[at].clone()))
        else {
            return;
        };
        if item.get("$ref").is_some() {
            return;
        }
        match (aspect, field.required.value()) {
            ("required", Some(required)) => {
                self.edits.set(&item, "required", &self.build.boolean(*required));
            }
            _ => {
                if let Some(schema) = item.get("schema") {
                    self.schema_aspect(schema, field, aspect);
                }
            }
        }
    }

    fn schema_aspect(&mut self, schema: &Node, field: &Field, aspect: &str) {
        if schema.get("$ref").is_some() {
            return;
        }
        let (build, value) = (self.build, &field.value);
        let number = matches!(value.kind.value(), Some(Kind::Integer | Kind::Number));
        let literal = |text: &String| match text.parse() {
            Ok(parsed) if number => build.number(parsed),
            _ => build.text(text),
        };
        let new = match aspect {
            "minimum" => value.minimum.value().map(|it| build.number(*it)),
            "maximum" => value.maximum.value().map(|it| build.number(*it)),
            "shortest" => value.shortest.value().map(|it| build.number(*it as f64)),
            "longest" => value.longest.value().map(|it| build.number(*it as f64)),
            "default" => value.default.value().map(literal),
            "enum" => value.words.value().map(|words| build.texts(words)),
            "type" => value.kind.value().map(|kind| build.text(kind.as_str())),
            "nullable" => value
                .kind
                .value()
                .map(|kind| build.list([build.text(kind.as_str()), build.text("null")])),
            _ => None,
        };
        let is_list = value.kind.value() == Some(&Kind::List);
        let key = match aspect {
            "nullable" => "type",
            "shortest" => {
                if is_list {
                    "minItems"
                } else {
                    "minLength"
                }
            }
            "longest" => {
                if is_list {
                    "maxItems"
                } else {
                    "maxLength"
                }
            }
            other => other,
        };
        if let Some(new) = new {
            self.edits.set(schema, key, &new);
        }
        if let ("type", Some(format @ (Format::Date | Format::DateTime))) =
            (aspect, value.format.value())
        {
            self.edits.set(schema, "format", &build.text(format.to_string()));
        }
    }

    /// A field of the reply, or an aspect of one.
    fn reply(&mut self, within: &[&str], last: &str) {
        let Some(body) = self.body().cloned() else { return };
        let Some(reply) = self.vendor.reply.value() else { return };
        if let Some(owner) = schema_at(&body, within)
            && let Some(fields) = fields_at(reply, within)
            && let Some(field) = fields.iter().find(|field| field.name == last)
        {
            let about = format!("reply.{}", [within, &[last]].concat().join("."));
            let schema = self.draft.reply_field(&about, field);
            if let Some(properties) = owner.get("properties") {
                self.edits.set(properties, last, &schema);
            }
            return;
        }
        let Some((name, outer)) = within.split_last() else { return };
        let (Some(owner), Some(fields)) = (schema_at(&body, outer), fields_at(reply, outer)) else {
            return;
        };
        let Some(field) = fields.iter().find(|field| field.name == *name) else { return };
        if last == "required" {
            self.required(owner, field);
        } else if let Some(schema) = schema_at(&body, within) {
            self.schema_aspect(schema, field, last);
        }
    }

    /// The schema of the first success.
    fn body(&self) -> Option<&Node> {
        let responses = self.operation.get("responses")?.entries();
        let (_, success) = responses.iter().find(|(key, _)| key.text.starts_with('2'))?;
        success.get("content")?.get("application/json")?.get("schema")
    }

    fn required(&mut self, owner: &Node, field: &Field) {
        let listed = owner.get("required").map(|node| &node.kind);
        let mut names: Vec<String> = match listed {
            Some(yaml::Kind::List(items)) => {
                items.iter().filter_map(|item| item.as_text().map(str::to_owned)).collect()
            }
            _ => Vec::new(),
        };
        match field.required.value() {
            Some(true) if !names.contains(&field.name) => names.push(field.name.clone()),
            Some(false) => names.retain(|name| *name != field.name),
            _ => return,
        }
        self.edits.set(owner, "required", &self.build.texts(&names));
    }
}

/// The schema that steps lead to, where no shared one is on the way.
fn schema_at<'a>(schema: &'a Node, steps: &[&str]) -> Option<&'a Node> {
    let Some((first, rest)) = steps.split_first() else { return Some(schema) };
    let next = match *first {
        "[]" => schema.get("items")?,
        "{}" => schema.get("additionalProperties")?,
        name => schema.get("properties")?.get(name)?,
    };
    schema_at(next, rest)
}

/// The fields that steps lead to.
fn fields_at<'a>(value: &'a Value, steps: &[&str]) -> Option<&'a Vec<Field>> {
    let Some((first, rest)) = steps.split_first() else { return value.fields.value() };
    let next = match *first {
        "[]" | "{}" => value.items.as_deref()?,
        name => &value.fields.value()?.iter().find(|field| field.name == name)?.value,
    };
    fields_at(next, rest)
}
