//! Operations: their names, and their assembly from all their parts.

use super::exchange::Signature;
use super::lowering::{Lower, Tagged};
use super::schema::tidy;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{DEFAULT_FAMILY, Definition, Effect, Method, Operation, Segment};
use crate::spec::load::Path;
use crate::spec::model::{self, At};
use crate::spec::names;

/// The module of an operation and the base of its type names.
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
                "the file of a path must describe the path itself",
            ));
        }
        if methods.iter().all(|(_, operation)| operation.is_none()) {
            let message = format!("the path `{}` has no operation", path.template.text);
            self.push(
                Diagnostic::new("empty-path", item.span, message)
                    .help("describe `get`, or remove the path"),
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
        let before = self.diagnostics.len();
        let tag = self.tag(operation);
        let named = self.operation_names(operation);
        let base = named.as_ref().map_or("unnamed", |named| named.base.as_str());
        let request = At { value: format!("{base} request"), span: operation.operation_id.span };
        let request = self.type_name(&request);
        let pool = self.pool(operation.pool.as_ref());
        let credential = self.credential(operation.security.as_ref());
        let source = self.fact(operation.source.as_ref());
        let mut definitions = Vec::new();
        let mut parameters = self.parameters(path, operation, base, &mut definitions);
        let body = self.body(operation, method, base, &mut definitions);
        let taken = parameters.iter().any(|parameter| parameter.field.ident == "body");
        if let Some(keyed) = operation.request_body.as_ref().filter(|_| taken) {
            let message = "the parameter name `body` is taken by the request body";
            self.push(Diagnostic::new("duplicate-parameter", keyed.key, message));
        }
        let rows = |path: &str| path.rsplit('.').next().unwrap_or(path).to_owned();
        self.rows = operation.series.as_ref().map(|roles| rows(&roles.rows.value));
        let replies = self.replies(operation, base, &mut definitions);
        self.rows = None;
        if self.diagnostics.len() > before {
            // Later steps would only report the same missing parts again.
            return None;
        }
        let (named, replies, segments) = (named?, replies?, segments?);
        let fields: Vec<_> = parameters.iter().map(|parameter| &parameter.field).collect();
        let rules = self.rules(operation.rules.as_deref(), "the request", &fields);
        let family = self.family(operation);
        let pool_field = operation.pool_when.as_ref();
        let pool_field = pool_field
            .and_then(|name| self.body_field(name, body.as_ref(), &definitions))
            .map(|(field, _)| field);
        let (replay, replay_cases) = self.replay(operation, method, body.as_ref(), &definitions);
        let roles = operation.series.as_ref();
        let series =
            roles.and_then(|roles| self.series(roles, &parameters, &replies, &definitions));
        let paging = operation.paging.as_ref();
        let paging =
            paging.and_then(|paging| self.paging(paging, &parameters, &replies, &definitions));
        let signature = Signature { path: segments, parameters: &parameters, body: body.as_ref() };
        let exchanges = self.exchanges(operation, &signature, &replies, &definitions);
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
            path: segments.to_vec(),
            template: path.template.text.clone(),
            summary: operation.summary.trim().to_owned(),
            description: tidy(operation.description.as_deref()).unwrap_or_default(),
            deprecated: operation.deprecated.unwrap_or_default(),
            request: request?,
            parameters,
            body,
            output: replies.output,
            definitions,
            credential,
            permission: operation.permission.clone(),
            replay,
            replay_cases,
            effect: effect(operation.effect, method),
            is_send: is_send(operation),
            busy: operation.busy.unwrap_or_default(),
            is_import: operation.import.unwrap_or_default(),
            family,
            rules,
            pool: pool?,
            pool_field,
            documentation: operation.external_docs.as_ref().map(|docs| docs.url.value.clone()),
            command: named.command,
            series,
            paging,
            list: None,
            exchanges,
            failures: self.failures(operation),
            message: replies.message,
            source,
        };
        Some((tag?, lowered))
    }

    fn tag(&mut self, operation: &model::Operation) -> Option<Tagged> {
        let [tag] = operation.tags.value.as_slice() else {
            self.push(
                Diagnostic::new(
                    "one-tag",
                    operation.tags.span,
                    "an operation must have exactly one tag",
                )
                .help("the tag becomes the module of the operation"),
            );
            return None;
        };
        let tags = self.document.tags.as_deref().unwrap_or_default();
        let Some(known) = tags.iter().find(|known| known.name.value == tag.value) else {
            let message = format!("there is no tag `{}`", tag.value);
            let diagnostic = Diagnostic::new("unknown-tag", tag.span, message);
            let near = crate::spec::suggest::nearest(
                &tag.value,
                tags.iter().map(|tag| tag.name.value.as_str()),
            );
            self.push(match near {
                Some(near) => {
                    diagnostic.suggest(tag.span, "there is a tag with a similar name", near)
                }
                None => diagnostic.help("add it under `tags` in the root document"),
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

    /// The family, a word that can be the name of a cargo feature.
    fn family(&mut self, operation: &model::Operation) -> String {
        let Some(family) = &operation.family else { return DEFAULT_FAMILY.to_owned() };
        if !family.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') {
            self.bad_name(family.span, &family.value);
        }
        self.known_family(family);
        family.value.clone()
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
                .help("write `x-braze-command` as words of lowercase letters, digits and hyphens"),
            );
        }
        Some(Named { module, base, command })
    }
}

/// Tells whether an operation sends messages, now or at a time.
fn is_send(operation: &model::Operation) -> bool {
    use model::Replay::{Create, Send, SendDedup};

    let is_sending = |class: &model::Replay| matches!(class, Create | Send | SendDedup);
    let sends = operation.effect == Some(model::Effect::Sends);
    sends
        && match &operation.replay {
            Some(model::ReplayCases::One(class)) => is_sending(class),
            Some(model::ReplayCases::Cases(cases)) => {
                cases.iter().any(|case| is_sending(&case.class))
            }
            None => false,
        }
}

fn effect(given: Option<model::Effect>, method: Method) -> Effect {
    match (given, method) {
        (Some(model::Effect::Reads), _) | (None, Method::Get) => Effect::Reads,
        (Some(model::Effect::Deletes), _) | (None, Method::Delete) => Effect::Deletes,
        (Some(model::Effect::Starts), _) => Effect::Starts,
        (Some(model::Effect::Sends), _) => Effect::Sends,
        (Some(model::Effect::Writes), _) | (None, _) => Effect::Writes,
    }
}
