//! Schemas: rewritten from any JSON Schema to the subset.

use super::{Foreign, Refusal, Side, boolean, is_true, key, list, map, text, unescaped, words};
use crate::spec::names;
use crate::spec::source::Span;
use crate::spec::yaml::{Key, Kind, Node};

/// The maximum nesting of schemas.
const MAX_DEPTH: usize = 24;

/// Keys that do not affect the type.
const IGNORED: [&str; 12] = [
    "title",
    "example",
    "examples",
    "externalDocs",
    "pattern",
    "xml",
    "uniqueItems",
    "multipleOf",
    "discriminator",
    "default",
    "minProperties",
    "maxProperties",
];

/// A schema in the subset.
pub(super) struct Schema {
    pub(super) node: Node,
    pub(super) nullable: bool,
}

impl<'a> Foreign<'a> {
    pub(super) fn schema(
        &mut self,
        node: &'a Node,
        side: Side,
        depth: usize,
    ) -> Result<Schema, Refusal> {
        if depth > MAX_DEPTH {
            return Refusal::new(node.span, "this schema is nested too deeply");
        }
        if let Some(reference) = node.get("$ref") {
            return self.reference(node, reference, side, depth);
        }
        for (known, _) in node.entries() {
            match IGNORED.iter().find(|name| **name == known.text) {
                Some(name) => self.ignore(name, known.span),
                None if known.text.starts_with("x-") => self.ignore("x-*", known.span),
                None => {}
            }
        }
        let mut nullable = is_true(node, "nullable");
        let mut made = if node.get("allOf").is_some() {
            let parts = self.flat(node, depth)?;
            self.merged(&parts, node.span, side, depth, true)?
        } else if let Some(all) = node.get("oneOf").or_else(|| node.get("anyOf")) {
            let one = self.alternatives(all, side, depth)?;
            nullable |= one.nullable;
            one.node
        } else {
            let plain = self.plain(node, side, depth)?;
            nullable |= plain.nullable;
            plain.node
        };
        if let (Some(description), Kind::Map(entries)) =
            (words(node, "description"), &mut made.kind)
        {
            entries.retain(|(known, _)| known.text != "description");
            entries.push((key("description", description.span), description.clone()));
        }
        if let (true, Kind::Map(entries)) = (is_true(node, "deprecated"), &mut made.kind)
            && !entries.iter().any(|(known, _)| known.text == "$ref")
        {
            entries.push((key("deprecated", node.span), boolean(true, node.span)));
        }
        Ok(Schema { node: made, nullable })
    }

    fn reference(
        &mut self,
        node: &'a Node,
        reference: &'a Node,
        side: Side,
        depth: usize,
    ) -> Result<Schema, Refusal> {
        let found = self.resolve(node)?;
        let target = reference.as_text().unwrap_or_default();
        if !target.starts_with("#/components/schemas/") || target.matches('/').count() > 3 {
            // It has no name of its own, so it is used as if written here.
            if self.open.iter().any(|it| it == target) {
                return Refusal::new(reference.span, "this schema consists of itself");
            }
            self.open.push(target.to_owned());
            let made = self.schema(found, side, depth + 1);
            self.open.pop();
            return made;
        }
        let name = unescaped(target.rsplit('/').next().unwrap_or_default());
        let shared = (name, side);
        let nullable = is_true(found, "nullable") || type_words(found).contains(&"null");
        if !self.schemas.contains_key(&shared) {
            // The entry is added before the schema is read, since it may contain itself.
            self.schemas.insert(shared.clone(), Ok(map(Vec::new(), found.span)));
            let made = self.schema(found, side, 0).map(|schema| schema.node);
            self.schemas.insert(shared.clone(), made);
        }
        let target = format!("#/components/schemas/{}", component(&shared));
        let mut entries = vec![(key("$ref", reference.span), text(target, reference.span))];
        if let Some(description) = words(node, "description") {
            entries.push((key("description", description.span), description.clone()));
        }
        Ok(Schema {
            node: map(entries, node.span),
            nullable: nullable || is_true(node, "nullable"),
        })
    }

