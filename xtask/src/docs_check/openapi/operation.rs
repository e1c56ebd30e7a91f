//! Operations of a document: read from path items to [`Facts`].

use super::document::{Document, boolean, items, scalar};
use super::{Contents, Operation, UnreadablePart};
use crate::docs_check::compare::is_placeholder;
use crate::docs_check::facts::{Facts, Field, Format, Note, Place, Pool, Statement, Value};
use crate::docs_check::prose;
use crate::spec::lower::is_date_time;
use crate::spec::yaml::{Key, Node};

const METHODS: [&str; 8] = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/// The maximum number of servers from variables.
const MAX_SERVERS: usize = 64;

impl<'a> Document<'a> {
    /// Reads all operations, and lists those in other files.
    pub(super) fn contents(mut self) -> Contents {
        let mut contents = Contents { operations: Vec::new(), unread: Vec::new() };
        for (path, item) in self.root.get("paths").map_or(&[][..], Node::entries) {
            if path.text.starts_with("x-") {
                continue;
            }
            let Some(item) = self.resolve(item) else {
                contents.unread.push(self.unread(path.text.clone(), item));
                continue;
            };
            for (method, node) in item.entries() {
                if !METHODS.contains(&method.text.to_lowercase().as_str()) {
                    continue;
                }
                match self.resolve(node) {
                    Some(node) => {
                        contents.operations.push(self.operation(path, item, method, node));
                    }
                    None => {
                        let subject = format!("{} {}", method.text.to_uppercase(), path.text);
                        contents.unread.push(self.unread(subject, node));
                    }
                }
            }
        }
        contents
    }

    fn unread(&self, subject: String, node: &Node) -> UnreadablePart {
        let reference = node.get("$ref").and_then(Node::as_text).unwrap_or_default();
        let text = format!(
            "it is defined by `{reference}`, which is not in this document: bundle the document \
             into one file"
        );
        UnreadablePart { subject, note: Note::new(text, self.line(node.span)) }
    }

    /// Reads the parameters under `components`.
    pub(super) fn shared_parameters(mut self) -> Vec<(String, Field)> {
        let components = self.root.get("components").and_then(|node| node.get("parameters"));
        let shared = components.map_or(&[][..], Node::entries).iter();
        let fields = shared
            .filter_map(|(key, node)| Some((key.text.clone(), self.parameter("", node, &[])?)));
        fields.collect()
    }

    fn operation(
        &mut self,
        path: &Key,
        item: &'a Node,
        method: &Key,
        operation: &'a Node,
    ) -> Operation {
        self.notes.clear();
        let mut parameters = self.parameters(&path.text, item, operation);
        parameters.extend(self.body(operation));
        let (status, reply) = self.reply(operation);
        let mut facts = Facts {
            method: Statement::at(method.text.to_uppercase(), self.line(method.span)),
            path: Statement::at(path.text.clone(), self.line(path.span)),
            deprecated: self.statement(operation, "deprecated", boolean),
            parameters: Statement::at(parameters, self.line(operation.span)),
            reply,
            servers: self.servers(item, operation),
            ..Facts::default()
        };
        self.description_facts(item, operation, &mut facts);
        facts.notes = std::mem::take(&mut self.notes);
        Operation { facts, status }
    }

    /// Reads permission and rate limit, which only descriptions state.
    fn description_facts(&mut self, item: &Node, operation: &Node, facts: &mut Facts) {
        let info = self.root.get("info");
        let texts = [Some(operation), Some(item), info].into_iter().flatten();
        let texts = texts.flat_map(|node| [node.get("description"), node.get("summary")]).flatten();
        let mut permissions: Vec<String> = Vec::new();
        let mut rates = Vec::new();
        let (mut permission_line, mut rate_line) = (None, None);
        for node in texts {
            let Some(text) = node.as_text() else { continue };
            let line = self.line(node.span);
            for permission in prose::permissions(text) {
                permission_line = permission_line.or(line);
                permissions.push(permission);
            }
            for rate in prose::rates(text) {
                rate_line = rate_line.or(line);
                rates.push(rate);
            }
        }
        if !permissions.is_empty() {
            permissions.dedup();
            facts.permission = Statement::at(permissions, permission_line);
        }
        if !rates.is_empty() {
            rates.dedup();
            facts.pool = Statement::at(Pool { rates, ..Pool::default() }, rate_line);
        }
    }

