//! [`Account`]: the rows that a run has stored so far, known to all threads.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::database::Tally;
use crate::ui::failure::Failure;
use crate::ui::notes::Notes;
use crate::ui::text::Count;

/// The rows that a run has stored so far.
#[derive(Debug)]
pub(super) struct Account {
    file: PathBuf,
    stored: Mutex<Tally>,
}

impl Account {
    pub(super) fn new(file: PathBuf) -> Self {
        Self { file, stored: Mutex::default() }
    }

    /// Adds stored rows.
    pub(super) fn add(&self, tally: Tally) {
        self.lock().add(tally);
    }

    /// The number of rows that were stored.
    pub(super) fn rows(&self) -> u64 {
        self.lock().rows()
    }

    /// Everything that was stored.
    pub(super) fn stored(&self) -> Tally {
        self.lock().clone()
    }

    /// Adds to a failure the number of stored rows, and how to continue.
    pub(super) fn conclude(&self, failure: Failure) -> Failure {
        let (stored, file) = (self.stored(), self.file.display());
        if stored.rows() == 0 {
            return failure.detail(format!("nothing was stored in {file}"));
        }
        failure
            .detail(format!("stored in {file}: {}", Count(stored.rows())))
            .tip("the stored rows are kept: run the command again to continue from there")
    }

    /// The last words of a command that has no time to stop in order.
    pub(super) fn last_words(self: &Arc<Self>, notes: &Notes) -> impl FnOnce() + Send + 'static {
        let (account, notes) = (Arc::clone(self), notes.clone());
        move || {
            notes.last_words(&account.conclude(Failure::interrupted()));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Tally> {
        self.stored.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
