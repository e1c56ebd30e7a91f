//! Parameters in paths and queries. Those in headers and cookies are not sent.

use super::{Foreign, Refusal, Side, boolean, is_true, key, map, text, words};
use crate::spec::yaml::{Key, Kind, Node};

impl<'a> Foreign<'a> {
    /// Rewrites the parameters of an operation, those of its path first.
    pub(super) fn parameters(
        &mut self,
        item: &'a Node,
        node: &'a Node,
    ) -> Result<Vec<Node>, Refusal> {
        let mut found: Vec<&'a Node> = Vec::new();
        for owner in [item, node] {
            for one in owner.get("parameters").map(Node::items).unwrap_or_default() {
                let one = self.resolve(one)?;
                let name = |node: &'a Node, key: &str| node.get(key).and_then(Node::as_text);
                let same = |known: &&Node| {
                    known.get("name").and_then(Node::as_text) == name(one, "name")
                        && known.get("in").and_then(Node::as_text) == name(one, "in")
                };
                // A parameter of the operation takes precedence over one of its path.
                match found.iter().position(same) {
                    Some(at) => found[at] = one,
                    None => found.push(one),
                }
            }
        }
        let has_body = node.get("requestBody").is_some();
        let mut made = Vec::new();
        for one in found {
            let is_optional = !is_true(one, "required");
            match self.one_parameter(one) {
                Ok(Some(parameter)) => {
                    if has_body && parameter.get("name").and_then(Node::as_text) == Some("body") {
                        return Refusal::new(one.span, "a parameter `body` beside a body");
                    }
                    made.push(parameter);
                }
                Ok(None) => {}
                Err(refusal) if is_optional => {
                    self.ignore("optional parameters that are not supported", refusal.span);
                }
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(made)
    }

    fn one_parameter(&mut self, node: &'a Node) -> Result<Option<Node>, Refusal> {
        let place = node.get("in").and_then(Node::as_text).unwrap_or_default();
        match place {
            "header" | "cookie" => {
                self.ignore("parameters in headers and cookies", node.span);
                return Ok(None);
            }
            "path" | "query" => {}
            _ => return Refusal::new(node.span, "a parameter without a known location"),
        }
        let name = node.get("name").and_then(Node::as_text).unwrap_or_default();
        if crate::spec::names::field(name).is_none() {
            return Refusal::new(node.span, format!("`{name}` cannot become a name"));
        }
        let Some(schema) = node.get("schema") else {
            return Refusal::new(node.span, "a parameter without a schema");
        };
        let style = node.get("style").and_then(Node::as_text);
        if !matches!((place, style), (_, None) | ("query", Some("form")) | ("path", Some("simple")))
        {
            return Refusal::new(node.span, "a parameter in a style other than `form`");
        }
        let made = self.schema(schema, Side::Request, 0)?;
        let (kind, items) = self.kind_of_rewritten(&made.node);
        let is_scalar = |kind: &str| matches!(kind, "string" | "integer" | "number" | "boolean");
        let is_list = kind == "array" && place == "query" && is_scalar(&items);
        if !is_scalar(&kind) && !is_list {
            return Refusal::new(
                schema.span,
                "a parameter that is not a string, a number, a boolean or a list of these",
            );
        }
        let span = node.span;
        let mut entries: Vec<(Key, Node)> =
            vec![(key("name", span), text(name, span)), (key("in", span), text(place, span))];
        if place == "path" || is_true(node, "required") {
            entries.push((key("required", span), boolean(true, span)));
        }
        if let Some(description) = words(node, "description") {
            entries.push((key("description", description.span), description.clone()));
        }
        if let Some(explode) = node.get("explode").filter(|_| is_list) {
            entries.push((key("explode", explode.span), explode.clone()));
        }
        if is_true(node, "deprecated") {
            entries.push((key("deprecated", span), boolean(true, span)));
        }
        entries.push((key("schema", schema.span), made.node));
        Ok(Some(map(entries, span)))
    }

    /// Returns the type of a rewritten schema and that of its items, with references followed.
    fn kind_of_rewritten(&self, node: &Node) -> (String, String) {
        let node = self.followed(node);
        let kind = |node: &Node| match node.get("type").map(|it| &it.kind) {
            Some(Kind::Text(kind)) => kind.clone(),
            _ => String::new(),
        };
        let items = node.get("items").map_or_else(String::new, |items| kind(self.followed(items)));
        (kind(node), items)
    }

    fn followed<'b>(&'b self, node: &'b Node) -> &'b Node {
        let mut node = node;
        for _ in 0..16 {
            let Some(target) = node.get("$ref").and_then(Node::as_text) else { break };
            let found = self.schemas.iter().find(|(shared, _)| {
                target.strip_prefix("#/components/schemas/")
                    == Some(&super::schema::component(shared))
            });
            match found {
                Some((_, Ok(found))) => node = found,
                _ => break,
            }
        }
        node
    }
}
