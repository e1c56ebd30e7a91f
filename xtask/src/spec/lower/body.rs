//! Bodies: JSON, of requests and of replies.

use super::lowering::Lower;
use super::schema::{Place, tidy};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Body, Definition, Home, Method, Side};
use crate::spec::model::{self, At};

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
        let media = self.json(&body.content)?;
        let mut place = Place {
            side: Side::Body,
            home: Home::Operation,
            is_open: false,
            name: format!("{base} body"),
            definitions,
        };
        let value = self.schema(&media.schema, &mut place)?;
        if value.nullable {
            self.unsupported(media.schema.span, "a nullable body");
        }
        let description = tidy(body.description.as_deref()).or(value.description);
        let max_bytes = body.max_bytes.as_ref().map(|max| max.value);
        Some(Body { ty: value.ty, description: description.unwrap_or_default(), max_bytes })
    }

    /// Returns the JSON content, which must be the only content type.
    pub(super) fn json<'b>(
        &mut self,
        content: &'b At<model::Entries<model::MediaType>>,
    ) -> Option<&'b model::MediaType> {
        for (key, _) in content.value.iter() {
            if key.text != "application/json" {
                let message = format!("`{}` is not supported", key.text);
                self.push(
                    Diagnostic::new("unsupported-content", key.span, message)
                        .help("write `application/json`, the only supported content type"),
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