    /// Returns the parts of an `allOf`, including its own keys, with references followed.
    fn flat(&mut self, node: &'a Node, depth: usize) -> Result<Vec<&'a Node>, Refusal> {
        let mut parts = vec![node];
        for part in node.get("allOf").map(Node::items).unwrap_or_default() {
            let target = part.get("$ref").and_then(Node::as_text).unwrap_or_default().to_owned();
            if depth > MAX_DEPTH || (!target.is_empty() && self.open.contains(&target)) {
                return Refusal::new(part.span, "this schema consists of itself");
            }
            let found = self.resolve(part)?;
            self.open.push(target);
            let inner = self.flat(found, depth + 1);
            self.open.pop();
            parts.extend(inner?);
        }
        Ok(parts)
    }

    /// Merges several schemas. With `all` a value matches all of them, else one of them.
    fn merged(
        &mut self,
        parts: &[&'a Node],
        span: Span,
        side: Side,
        depth: usize,
        all: bool,
    ) -> Result<Node, Refusal> {
        let with = |name: &str| parts.iter().filter(|part| part.get(name).is_some()).count();
        if with("properties") == 0 {
            // At most one part has a type.
            let is_typed = |part: &&&Node| {
                ["type", "enum", "items", "additionalProperties", "oneOf", "anyOf"]
                    .iter()
                    .any(|name| part.get(name).is_some())
            };
            let mut typed = parts.iter().filter(is_typed);
            return match (typed.next(), typed.next()) {
                (Some(one), None) if one.get("allOf").is_none() => {
                    self.schema(one, side, depth + 1).map(|schema| schema.node)
                }
                (None, _) => Ok(map(Vec::new(), span)),
                _ => Refusal::new(span, "a combination of several schemas that are not objects"),
            };
        }
        let mut properties: Vec<(&'a Key, &'a Node)> = Vec::new();
        let mut required: Vec<(&'a str, usize)> = Vec::new();
        for part in parts {
            if part.get("oneOf").or_else(|| part.get("anyOf")).is_some()
                && part.get("properties").is_none()
            {
                return Refusal::new(part.span, "alternatives within an `allOf`");
            }
            for (name, property) in part.get("properties").map(Node::entries).unwrap_or_default() {
                match properties.iter_mut().find(|(known, _)| known.text == name.text) {
                    Some(known) if all || kind_of(known.1) == kind_of(property) => {
                        if all {
                            known.1 = property;
                        }
                    }
                    Some(_) => {
                        let reason = format!("`{}` has several types", name.text);
                        return Refusal::new(property.span, reason);
                    }
                    None => properties.push((name, property)),
                }
            }
            for name in part.get("required").map(Node::items).unwrap_or_default() {
                let Some(name) = name.as_text() else { continue };
                match required.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, count)) => *count += 1,
                    None => required.push((name, 1)),
                }
            }
        }
        let enough = if all { 1 } else { parts.len() };
        let required: Vec<_> = required
            .into_iter()
            .filter(|(_, count)| *count >= enough)
            .map(|(name, _)| name)
            .collect();
        self.object(&properties, &required, span, side, depth)
    }

    /// Returns the common type of alternatives, apart from `null`.
    fn alternatives(&mut self, all: &'a Node, side: Side, depth: usize) -> Result<Schema, Refusal> {
        let is_null = |one: &&Node| {
            type_words(one) == ["null"]
                || one
                    .get("enum")
                    .is_some_and(|it| it.items().iter().all(|it| matches!(it.kind, Kind::Null)))
        };
        let others: Vec<&'a Node> = all.items().iter().filter(|one| !is_null(one)).collect();
        let nullable = others.len() < all.items().len();
        if let [one] = others[..] {
            let one = self.schema(one, side, depth + 1)?;
            return Ok(Schema { node: one.node, nullable: nullable || one.nullable });
        }
        let mut found = Vec::new();
        for one in &others {
            let one = self.resolve(one)?;
            found.push(one);
        }
        let kinds: Vec<_> = found.iter().map(|one| kind_of(one)).collect();
        let node = match kinds.as_slice() {
            [] => map(Vec::new(), all.span),
            _ if kinds.iter().all(|kind| *kind == "object") => {
                let mut parts = Vec::new();
                for one in found {
                    if one.get("allOf").is_some() {
                        return Refusal::new(one.span, "alternatives that combine several schemas");
                    }
                    if one.get("properties").is_none() {
                        return Refusal::new(one.span, "alternatives with a map among them");
                    }
                    parts.push(one);
                }
                self.merged(&parts, all.span, side, depth, false)?
            }
            [first, rest @ ..]
                if *first != "array"
                    && !first.is_empty()
                    && rest.iter().all(|kind| kind == first) =>
            {
                map(vec![(key("type", all.span), text(*first, all.span))], all.span)
            }
            _ if kinds.iter().all(|kind| matches!(*kind, "integer" | "number")) => {
                map(vec![(key("type", all.span), text("number", all.span))], all.span)
            }
            _ => return Refusal::new(all.span, "a value of several types"),
        };
        Ok(Schema { node, nullable })
    }

