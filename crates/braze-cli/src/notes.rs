//! [`Notes`]: standard error, where everything for people goes.

use std::io::Write;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use braze_core::{ApiKey, Scrub};
use clap::builder::styling::{Style, Styles};

use crate::failure::Failure;

/// Lines to standard error, from any thread. No API key that it knows gets through.
#[derive(Clone)]
pub(crate) struct Notes(Arc<Mutex<Shared>>);

struct Shared {
    stderr: Box<dyn Write + Send>,
    in_color: bool,
    secrets: Vec<ApiKey>,
}

impl Notes {
    pub(crate) fn new(stderr: impl Write + Send + 'static) -> Self {
        let stderr = Box::new(stderr);
        Self(Arc::new(Mutex::new(Shared { stderr, in_color: false, secrets: Vec::new() })))
    }

    pub(crate) fn in_color(self, in_color: bool) -> Self {
        self.lock().in_color = in_color;
        self
    }

    /// Keeps a key out of everything that is written from now on.
    pub(crate) fn keep_secret(&self, key: ApiKey) {
        self.lock().secrets.push(key);
    }

    /// Something that happened on the way, and turned out well.
    pub(crate) fn note(&self, text: &str) {
        self.line("note:", Styles::styled().get_literal(), text);
    }

    /// Something that did not stop the command, but should be known.
    pub(crate) fn warning(&self, text: &str) {
        self.line("warning:", Styles::styled().get_invalid(), text);
    }

    /// Why the command fails.
    pub(crate) fn failure(&self, failure: &Failure) {
        let styles = Styles::styled();
        let mut shared = self.lock();
        let error = shared.label("error:", styles.get_error());
        let tip = shared.label("tip:", styles.get_valid());
        let mut text = format!("{error} {}\n", printable(failure.what()));
        for detail in failure.details() {
            text.push_str(&format!("  {}\n", printable(detail)));
        }
        for (index, advice) in failure.tips().iter().enumerate() {
            let gap = if index == 0 { "\n" } else { "" };
            text.push_str(&format!("{gap}  {tip} {}\n", printable(advice)));
        }
        shared.write(text);
    }

    /// What the argument parser has to say.
    pub(crate) fn usage(&self, error: &clap::Error) {
        let mut shared = self.lock();
        let text = error.render();
        let text = if shared.in_color { text.ansi().to_string() } else { text.to_string() };
        shared.write(text);
    }

    fn line(&self, label: &str, style: &Style, text: &str) {
        let mut shared = self.lock();
        let label = shared.label(label, style);
        shared.write(format!("{label} {}\n", printable(text)));
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
        let _ = self.stderr.write_all(text.as_bytes()).and_then(|()| self.stderr.flush());
    }
}

/// A text from elsewhere, on one line and without control characters, which could steer a terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if c.is_control() {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}
