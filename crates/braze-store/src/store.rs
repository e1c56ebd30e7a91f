//! [`Store`]: an SQLite file, open for writing.

use std::fmt;
use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::access::Access;
use crate::error::{StoreError, StoreErrorKind};
use crate::file::{Name, is_busy};
use crate::lock::Lock;
use crate::open;
use crate::schema::Schema;

/// An SQLite file that is kept up to date, held against other writers.
///
/// Each series has a [`Table`](crate::Table) that is made to be read by any program. Tables whose names begin
/// with `braze_` are the store's own: they hold where rows come from and which ranges need not be read again.
pub struct Store {
    connection: Connection,
    name: Name,
    /// Dropped last.
    _lock: Lock,
}

impl Store {
    /// Opens a file, or creates a new one. A file of another program stays as it is.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the file cannot be opened, is not one of a store, or another store has it open.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let name = Name::new(path.as_ref(), Access::Write)?;
        let connection = open::to_write(&name, &Schema::ROWS)?;
        let lock = Lock::new(&name, StoreErrorKind::Locked)?;
        let mut store = Self { connection, name, _lock: lock };
        store.prepare()?;
        Ok(store)
    }

    fn prepare(&mut self) -> Result<(), StoreError> {
        // Another writer may have made the tables before the lock was ours.
        if !Schema::ROWS.is_missing(&self.connection, &self.name)? {
            return Ok(());
        }
        self.transact(|transaction| Schema::ROWS.create(transaction))
    }

    /// Puts the file into write-ahead mode, so that readers and this store do not wait for each other.
    ///
    /// The file stays in that mode. Where a reader or the file system does not allow it, the file is written
    /// in the mode that it has.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] that SQLite reports.
    pub fn write_ahead(&mut self) -> Result<(), StoreError> {
        const WAL: &str = "wal";
        self.run(|connection| {
            let text = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
            let mut mode = connection.pragma_query_value(None, "journal_mode", text)?;
            if mode != WAL {
                match connection.pragma_update_and_check(None, "journal_mode", WAL, text) {
                    Ok(changed) => mode = changed,
                    Err(error) if is_busy(&error) => {}
                    Err(error) => return Err(error),
                }
            }
            if mode == WAL {
                // A power cut may take the last transactions with it; their rows are then read again.
                connection.pragma_update(None, "synchronous", "NORMAL")?;
            }
            Ok(())
        })
    }

    /// The path of the file, as it was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.name.as_given()
    }

    pub(crate) fn name(&self) -> &Name {
        &self.name
    }

    /// Does something with the file.
    pub(crate) fn run<T>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        work(&mut self.connection).map_err(|error| self.name.sqlite_error(error))
    }

    /// Writes to the file in one transaction, all of it or nothing.
    pub(crate) fn transact<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        // A transaction that begins with reading would not wait for another program to end its writing.
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| self.name.sqlite_error(error))?;
        let done = work(&transaction).and_then(|value| transaction.commit().map(|()| value));
        done.map_err(|error| self.name.sqlite_error_of_writer(error))
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("path", &self.path()).finish_non_exhaustive()
    }
}
