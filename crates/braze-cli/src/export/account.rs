//! [`Account`]: what was written before an export ended early, and how to go on.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io};

use super::output::Output;
use super::resume::Resume;
use crate::failure::Failure;
use crate::meter::Count;
use crate::notes::Notes;
use crate::series::{Keys, Position};
use crate::sink::{Destination, Sink};

/// What was written so far, known to all threads.
#[derive(Debug)]
pub(super) struct Account {
    written: Mutex<Written>,
    /// More is being written.
    writing: AtomicBool,
    /// What each of the series is about.
    keys: Keys,
    seen: Seen,
}

/// What was written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Written {
    pub(super) rows: u64,
    /// The bucket after the last one.
    pub(super) next: Option<Position>,
}

/// What a reader has seen of an export that ended early.
#[derive(Debug)]
enum Seen {
    /// The rows that were written.
    Rows,
    /// Nothing.
    Nothing,
    /// The file as it was before.
    OldFile { file: PathBuf, unfinished: Option<PathBuf> },
}

impl Account {
    pub(super) fn new(output: &Output, sink: &Sink<'_>, keys: &Keys) -> Self {
        let seen = match (output.destination(), sink.unfinished()) {
            _ if sink.is_stream() => Seen::Rows,
            (Destination::File(file), unfinished) => {
                Seen::OldFile { file: file.clone(), unfinished: unfinished.map(Into::into) }
            }
            (Destination::Stdout, _) => Seen::Nothing,
        };
        Self {
            written: Mutex::default(),
            writing: AtomicBool::new(false),
            keys: keys.clone(),
            seen,
        }
    }

    /// Notes what `write` writes.
    pub(super) fn note(
        &self,
        written: Written,
        write: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        self.writing.store(true, Ordering::SeqCst);
        write()?;
        *self.written.lock().unwrap_or_else(PoisonError::into_inner) = written;
        self.writing.store(false, Ordering::SeqCst);
        Ok(())
    }

    /// Adds to a failure what was written, and how to go on.
    pub(super) fn tell(&self, failure: Failure) -> Failure {
        let Written { rows, next } = *self.written.lock().unwrap_or_else(PoisonError::into_inner);
        match (&self.seen, next) {
            (Seen::OldFile { file, .. }, _) if file.exists() => {
                failure.detail(format!("{} was left as it was", file.display()))
            }
            (Seen::OldFile { file, .. }, _) => {
                failure.detail(format!("{} was not written", file.display()))
            }
            (Seen::Rows, Some(position)) => {
                let failure = failure.detail(format!(
                    "written: {}, everything before {}",
                    Count(rows),
                    self.place(position)
                ));
                // Half of a piece may have been taken.
                let failure = match self.writing.load(Ordering::SeqCst) {
                    true => failure.tip("drop what comes after that: it may be cut off"),
                    false => failure,
                };
                failure.tip(format!(
                    "to go on, repeat the command with `{}`, and append what it writes",
                    Resume::option(position, self.keys.len())
                ))
            }
            _ => failure.detail("nothing was written"),
        }
    }

    /// What to do if there is no time to stop in order.
    pub(super) fn last_words(self: &Arc<Self>, notes: &Notes) -> impl FnOnce() + Send + 'static {
        let (account, notes) = (Arc::clone(self), notes.clone());
        move || {
            if let Seen::OldFile { unfinished: Some(file), .. } = &account.seen {
                // It is of no use, but does no harm either.
                let _ = fs::remove_file(file);
            }
            notes.clear();
            notes.failure(&account.tell(Failure::interrupted()));
        }
    }

    /// `2024-05-03`, and of which series, if there are several.
    fn place(&self, position: Position) -> String {
        match self.keys.of_several(position.series) {
            Some(key) => format!("{} of {key}", position.next),
            None => position.next.to_string(),
        }
    }
}
