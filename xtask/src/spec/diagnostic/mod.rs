//! [`Diagnostic`]: a problem of a spec, its place, and its solution.

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

/// The severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Severity {
    Error,
    /// Reported, without stopping the command.
    Warning,
}

/// A place with a text about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) span: Span,
    pub(crate) text: String,
}

/// A replacement for a piece of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Suggestion {
    pub(crate) span: Span,
    pub(crate) text: String,
    pub(crate) title: String,
}

impl Diagnostic {
    /// Creates an error with its stable code, its place, and one sentence.
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

    /// Turns the error into a warning.
    pub(crate) fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// Sets the text beside the place itself.
    pub(crate) fn label(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds another place that is related to it.
    pub(crate) fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.others.push(Label { span, text: text.into() });
        self
    }

    /// Adds advice on the solution.
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Sets the replacement for a span, shown as a patch.
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

/// The problems of one run.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a problem, unless it is there already.
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        if !self.0.contains(&diagnostic) {
            self.0.push(diagnostic);
        }
    }

    /// Returns the number of problems.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if there are no problems.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns all problems by file and place.
    pub(crate) fn into_sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by_key(|diagnostic| diagnostic.primary.span);
        self.0
    }
}
