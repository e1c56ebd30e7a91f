//! Operations: their names, their path, their parameters.

use super::schema::{Place as SchemaPlace, tidy};
use super::value::texts;
use super::{Lower, Tagged};
use crate::diagnostic::Diagnostic;
use crate::ir::{
    Body, Definition, Home, Method, Operation, Parameter, Place, Presence, Replay, Segment, Shape,
    Side, Type,
};
use crate::load::Path;
use crate::model::{self, At, OneOrRef};
use crate::names;
use crate::yaml::Key;

/// What the names of an operation's types begin with, and where it belongs.
pub(super) struct Named {
    /// The module within the tag's.
    pub(super) module: String,
    /// `DataSeries`
    pub(super) base: String,
    pub(super) command: Vec<String>,
}

impl Lower<'_> {
    /// The operations of a path.
    pub(super) fn path(&mut self, path: &Path) -> Vec<(Tagged, Operation)> {
        let item = &path.item;
        let methods = [
            (Method::Get, &item.get),
            (Method::Put, &item.put),
            (Method::Post, &item.post),
            (Method::Patch, &item.patch),
            (Method::Delete, &item.delete),
        ];
        let segments = self.template(&path.template);
        if let Some(reference) = item.reference.as_ref().filter(|_| path.file != self.root) {
            self.push(Diagnostic::new(
                "unsupported-reference",
                reference.span,
                "a path's file describes the path itself",
            ));
        }
        if methods.iter().all(|(_, operation)| operation.is_none()) {
            let message = format!("the path `{}` has no operation", path.template.text);
            self.push(
                Diagnostic::new("empty-path", item.span, message)
                    .help("describe `get`, or remove it"),
            );
        }
        let operations = methods.into_iter().filter_map(|(method, operation)| {
            self.operation(path, segments.as_deref(), method, operation.as_ref()?)
        });
        operations.collect()
    }

    fn operation(
        &mut self,
        path: &Path,
        segments: Option<&[Segment]>,
        method: Method,
        operation: &model::Operation,
    ) -> Option<(Tagged, Operation)> {
        let tag = self.tag(operation);
        let named = self.operation_names(operation);
        let pool = self.pool(operation.pool.as_ref());
        let source = self.fact(operation.source.as_ref());
        let parameters = self.parameters(path, operation);
        let mut definitions = Vec::new();
        let base = named.as_ref().map_or("Unnamed", |named| named.base.as_str());
        definitions.extend(parameters.1);
        let parameters = parameters.0;
        let body = self.body(operation, method, base, &mut definitions);
        self.rows = operation.series.as_ref().map(|roles| roles.rows.value.clone());
        let replies = self.replies(operation, base, &mut definitions);
        self.rows = None;
        let series = operation
            .series
            .as_ref()
            .and_then(|roles| self.series(roles, &parameters, replies.as_ref()?, &definitions));
        let paging = operation
            .paging
            .as_ref()
            .and_then(|paging| self.paging(paging, &parameters, replies.as_ref()?, &definitions));
        let request = At { value: format!("{base} request"), span: operation.operation_id.span };
        let request = self.type_name(&request)?;
        let target = segments.unwrap_or_default();
        let exchanges = self.exchanges(
            operation,
            target,
            &parameters,
            body.as_ref(),
            replies.as_ref(),
            &definitions,
        );
        if method == Method::Get && body.is_some() {
            return None;
        }
        let (named, replies, tag) = (named?, replies?, tag?);
        let mut parameters = parameters;
        let own = parameters.iter_mut().map(|parameter| &mut parameter.field);
        let nested = definitions.iter_mut().flat_map(|definition| match definition {
            Definition::Struct(made) => made.fields.as_mut_slice(),
            Definition::Words(_) => &mut [],
        });
        for field in own.chain(nested).filter(|field| field.source == source) {
            field.source = None;
        }
        let lowered = Operation {
            id: operation.operation_id.value.clone(),
            file: path.file.clone(),
            module: named.module,
            method,
            path: segments?.to_vec(),
            template: path.template.text.clone(),
            summary: operation.summary.trim().to_owned(),
            description: tidy(operation.description.as_deref()).unwrap_or_default(),
            deprecated: operation.deprecated.unwrap_or_default(),
            request,
            parameters,
            body,
            output: replies.output,
            definitions,
            permission: operation.permission.clone(),
            replay: replay(operation.replay, method),
            pool: pool?,
            documentation: operation.external_docs.as_ref().map(|docs| docs.url.value.clone()),
            command: named.command,
            series,
            paging,
            exchanges,
            message: replies.message,
            source,
        };
        Some((tag, lowered))
    }

    fn tag(&mut self, operation: &model::Operation) -> Option<Tagged> {
        let [tag] = operation.tags.value.as_slice() else {
            self.push(
                Diagnostic::new("one-tag", operation.tags.span, "an operation has exactly one tag")
                    .help("the tag becomes the module of the operation"),
            );
            return None;
        };
        let tags = self.document.tags.as_deref().unwrap_or_default();
        let Some(known) = tags.iter().find(|known| known.name.value == tag.value) else {
            let message = format!("there is no tag `{}`", tag.value);
            let diagnostic = Diagnostic::new("unknown-tag", tag.span, message);
            let near =
                crate::suggest::nearest(&tag.value, tags.iter().map(|tag| tag.name.value.as_str()));
            self.push(match near {
                Some(near) => {
                    diagnostic.suggest(tag.span, "one with a similar name is there", near)
                }
                None => diagnostic.help("tags stand under `tags` of the root document"),
            });
            return None;
        };
        let Some(module) = names::module(&tag.value) else {
            self.bad_name(tag.span, &tag.value);
            return None;
        };
        let description = tidy(known.description.as_deref()).unwrap_or_default();
        Some(Tagged { module, description })
    }

    fn operation_names(&mut self, operation: &model::Operation) -> Option<Named> {
        let id = &operation.operation_id;
        let tag = operation.tags.value.first().map_or("", |tag| tag.value.as_str());
        let rest = id.value.strip_prefix(tag).and_then(|rest| rest.strip_prefix('.'));
        let rest = rest.filter(|rest| !rest.is_empty()).unwrap_or(&id.value);
        let name = operation.name.clone().unwrap_or(At { value: rest.to_owned(), span: id.span });
        let base = self.type_name(&name)?;
        let Some(module) = names::module(&name.value) else {
            self.bad_name(name.span, &name.value);
            return None;
        };
        let command: Vec<String> = match &operation.command {
            Some(command) => command.value.split_whitespace().map(str::to_owned).collect(),
            None => id.value.split('.').map(names::kebab).collect(),
        };
        let plain = |word: &String| {
            word.starts_with(|first: char| first.is_ascii_lowercase())
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        if command.is_empty() || !command.iter().all(plain) {
            let at = operation.command.as_ref().unwrap_or(id);
            self.push(
                Diagnostic::new(
                    "bad-name",
                    at.span,
                    format!("`{}` cannot be typed as a command", command.join(" ")),
                )
                .help("write `x-braze-command` as words of small letters, digits and hyphens"),
            );
        }
        Some(Named { module, base, command })
    }

    /// The pieces of a path template.
    fn template(&mut self, template: &Key) -> Option<Vec<Segment>> {
        let mut bad = |message: &str| {
            self.push(
                Diagnostic::new(
                    "bad-path",
                    template.span,
                    format!("`{}` {message}", template.text),
                )
                .help("write a path as `/users/{user_id}/events`"),
            );
            None
        };
        let Some(rest) = template.text.strip_prefix('/') else {
            return bad("does not begin with a slash");
        };
        let mut segments = vec![Segment::Fixed("/".to_owned())];
        for (index, part) in rest.split('/').enumerate() {
            if index > 0 {
                fixed(&mut segments, "/");
            }
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            match name {
                Some(name) if !name.is_empty() && !name.contains(['{', '}']) => {
                    segments.push(Segment::Value(name.to_owned()));
                }
                Some(_) => return bad("has a placeholder without a name"),
                None if part.contains(['{', '}']) => {
                    return bad("has a placeholder beside other text: it must be a whole segment");
                }
                None => {
                    let plain = |byte: u8| {
                        byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte)
                    };
                    if !part.bytes().all(plain) || (part.is_empty() && rest.contains('/')) {
                        return bad("holds an empty segment, or a character that no path holds");
                    }
                    fixed(&mut segments, part);
                }
            }
        }
        Some(segments)
    }

    /// The parameters, and the types that they need.
    fn parameters(
        &mut self,
        path: &Path,
        operation: &model::Operation,
    ) -> (Vec<Parameter>, Vec<Definition>) {
        let mut definitions = Vec::new();
        let mut parameters: Vec<(Parameter, crate::source::Span)> = Vec::new();
        let base = self.quiet_base(operation);
        for one in operation.parameters.as_deref().unwrap_or_default() {
            let use_span = match one {
                OneOrRef::One(parameter) => parameter.name.span,
                OneOrRef::Ref(reference) => reference.target.span,
            };
            let document = self.document;
            let found = match one {
                OneOrRef::One(parameter) => Some(parameter.as_ref()),
                OneOrRef::Ref(_) => {
                    let _ = document;
                    self.parameter(one)
                }
            };
            let Some(parameter) = found.cloned() else { continue };
            let Some(lowered) = self.lower_parameter(&parameter, &base, &mut definitions) else {
                continue;
            };
            let clash = parameters.iter().find(|(known, _)| {
                known.field.wire == lowered.field.wire || known.field.ident == lowered.field.ident
            });
            if let Some((known, first)) = clash {
                let message = if known.field.wire == lowered.field.wire {
                    format!("the parameter `{}` is there twice", lowered.field.wire)
                } else {
                    format!(
                        "`{}` and `{}` become the same name in Rust",
                        known.field.wire, lowered.field.wire
                    )
                };
                self.push(
                    Diagnostic::new("duplicate-parameter", use_span, message)
                        .label("the second one")
                        .also(*first, "the first one"),
                );
                continue;
            }
            parameters.push((lowered, use_span));
        }
        self.placeholders(path, operation, &parameters);
        (parameters.into_iter().map(|(parameter, _)| parameter).collect(), definitions)
    }

    /// The name that nested types begin with; problems with it are noted elsewhere.
    fn quiet_base(&self, operation: &model::Operation) -> String {
        let name = operation.name.as_ref().unwrap_or(&operation.operation_id);
        let last = name.value.rsplit('.').next().unwrap_or_default();
        names::type_name(last).unwrap_or_else(|| "Unnamed".to_owned())
    }

    /// Notes placeholders without a parameter, and parameters without a placeholder.
    fn placeholders(
        &mut self,
        path: &Path,
        operation: &model::Operation,
        parameters: &[(Parameter, crate::source::Span)],
    ) {
        let template = &path.template;
        let named =
            template.text.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let placeholders: Vec<&str> = named.collect();
        for (index, name) in placeholders.iter().enumerate() {
            if placeholders[..index].contains(name) {
                let message = format!("the placeholder `{{{name}}}` is in the path twice");
                self.push(Diagnostic::new("bad-path", template.span, message));
            }
            let mut known = parameters.iter().map(|(parameter, _)| parameter);
            if !known.any(|known| known.place == Place::Path && known.field.wire == **name) {
                self.push(
                    Diagnostic::new(
                        "missing-parameter",
                        operation.operation_id.span,
                        format!("the path has the placeholder `{{{name}}}`, but there is no such parameter"),
                    )
                    .label("in this operation")
                    .also(template.span, "the placeholder is here")
                    .help(format!("add a parameter with `name: {name}`, `in: path`, `required: true`")),
                );
            }
        }
        for (parameter, span) in parameters {
            let wire = parameter.field.wire.as_str();
            if parameter.place == Place::Path && !placeholders.contains(&wire) {
                let message = format!("the path has no placeholder `{{{wire}}}`");
                let diagnostic = Diagnostic::new("missing-placeholder", *span, message)
                    .label("this parameter stands in the path")
                    .also(template.span, "the path is here");
                self.push(diagnostic);
            }
        }
    }

    fn lower_parameter(
        &mut self,
        parameter: &model::Parameter,
        base: &str,
        definitions: &mut Vec<Definition>,
    ) -> Option<Parameter> {
        let source = self.fact(parameter.source.as_ref());
        let before = definitions.len();
        let mut place = SchemaPlace {
            side: Side::Query,
            home: Home::Operation,
            name: format!("{base} {}", parameter.name.value),
            definitions,
        };
        let mut value = self.schema(&parameter.schema, &mut place)?;
        value.description = tidy(parameter.description.as_deref()).or(value.description);
        value.source = source.or(value.source);
        value.deprecated |= parameter.deprecated.unwrap_or_default();
        let span = parameter.schema.span;
        if value.nullable {
            self.unsupported(span, "a parameter that may be `null`");
        }
        match &value.ty {
            Type::Json | Type::Map(_) => {
                self.unsupported(span, "any JSON in a path or a query");
                return None;
            }
            Type::List(item) if !is_scalar(item) => {
                self.unsupported(span, "a list of lists in a path or a query");
                return None;
            }
            Type::List(_) if parameter.place.value == model::Place::Path => {
                self.unsupported(span, "a list in a path");
                return None;
            }
            _ => {}
        }
        if let (Some(explode), false) = (parameter.explode, matches!(value.ty, Type::List(_))) {
            let _ = explode;
            let message = "`explode` says how a list is written, but this is none";
            self.push(Diagnostic::new("misplaced-key", parameter.name.span, message));
        }
        let required = parameter.required.as_ref().is_some_and(|required| required.value);
        let place = match parameter.place.value {
            model::Place::Path => Place::Path,
            model::Place::Query => Place::Query,
        };
        if place == Place::Path && !required {
            let at =
                parameter.required.as_ref().map_or(parameter.place.span, |required| required.span);
            self.push(
                Diagnostic::new(
                    "optional-path-parameter",
                    at,
                    "a parameter in the path is always required",
                )
                .help("write `required: true`"),
            );
        }
        let default = self.default_value(parameter, required, &value, &definitions[before..]);
        let presence = if required { Presence::Required } else { Presence::Optional };
        let key = Key { text: parameter.name.value.clone(), span: parameter.name.span };
        let field = self.field(&key, value, presence)?;
        Some(Parameter { place, field, explode: parameter.explode.unwrap_or(true), default })
    }

    fn default_value(
        &mut self,
        parameter: &model::Parameter,
        required: bool,
        value: &super::schema::Value,
        definitions: &[Definition],
    ) -> Option<String> {
        let own = parameter.schema.default.clone();
        let shared = || {
            let reference = parameter.schema.reference.as_ref()?;
            let components = self.document.components.as_ref()?.schemas.as_ref()?;
            let name = reference.value.rsplit('/').next()?;
            components.get(name)?.default.clone()
        };
        let default = own.or_else(shared)?;
        if required {
            self.push(
                Diagnostic::new(
                    "required-default",
                    default.span,
                    "a required parameter has no default",
                )
                .help("take `default` out, or `required`"),
            );
            return None;
        }
        self.check_value(&default, &value.ty, &value.bounds, definitions);
        Some(texts(&default).join(","))
    }

    fn body(
        &mut self,
        operation: &model::Operation,
        method: Method,
        base: &str,
        definitions: &mut Vec<Definition>,
    ) -> Option<Body> {
        let body = operation.request_body.as_ref()?;
        if method == Method::Get {
            self.push(
                Diagnostic::new("get-with-body", body.span, "a `GET` has no body")
                    .help("say it with query parameters, or use `post`"),
            );
        }
        if let Some(required) = body.required.as_ref().filter(|required| !required.value) {
            self.unsupported(required.span, "a body that may be left out");
        }
        let media = self.json(&body.content)?;
        let mut place = SchemaPlace {
            side: Side::Body,
            home: Home::Operation,
            name: format!("{base} body"),
            definitions,
        };
        let value = self.schema(&media.schema, &mut place)?;
        if value.nullable {
            self.unsupported(media.schema.span, "a body that may be `null`");
        }
        let description = tidy(body.description.as_deref()).or(value.description);
        Some(Body { ty: value.ty, description: description.unwrap_or_default() })
    }

    /// The JSON among the contents, which must be the only one.
    pub(super) fn json<'b>(
        &mut self,
        content: &'b At<model::Entries<model::MediaType>>,
    ) -> Option<&'b model::MediaType> {
        for (key, _) in content.value.iter() {
            if key.text != "application/json" {
                let message = format!("`{}` is not supported", key.text);
                self.push(
                    Diagnostic::new("unsupported-content", key.span, message)
                        .help("bodies are `application/json`"),
                );
            }
        }
        let json = content.value.get("application/json");
        if json.is_none() && content.value.iter().next().is_none() {
            let message = "expected `application/json`, found nothing";
            self.push(Diagnostic::new("unsupported-content", content.span, message));
        }
        json
    }
}

/// Appends fixed text to a path.
fn fixed(segments: &mut Vec<Segment>, text: &str) {
    if let Some(Segment::Fixed(last)) = segments.last_mut() {
        last.push_str(text);
    } else {
        segments.push(Segment::Fixed(text.to_owned()));
    }
}

fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::List(_) | Type::Map(_) | Type::Json => false,
        Type::Named(named) => named.shape != Shape::Struct,
        _ => true,
    }
}

fn replay(given: Option<model::Replay>, method: Method) -> Replay {
    match (given, method) {
        (Some(model::Replay::Safe), _) | (None, Method::Get) => Replay::Safe,
        (Some(model::Replay::Idempotent), _) | (None, Method::Put | Method::Delete) => {
            Replay::Idempotent
        }
        (Some(model::Replay::Unsafe), _) | (None, _) => Replay::Unsafe,
    }
}
