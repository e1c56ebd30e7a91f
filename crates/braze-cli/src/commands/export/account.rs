//! [`Account`]: what was written before an export ended early, and how to go on.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::resume::Resume;
use crate::series::{Keys, Position};
use crate::ui::failure::Failure;
use crate::ui::meter::Count;
use crate::ui::notes::Notes;
use crate::ui::sink::{Leftover, Sink};

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
    /// None of them.
    Nothing(Leftover),
}

impl Account {
    pub(super) fn new(sink: &Sink<'_>, keys: &Keys) -> Self {
        let seen = if sink.is_stream() { Seen::Rows } else { Seen::Nothing(sink.leftover()) };
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
            (Seen::Nothing(leftover), _) => failure.detail(leftover.told()),
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
            (Seen::Rows, None) => failure.detail("nothing was written"),
        }
    }

    /// What to do if there is no time to stop in order.
    pub(super) fn last_words(self: &Arc<Self>, notes: &Notes) -> impl FnOnce() + Send + 'static {
        let (account, notes) = (Arc::clone(self), notes.clone());
        move || {
            if let Seen::Nothing(leftover) = &account.seen {
                leftover.remove();
            }
            notes.last_words(&account.tell(Failure::interrupted()));
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