    fn plain(&mut self, node: &'a Node, side: Side, depth: usize) -> Result<Schema, Refusal> {
        let types = type_words(node);
        let nullable = types.contains(&"null");
        let mut types = types.into_iter().filter(|word| *word != "null");
        let kind = match (types.next(), types.next()) {
            (Some(kind), None) => kind,
            (None, _) => kind_of(node),
            (Some(_), Some(_)) => return Refusal::new(node.span, "a value of several types"),
        };
        let span = node.get("type").map_or(node.span, |it| it.span);
        let typed = |rest: Vec<(Key, Node)>| {
            let head = (key("type", span), text(kind, span));
            map(std::iter::once(head).chain(rest).collect(), node.span)
        };
        let made = match kind {
            "" => map(Vec::new(), node.span),
            "object" => {
                let properties: Vec<_> = node
                    .get("properties")
                    .map(Node::entries)
                    .unwrap_or_default()
                    .iter()
                    .map(|(name, property)| (name, property))
                    .collect();
                if properties.is_empty() {
                    typed(self.values(node, side, depth)?)
                } else {
                    if let Some(additional) = node.get("additionalProperties") {
                        self.ignore("additionalProperties beside properties", additional.span);
                    }
                    let required = node.get("required").map(Node::items).unwrap_or_default();
                    let required: Vec<_> = required.iter().filter_map(Node::as_text).collect();
                    self.object(&properties, &required, node.span, side, depth)?
                }
            }
            "array" => {
                let items = match node.get("items") {
                    Some(items) => self.schema(items, side, depth + 1)?,
                    None => Schema { node: map(Vec::new(), node.span), nullable: false },
                };
                if items.nullable {
                    return Refusal::new(items.node.span, "nullable items of a list");
                }
                let mut rest = vec![(key("items", items.node.span), items.node)];
                rest.extend(lengths(node, ["minItems", "maxItems"]));
                typed(rest)
            }
            "string" => {
                let mut rest = self.words(node);
                let format = words(node, "format")
                    .filter(|it| matches!(it.as_text(), Some("date" | "date-time")));
                if rest.is_empty() {
                    rest.extend(format.map(|format| (key("format", format.span), format.clone())));
                    rest.extend(lengths(node, ["minLength", "maxLength"]));
                }
                typed(rest)
            }
            "integer" | "number" => typed(bounds(node, kind == "integer")),
            "boolean" => typed(Vec::new()),
            other => return Refusal::new(span, format!("the type `{other}`")),
        };
        Ok(Schema { node: made, nullable })
    }

    /// Rewrites the values of a map.
    fn values(
        &mut self,
        node: &'a Node,
        side: Side,
        depth: usize,
    ) -> Result<Vec<(Key, Node)>, Refusal> {
        let Some(values) = node.get("additionalProperties") else { return Ok(Vec::new()) };
        if values.entries().is_empty() {
            return Ok(Vec::new());
        }
        let made = self.schema(values, side, depth + 1)?;
        if made.nullable {
            return Refusal::new(values.span, "nullable values of a map");
        }
        Ok(vec![(key("additionalProperties", values.span), made.node)])
    }

    /// Returns the words of a string, if all have different names in Rust.
    fn words(&mut self, node: &'a Node) -> Vec<(Key, Node)> {
        let (span, given) = match (node.get("enum"), node.get("const")) {
            (Some(all), _) => (all.span, all.items().iter().collect()),
            (None, Some(one)) => (one.span, vec![one]),
            (None, None) => return Vec::new(),
        };
        let given: Vec<&Node> =
            given.into_iter().filter(|it| !matches!(it.kind, Kind::Null)).collect();
        let mut made: Vec<String> = Vec::new();
        for word in &given {
            match word.as_text().and_then(names::type_name).filter(|name| !made.contains(name)) {
                Some(name) => made.push(name),
                None => {
                    self.ignore("enum with words that cannot become names", span);
                    return Vec::new();
                }
            }
        }
        if made.is_empty() {
            return Vec::new();
        }
        vec![(key("enum", span), list(given.into_iter().cloned().collect(), span))]
    }

