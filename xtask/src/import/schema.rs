//! Schemas of a draft: facts of a document in the keys of the subset.

use super::draft::Draft;
use super::shared::Side;
use crate::docs_check::{Field, Format, Kind, Statement, Value};
use crate::spec::yaml::{self, Node};

impl Draft<'_> {
    /// Returns `true` for a required field. Notes the assumption if the document does not state it.
    pub(super) fn required(&mut self, about: &str, field: &Field, assumed: bool) -> bool {
        field.required.value().copied().unwrap_or_else(|| {
            let word = if assumed { "required" } else { "optional" };
            let what = format!("the presence, which is not stated: {word} is assumed");
            self.decide(about, what, field.line);
            assumed
        })
    }

    pub(super) fn schema(&mut self, about: &str, name: &str, value: &Value, side: Side) -> Node {
        let build = self.build;
        let line = value.kind.line();
        let mut kind = value.kind.value().copied().unwrap_or(Kind::Any);
        if let Statement::Unclear { text, .. } = &value.kind {
            self.decide(about, format!("the type, stated as `{text}`"), line);
        } else if kind == Kind::Any && side != Side::Query {
            self.decide(about, "the type, which is not stated: any JSON is assumed", line);
        }
        if side == Side::Query && matches!(kind, Kind::Any | Kind::Object) {
            self.decide(about, "the type: a string is assumed", line);
            kind = Kind::Text;
        }
        if kind == Kind::Any {
            return build.map::<String>([]);
        }
        let word = build.text(kind.as_str());
        let nullable = side != Side::Query && value.nullable.value() == Some(&true);
        let word = if nullable { build.list([word, build.text("null")]) } else { word };
        let mut entries = vec![("type", word)];
        entries.extend(self.lengths(kind, value));
        match kind {
            Kind::Text => entries.extend(self.text(about, name, value, side)),
            Kind::Integer | Kind::Number => entries.extend(self.bounds(name, value, side)),
            Kind::List => {
                let within = format!("{about}[]");
                let items = match &value.items {
                    Some(items) => self.schema(&within, name, items, side),
                    None => self.schema(&within, name, &Value::default(), side),
                };
                entries.push(("items", items));
            }
            Kind::Object => entries.extend(self.object_keys(about, value, side)),
            Kind::Boolean | Kind::Any => {}
        }
        if let Some(default) = value.default.value() {
            let literal = match kind {
                Kind::Integer | Kind::Number => default.parse().ok().map(|it| build.number(it)),
                Kind::Boolean => default.parse().ok().map(|it| build.boolean(it)),
                _ => None,
            };
            entries.push(("default", literal.unwrap_or_else(|| build.text(default))));
        }
        build.map(entries)
    }

    fn text(
        &mut self,
        about: &str,
        name: &str,
        value: &Value,
        side: Side,
    ) -> Vec<(&'static str, Node)> {
        let build = self.build;
        if let Some(words) = value.words.value() {
            return vec![("enum", build.texts(words))];
        }
        let hand_written = |name: &str| vec![("x-braze-type", build.text(name))];
        let is_time = side == Side::Reply && self.roles.as_ref().is_some_and(|it| it.time == name);
        match value.format.value() {
            _ if is_time => hand_written("series-time"),
            Some(format @ (Format::Date | Format::DateTime | Format::LocalDateTime)) => {
                vec![("format", build.text(format.to_string()))]
            }
            Some(Format::Other(format)) if side == Side::Reply || !name.ends_with("_id") => {
                let what = format!("the format `{format}` is omitted: the spec cannot express it");
                self.decide(about, what, value.format.line());
                Vec::new()
            }
            _ if side != Side::Reply && name.ends_with("_id") => hand_written("identifier"),
            _ => Vec::new(),
        }
    }

    fn lengths(&self, kind: Kind, value: &Value) -> Vec<(&'static str, Node)> {
        let [shortest, longest] = match kind {
            Kind::Text => ["minLength", "maxLength"],
            Kind::List => ["minItems", "maxItems"],
            _ => return Vec::new(),
        };
        let length =
            |key, length: &Statement<u64>| Some((key, self.build.number(*length.value()? as f64)));
        let lengths = [length(shortest, &value.shortest), length(longest, &value.longest)];
        lengths.into_iter().flatten().collect()
    }

    fn bounds(&self, name: &str, value: &Value, side: Side) -> Vec<(&'static str, Node)> {
        let counted = side == Side::Reply && self.roles.as_ref().is_some_and(|it| it.value == name);
        let is_count = counted && value.kind.value() == Some(&Kind::Integer);
        let minimum = value.minimum.value().copied().or(is_count.then_some(0.0));
        let bound = |key, bound: Option<f64>| Some((key, self.build.number(bound?)));
        let bounds = [bound("minimum", minimum), bound("maximum", value.maximum.value().copied())];
        bounds.into_iter().flatten().collect()
    }

    fn object_keys(&mut self, about: &str, value: &Value, side: Side) -> Vec<(&'static str, Node)> {
        if let Some(fields) = value.fields.value() {
            let fields: Vec<&Field> = fields.iter().collect();
            let Node { kind: yaml::Kind::Map(entries), .. } = self.object(about, &fields, side)
            else {
                return Vec::new();
            };
            let keys = ["required", "properties"];
            return keys
                .into_iter()
                .filter_map(|key| {
                    let found = entries.iter().find(|(known, _)| known.text == key)?;
                    Some((key, found.1.clone()))
                })
                .collect();
        }
        if let Some(items) = &value.items {
            let values = self.schema(&format!("{about}{{}}"), "value", items, side);
            return vec![("additionalProperties", values)];
        }
        let what = "the fields of the object, which are not stated: a map of any JSON is assumed";
        self.decide(about, what, value.kind.line());
        Vec::new()
    }

    /// Drafts an object with its fields and the list of required ones.
    pub(super) fn object(&mut self, about: &str, fields: &[&Field], side: Side) -> Node {
        let build = self.build;
        let mut required = Vec::new();
        let mut properties = Vec::new();
        for field in fields {
            let within = format!("{about}.{}", field.name);
            let is_required =
                self.required(&within, field, side == Side::Reply && self.is_part(field));
            if is_required {
                required.push(build.text(&field.name));
            }
            let mut value = field.value.clone();
            let nullable = value.nullable.value() == Some(&true);
            if nullable && !is_required && side == Side::Body {
                let what = "omitted or `null`: omitted is assumed";
                self.decide(&within, what, field.line);
                value.nullable = Statement::Missing;
            }
            let is_message = side == Side::Reply && about == "reply" && field.name == "message";
            let schema = if is_message && value.kind.value() == Some(&Kind::Text) {
                self.message()
            } else {
                self.schema(&within, &field.name, &value, side)
            };
            properties.push((field.name.clone(), schema));
        }
        let mut entries = vec![("type", build.text("object"))];
        if !required.is_empty() {
            entries.push(("required", build.list(required)));
        }
        entries.push(("properties", build.map(properties)));
        build.map(entries)
    }

    /// Returns `true` for the fields of a reply that a series requires.
    fn is_part(&self, field: &Field) -> bool {
        self.roles.as_ref().is_some_and(|roles| {
            [&roles.rows, &roles.time, &roles.value].contains(&&field.name)
                || field.name == "message"
        })
    }

    fn message(&self) -> Node {
        let build = self.build;
        match self.shared.schema("message") {
            Some(shared) => build.reference(shared),
            None => {
                build.map([("type", build.text("string")), ("x-braze-type", build.text("message"))])
            }
        }
    }
}
