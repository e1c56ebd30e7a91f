//! Parameters: lowered to the fields of a request.

use super::lowering::{Lower, Value};
use super::schema::{Place as SchemaPlace, tidy};
use super::value::texts;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Definition, Home, Parameter, Place, Presence, Shape, Side, Type};
use crate::spec::load::Path;
use crate::spec::model::{self, At, OneOrRef};
use crate::spec::source::Span;
use crate::spec::yaml::Key;

/// The headers that the clients and the HTTP libraries set.
const OWN_HEADERS: [&str; 9] = [
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "transfer-encoding",
    "user-agent",
];

impl Lower<'_> {
    /// Lowers the parameters of an operation and adds the types that they need to the definitions.
    pub(super) fn parameters(
        &mut self,
        path: &Path,
        operation: &model::Operation,
        base: &str,
        definitions: &mut Vec<Definition>,
    ) -> Vec<Parameter> {
        let mut parameters: Vec<(Parameter, Span)> = Vec::new();
        for one in operation.parameters.as_deref().unwrap_or_default() {
            let use_span = match one {
                OneOrRef::One(parameter) => parameter.name.span,
                OneOrRef::Ref(reference) => reference.target.span,
            };
            let Some(parameter) = self.parameter(one) else { continue };
            let Some(lowered) = self.lower_parameter(&parameter, base, definitions) else {
                continue;
            };
            let clash = parameters.iter().find(|(known, _)| {
                known.field.wire == lowered.field.wire || known.field.ident == lowered.field.ident
            });
            if let Some((known, first)) = clash {
                let message = if known.field.wire == lowered.field.wire {
                    format!("the parameter `{}` appears twice", lowered.field.wire)
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
        parameters.into_iter().map(|(parameter, _)| parameter).collect()
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
            is_open: false,
            name: format!("{base} {}", parameter.name.value),
            definitions,
        };
        let mut value = self.schema(&parameter.schema, &mut place)?;
        value.description = tidy(parameter.description.as_deref()).or(value.description);
        value.source = source.or(value.source);
        value.deprecated |= parameter.deprecated.unwrap_or_default();
        let span = parameter.schema.span;
        if value.nullable {
            self.unsupported(span, "a nullable parameter");
        }
        let in_header = parameter.place.value == model::Place::Header;
        if in_header {
            self.header_name(&parameter.name);
        }
        match &value.ty {
            Type::Json | Type::Map(_) | Type::HandWritten(_) => {
                self.unsupported(span, "any JSON in a path, a query or a header");
                return None;
            }
            Type::Secret | Type::File => {
                self.unsupported(span, "a secret or a file outside a body");
                return None;
            }
            Type::List(_) if in_header => {
                self.unsupported(span, "a list in a header");
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
        if let (Some(explode), false) = (&parameter.explode, matches!(value.ty, Type::List(_))) {
            let message = "`explode` applies only to a list";
            self.push(Diagnostic::new("misplaced-key", explode.span, message));
        }
        let required = parameter.required.as_ref().is_some_and(|required| required.value);
        let place = match parameter.place.value {
            model::Place::Path => Place::Path,
            model::Place::Query => Place::Query,
            model::Place::Header => Place::Header,
        };
        if place == Place::Path && !required {
            let at =
                parameter.required.as_ref().map_or(parameter.place.span, |required| required.span);
            self.push(
                Diagnostic::new(
                    "optional-path-parameter",
                    at,
                    "a parameter in the path must be required",
                )
                .help("write `required: true`"),
            );
        }
        if required && matches!(value.ty, Type::List(_)) {
            // An empty list would not be sent at all.
            value.bounds.shortest = Some(value.bounds.shortest.unwrap_or(1).max(1));
        }
        let default = self.default_value(parameter, required, &value, &definitions[before..]);
        let presence = if required { Presence::Required } else { Presence::Optional };
        let key = Key { text: parameter.name.value.clone(), span: parameter.name.span };
        let field = self.field(&key, value, presence)?;
        Some(Parameter {
            place,
            field,
            explode: parameter.explode.as_ref().is_none_or(|explode| explode.value),
            default,
        })
    }

    /// Reports a name that no header has, and one that the clients set themselves.
    fn header_name(&mut self, name: &At<String>) {
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if name.value.is_empty() || !name.value.bytes().all(is_sign) {
            let message = format!("`{}` cannot be the name of a header", name.value);
            self.push(Diagnostic::new("bad-header", name.span, message));
        } else if OWN_HEADERS.iter().any(|own| own.eq_ignore_ascii_case(&name.value)) {
            let message = format!("`{}` is set by the clients themselves", name.value);
            self.push(
                Diagnostic::new("bad-header", name.span, message)
                    .help("remove the parameter; `security` says how an operation is authorised"),
            );
        }
    }

    fn default_value(
        &mut self,
        parameter: &model::Parameter,
        required: bool,
        value: &Value,
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
                    "a required parameter must not have a default",
                )
                .help("remove `default` or `required`"),
            );
            return None;
        }
        self.check_value(&default, &value.ty, &value.bounds, definitions);
        Some(texts(&default).join(","))
    }
}

fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::List(_) | Type::Map(_) | Type::Json | Type::HandWritten(_) => false,
        Type::Named(named) => named.shape != Shape::Struct,
        _ => true,
    }
}
