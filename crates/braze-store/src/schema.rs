//! [`Schema`]: the tables that a file needs for itself, and the marks by which it is known.

use rusqlite::{Connection, Transaction};

use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;

/// The tables that a file needs for itself, and the marks by which it is known.
#[derive(Debug)]
pub(crate) struct Schema {
    /// Tells our files from those of other programs, and from one another.
    application_id: i32,
    /// The version of the tables.
    version: i32,
    tables: &'static str,
    /// The content, for errors.
    content: &'static str,
}

impl Schema {
    /// Files of rows, marked `Braz`.
    pub(crate) const ROWS: Self = Self {
        application_id: 0x4272_617a,
        version: 1,
        tables: TABLES_OF_ROWS,
        content: "rows of series",
    };

    /// States of imports, marked `BrzI`.
    pub(crate) const STATE: Self = Self {
        application_id: 0x4272_7a49,
        version: 1,
        tables: TABLES_OF_STATE,
        content: "the state of an import",
    };

    const ALL: [Self; 2] = [Self::ROWS, Self::STATE];

    /// Tells if the file is empty. Refuses a file of another kind.
    pub(crate) fn is_missing(
        &self,
        connection: &Connection,
        name: &Name,
    ) -> Result<bool, StoreError> {
        let number = |sql: &str| {
            connection
                .query_row(sql, (), |row| row.get(0))
                .map_err(|error| name.sqlite_error(error))
        };
        let application: i32 = number("PRAGMA application_id")?;
        let version: i32 = number("PRAGMA user_version")?;
        let tables: i32 = number("SELECT COUNT(*) FROM sqlite_master")?;
        if (application, version, tables) == (0, 0, 0) {
            return Ok(true);
        }
        Err(name.error(match Self::ALL.iter().find(|it| it.application_id == application) {
            Some(found) if found.application_id != self.application_id => {
                StoreErrorKind::OtherContent { found: found.content, expected: self.content }
            }
            Some(_) if version == self.version => return Ok(false),
            Some(_) if version > self.version => {
                StoreErrorKind::Newer { found: version, supported: self.version }
            }
            _ => StoreErrorKind::Foreign,
        }))
    }

    /// Creates the tables of an empty file.
    pub(crate) fn create(&self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        transaction.execute_batch(self.tables)?;
        transaction.pragma_update(None, "application_id", self.application_id)?;
        transaction.pragma_update(None, "user_version", self.version)
    }
}

const TABLES_OF_ROWS: &str = "
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

const TABLES_OF_STATE: &str = "
CREATE TABLE braze_import ( -- one row
  workspace TEXT NOT NULL,
  server TEXT NOT NULL,       -- its base URL, or 'sandbox'
  operation TEXT NOT NULL,
  salt BLOB NOT NULL          -- of all digests
);
CREATE TABLE braze_records (  -- those that were sent
  position INTEGER PRIMARY KEY, -- in the input, from 0
  digest INTEGER NOT NULL,    -- of what was sent
  status INTEGER NOT NULL     -- 1 sent, 2 accepted, 3 rejected, 4 reply lost, 5 the same, and overtaken
);
CREATE TABLE braze_lost (     -- the users of records whose reply was lost
  user INTEGER NOT NULL,      -- a digest
  position INTEGER NOT NULL,
  PRIMARY KEY (user, position)
) WITHOUT ROWID;
";
