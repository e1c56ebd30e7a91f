//! Paths: their templates, and the match of placeholders and parameters.

use std::collections::BTreeMap;

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Parameter, Place, Segment};
use crate::spec::load::Path;
use crate::spec::model;
use crate::spec::source::Span;
use crate::spec::yaml::Key;

impl Lower<'_> {
    /// Reports paths that differ only in the names of their placeholders.
    pub(super) fn alike(&mut self, paths: &[Path]) {
        let mut seen: BTreeMap<Vec<&str>, &Path> = BTreeMap::new();
        for path in paths {
            let parts = path.template.text.split('/');
            let shape: Vec<_> =
                parts.map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
            if let Some(first) = seen.get(&shape) {
                let message = format!(
                    "`{}` and `{}` match the same requests",
                    path.template.text, first.template.text
                );
                self.push(
                    Diagnostic::new("duplicate-path", path.template.span, message)
                        .also(first.template.span, "the other one"),
                );
            }
            seen.entry(shape).or_insert(path);
        }
    }

    /// Returns the segments of a path template.
    pub(super) fn template(&mut self, template: &Key) -> Option<Vec<Segment>> {
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
                    return bad(
                        "has a placeholder beside other text, but it must be a whole segment",
                    );
                }
                None => {
                    let plain = |byte: u8| {
                        byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte)
                    };
                    if !part.bytes().all(plain) || (part.is_empty() && rest.contains('/')) {
                        return bad(
                            "contains an empty segment, or a character that is not allowed in a path",
                        );
                    }
                    fixed(&mut segments, part);
                }
            }
        }
        Some(segments)
    }

    /// Reports placeholders without a parameter, and parameters without a placeholder.
    pub(super) fn placeholders(
        &mut self,
        path: &Path,
        operation: &model::Operation,
        parameters: &[(Parameter, Span)],
    ) {
        let template = &path.template;
        let named =
            template.text.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let placeholders: Vec<&str> = named.collect();
        for (index, name) in placeholders.iter().enumerate() {
            if placeholders[..index].contains(name) {
                let message = format!("the placeholder `{{{name}}}` appears twice in the path");
                self.push(Diagnostic::new("bad-path", template.span, message));
            }
            let mut known = parameters.iter().map(|(parameter, _)| parameter);
            if !known.any(|known| known.place == Place::Path && known.field.wire == **name) {
                self.push(
                    Diagnostic::new(
                        "missing-parameter",
                        operation.operation_id.span,
                        format!("the placeholder `{{{name}}}` has no parameter"),
                    )
                    .label("in this operation")
                    .also(template.span, "the placeholder is here")
                    .help(format!(
                        "add a parameter with `name: {name}`, `in: path`, `required: true`"
                    )),
                );
            }
        }
        for (parameter, span) in parameters {
            let wire = parameter.field.wire.as_str();
            if parameter.place == Place::Path && !placeholders.contains(&wire) {
                let message = format!("the path has no placeholder `{{{wire}}}`");
                let diagnostic = Diagnostic::new("missing-placeholder", *span, message)
                    .label("this parameter is in the path")
                    .also(template.span, "the path is here");
                self.push(diagnostic);
            }
        }
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
