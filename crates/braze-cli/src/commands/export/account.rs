//! [`Account`]: the rows that were written before an export ended early, and how to resume it.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use braze_series::{Position, Selections};

use crate::args::resume::Resume;
use crate::ui::failure::Failure;
use crate::ui::notes::Notes;
use crate::ui::sink::{Leftover, Sink};
use crate::ui::text::Counted;

/// The rows that were written so far, known to all threads.
#[derive(Debug)]
pub(super) struct Account {
    written: Mutex<Written>,
    /// More is being written.
    writing: AtomicBool,
    selections: Selections,
    output: Seen,
    resumption: Resumption,
}

/// The rows that were written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Written {
    pub(super) rows: u64,
    /// The bucket after the last one.
    pub(super) next: Option<Position>,
    /// Their length.
    bytes: u64,
}

/// The means to resume an export.
#[derive(Debug)]
pub(super) struct Resumption {
    /// Rows can be appended to what was written.
    pub(super) is_possible: bool,
    /// The position that this run resumed at.
    pub(super) from: Option<Position>,
    /// The option that names the file.
    pub(super) output: Option<String>,
}

/// The output that a reader sees after an export ended early.
#[derive(Debug)]
enum Seen {
    /// The rows that were written.
    Rows,
    /// A file that is not finished, or nothing.
    Unfinished(Leftover),
}

impl Account {
    pub(super) fn new(sink: &Sink<'_>, selections: &Selections, resumption: Resumption) -> Self {
        let output = if sink.is_stream() { Seen::Rows } else { Seen::Unfinished(sink.leftover()) };
        Self {
            written: Mutex::default(),
            writing: AtomicBool::new(false),
            selections: selections.clone(),
            output,
            resumption,
        }
    }

    /// Notes what `write` writes, which returns the bytes of all rows.
    pub(super) fn note(
        &self,
        written: Written,
        write: impl FnOnce() -> io::Result<u64>,
    ) -> io::Result<()> {
        self.writing.store(true, Ordering::SeqCst);
        let bytes = write()?;
        *self.written() = Written { bytes, ..written };
        self.writing.store(false, Ordering::SeqCst);
        Ok(())
    }

    /// Checks whether any row was written.
    pub(super) fn has_rows(&self) -> bool {
        self.written().rows > 0
    }

    /// Settles the output of an export that ended early, and adds to the failure what was written and how to
    /// resume.
    pub(super) fn conclude(&self, failure: Failure) -> Failure {
        let Written { rows, next, bytes } = *self.written();
        let place = |position: Position| {
            format!("{}, everything before {}", Counted(rows, "row"), self.place(position))
        };
        match (&self.output, next) {
            (Seen::Unfinished(leftover), next) => match (leftover.keep(bytes), next) {
                (Some(part), Some(position)) => failure
                    .detail(format!("written to {}: {}", part.display(), place(position)))
                    .detail(leftover.description())
                    .tip(self.advice(position)),
                _ => {
                    let failure = failure.detail(leftover.description());
                    let from = self.resumption.from.filter(|_| !leftover.is_complete());
                    from.map(|position| self.advice(position))
                        .into_iter()
                        .fold(failure, Failure::tip)
                }
            },
            (Seen::Rows, Some(position)) => {
                let failure = failure.detail(format!("written: {}", place(position)));
                // Half of a piece may have been taken.
                let failure = match self.writing.load(Ordering::SeqCst) {
                    true => failure.tip("drop what comes after that: it may be cut off"),
                    false => failure,
                };
                match self.resumption.is_possible {
                    true => failure.tip(self.advice(position)),
                    false => failure,
                }
            }
            (Seen::Rows, None) => failure.detail("nothing was written"),
        }
    }

    /// Returns the last words of a command that has no time to stop in order.
    pub(super) fn last_words(self: &Arc<Self>, notes: &Notes) -> impl FnOnce() + Send + 'static {
        let (account, notes) = (Arc::clone(self), notes.clone());
        move || notes.last_words(&account.conclude(Failure::interrupted()))
    }

    /// `to resume, repeat the command with …`
    fn advice(&self, position: Position) -> String {
        let resume = Resume::option(position, self.selections.len());
        match (&self.output, &self.resumption.output) {
            (Seen::Unfinished(_), Some(output)) => {
                format!("to resume, repeat the command with `{resume} {output}`")
            }
            _ => {
                format!("to resume, repeat the command with `{resume}`, and append what it writes")
            }
        }
    }

    /// `2024-05-03`, and of which series, if there are several.
    fn place(&self, position: Position) -> String {
        match self.selections.distinct_at(position.selection) {
            Some(key) => format!("{} of {key}", position.next),
            None => position.next.to_string(),
        }
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
