//! The tables that a store needs for itself, and the marks of its files.

use rusqlite::Connection;

use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;

/// `Braz`: tells our files from those of other programs.
pub(crate) const APPLICATION_ID: i32 = 0x4272_617a;

/// The version of the tables.
pub(crate) const VERSION: i32 = 1;

/// The tables that every file has.
pub(crate) const TABLES: &str = "
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

/// Tells if the file is empty. Refuses a database of another program.
pub(crate) fn is_new(connection: &Connection, name: &Name) -> Result<bool, StoreError> {
    let number = |sql: &str| {
        connection.query_row(sql, (), |row| row.get(0)).map_err(|error| name.sqlite_error(error))
    };
    let application: i32 = number("PRAGMA application_id")?;
    let version: i32 = number("PRAGMA user_version")?;
    let tables: i32 = number("SELECT COUNT(*) FROM sqlite_master")?;
    match (application, version) {
        (0, 0) if tables == 0 => Ok(true),
        (APPLICATION_ID, VERSION) => Ok(false),
        (APPLICATION_ID, VERSION..) => {
            Err(name.error(StoreErrorKind::Newer { found: version, supported: VERSION }))
        }
        _ => Err(name.error(StoreErrorKind::Foreign)),
    }
}
