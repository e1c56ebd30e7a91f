//! [`Report`]: the problems of one run, as text for people or as JSON for editors.

use std::fmt::Write;
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Label, Severity};
use crate::spec::source::{Source, SourceId, Sources, Span};

/// The maximum number of problems shown to people, who read the first ones anyway. Programs
/// get all of them.
const MAX_SHOWN: usize = 100;

/// The problems of one run, with the sources that they point into.
#[derive(Debug, Default)]
pub struct Report {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
}

/// The format of a [`Report`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, without colours.
    Plain,
    /// For people, with the escape sequences of a terminal.
    Styled,
    /// One JSON object per line, for editors: code, message, spans, help, and the text for people.
    Json,
}

impl Report {
    /// Creates a report of the problems of one run, by file and place.
    pub(crate) fn new(sources: Sources, mut diagnostics: Vec<Diagnostic>) -> Self {
        diagnostics.sort_by(|a, b| {
            let place = |span: Span| (sources.get(span.source).path.clone(), span.start, span.end);
            place(a.primary.span).cmp(&place(b.primary.span))
        });
        Self { sources, diagnostics }
    }

    /// Prefixes the paths of all files with a folder.
    pub(crate) fn below(mut self, folder: &Path) -> Self {
        self.sources.move_below(folder);
        self
    }

    /// Returns the number of problems.
    #[must_use]
    pub fn len(&self) -> usize {
        self.diagnostics.len()
    }

