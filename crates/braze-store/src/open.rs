//! Opening a file, to write to it or to read it.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;
use crate::schema::Schema;

/// The time that another program may take to end its writing.
const MAX_WAIT: Duration = Duration::from_secs(2);

/// Opens the file for writing, and creates it if it does not exist. Refuses a file of another program.
pub(crate) fn to_write(name: &Name, schema: &Schema) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    checked(name, schema, || open(name.target(), flags))
}

/// Opens the file for reading, also where no files can be created beside it. Refuses a file of another
/// program.
pub(crate) fn to_read(name: &Name) -> Result<Connection, StoreError> {
    checked(name, &Schema::ROWS, || {
        // A reader who may not write leaves files of the write-ahead mode behind, so only SQLite is asked.
        let connection = match open(name.target(), OpenFlags::SQLITE_OPEN_READ_WRITE) {
            Err(error) if is_complete_and_at_rest(name, &error) => open_at_rest(name.target())?,
            opened => opened?,
        };
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    })
}

/// Tells if only the right to create files is missing, beside a file that nobody writes to: then it holds
/// everything, and SQLite needs none of them.
fn is_complete_and_at_rest(name: &Name, error: &Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)) && !name.is_ahead()
}

/// Opens a file as one that nobody changes meanwhile.
fn open_at_rest(path: &Path) -> rusqlite::Result<Connection> {
    let mut uri = "file:".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                uri.push(char::from(*byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    open(Path::new(&uri), flags)
}

fn open(path: &Path, flags: OpenFlags) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(MAX_WAIT)?;
    // A column that somebody has dropped is then an error, not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    // SQLite opens nothing before it reads.
    connection.query_row("PRAGMA schema_version", (), |_| Ok(()))?;
    Ok(connection)
}

fn checked(
    name: &Name,
    schema: &Schema,
    open: impl FnOnce() -> rusqlite::Result<Connection>,
) -> Result<Connection, StoreError> {
    if name.is_of_another_kind() {
        return Err(name.error(StoreErrorKind::NotSqlite));
    }
    let connection = open().map_err(|error| name.sqlite_error(error))?;
    schema.is_missing(&connection, name)?;
    Ok(connection)
}
