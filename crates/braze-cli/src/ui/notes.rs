//! [`Notes`]: standard error, where everything for people goes.

use std::borrow::Cow;
use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use braze_core::{ApiKey, Scrub};
use clap::builder::styling::{Style, Styles};
use indicatif::ProgressBar;

use crate::ui::escape::printable;
use crate::ui::failure::Failure;
use crate::ui::verbosity::Verbosity;

/// Lines to standard error, from any thread. No API key that it knows gets through.
#[derive(Clone)]
pub(crate) struct Notes(Arc<Mutex<Shared>>);

struct Shared {
    stderr: Box<dyn Write + Send>,
    in_color: bool,
    verbosity: Verbosity,
    /// A bar below the lines.
    bar: Option<ProgressBar>,
    secrets: Vec<ApiKey>,
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

    /// Chooses what is said from now on.
    pub(crate) fn set_verbosity(&self, verbosity: Verbosity) {
        self.lock().verbosity = verbosity;
    }

    /// How much is said.
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

    /// Keeps a key out of everything that is written from now on.
    pub(crate) fn keep_secret(&self, key: ApiKey) {
        self.lock().secrets.push(key);
    }

    /// Whether a text holds one of the keys that are to be kept secret.
    pub(crate) fn holds_secret(&self, text: &[u8]) -> bool {
        self.lock().secrets.iter().any(|key| key.is_in(text))
    }

    /// A text for standard output, without the keys that are to be kept secret.
    pub(crate) fn without_secrets(&self, mut text: String) -> String {
        for key in &self.lock().secrets {
            text.scrub(key);
        }
        text
    }

    /// Something that happened on the way, and turned out well. Not said to who wants it quiet.
    pub(crate) fn note(&self, text: &str) {
        if self.verbosity() > Verbosity::Quiet {
            self.line("note:", Styles::styled().get_literal(), text);
        }
    }

    /// A detail, for who wants to know everything.
    pub(crate) fn detail(&self, text: &str) {
        if self.verbosity() == Verbosity::Verbose {
            self.line("detail:", Styles::styled().get_placeholder(), text);
        }
    }

    /// Something that did not stop the command, but should be known.
    pub(crate) fn warning(&self, text: &str) {
        self.line("warning:", Styles::styled().get_invalid(), text);
    }

    /// Something that is wrong with the numbers.
    pub(crate) fn finding(&self, text: &str) {
        self.line("finding:", Styles::styled().get_invalid(), text);
    }

    /// A line without a label.
    pub(crate) fn plain(&self, text: &str) {
        self.lock().write(format!("{}\n", printable(text)));
    }

    /// Why the command fails.
    pub(crate) fn failure(&self, failure: &Failure) {
        let styles = Styles::styled();
        let mut shared = self.lock();
        let error = shared.label("error:", styles.get_error());
        let tip = shared.label("tip:", styles.get_valid());
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

    /// Why the command ends, where there is no time for anything else.
    pub(crate) fn last_words(&self, failure: &Failure) {
        self.clear();
        self.failure(failure);
    }

    /// What the argument parser has to say.
    pub(crate) fn usage(&self, error: &clap::Error) {
        let mut shared = self.lock();
        let text = error.render();
        let plain = text.to_string();
        let bounded = bounded_lines(plain.split('\n')).join("\n");
        let text = match shared.in_color {
            true if bounded == plain => text.ansi().to_string(),
            _ => bounded,
        };
        shared.write(text);
    }

    fn line(&self, label: &str, style: &Style, text: &str) {
        let mut shared = self.lock();
        let label = shared.label(label, style);
        shared.write(format!("{label} {}\n", printable(&bounded(text))));
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn label(&self, word: &str, style: &Style) -> String {
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
        // Where standard error is closed, there is nobody left to tell.
        let mut write = || {
            let _ = self.stderr.write_all(text.as_bytes()).and_then(|()| self.stderr.flush());
        };
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

/// The longest text that is said, in bytes. What a server sends may be of any length.
const MAX_TEXT: usize = 4_096;

/// The most lines that are said at once.
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
