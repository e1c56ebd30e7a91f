//! [`Diagnostic`]: something wrong with a spec, where, and what would be right.

mod render;

use crate::spec::source::Span;

pub use render::{Format, Report};

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) primary: Label,
    pub(crate) others: Vec<Label>,
    pub(crate) help: Vec<String>,
    pub(crate) suggestion: Option<Suggestion>,
}

/// Whether a problem stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Severity {
    Error,
    /// It is told, and what was asked for is done.
    Warning,
}

/// A place, and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) span: Span,
    pub(crate) text: String,
}

/// A text to put in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub(crate) span: Span,
    pub(crate) text: String,
    pub(crate) title: String,
}

impl Diagnostic {
    /// A problem with its stable code, its place, and one sentence.
    pub(crate) fn new(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        let primary = Label { span, text: String::new() };
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            primary,
            others: Vec::new(),
            help: Vec::new(),
            suggestion: None,
        }
    }

    /// The same problem where it does not stand in the way.
    pub(crate) fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// What is to be said beside the place itself.
    pub(crate) fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Another place that has to do with it.
    pub(crate) fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.others.push(Label { span, text: text.into() });
        self
    }

    /// What to do.
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// What to write in the place of a span, shown as a change.
    pub(crate) fn suggest(
        mut self,
        span: Span,
        title: impl Into<String>,
        text: impl Into<String>,
    ) -> Self {
        self.suggestion = Some(Suggestion { span, text: text.into(), title: title.into() });
        self
    }
}

/// Collects the problems of one run.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Notes a problem.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if !self.0.contains(&diagnostic) {
            self.0.push(diagnostic);
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, by file and place.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by_key(|diagnostic| diagnostic.primary.span);
        self.0
    }
}
