//! Bodies: JSON, of requests and of replies, and forms.

use super::lowering::Lower;
use super::reply::structure;
use super::schema::{Place, tidy};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Body, Definition, Field, FormUse, Home, Method, Presence, Side, Type};
use crate::spec::model::{self, At};
use crate::spec::source::Span;
use crate::spec::yaml::Key;

const JSON: &str = "application/json";
const FORM: &str = "multipart/form-data";

impl Lower<'_> {
    /// The body of a request.
    pub(super) fn body(
        &mut self,
        operation: &model::Operation,
        method: Method,
        base: &str,
        definitions: &mut Vec<Definition>,
    ) -> Option<Body> {
        let keyed = operation.request_body.as_ref()?;
        let body = &keyed.value;
        if method == Method::Get {
            self.push(
                Diagnostic::new("get-with-body", keyed.key, "a `GET` must not have a body")
                    .help("use query parameters, or make it a `post`"),
            );
        }
        if let Some(required) = body.required.as_ref().filter(|required| !required.value) {
            self.unsupported(required.span, "an optional body");
        }
        let (media, form) = self.content(&body.content)?;
        let mut place = Place {
            side: Side::Body,
            home: Home::Operation,
            is_open: false,
            name: format!("{base} body"),
            definitions,
        };
        self.in_form = form.is_some();
        let value = self.schema(&media.schema, &mut place);
        self.in_form = false;
        let value = value?;
        if value.nullable {
            self.unsupported(media.schema.span, "a nullable body");
        }
        if form.is_some() {
            self.form_fields(media.schema.span, &value.ty, definitions);
        }
        let description = tidy(body.description.as_deref()).or(value.description);
        let max_bytes = body.max_bytes.as_ref().map(|max| max.value);
        Some(Body { ty: value.ty, description: description.unwrap_or_default(), max_bytes, form })
    }

    /// Returns the content of a body: JSON, a form, or the form of both, which must have the fields of the JSON.
    fn content<'b>(
        &mut self,
        content: &'b At<model::Entries<model::MediaType>>,
    ) -> Option<(&'b model::MediaType, Option<FormUse>)> {
        let Some(form) = content.value.get(FORM) else {
            return self.json(content).map(|json| (json, None));
        };
        let Some(json) = content.value.get(JSON) else {
            if let Some((other, _)) = content.value.iter().find(|(key, _)| key.text != FORM) {
                self.unsupported_content(other);
            }
            return Some((form, Some(FormUse::Always)));
        };
        let fields = |media: &'b model::MediaType| media.schema.properties.as_ref();
        let (Some(in_json), Some(in_form)) = (fields(json), fields(form)) else {
            let message = "a body that is JSON or a form must have its `properties` in both";
            self.push(Diagnostic::new("unsupported-content", content.span, message));
            return None;
        };
        for (key, _) in
            in_json.value.iter().filter(|(key, _)| in_form.value.get(&key.text).is_none())
        {
            let message = format!("the form has no field `{}`", key.text);
            self.push(
                Diagnostic::new("unknown-field", key.span, message)
                    .also(in_form.span, "the fields of the form are here")
                    .help("describe the same fields there, and the files"),
            );
        }
        for (key, field) in in_form.value.iter() {
            let is_file = field.format.as_ref().is_some_and(|format| format.value == "binary");
            if is_file == in_json.value.get(&key.text).is_some() {
                let message = match is_file {
                    true => format!("the file `{}` cannot be sent as JSON", key.text),
                    false => format!("the JSON has no field `{}`", key.text),
                };
                self.push(Diagnostic::new("unknown-field", key.span, message));
            }
        }
        Some((form, Some(FormUse::WithFile)))
    }

    /// Reports fields that a form cannot have: each is one text or one file.
    fn form_fields(&mut self, span: Span, ty: &Type, definitions: &[Definition]) {
        let own = match ty {
            Type::Named(named) => structure(named, definitions),
            _ => None,
        };
        let is_plain = |field: &Field| {
            let is_text = matches!(field.ty, Type::Text | Type::Identifier | Type::File);
            (is_text || field.ty.is_copy()) && field.presence != Presence::Removable
        };
        if !own.is_some_and(|own| own.extra.is_none() && own.fields.iter().all(is_plain)) {
            self.unsupported(span, "a form with fields that are not one text or one file");
        }
    }

    fn unsupported_content(&mut self, key: &Key) {
        let message = format!("`{}` is not supported", key.text);
        self.push(
            Diagnostic::new("unsupported-content", key.span, message)
                .help("write `application/json`, or `multipart/form-data` for a body with files"),
        );
    }

    /// Returns the JSON content, which must be the only content type.
    pub(super) fn json<'b>(
        &mut self,
        content: &'b At<model::Entries<model::MediaType>>,
    ) -> Option<&'b model::MediaType> {
        for (key, _) in content.value.iter() {
            if key.text != JSON {
                self.unsupported_content(key);
            }
        }
        let json = content.value.get(JSON);
        if json.is_none() && content.value.iter().next().is_none() {
            let message = "expected `application/json`, found nothing";
            self.push(Diagnostic::new("unsupported-content", content.span, message));
        }
        json
    }
}
