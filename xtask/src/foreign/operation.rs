//! Operations: rewritten from the document to the subset.

use super::{
    Foreign, METHODS, Operation, Refusal, Side, boolean, is_true, key, list, map, text, words,
};
use crate::spec::names;
use crate::spec::source::Span;
use crate::spec::yaml::{Key, Kind, Node};

/// The maximum length of a summary from a description.
const MAX_SUMMARY: usize = 120;

impl<'a> Foreign<'a> {
    /// Rewrites all operations and records those that are not supported.
    pub(super) fn operations(&mut self) {
        let paths = self.root.get("paths").map(Node::entries).unwrap_or_default();
        for (path, item) in paths.iter().filter(|(path, _)| !path.text.starts_with("x-")) {
            if let Some(reference) = item.get("$ref") {
                let refusal = Refusal {
                    span: reference.span,
                    reason: "the path is in another place".to_owned(),
                };
                self.refused.push((path.text.clone(), path.span, refusal));
                continue;
            }
            for method in METHODS {
                let Some(node) = item.get(method) else { continue };
                match self.operation(path, method, item, node) {
                    Ok(operation) => self.operations.push(operation),
                    Err(refusal) => {
                        let name = format!("{} {}", method.to_uppercase(), path.text);
                        self.refused.push((name, node.span, refusal));
                    }
                }
            }
        }
    }

    fn operation(
        &mut self,
        path: &'a Key,
        method: &'static str,
        item: &'a Node,
        node: &'a Node,
    ) -> Result<Operation, Refusal> {
        let span = node.span;
        for (known, _) in node.entries().iter().filter(|(known, _)| known.text.starts_with("x-")) {
            self.ignore("x-*", known.span);
        }
        let parameters = self.parameters(item, node)?;
        let body = self.body(method, node)?;
        let responses = self.responses(node)?;
        let tags = node.get("tags").map(Node::items).unwrap_or_default();
        let tag = tags.first().and_then(Node::as_text).map(str::to_owned);
        let tag = tag.unwrap_or_else(|| {
            let mut parts = path.text.split('/').filter(|part| !part.is_empty());
            parts.find(|part| !part.starts_with('{')).unwrap_or("root").to_owned()
        });
        let description = words(node, "description");
        let summary = words(node, "summary").or(description).and_then(Node::as_text);
        let summary = summary.and_then(|text| text.trim().lines().next());
        let summary = summary.map_or_else(
            || format!("{} {}", method.to_uppercase(), path.text),
            |text| text.chars().take(MAX_SUMMARY).collect(),
        );
        let mut entries = vec![(key("summary", span), text(summary, span))];
        if let Some(description) = description {
            entries.push((key("description", description.span), description.clone()));
        }
        if let Some(id) = words(node, "operationId") {
            entries.push((key("operationId", id.span), id.clone()));
        }
        if is_true(node, "deprecated") {
            entries.push((key("deprecated", span), boolean(true, span)));
        }
        if !parameters.is_empty() {
            entries.push((key("parameters", span), list(parameters, span)));
        }
        entries.extend(body.map(|body| (key("requestBody", span), body)));
        entries.push((key("responses", span), responses));
        Ok(Operation { path: path.clone(), method, tag, node: map(entries, span) })
    }

    fn body(&mut self, method: &str, node: &'a Node) -> Result<Option<Node>, Refusal> {
        let Some(given) = node.get("requestBody") else { return Ok(None) };
        let body = self.resolve(given)?;
        let is_required = is_true(body, "required");
        if method == "get" {
            return match is_required {
                true => Refusal::new(given.span, "a `GET` with a body"),
                false => {
                    self.ignore("bodies of `GET`", given.span);
                    Ok(None)
                }
            };
        }
        let content = body.get("content").map(Node::entries).unwrap_or_default();
        let Some(media) = json(content) else {
            if content.is_empty() {
                return Ok(None);
            }
            return Refusal::new(given.span, "a body that is not JSON");
        };
        if !is_required {
            self.ignore("optional bodies: they are always sent", given.span);
        }
        let schema = self.media(media, Side::Request)?;
        let mut entries = vec![(key("required", given.span), boolean(true, given.span))];
        if let Some(description) = words(body, "description") {
            entries.push((key("description", description.span), description.clone()));
        }
        entries.push((key("content", given.span), content_of(schema, given.span)));
        Ok(Some(map(entries, given.span)))
    }