    fn object(
        &mut self,
        properties: &[(&'a Key, &'a Node)],
        required: &[&str],
        span: Span,
        side: Side,
        depth: usize,
    ) -> Result<Node, Refusal> {
        let mut fields: Vec<(Key, Node)> = Vec::new();
        let mut needed = Vec::new();
        let mut taken: Vec<String> = Vec::new();
        let other_side = if side == Side::Request { "readOnly" } else { "writeOnly" };
        for (name, property) in properties {
            if is_true(property, other_side) {
                self.ignore("properties of the other side (readOnly, writeOnly)", name.span);
                continue;
            }
            let is_required = required.contains(&name.text.as_str());
            match names::field(&name.text).filter(|name| !taken.contains(name)) {
                Some(name) => taken.push(name),
                None if is_required && side == Side::Request => {
                    let reason = format!("the required field `{}` cannot become a name", name.text);
                    return Refusal::new(name.span, reason);
                }
                None => {
                    self.ignore("fields that cannot become names", name.span);
                    continue;
                }
            }
            let Schema { mut node, nullable } = self.schema(property, side, depth + 1)?;
            // In a reply, a `null` field is read like a missing one.
            let may_say_so = |node: &mut Node| side == Side::Request && nullable_type(node);
            if is_required && (!nullable || may_say_so(&mut node)) {
                needed.push(text(name.text.clone(), name.span));
            }
            fields.push(((*name).clone(), node));
        }
        let mut entries = vec![(key("type", span), text("object", span))];
        if !fields.is_empty() {
            if !needed.is_empty() {
                entries.push((key("required", span), list(needed, span)));
            }
            entries.push((key("properties", span), map(fields, span)));
        }
        Ok(map(entries, span))
    }
}

/// Returns the name of a shared schema in the rewritten document.
pub(super) fn component((name, side): &(String, Side)) -> String {
    let name = name.replace(['/', '#'], "_");
    if *side == Side::Request { format!("{name}.input") } else { name }
}

/// Returns the words of `type`, one or several.
fn type_words(node: &Node) -> Vec<&str> {
    match node.get("type").map(|it| &it.kind) {
        Some(Kind::Text(word)) => vec![word],
        Some(Kind::List(words)) => words.iter().filter_map(Node::as_text).collect(),
        _ => Vec::new(),
    }
}

/// Returns the type of a schema, if it is stated or implied.
fn kind_of(node: &Node) -> &str {
    let has = |name: &str| node.get(name).is_some();
    match type_words(node).into_iter().find(|word| *word != "null") {
        Some(word) => word,
        None if has("properties") || has("additionalProperties") || has("allOf") => "object",
        None if has("items") => "array",
        None if node
            .get("enum")
            .is_some_and(|it| it.items().iter().any(|it| it.as_text().is_some())) =>
        {
            "string"
        }
        None if node.get("const").is_some_and(|it| it.as_text().is_some()) => "string",
        None => "",
    }
}

/// Adds `null` to the type of a schema, if it has a type of its own.
fn nullable_type(node: &mut Node) -> bool {
    let Kind::Map(entries) = &mut node.kind else { return false };
    let Some((_, kind)) = entries.iter_mut().find(|(known, _)| known.text == "type") else {
        return false;
    };
    let span = kind.span;
    *kind = list(vec![kind.clone(), text("null", span)], span);
    true
}

fn lengths(node: &Node, names: [&'static str; 2]) -> Vec<(Key, Node)> {
    let length = |name: &str| match node.get(name)?.kind {
        Kind::Integer(value) => u32::try_from(value).ok(),
        _ => None,
    };
    let [shortest, longest] = names.map(length);
    if shortest > longest && longest.is_some() {
        return Vec::new();
    }
    let found = names.into_iter().zip([shortest, longest]).filter(|(_, length)| length.is_some());
    found.filter_map(|(name, _)| Some((key(name, node.span), node.get(name)?.clone()))).collect()
}

fn bounds(node: &Node, is_integer: bool) -> Vec<(Key, Node)> {
    let value = |name: &str| match node.get(name)?.kind {
        Kind::Integer(value) => Some(value as f64),
        Kind::Number(value) if !is_integer && value.is_finite() => Some(value),
        _ => None,
    };
    let is_exclusive = |name: &str| is_true(node, name);
    let (min, max) = (value("minimum"), value("maximum"));
    let is_empty = min.zip(max).is_some_and(|(min, max)| min > max);
    let kept = [
        ("minimum", min.filter(|_| !is_exclusive("exclusiveMinimum"))),
        ("maximum", max.filter(|_| !is_exclusive("exclusiveMaximum"))),
    ];
    let kept = kept.into_iter().filter(|(_, value)| value.is_some() && !is_empty);
    kept.filter_map(|(name, _)| Some((key(name, node.span), node.get(name)?.clone()))).collect()
}
