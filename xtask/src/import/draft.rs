//! [`Draft`]: the file of a path, drafted from an operation of a document. Facts that the document does
//! not state are left to a person.

use super::build::Build;
use super::decision::Decision;
use super::place::Place;
use super::roles::Roles;
use super::shared::{SOURCE, Shared, Side};
use crate::docs_check::openapi::Operation;
use crate::docs_check::{self, Facts, Field, Statement};
use crate::spec::load::UNDESCRIBED;
use crate::spec::yaml::{self, Node};

/// The placeholder that codegen rejects until a person has decided.
const UNDECIDED: &str = "decide";

/// The replies to failures, by status, if the root document has them.
const FAILURES: [(&str, &str); 5] = [
    ("400", "BadRequest"),
    ("401", "Unauthorized"),
    ("403", "Forbidden"),
    ("429", "TooManyRequests"),
    ("5XX", "ServerError"),
];

/// The headers of every reply, if the root document has them.
const HEADERS: [(&str, &str); 3] = [
    ("X-RateLimit-Limit", "RateLimitLimit"),
    ("X-RateLimit-Remaining", "RateLimitRemaining"),
    ("X-RateLimit-Reset", "RateLimitReset"),
];

/// A draft of an operation.
pub(super) struct Draft<'a> {
    pub(super) build: Build,
    pub(super) shared: &'a Shared,
    pub(super) roles: Option<Roles>,
    pub(super) decisions: Vec<Decision>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(build: Build, shared: &'a Shared) -> Self {
        Self { build, shared, roles: None, decisions: Vec::new() }
    }

    pub(super) fn decide(
        &mut self,
        about: impl Into<String>,
        what: impl Into<String>,
        line: Option<usize>,
    ) {
        self.decisions.push(Decision { about: about.into(), what: what.into(), line });
    }

    /// Returns the text of a path's file.
    pub(super) fn file(&mut self, operation: &Operation, place: &Place, document: &str) -> String {
        let described = self.operation(operation, place);
        let method = place.method.to_lowercase();
        let body = yaml::write(&self.build.map([(method, described)]));
        let subject = docs_check::one_line(&format!("{} {}", place.method, place.path));
        let document = docs_check::one_line(document);
        let mut text = format!(
            "# yaml-language-server: $schema=../../schema.json\n\
             # Draft of {subject}, read from {document} by `cargo xtask import`.\n"
        );
        text.push_str("# Remove these lines once a person has decided on:\n");
        for decision in &self.decisions {
            text.push_str(&format!("# - {decision}\n"));
        }
        text + &body
    }

    /// Leaves facts to a person that only the sentences of the document state.
    pub(super) fn prose(&mut self, operation: &Operation, prose: &Operation) {
        if Roles::guess(&operation.facts).is_none() && Roles::guess(&prose.facts).is_some() {
            let what = "it seems to be a series, with the bounds of its length in prose";
            self.decide("x-braze-series", what, None);
        }
        let fields = |it: &Operation| it.facts.parameters.value().cloned().unwrap_or_default();
        for (field, said) in fields(operation).iter().zip(fields(prose)) {
            let (own, said) = (&field.value, said.value);
            let number = |number: &Statement<f64>| number.value().map(ToString::to_string);
            let facts = [
                ("minimum", own.minimum.is_missing(), number(&said.minimum)),
                ("maximum", own.maximum.is_missing(), number(&said.maximum)),
                ("default", own.default.is_missing(), said.default.value().cloned()),
                ("enum", own.words.is_missing(), said.words.value().map(|words| words.join(", "))),
            ];
            for (key, is_missing, said) in facts {
                if let Some(said) = said.filter(|_| is_missing) {
                    let what = format!("`{key}: {said}` seems to be meant by the prose");
                    self.decide(format!("parameters.{}", field.name), what, field.line);
                }
            }
        }
    }

    /// Drafts the operation below its method.
    fn operation(&mut self, operation: &Operation, place: &Place) -> Node {
        let (build, facts) = (self.build, &operation.facts);
        self.roles = Roles::guess(facts);
        self.decide("summary, description", "the texts, in your own words", None);
        let mut entries = vec![
            ("operationId", build.text(&place.id)),
            ("tags", build.list([build.text(&place.tag)])),
            ("summary", build.text(UNDESCRIBED)),
        ];
        if facts.deprecated.value() == Some(&true) {
            entries.push(("deprecated", build.boolean(true)));
        }
        entries.extend(self.permission(facts));
        entries.push(("x-braze-pool", self.pool(facts)));
        if matches!(place.method.as_str(), "POST" | "PATCH") {
            let what = "the safety of repeating the request: `unsafe` is assumed";
            self.decide("x-braze-replay", what, None);
            entries.push(("x-braze-replay", build.text("create")));
        }
        entries.push(("x-braze-source", build.text(SOURCE)));
        if let Some(roles) = self.roles.clone() {
            let what = "the roles of the series, guessed from names and types";
            self.decide("x-braze-series", what, None);
            entries.push(("x-braze-series", series(build, &roles)));
        }
        let all = facts.parameters.value().map_or(&[][..], Vec::as_slice);
        let in_body = |field: &&Field| field.place.value() == Some(&docs_check::Place::Body);
        let (body, own): (Vec<&Field>, Vec<&Field>) = all.iter().partition(in_body);
        let own: Vec<Field> = own.into_iter().map(|field| self.settled(field)).collect();
        if !own.is_empty() {
            let parameters: Vec<_> = own.iter().map(|field| self.parameter(field)).collect();
            entries.push(("parameters", build.list(parameters)));
        }
        if !body.is_empty() {
            let schema = self.object("body", &body, Side::Body);
            let media = build.map([("schema", schema)]);
            let content = build.map([("application/json", media)]);
            entries.push((
                "requestBody",
                build.map([("required", build.boolean(true)), ("content", content)]),
            ));
        }
        entries.push(("responses", self.responses(operation, &own, &body)));
        build.map(entries)
    }

    fn permission(&mut self, facts: &Facts) -> Option<(&'static str, Node)> {
        match facts.permission.value().map(Vec::as_slice) {
            Some([first, rest @ ..]) => {
                let others = docs_check::list(rest);
                let what = if rest.is_empty() {
                    format!("`{first}` is stated in prose")
                } else {
                    format!("`{first}` is the first in the text; others are {others}")
                };
                self.decide("x-braze-permission", what, facts.permission.line());
                Some(("x-braze-permission", self.build.text(first)))
            }
            _ => {
                self.decide("x-braze-permission", "the text states none", None);
                None
            }
        }
    }

    /// Returns the pool with the limit that the text states, if there is exactly one.
    fn pool(&mut self, facts: &Facts) -> Node {
        let (pool, what) = match facts.pool.value() {
            None => (UNDECIDED, "the text states no rate limit".to_owned()),
            Some(pool) => match self.shared.pools(&pool.rates).as_slice() {
                [one] => (*one, format!("the text states {pool}, the limit of `{one}`")),
                [] => (UNDECIDED, format!("no pool of the root document has {pool}")),
                several => {
                    let several = several.join("`, `");
                    (UNDECIDED, format!("{pool} is the limit of `{several}`"))
                }
            },
        };
        self.decide("x-braze-pool", what, facts.pool.line());
        self.build.text(pool)
    }

    /// Returns a parameter with assumptions for missing facts, unless the root document
    /// has it.
    fn settled(&mut self, field: &Field) -> Field {
        let mut settled = field.clone();
        if self.shared.parameter(field).is_some() {
            return settled;
        }
        let about = format!("parameters.{}", field.name);
        let place = field.place.value().copied().unwrap_or_else(|| {
            self.decide(&about, "the location: the query is assumed", field.line);
            docs_check::Place::Query
        });
        settled.place = Statement::spec(place);
        let is_length = self.roles.as_ref().is_some_and(|roles| roles.length == field.name);
        let required = self.required(&about, field, is_length || place == docs_check::Place::Path);
        settled.required = Statement::spec(required);
        if required && field.value.default.value().is_some() {
            self.decide(&about, "it is required, so its default is omitted", field.line);
            settled.value.default = Statement::Missing;
        }
        if is_length && field.value.minimum.value().is_none() {
            self.decide(&about, "the minimum length: 1 is assumed", field.line);
            settled.value.minimum = Statement::spec(1.0);
        }
        settled
    }

    /// Drafts a settled parameter: a reference if the root document has the same.
    fn parameter(&mut self, field: &Field) -> Node {
        if let Some(shared) = self.shared.parameter(field) {
            return self.build.reference(shared);
        }
        let about = format!("parameters.{}", field.name);
        let build = self.build;
        let mut entries = vec![("name", build.text(&field.name))];
        entries.extend(field.place.value().map(|place| ("in", build.text(place.to_string()))));
        if field.required.value() == Some(&true) {
            entries.push(("required", build.boolean(true)));
        }
        entries.push(("schema", self.schema(&about, &field.name, &field.value, Side::Query)));
        entries.push(("x-braze-source", build.text(SOURCE)));
        build.map(entries)
    }

    fn responses(&mut self, operation: &Operation, own: &[Field], body: &[&Field]) -> Node {
        let build = self.build;
        let mut entries = vec![("description", build.text(UNDESCRIBED))];
        let headers = HEADERS.iter().filter_map(|(name, shared)| {
            Some((*name, build.reference(self.shared.piece("headers", shared)?)))
        });
        let headers: Vec<_> = headers.collect();
        if !headers.is_empty() {
            entries.push(("headers", build.map(headers)));
        }
        match operation.facts.reply.value() {
            None => self.decide("reply", "the body of a success, which is not stated", None),
            Some(reply) => {
                let schema = match reply.fields.value() {
                    Some(fields) => {
                        self.object("reply", &fields.iter().collect::<Vec<_>>(), Side::Reply)
                    }
                    None => self.schema("reply", "reply", reply, Side::Reply),
                };
                let mut media = vec![("schema", schema)];
                if reply.fields.value().is_some() {
                    self.decide("examples", "a real example: this one is made up", None);
                    let mut example = vec![
                        ("summary", build.text("Made up")),
                        ("x-braze-request", build.example_request(own)),
                    ];
                    if !body.is_empty() {
                        example.push(("x-braze-body", build.example_body(body)));
                    }
                    example.push(("value", build.example(reply)));
                    media.push(("examples", build.map([("made_up", build.map(example))])));
                }
                let content = build.map([("application/json", build.map(media))]);
                entries.push(("content", content));
            }
        }
        entries.push(("x-braze-source", build.text(SOURCE)));
        let mut responses = vec![(operation.status.to_string(), build.map(entries))];
        responses.extend(FAILURES.iter().filter_map(|(status, shared)| {
            let shared = self.shared.piece("responses", shared)?;
            Some(((*status).to_owned(), build.reference(shared)))
        }));
        build.map(responses)
    }
}

fn series(build: Build, roles: &Roles) -> Node {
    let parts = [
        ("length", Some(&roles.length)),
        ("unit", roles.unit.as_ref()),
        ("end", Some(&roles.end)),
        ("rows", Some(&roles.rows)),
        ("time", Some(&roles.time)),
        ("value", Some(&roles.value)),
    ];
    build.map(parts.into_iter().filter_map(|(role, name)| Some((role, build.text(name?)))))
}