    /// Reads the parameters of an operation, and those of its path that it does not override.
    fn parameters(&mut self, path: &str, item: &'a Node, operation: &'a Node) -> Vec<Field> {
        let mut nodes: Vec<&'a Node> = Vec::new();
        let key = |node: &Node| {
            let text = |key| node.get(key).and_then(Node::as_text).map(str::to_owned);
            (text("name"), text("in"))
        };
        for owner in [operation, item] {
            for node in owner.get("parameters").map_or(&[][..], items) {
                let Some(node) = self.resolve(node) else { continue };
                if owner.span == operation.span
                    || !nodes.iter().any(|known| key(known) == key(node))
                {
                    nodes.push(node);
                }
            }
        }
        let named = nodes.iter().filter_map(|node| node.get("name").and_then(Node::as_text));
        let names: Vec<String> = named.map(str::to_owned).collect();
        nodes.into_iter().filter_map(|node| self.parameter(path, node, &names)).collect()
    }

    fn parameter(&mut self, path: &str, node: &'a Node, names: &[String]) -> Option<Field> {
        let Some(name) = node.get("name").and_then(scalar) else {
            self.note("a parameter without a name", node.span);
            return None;
        };
        let mut field = Field::new(name, self.line(node.span));
        let in_path = path.contains(&format!("{{{}}}", field.name));
        field.place = match node.get("in").and_then(Node::as_text) {
            Some("path") => Statement::at(Place::Path, field.line),
            Some("query") => Statement::at(Place::Query, field.line),
            Some(other) => {
                let text = format!("`{}` is in the {other}, which the clients set", field.name);
                self.note(text, node.span);
                return None;
            }
            None if in_path => Statement::at(Place::Path, field.line),
            None => Statement::Missing,
        };
        for (key, _) in node.entries() {
            if matches!(
                key.text.as_str(),
                "style" | "explode" | "allowReserved" | "allowEmptyValue"
            ) {
                self.note(format!("`{}` is ignored", key.text), key.span);
            }
        }
        let content = node.get("content").and_then(|content| content.entries().first());
        let schema = node.get("schema").or_else(|| content.and_then(|(_, it)| it.get("schema")));
        // Before 3.0 a parameter had the keys of its schema.
        field.value = self.schema(schema.unwrap_or(node));
        let nested =
            schema.map_or(Statement::Missing, |schema| self.statement(schema, "required", boolean));
        field.required = match self.statement(node, "required", boolean) {
            Statement::Missing if nested.value().is_some() => nested,
            said => said,
        };
        let resolved = schema.and_then(|schema| self.resolve(schema));
        for owner in [Some(node), resolved].into_iter().flatten() {
            if let Some(text) = owner.get("description")
                && let Some(words) = text.as_text()
            {
                let line = self.line(text.span);
                if self.prose {
                    prose::complete(&mut field.value, words, names, line);
                }
            }
            self.examples(owner, &field);
        }
        Some(field)
    }

    /// Reports invalid examples of a date-time.
    fn examples(&mut self, owner: &'a Node, field: &Field) {
        if field.value.format.value() != Some(&Format::DateTime) {
            return;
        }
        let several = owner.get("examples");
        let named = several.map_or(&[][..], Node::entries).iter();
        let values = named.filter_map(|(_, example)| example.get("value"));
        let listed = several.map_or(&[][..], items).iter();
        for example in owner.get("example").into_iter().chain(values).chain(listed) {
            let text = scalar(example).unwrap_or_default();
            if !is_date_time(&text) {
                let text = format!("the example `{text}` of `{}` is not a date-time", field.name);
                self.note(text, example.span);
            }
        }
    }

    /// Reads the fields of the request's body.
    fn body(&mut self, operation: &'a Node) -> Vec<Field> {
        let Some(body) = operation.get("requestBody") else { return Vec::new() };
        let Some(content) = self.resolve(body).and_then(json) else {
            self.note("the body of the request is not described as JSON", body.span);
            return Vec::new();
        };
        let value = content.get("schema").map(|schema| self.schema(schema)).unwrap_or_default();
        let Statement::Known { value: fields, .. } = value.fields else {
            self.note("the fields of the request's body are not stated", body.span);
            return Vec::new();
        };
        let in_body = |mut field: Field| {
            field.place = Statement::at(Place::Body, field.line);
            field
        };
        fields.into_iter().map(in_body).collect()
    }