    /// Returns `true` if there are no problems.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Returns the stable codes of the problems, by place.
    pub fn codes(&self) -> impl Iterator<Item = &'static str> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.code)
    }

    /// Returns the messages of the problems, one sentence each, by place.
    pub fn messages(&self) -> impl Iterator<Item = &str> {
        self.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str())
    }

    /// Returns `true` if every problem has a place: a line of a file that was read.
    #[must_use]
    pub fn is_located(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| {
            let span = diagnostic.primary.span;
            span.start <= span.end && span.end <= self.sources.get(span.source).text.len()
        })
    }

    /// Renders the problems, each ending with a line break.
    #[must_use]
    pub fn render(&self, format: Format) -> String {
        let mut out = String::new();
        let shown = if format == Format::Json { self.diagnostics.len() } else { MAX_SHOWN };
        for diagnostic in self.diagnostics.iter().take(shown) {
            match format {
                Format::Json => {
                    out.push_str(&self.json(diagnostic).to_string());
                    out.push('\n');
                }
                Format::Plain => {
                    out.push_str(&self.text(diagnostic, &Renderer::plain()));
                    out.push_str("\n\n");
                }
                Format::Styled => {
                    out.push_str(&self.text(diagnostic, &Renderer::styled()));
                    out.push_str("\n\n");
                }
            }
        }
        let count = self.diagnostics.len();
        let errors = self.diagnostics.iter().any(|it| it.severity == Severity::Error);
        if format != Format::Json && !errors {
            let _ = match count {
                1 => writeln!(out, "1 warning"),
                _ if count > MAX_SHOWN => {
                    writeln!(out, "{count} warnings, the first {MAX_SHOWN} are shown")
                }
                _ => writeln!(out, "{count} warnings"),
            };
        } else if format != Format::Json {
            // Writing to a string cannot fail.
            let _ = match count {
                1 => writeln!(out, "1 problem in the spec; nothing was written"),
                _ if count > MAX_SHOWN => {
                    writeln!(
                        out,
                        "{count} problems in the spec, the first {MAX_SHOWN} are shown; nothing was written"
                    )
                }
                _ => writeln!(out, "{count} problems in the spec; nothing was written"),
            };
        }
        out
    }

    fn text(&self, diagnostic: &Diagnostic, renderer: &Renderer) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let title = level.primary_title(&diagnostic.message).id(diagnostic.code);
        let mut group = title.element(self.snippet(diagnostic, diagnostic.primary.span.source));
        let mut shown = vec![diagnostic.primary.span.source];
        for other in &diagnostic.others {
            let source = other.span.source;
            if !shown.contains(&source) {
                shown.push(source);
                group = group.element(self.snippet(diagnostic, source));
            }
        }
        for help in &diagnostic.help {
            group = group.element(Level::HELP.message(help));
        }
        let mut groups = vec![group];
        if let Some(suggestion) = &diagnostic.suggestion {
            let range = self.range(suggestion.span);
            let lines = self.lines(suggestion.span.source, range.clone());
            let old = &lines.text[lines.within(&range)];
            let patch = Patch::new(lines.within(&range), quoted_alike(old, &suggestion.text));
            groups.push(
                Group::with_title(Level::HELP.secondary_title(&suggestion.title))
                    .element(lines.snippet().patch(patch)),
            );
        }
        renderer.render(&groups)
    }

    /// Returns the lines of one source that a problem has labels in.
    fn snippet<'a>(
        &'a self,
        diagnostic: &'a Diagnostic,
        source: SourceId,
    ) -> Snippet<'a, Annotation<'a>> {
        let others = diagnostic.others.iter().map(|label| (AnnotationKind::Context, label));
        let labels = std::iter::once((AnnotationKind::Primary, &diagnostic.primary)).chain(others);
        let labels = labels.filter(|(_, label)| label.span.source == source);
        let labels: Vec<_> =
            labels.map(|(kind, label)| (kind, self.range(label.span), &label.text)).collect();
        let start = labels.iter().map(|(_, range, _)| range.start).min().unwrap_or(0);
        let end = labels.iter().map(|(_, range, _)| range.end).max().unwrap_or(0);
        let lines = self.lines(source, start..end);
        lines.snippet().annotations(labels.into_iter().map(|(kind, range, text)| {
            let annotation = kind.span(lines.within(&range));
            if text.is_empty() { annotation } else { annotation.label(text) }
        }))
    }

    /// Returns the whole lines around a piece of a source, without scanning the rest of it.
    fn lines(&self, source: SourceId, piece: Range<usize>) -> Lines<'_> {
        let Source { path, text, .. } = self.sources.get(source);
        let start = text[..piece.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[piece.end..].find('\n').map_or(text.len(), |length| piece.end + length);
        let number = self.sources.line(source, start);
        Lines { path, text: &text[start..end], start, number }
    }

    /// Returns the bytes of a span, cut to its first line and to whole characters.
    fn range(&self, span: Span) -> Range<usize> {
        let text = &self.sources.get(span.source).text;
        let mut start = span.start.min(text.len());
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = span.end.clamp(start, text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let line = text[start..end].lines().next().map_or(0, |line| line.trim_end().len());
        start..start + line
    }

    fn json(&self, diagnostic: &Diagnostic) -> Value {
        let span = |label: &Label, primary: bool| {
            let range = self.range(label.span);
            let source = label.span.source;
            let (line, column) = self.sources.line_column(source, range.start);
            let (line_end, column_end) = self.sources.line_column(source, range.end);
            json!({
                "file": self.sources.get(source).path,
                "line": line, "column": column,
                "line_end": line_end, "column_end": column_end,
                "byte": range.start, "byte_end": range.end,
                "primary": primary,
                "label": label.text,
            })
        };
        let mut spans = vec![span(&diagnostic.primary, true)];
        spans.extend(diagnostic.others.iter().map(|label| span(label, false)));
        let suggestion = diagnostic.suggestion.as_ref().map(|suggestion| {
            let range = self.range(suggestion.span);
            json!({
                "file": self.sources.get(suggestion.span.source).path,
                "byte": range.start, "byte_end": range.end,
                "title": suggestion.title,
                "text": quoted_alike(
                    &self.sources.get(suggestion.span.source).text[range],
                    &suggestion.text,
                ),
            })
        });
        json!({
            "level": match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            "code": diagnostic.code,
            "message": diagnostic.message,
            "spans": spans,
            "help": diagnostic.help,
            "suggestion": suggestion,
            "rendered": self.text(diagnostic, &Renderer::plain()),
        })
    }
}

/// Puts a text in the quotes of the one that it replaces.
fn quoted_alike(old: &str, new: &str) -> String {
    match old.chars().next() {
        Some(quote @ ('"' | '\'')) => format!("{quote}{new}{quote}"),
        _ => new.to_owned(),
    }
}

/// Some lines of a source.
struct Lines<'a> {
    path: &'a str,
    text: &'a str,
    /// The first byte.
    start: usize,
    /// The number of the first line.
    number: usize,
}

impl<'a> Lines<'a> {
    fn snippet<T: Clone>(&self) -> Snippet<'a, T> {
        Snippet::source(self.text).path(self.path).line_start(self.number)
    }

    /// Returns a range of the source as a range of these lines.
    fn within(&self, range: &Range<usize>) -> Range<usize> {
        range.start - self.start..range.end - self.start
    }
}
