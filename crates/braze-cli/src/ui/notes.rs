//! [`Notes`]: standard error, where everything for people goes.

use std::borrow::Cow;
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anstyle::{AnsiColor, Style};
use braze_core::{Scrub, Secret};
use indicatif::ProgressBar;

use crate::ui::escape::printable;
use crate::ui::failure::Failure;
use crate::ui::verbosity::Verbosity;

/// The styles of labels, as the argument parser has them.
const PLAIN: Style = Style::new();
const BOLD: Style = PLAIN.bold();
const RED: Style = AnsiColor::Red.on_default().bold();
const GREEN: Style = AnsiColor::Green.on_default();
const YELLOW: Style = AnsiColor::Yellow.on_default();

/// Lines to standard error, from any thread, with all known secrets redacted.
#[derive(Clone)]
pub(crate) struct Notes(Arc<Mutex<Shared>>);

struct Shared {
    stderr: Box<dyn Write + Send>,
    in_color: bool,
    verbosity: Verbosity,
    /// A bar below the lines.
    bar: Option<ProgressBar>,
    secrets: Vec<Secret>,
}

impl Notes {
    pub(crate) fn new(stderr: impl Write + Send + 'static) -> Self {
        let stderr = Box::new(stderr);
        Self(Arc::new(Mutex::new(Shared {
            stderr,
            in_color: false,
            verbosity: Verbosity::default(),
            bar: None,
            secrets: Vec::new(),
        })))
    }

    pub(crate) fn in_color(self, in_color: bool) -> Self {
        self.lock().in_color = in_color;
        self
    }

    /// Sets the verbosity from now on.
    pub(crate) fn set_verbosity(&self, verbosity: Verbosity) {
        self.lock().verbosity = verbosity;
    }

    /// The verbosity.
    pub(crate) fn verbosity(&self) -> Verbosity {
        self.lock().verbosity
    }

    /// Keeps a bar below what is written.
    pub(crate) fn write_above(&self, bar: ProgressBar) {
        self.lock().bar = Some(bar);
    }

    /// Takes the bar away.
    pub(crate) fn clear(&self) {
        if let Some(bar) = self.lock().bar.take() {
            bar.finish_and_clear();
        }
    }

    /// Redacts a secret in everything that is written from now on.
    pub(crate) fn keep_secret(&self, secret: Secret) {
        self.lock().secrets.push(secret);
    }

    /// Returns `true` if a text holds one of the secret keys.
    pub(crate) fn holds_secret(&self, text: &[u8]) -> bool {
        self.lock().secrets.iter().any(|key| key.is_in(text))
    }

    /// A text for standard output, with the secret keys redacted.
    pub(crate) fn without_secrets(&self, mut text: String) -> String {
        for key in &self.lock().secrets {
            text.scrub(key);
        }
        text
    }

    /// Notes an event that turned out well. Not with `--quiet`.
    pub(crate) fn note(&self, text: &str) {
        if self.verbosity() > Verbosity::Quiet {
            self.line("note:", BOLD, text);
        }
    }

    /// Notes a detail, with `--verbose` only.
    pub(crate) fn detail(&self, text: &str) {
        if self.verbosity() == Verbosity::Verbose {
            self.line("detail:", PLAIN, text);
        }
    }

    /// Warns of a problem that did not stop the command.
    pub(crate) fn warning(&self, text: &str) {
        self.line("warning:", YELLOW, text);
    }

    /// Reports a finding.
    pub(crate) fn finding(&self, text: &str) {
        self.line("finding:", YELLOW, text);
    }

    /// Writes a line without a label.
    pub(crate) fn plain(&self, text: &str) {
        self.lock().write(format!("{}\n", printable(text)));
    }

    /// Asks a question. The answer follows on the same line.
    pub(crate) fn question(&self, text: &str) {
        self.lock().write(printable(text));
    }

    /// Reports the failure of the command.
    pub(crate) fn failure(&self, failure: &Failure) {
        let mut shared = self.lock();
        let error = shared.label("error:", RED);
        let tip = shared.label("tip:", GREEN);
        let mut text = format!("{error} {}\n", printable(&bounded(failure.what())));
        for detail in bounded_lines(failure.details().iter().map(String::as_str)) {
            text.push_str(&format!("  {}\n", printable(&detail)));
        }
        for (index, advice) in failure.tips().iter().enumerate() {
            let gap = if index == 0 { "\n" } else { "" };
            text.push_str(&format!("{gap}  {tip} {}\n", printable(&bounded(advice))));
        }
        shared.write(text);
    }

    /// Reports the failure of a command that has no time for anything else.
    pub(crate) fn last_words(&self, failure: &Failure) {
        self.clear();
        self.failure(failure);
    }

    /// Writes the error of the argument parser, in color if it is short enough.
    pub(crate) fn usage(&self, plain: &str, in_color: String) {
        let mut shared = self.lock();
        let bounded = bounded_lines(plain.split('\n')).join("\n");
        let text = if shared.in_color && bounded == plain { in_color } else { bounded };
        shared.write(text);
    }

    fn line(&self, label: &str, style: Style, text: &str) {
        let mut shared = self.lock();
        let label = shared.label(label, style);
        shared.write(format!("{label} {}\n", printable(&bounded(text))));
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn label(&self, word: &str, style: Style) -> String {
        if self.in_color {
            format!("{}{word}{}", style.render(), style.render_reset())
        } else {
            word.to_owned()
        }
    }

    fn write(&mut self, mut text: String) {
        for key in &self.secrets {
            text.scrub(key);
        }
        // If standard error is closed, there is nowhere to report that.
        let mut write = || {
            let _ = self.stderr.write_all(text.as_bytes()).and_then(|()| self.stderr.flush());
        };
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

/// The greatest length of a text, in bytes. A server may send texts of any length.
const MAX_TEXT: usize = 4_096;

/// The greatest number of lines at once.
const MAX_LINES: usize = 100;

/// The beginnings of the first lines, and how many more there are.
pub(crate) fn bounded_lines<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Cow<'a, str>> {
    let mut lines = lines.fuse();
    let mut first: Vec<_> = lines.by_ref().take(MAX_LINES).map(bounded).collect();
    match lines.count() {
        0 => {}
        more => first.push(format!("… {more} more").into()),
    }
    first
}

/// The beginning of a text, and how much more there is.
pub(crate) fn bounded(text: &str) -> Cow<'_, str> {
    if text.len() <= MAX_TEXT {
        return text.into();
    }
    let end = (0..=MAX_TEXT).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let rest = text.len() - end;
    let rest = match rest {
        0..1_000 => format!("{rest} bytes"),
        1_000..1_000_000 => format!("{} kB", rest / 1_000),
        _ => format!("{} MB", rest / 1_000_000),
    };
    format!("{} … {rest} more", &text[..end]).into()
}