    /// Reads the first success: its status and its body.
    fn reply(&mut self, operation: &'a Node) -> (u16, Statement<Value>) {
        let responses = operation.get("responses").map_or(&[][..], Node::entries);
        let mut successes: Vec<_> =
            responses.iter().filter(|(key, _)| key.text.starts_with('2')).collect();
        successes.sort_by_key(|(key, _)| key.text.clone());
        let default = || responses.iter().find(|(key, _)| key.text == "default");
        let Some((key, response)) = successes.first().copied().or_else(default) else {
            return (200, Statement::Missing);
        };
        let status = key.text.parse().unwrap_or(200);
        let line = self.line(key.span);
        let Some(response) = self.resolve(response) else { return (status, Statement::Missing) };
        let content = json(response).unwrap_or(response);
        let mut value = content.get("schema").map(|schema| self.schema(schema)).unwrap_or_default();
        let known = value.fields.value().is_some() || value.items.is_some();
        if !known && let Some(example) = example(content) {
            self.note("the fields of the reply are taken from an example", example.span);
            value = self.example_value(example);
        }
        if value == Value::default() {
            return (status, Statement::Missing);
        }
        (status, Statement::at(value, line))
    }

    /// Reads an example, which may be JSON in a string.
    fn example_value(&mut self, example: &Node) -> Value {
        const MAX_DEPTH: usize = 12;
        if let Some(text) = example.as_text() {
            let mut sources = crate::spec::source::Sources::default();
            if let Ok(root) = super::document::parse(text, &mut sources)
                && !root.node.entries().is_empty()
            {
                return Document::unplaced(&root, &sources).exemplified(&root.node, MAX_DEPTH);
            }
        }
        self.exemplified(example, MAX_DEPTH)
    }

    fn servers(&mut self, item: &'a Node, operation: &'a Node) -> Statement<Vec<String>> {
        let owners = [operation, item, self.root];
        let Some(node) = owners.into_iter().find_map(|owner| owner.get("servers")) else {
            return Statement::Missing;
        };
        let mut servers = Vec::new();
        for server in items(node) {
            let Some(url) = server.get("url").and_then(Node::as_text) else { continue };
            for url in filled(url, server.get("variables")) {
                let url = url.trim_end_matches('/').to_owned();
                if is_placeholder(&url) || !url.contains("://") {
                    self.note(format!("`{url}` is a placeholder for a server"), server.span);
                } else if !servers.contains(&url) {
                    servers.push(url);
                }
            }
        }
        if servers.is_empty() {
            Statement::Missing
        } else {
            Statement::at(servers, self.line(node.span))
        }
    }
}

/// Returns the JSON content, or else the first.
fn json(owner: &Node) -> Option<&Node> {
    let contents = owner.get("content")?.entries();
    let found = contents.iter().find(|(key, _)| key.text.contains("json"));
    found.or_else(|| contents.first()).map(|(_, content)| content)
}

/// Returns the first example of a content.
fn example(content: &Node) -> Option<&Node> {
    let named = content.get("examples").map_or(&[][..], Node::entries).first();
    let named = named.and_then(|(_, example)| example.get("value"));
    let schema = || content.get("schema")?.get("example");
    content.get("example").or(named).or_else(schema)
}

/// Returns a URL for each combination of the values of its variables.
fn filled(url: &str, variables: Option<&Node>) -> Vec<String> {
    let mut urls = vec![url.to_owned()];
    for (name, variable) in variables.map_or(&[][..], Node::entries) {
        let placeholder = format!("{{{}}}", name.text);
        let listed = variable.get("enum").map_or(&[][..], items);
        let values: Vec<String> = match listed {
            [] => variable.get("default").and_then(scalar).into_iter().collect(),
            several => several.iter().filter_map(scalar).collect(),
        };
        if values.is_empty() || values.len() * urls.len() > MAX_SERVERS {
            continue;
        }
        let fill = |url: &String| -> Vec<String> {
            values.iter().map(|value| url.replace(&placeholder, value)).collect()
        };
        urls = urls.iter().flat_map(fill).collect();
    }
    urls
}
