//! [`Database`]: the SQLite file that `sync` keeps.
//!
//! Each series has a [`Table`] that is made to be read by others. What `sync` itself must remember is in
//! tables whose names begin with `braze_`: a [`Workspace`], and what was read of a [`Selection`].
//!
//! The file is put into write-ahead mode once and stays there: readers see the last window that was stored,
//! wait for nothing and hold nothing up. While nobody has it open, it is one plain file, which can be copied
//! and mailed.

mod access;
mod failure;
mod file;
mod lock;
mod number;
mod open;
pub(crate) mod options;
mod reader;
mod selection;
mod store;
mod table;
mod workspace;

use std::path::Path;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::failure::Failure;

use access::Access;
use failure::{failure, failure_of_writer, is_busy};
use file::Name;
use lock::Lock;
use open::{APPLICATION_ID, VERSION, is_new};
pub(crate) use reader::{Entry, Extent, Reader};
pub(crate) use selection::Selection;
pub(crate) use store::{Batch, Change, Tally};
pub(crate) use table::Table;
pub(crate) use workspace::Workspace;

const TABLES: &str = "
CREATE TABLE braze_workspaces (
  workspace TEXT NOT NULL PRIMARY KEY,
  server TEXT NOT NULL,     -- its base URL, or 'sandbox'
  time_zone TEXT NOT NULL   -- '' if none was given
) WITHOUT ROWID;
CREATE TABLE braze_selections (
  selection INTEGER PRIMARY KEY,
  series TEXT NOT NULL,     -- its table
  workspace TEXT NOT NULL,
  app_id TEXT NOT NULL,
  segment_id TEXT NOT NULL,
  unit TEXT NOT NULL,
  parameters TEXT NOT NULL, -- the others, as JSON; '' if there are none
  since TEXT NOT NULL,      -- the first day or hour that was read
  UNIQUE (series, workspace, app_id, segment_id, unit, parameters)
);
CREATE TABLE braze_settled ( -- what need not be read again, as long as these rows are there
  selection INTEGER NOT NULL,
  settled_from TEXT NOT NULL,
  settled_to TEXT NOT NULL, -- exclusive
  complete_rows INTEGER NOT NULL,
  PRIMARY KEY (selection, settled_from, settled_to)
) WITHOUT ROWID;
";

/// The SQLite file that `sync` keeps, held against other runs.
pub(crate) struct Database {
    connection: Connection,
    name: Name,
    /// Given back last.
    _lock: Lock,
}

impl Database {
    /// Opens a file, or makes a new one. A file of anything else is left as it is.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        let name = Name::of(path, Access::Keep)?;
        let connection = open::to_keep(&name)?;
        let lock = Lock::take(&name)?;
        let mut database = Self { connection, name, _lock: lock };
        database.prepare()?;
        Ok(database)
    }

    fn prepare(&mut self) -> Result<(), Failure> {
        // Another run may have made the tables before the lock was ours.
        if !is_new(&self.connection, &self.name)? {
            return Ok(());
        }
        self.transact(|transaction| {
            transaction.execute_batch(TABLES)?;
            transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
            transaction.pragma_update(None, "user_version", VERSION)
        })
    }

    /// Sees to it that readers and this run are not in each other's way. Somebody who reads a file that is
    /// not in that mode yet keeps it as it is, and so do some file systems: then it is written as it is.
    pub(crate) fn write_ahead(&mut self) -> Result<(), Failure> {
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
                // A power cut may take the last windows with it; they are then read again.
                connection.pragma_update(None, "synchronous", "NORMAL")?;
            }
            Ok(())
        })
    }

    /// The name of the file, as it was given.
    pub(crate) fn path(&self) -> &Path {
        self.name.given()
    }

    /// Does something with the file, or says in its name why that failed.
    fn run<T>(
        &mut self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Failure> {
        work(&mut self.connection).map_err(|error| failure(&self.name, &error))
    }

    /// Writes to the file in one transaction, all of it or nothing.
    fn transact<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, Failure> {
        // One that began with reading would not wait for another program to end its writing.
        let begun = self.connection.transaction_with_behavior(TransactionBehavior::Immediate);
        let transaction = begun.map_err(|error| failure(&self.name, &error))?;
        let done = work(&transaction).and_then(|value| transaction.commit().map(|()| value));
        done.map_err(|error| failure_of_writer(&self.name, &error))
    }
}
