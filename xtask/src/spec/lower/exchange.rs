//! Exchanges: example replies, each with the request that it answers.

use super::lowering::Lower;
use super::reply::{Replies, example_status};
use super::value::{percent_encoded, texts};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Body, Bounds, Definition, Exchange, Parameter, Place, Presence, Segment, Type,
};
use crate::spec::model::{self, Entries, OneOrRef};
use crate::spec::yaml::{Key, Node};

/// The parts of a request.
pub(super) struct Signature<'a> {
    pub(super) path: &'a [Segment],
    pub(super) parameters: &'a [Parameter],
    pub(super) body: Option<&'a Body>,
}

impl Lower<'_> {
    /// Returns the examples of all replies that name their request.
    pub(super) fn exchanges(
        &mut self,
        operation: &model::Operation,
        signature: &Signature<'_>,
        replies: &Replies,
        definitions: &[Definition],
    ) -> Vec<Exchange> {
        let Signature { path, parameters, body } = signature;
        let (mut exchanges, no_parameters) = (Vec::new(), Entries(Vec::new()));
        for (key, one) in operation.responses.iter() {
            let OneOrRef::One(response) = one else { continue };
            let Some(status) = example_status(key, response) else { continue };
            let content = response.content.as_ref();
            let media = content.and_then(|content| content.value.get("application/json"));
            let examples = media.and_then(|media| media.examples.as_ref());
            let success = replies.success.iter().find(|(known, _)| *known == status);
            let success = success.and_then(|(_, ty)| ty.as_ref());
            for (name, example) in examples.iter().flat_map(|examples| examples.iter()) {
                if let Some(ty) = success {
                    self.check_value(&example.value, ty, &Bounds::default(), definitions);
                }
                if let (Some(given), Some(body)) = (&example.body, body) {
                    self.check_value(given, &body.ty, &Bounds::default(), definitions);
                }
                self.example_body(name, example, *body);
                // A request may have nothing but a body.
                let only_body = example.body.as_ref().map(|_| &no_parameters);
                let Some(request) = example.request.as_ref().or(only_body) else { continue };
                self.example_request(name, request, parameters, definitions);
                exchanges.push(Exchange {
                    name: name.text.clone(),
                    summary: example.summary.clone().unwrap_or_default(),
                    request: request
                        .iter()
                        .map(|(key, it)| (key.text.clone(), texts(it)))
                        .collect(),
                    target: target(path, parameters, request),
                    headers: headers(parameters, request),
                    body: example.body.clone(),
                    status,
                    reply: example.value.clone(),
                });
            }
        }
        exchanges
    }

    fn example_body(&mut self, name: &Key, example: &model::Example, body: Option<&Body>) {
        let problem = match (&example.body, body) {
            (Some(given), None) => Some((given.span, "the request of this operation has no body")),
            (None, Some(_)) if example.request.is_some() => {
                Some((name.span, "the request of this example needs `x-braze-body`"))
            }
            _ => None,
        };
        if let Some((span, message)) = problem {
            self.push(Diagnostic::new("bad-value", span, message));
        }
    }

    fn example_request(
        &mut self,
        name: &Key,
        request: &Entries<Node>,
        parameters: &[Parameter],
        definitions: &[Definition],
    ) {
        for (key, value) in request.iter() {
            match parameters.iter().find(|parameter| parameter.field.wire == key.text) {
                Some(parameter) => {
                    let field = &parameter.field;
                    self.check_value(value, &field.ty, &field.bounds, definitions);
                }
                None => {
                    let known: Vec<_> =
                        parameters.iter().map(|known| known.field.wire.as_str()).collect();
                    self.no_field(key.span, &key.text, "the request", &known);
                }
            }
        }
        for parameter in parameters {
            let wire = &parameter.field.wire;
            if parameter.field.presence == Presence::Required && request.get(wire).is_none() {
                let message =
                    format!("the request of this example omits `{wire}`, which is required");
                self.push(Diagnostic::new("bad-value", name.span, message));
            }
        }
    }
}

/// Returns the headers of an example request, in parameter order.
fn headers(parameters: &[Parameter], request: &Entries<Node>) -> Vec<(String, String)> {
    let headers = parameters.iter().filter(|parameter| parameter.place == Place::Header);
    let names = headers.map(|parameter| &parameter.field.wire);
    let header = |name: &String| Some((name.clone(), texts(request.get(name)?).concat()));
    names.filter_map(header).collect()
}

/// Returns path and query of an example request, with the query in parameter order.
fn target(path: &[Segment], parameters: &[Parameter], request: &Entries<Node>) -> String {
    let text = |name: &str| request.get(name).map(texts).unwrap_or_default();
    let mut target = String::new();
    for segment in path {
        match segment {
            Segment::Fixed(fixed) => target.push_str(fixed),
            Segment::Value(name) => target.push_str(&percent_encoded(&text(name).concat())),
        }
    }
    let mut separator = '?';
    let mut add = |name: &str, value: &str| {
        target.push(separator);
        separator = '&';
        target.push_str(&percent_encoded(name));
        target.push('=');
        target.push_str(&percent_encoded(value));
    };
    for parameter in parameters.iter().filter(|parameter| parameter.place == Place::Query) {
        let field = &parameter.field;
        let values = text(&field.wire);
        match &field.ty {
            Type::List(_) if !parameter.explode && !values.is_empty() => {
                add(&field.wire, &values.join(","));
            }
            _ => values.iter().for_each(|value| add(&field.wire, value)),
        }
    }
    target
}
