//! Opening the file: for a run that keeps it, and for a command that reads it.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use super::failure::{failure, foreign, newer, of_another_kind};
use super::file::Name;
use crate::failure::Failure;

/// How long another program may keep us waiting.
const PATIENCE: Duration = Duration::from_secs(2);

/// `Braz`: tells files of ours from those of other programs.
pub(super) const APPLICATION_ID: i32 = 0x4272_617a;

/// The version of the tables.
pub(super) const VERSION: i32 = 1;

/// Opens the file for writing, and makes it if it is not there. Refuses what is not ours.
pub(super) fn to_keep(name: &Name) -> Result<Connection, Failure> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    checked(name, || open(name.target(), flags))
}

/// Opens the file for reading, whether files can be made beside it or not. Refuses what is not ours.
pub(super) fn to_read(name: &Name) -> Result<Connection, Failure> {
    checked(name, || {
        // Who may not write leaves files of the write-ahead mode behind, so this is asked of SQLite alone.
        let connection = match open(name.target(), OpenFlags::SQLITE_OPEN_READ_WRITE) {
            Err(error) if is_complete_and_at_rest(name, &error) => open_at_rest(name.target())?,
            opened => opened?,
        };
        connection.pragma_update(None, "query_only", true)?;
        Ok(connection)
    })
}

/// Whether all that is missing is the right to make files beside a file to which nobody writes: then it holds
/// everything, and SQLite needs none of them.
fn is_complete_and_at_rest(name: &Name, error: &Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)) && !name.is_ahead()
}

/// Opens a file as one that nobody changes.
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
    connection.busy_timeout(PATIENCE)?;
    // A column that somebody has dropped is an error then, and not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    // SQLite opens nothing before it reads.
    connection.query_row("PRAGMA schema_version", (), |_| Ok(()))?;
    Ok(connection)
}

fn checked(
    name: &Name,
    open: impl FnOnce() -> rusqlite::Result<Connection>,
) -> Result<Connection, Failure> {
    if name.is_of_another_kind() {
        return Err(of_another_kind(name));
    }
    let connection = open().map_err(|error| failure(name, &error))?;
    is_new(&connection, name)?;
    Ok(connection)
}

/// Returns `true` if there is nothing in the file. Refuses a file of another program.
pub(super) fn is_new(connection: &Connection, name: &Name) -> Result<bool, Failure> {
    let number = |sql: &str| {
        connection.query_row(sql, (), |row| row.get(0)).map_err(|error| failure(name, &error))
    };
    let application: i32 = number("PRAGMA application_id")?;
    let version: i32 = number("PRAGMA user_version")?;
    let tables: i32 = number("SELECT COUNT(*) FROM sqlite_master")?;
    match (application, version) {
        (0, 0) if tables == 0 => Ok(true),
        (APPLICATION_ID, VERSION) => Ok(false),
        (APPLICATION_ID, VERSION..) => Err(newer(name, version, VERSION)),
        _ => Err(foreign(name)),
    }
}