    fn media(&mut self, media: &'a Node, side: Side) -> Result<Node, Refusal> {
        for name in ["example", "examples"] {
            if let Some(example) = media.get(name) {
                self.ignore(if name == "example" { "example" } else { "examples" }, example.span);
            }
        }
        let Some(schema) = media.get("schema") else { return Ok(map(Vec::new(), media.span)) };
        let made = self.schema(schema, side, 0)?;
        if made.nullable {
            return Refusal::new(schema.span, "a nullable body");
        }
        Ok(made.node)
    }

    fn responses(&mut self, node: &'a Node) -> Result<Node, Refusal> {
        let all = node.get("responses").map(Node::entries).unwrap_or_default();
        let mut entries: Vec<(Key, Node)> = Vec::new();
        let is_success = |key: &Key| key.text.starts_with('2');
        let has_success = all.iter().any(|(key, _)| is_success(key));
        for (status, response) in all.iter().filter(|(status, _)| !status.text.starts_with("x-")) {
            let found = self.resolve(response)?;
            let description = found.get("description").and_then(Node::as_text).unwrap_or_default();
            let described = (key("description", found.span), text(description, found.span));
            if found.get("headers").is_some() {
                self.ignore("headers of replies", found.span);
            }
            let success = match status.text.as_str() {
                "default" if !has_success => Some("200".to_owned()),
                "2XX" | "2xx" => Some("200".to_owned()),
                other if is_success(status) => Some(other.to_owned()),
                _ => None,
            };
            let Some(success) = success else {
                let number = status.text.parse::<u16>().is_ok_and(|it| (100..600).contains(&it));
                if number
                    || status.text == "default"
                    || ["3XX", "4XX", "5XX"].contains(&status.text.as_str())
                {
                    entries.push((status.clone(), map(vec![described], found.span)));
                }
                continue;
            };
            if entries.iter().any(|(known, _)| known.text == success) {
                continue;
            }
            let content = found.get("content").map(Node::entries).unwrap_or_default();
            let mut reply = vec![described];
            match json(content) {
                Some(media) => {
                    let schema = self.media(media, Side::Reply)?;
                    reply.push((key("content", found.span), content_of(schema, found.span)));
                }
                None if content.is_empty() => {}
                None => return Refusal::new(found.span, "a reply that is not JSON"),
            }
            entries.push((key(success, status.span), map(reply, found.span)));
        }
        if !entries.iter().any(|(status, _)| is_success(status)) {
            // Its body is unknown, so it is not read.
            self.ignore(
                "operations without a success reply: the body of a success is not read",
                node.span,
            );
            let described = (key("description", node.span), text("Not described.", node.span));
            entries.push((key("200", node.span), map(vec![described], node.span)));
        }
        Ok(map(entries, node.get("responses").map_or(node.span, |it| it.span)))
    }
}

/// Returns the JSON content.
fn json(content: &[(Key, Node)]) -> Option<&Node> {
    let is_json = |name: &str| {
        let name = name.split(';').next().unwrap_or_default().trim();
        name == "application/json" || name.ends_with("+json") || name == "*/*"
    };
    let exact = content.iter().find(|(name, _)| name.text == "application/json");
    exact.or_else(|| content.iter().find(|(name, _)| is_json(&name.text))).map(|(_, media)| media)
}

fn content_of(schema: Node, span: Span) -> Node {
    let media = map(vec![(key("schema", span), schema)], span);
    map(vec![(key("application/json", span), media)], span)
}

/// Returns the name of an operation, in `snake_case`: its own, or one derived from method and path.
pub(super) fn name(operation: &Operation) -> String {
    let own = operation.node.get("operationId").and_then(Node::as_text).map(names::snake);
    let own = own.filter(|name| !name.is_empty());
    own.unwrap_or_else(|| names::snake(&format!("{} {}", operation.method, operation.path.text)))
}

/// Removes an entry from a map.
pub(super) fn without(node: &mut Node, name: &str) {
    if let Kind::Map(entries) = &mut node.kind {
        entries.retain(|(known, _)| known.text != name);
    }
}
