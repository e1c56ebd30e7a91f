//! [`Account`]: the rows that a run has stored so far, known to all threads.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use braze_series::Selection;
use braze_store::{Change, Tally};

use crate::ui::failure::Failure;
use crate::ui::notes::Notes;
use crate::ui::text::Counted;

/// The rows that a run has stored so far.
#[derive(Debug)]
pub(super) struct Account {
    file: PathBuf,
    stored: Mutex<Stored>,
}

/// The rows that were stored, and the changes with the selections of their rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Stored {
    pub(super) tally: Tally,
    pub(super) changes: Vec<(Selection, Change)>,
}

/// Bound of the changes that are kept.
const MAX_CHANGES: usize = 1_000;

impl Account {
    pub(super) fn new(file: PathBuf) -> Self {
        Self { file, stored: Mutex::default() }
    }

    /// Adds the rows of a selection.
    pub(super) fn add(&self, selection: &Selection, mut tally: Tally) {
        let mut stored = self.lock();
        let room = MAX_CHANGES.saturating_sub(stored.changes.len());
        let changes = std::mem::take(&mut tally.changes).into_iter().take(room);
        stored.changes.extend(changes.map(|change| (selection.clone(), change)));
        stored.tally.add(tally);
    }

    /// The number of rows that were stored.
    pub(super) fn rows(&self) -> u64 {
        self.lock().tally.rows()
    }

    /// Everything that was stored.
    pub(super) fn stored(&self) -> Stored {
        self.lock().clone()
    }

    /// Adds to a failure the number of stored rows, and how to continue.
    pub(super) fn conclude(&self, failure: Failure) -> Failure {
        let (rows, file) = (self.rows(), self.file.display());
        if rows == 0 {
            return failure.detail(format!("nothing was stored in {file}"));
        }
        failure
            .detail(format!("stored in {file}: {}", Counted(rows, "row")))
            .tip("the stored rows are kept: run the command again to continue from there")
    }

    /// The last words of a command that has no time to stop in order.
    pub(super) fn last_words(self: &Arc<Self>, notes: &Notes) -> impl FnOnce() + Send + 'static {
        let (account, notes) = (Arc::clone(self), notes.clone());
        move || {
            notes.last_words(&account.conclude(Failure::interrupted()));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Stored> {
        self.stored.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
