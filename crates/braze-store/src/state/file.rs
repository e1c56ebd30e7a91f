//! [`ImportState`]: an SQLite file that remembers an import.

use std::fmt;
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::path::Path;

use braze_core::import::RecalledStatus;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::destination::ImportDestination;
use super::digest::Digest;
use super::recall::Window;
use super::status::StoredStatus;
use crate::access::Access;
use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;
use crate::lock::Lock;
use crate::open;
use crate::schema::Schema;

/// An SQLite file that remembers an import, so that it can be killed at any moment and run again.
///
/// It knows each record that was sent by its position in the input, with a digest of what was sent and what became
/// of it. It holds no personal data: neither records, nor identifiers, nor what the server said about them.
///
/// Given to [`Import::recorder`](braze_core::import::Import::recorder), it keeps what was answered from being sent
/// again. What may have been sent when an earlier run ended is unknown: it is sent again where that cannot count
/// twice, and reported as unknown elsewhere. The input may have grown. Ask an [`InputCheck`](super::InputCheck)
/// before anything is sent whether its records are still those that were.
///
/// # What a run can count on
///
/// Before a request leaves, its records are on the disk, power cuts included. What became of them is written as soon as
/// it is known; a power cut may take the last of that with it, and then those records are unknown. Two runs exclude
/// each other by a lock on an empty file beside the state. Only its owner can read a new file.
pub struct ImportState {
    pub(super) connection: Connection,
    pub(super) name: Name,
    pub(super) digest: Digest,
    pub(super) window: Window,
    pub(super) repeat_rejected: bool,
    pub(super) send_changed: bool,
    /// The reply to some record was lost.
    pub(super) has_lost: bool,
    /// Commits in write-ahead mode can do without the disk.
    is_ahead: bool,
    /// Dropped last.
    _lock: Lock,
}

impl ImportState {
    /// Opens the state of an import, or creates a new one. A file of another program stays as it is.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the file cannot be opened, is not a state, belongs to another import, or another import
    /// has it open.
    pub fn open(
        path: impl AsRef<Path>,
        destination: &ImportDestination,
    ) -> Result<Self, StoreError> {
        let name = Name::new(path.as_ref(), Access::Resume)?;
        create(&name)?;
        let mut connection = open::to_write(&name, &Schema::STATE)?;
        let lock = Lock::new(&name, StoreErrorKind::InUse)?;
        // Another import may have made the tables before the lock was ours.
        if Schema::STATE.is_missing(&connection, &name)? {
            let stored = transact(&mut connection, |transaction| {
                Schema::STATE.create(transaction)?;
                destination.store(transaction)
            });
            stored.map_err(|error| name.sqlite_error(error))?;
        }
        let digest = destination.admit(&connection, &name)?;
        let prepared = prepare(&connection).map_err(|error| name.sqlite_error(error))?;
        let (is_ahead, has_lost) = prepared;
        Ok(Self {
            connection,
            name,
            digest,
            window: Window::default(),
            repeat_rejected: false,
            send_changed: false,
            has_lost,
            is_ahead,
            _lock: lock,
        })
    }

    /// Sends records again that were rejected. Default: no.
    #[must_use]
    pub fn repeat_rejected(mut self, repeat: bool) -> Self {
        self.repeat_rejected = repeat;
        self
    }

    /// Sends records again that are different from what was sent from their positions. Default: no, they are an
    /// error.
    ///
    /// They are sent in the order of the input, which may be after later records of their users.
    #[must_use]
    pub fn send_changed(mut self, send: bool) -> Self {
        self.send_changed = send;
        self
    }

    /// The path of the file, as it was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.name.as_given()
    }

    /// The status as an import takes it; `None` for a record that is sent as a new one.
    pub(super) fn recalled(&self, status: StoredStatus) -> Option<RecalledStatus> {
        let is_repeated = self.repeat_rejected && status == StoredStatus::Rejected;
        (!is_repeated).then(|| status.recalled())
    }

    /// Writes in one transaction, all of it or nothing. A durable one outlives a power cut, any other one the end
    /// of the process.
    pub(super) fn write(
        &mut self,
        is_durable: bool,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), StoreError> {
        let mode = if is_durable || !self.is_ahead { "FULL" } else { "NORMAL" };
        let set = self.connection.pragma_update(None, "synchronous", mode);
        let written = set.and_then(|()| transact(&mut self.connection, work));
        written.map_err(|error| self.name.sqlite_error_of_writer(error))
    }
}

/// Creates the file, if there is none, so that only its owner can read it. SQLite gives the files beside it the same
/// rights.
fn create(name: &Name) -> Result<(), StoreError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(name.target()) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(name.error(StoreErrorKind::CannotOpen(error.to_string()))),
    }
}

/// Tells if the file is in write-ahead mode, and if the reply to some record was lost.
fn prepare(connection: &Connection) -> rusqlite::Result<(bool, bool)> {
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    let sql = "SELECT EXISTS (SELECT 1 FROM braze_lost)";
    Ok((mode == "wal", connection.query_row(sql, (), |row| row.get(0))?))
}

fn transact(
    connection: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    work(&transaction)?;
    transaction.commit()
}

impl fmt::Debug for ImportState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ImportState").field("path", &self.path()).finish_non_exhaustive()
    }
}
