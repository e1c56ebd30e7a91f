//! Replies: the successes, their types, and the failures.

use super::lowering::Lower;
use super::schema::{Place, tidy};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Definition, Failure, Home, MessageField, Named, Output, Side, Struct, Type, Variant,
};
use crate::spec::model::{self, Response};
use crate::spec::source::Span;
use crate::spec::yaml::Key;

/// The lowered replies of an operation.
pub(super) struct Replies {
    pub(super) output: Output,
    /// The field with the message, if there is exactly one reply.
    pub(super) message: Option<MessageField>,
    /// Success statuses and their types.
    pub(super) success: Vec<(u16, Option<Type>)>,
}

impl Replies {
    /// Returns the struct of the only success reply.
    pub(super) fn object<'a>(&self, definitions: &'a [Definition]) -> Option<&'a Struct> {
        let Output::One { ty: Some(Type::Named(named)), .. } = &self.output else { return None };
        structure(named, definitions)
    }
}

/// Returns the struct that a type names.
pub(super) fn structure<'a>(named: &Named, definitions: &'a [Definition]) -> Option<&'a Struct> {
    definitions.iter().find_map(|definition| match definition {
        Definition::Struct(found) if found.name == named.name => Some(&**found),
        _ => None,
    })
}

impl Lower<'_> {
    pub(super) fn replies(
        &mut self,
        operation: &model::Operation,
        base: &str,
        definitions: &mut Vec<Definition>,
    ) -> Option<Replies> {
        let successes = operation.responses.iter().filter(|(key, _)| key.text.starts_with('2'));
        let several = successes.count() > 1;
        let mut lowered: Vec<(u16, Option<Type>, String)> = Vec::new();
        for (key, one) in operation.responses.iter() {
            let Some(response) = self.response(one) else { continue };
            let status = self.status(key).or_else(|| any_success(key, &response));
            self.answered(key, &response);
            self.headers(&response);
            self.fact(response.source.as_ref());
            let Some(status) = status.filter(|status| (200..300).contains(status)) else {
                self.failure(&response);
                continue;
            };
            let name = if several { format!("{base} {}", phrase(status)) } else { base.to_owned() };
            let ty = match &response.content {
                None => None,
                Some(content) => {
                    let Some(media) = self.json(content) else { continue };
                    let (side, home) = (Side::Reply, Home::Operation);
                    let mut place = Place { side, home, is_open: false, name, definitions };
                    let Some(value) = self.schema(&media.schema, &mut place) else { continue };
                    if value.nullable {
                        self.unsupported(media.schema.span, "a nullable reply");
                    }
                    if several {
                        describe(&value.ty, &response.description, definitions);
                    }
                    Some(value.ty)
                }
            };
            lowered.push((status, ty, tidy(Some(&response.description)).unwrap_or_default()));
        }
        let success: Vec<_> = lowered.iter().map(|(status, ty, _)| (*status, ty.clone())).collect();
        match lowered.len() {
            0 => {
                let known = operation.responses.iter().any(|(key, _)| key.text.starts_with('2'));
                if !known {
                    let span = operation.operation_id.span;
                    self.push(
                        Diagnostic::new("no-success", span, "this operation has no success reply")
                            .help("describe the reply of status `'200'` under `responses`"),
                    );
                }
                None
            }
            1 => {
                let (status, ty, _) = lowered.remove(0);
                let message = self.message_field(ty.as_ref(), definitions);
                Some(Replies { output: Output::One { status, ty }, message, success })
            }
            _ => {
                let first = lowered[0].1.clone();
                if lowered.iter().all(|(_, ty, _)| *ty == first) {
                    let message = self.message_field(first.as_ref(), definitions);
                    let output = Output::One { status: lowered[0].0, ty: first };
                    return Some(Replies { output, message, success });
                }
                let variants = lowered.into_iter().map(|(status, ty, description)| Variant {
                    status,
                    name: crate::spec::names::pascal(phrase(status)),
                    message: self.message_field(ty.as_ref(), definitions),
                    ty,
                    description,
                });
                let output = Output::Several { name: base.to_owned(), replies: variants.collect() };
                Some(Replies { output, message: None, success })
            }
        }
    }

    /// Returns the statuses other than success, with their meanings.
    pub(super) fn failures(&mut self, operation: &model::Operation) -> Vec<Failure> {
        let mut failures = Vec::new();
        for (key, one) in operation.responses.iter().filter(|(key, _)| !key.text.starts_with('2')) {
            let Some(response) = self.response(one) else { continue };
            let description = tidy(Some(&response.description)).unwrap_or_default();
            let ty = self.failure(&response);
            failures.push(Failure { status: key.text.clone(), description, ty });
        }
        failures
    }

    /// Returns the field with the message, if the reply is an object.
    fn message_field(&self, ty: Option<&Type>, definitions: &[Definition]) -> Option<MessageField> {
        let Some(Type::Named(named)) = ty else { return None };
        let found = self.object_named(&named.name, definitions)?;
        let message = found.fields.iter().find(|field| field.ty == Type::Message)?;
        let required = message.presence == crate::spec::ir::Presence::Required;
        Some(MessageField { ident: message.ident.clone(), required })
    }

    fn status(&mut self, key: &Key) -> Option<u16> {
        let status = key.text.parse().ok().filter(|status| (100..600).contains(status));
        let known = key.text == "default"
            || (key.text.len() == 3
                && key.text.ends_with("XX")
                && key.text.starts_with(['2', '3', '4', '5']));
        if status.is_none() && !known {
            let message = format!("`{}` is not a supported status", key.text);
            self.push(
                Diagnostic::new("bad-status", key.span, message).help(
                    "write a number such as `'200'`, `2XX` for any success, or for failures `4XX`, `5XX` or `default`",
                ),
            );
        }
        status
    }

    /// Notes a status of the sandbox where it is fixed already, or is not a success.
    fn answered(&mut self, key: &Key, response: &Response) {
        let Some(answered) = &response.answered else { return };
        if key.text != ANY_SUCCESS {
            self.push(
                Diagnostic::new(
                    "misplaced-key",
                    answered.span,
                    "the status of this reply is fixed",
                )
                .help("`x-braze-status` belongs to `2XX`"),
            );
        } else if !(200..300).contains(&answered.value) {
            let message = format!("{} is not the status of a success", answered.value);
            self.push(Diagnostic::new("bad-status", answered.span, message));
        }
    }

    fn headers(&mut self, response: &Response) {
        for (_, one) in response.headers.iter().flat_map(|headers| headers.iter()) {
            let Some(header) = self.header(one) else { continue };
            self.fact(header.source.as_ref());
            if let Some(schema) = &header.schema {
                self.apart(schema, "header");
            }
        }
    }

    /// Returns the type of a failure's body, if it is a shared schema that is not the general envelope. Any other
    /// body is only checked.
    fn failure(&mut self, response: &Response) -> Option<Type> {
        let media = self.json(response.content.as_ref()?)?;
        let schema = &media.schema;
        let shared = schema.reference.as_ref().and_then(|target| self.schema_ref(target));
        let own = shared.is_some_and(|(_, shared)| !is_envelope(shared));
        if !own {
            self.apart(schema, "failure");
            return None;
        }
        let mut definitions = Vec::new();
        let (side, home, name) = (Side::Reply, Home::Operation, "failure".to_owned());
        let definitions = &mut definitions;
        let mut place = Place { side, home, is_open: false, name, definitions };
        self.schema(schema, &mut place).map(|value| value.ty)
    }

    /// Checks a schema without generating a type from it.
    fn apart(&mut self, schema: &model::Schema, name: &str) {
        if let Some(reference) = &schema.reference {
            // The shared schema is checked as well, without becoming a type.
            let found = self.schema_ref(reference).map(|(_, schema)| schema.clone());
            if let Some(mut schema) = found.filter(|schema| schema.reference.is_none()) {
                if is_envelope(&schema) {
                    schema.hand_written = None;
                }
                self.apart(&schema, name);
            }
            return;
        }
        let mut definitions = Vec::new();
        let name = name.to_owned();
        let (side, home) = (Side::Reply, Home::Operation);
        let definitions = &mut definitions;
        let mut place = Place { side, home, is_open: false, name, definitions };
        self.schema(schema, &mut place);
    }

    /// Reports a field that does not exist.
    pub(super) fn no_field(&mut self, span: Span, name: &str, owner: &str, known: &[&str]) {
        let message = format!("{owner} has no field `{name}`");
        let diagnostic = Diagnostic::new("unknown-field", span, message);
        self.push(match crate::spec::suggest::nearest(name, known.iter().copied()) {
            Some(near) => diagnostic.suggest(span, "there is one with a similar name", near),
            None => diagnostic.help(format!("known fields: `{}`", known.join("`, `"))),
        });
    }
}

/// Tells whether a schema is the general body of failures.
fn is_envelope(schema: &model::Schema) -> bool {
    schema.hand_written.as_ref().is_some_and(|wide| wide.value == model::Wide::Envelope)
}

/// The key of a reply with any success status.
const ANY_SUCCESS: &str = "2XX";

/// Returns the status that stands for any success: the one that the sandbox answers with.
fn any_success(key: &Key, response: &Response) -> Option<u16> {
    let answered = response.answered.as_ref().map_or(200, |answered| answered.value);
    (key.text == ANY_SUCCESS).then(|| u16::try_from(answered).unwrap_or(200))
}

/// Returns the status of an example of a reply.
pub(super) fn example_status(key: &Key, response: &Response) -> Option<u16> {
    key.text.parse().ok().or_else(|| any_success(key, response))
}

/// Returns the name of a success status.
fn phrase(status: u16) -> &'static str {
    match status {
        200 => "ok",
        201 => "created",
        202 => "accepted",
        203 => "non_authoritative",
        204 => "no_content",
        205 => "reset_content",
        206 => "partial_content",
        207 => "multi_status",
        _ => "other",
    }
}

/// Copies a reply's description to its object, if the object has none.
fn describe(ty: &Type, description: &str, definitions: &mut [Definition]) {
    for definition in definitions {
        match (definition, ty) {
            (Definition::Struct(made), Type::Named(named))
                if made.name == named.name && made.description.is_empty() =>
            {
                description.trim().clone_into(&mut made.description);
            }
            _ => {}
        }
    }
}
