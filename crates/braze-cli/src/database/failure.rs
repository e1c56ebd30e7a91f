//! From what SQLite reports to what a person is told.

use rusqlite::{Error, ErrorCode};

use super::file::Name;
use crate::exit::Exit;
use crate::failure::Failure;

/// Why the file cannot be used.
pub(super) fn failure(name: &Name, error: &Error) -> Failure {
    let given = name.given().display();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => of_another_kind(name),
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            Failure::usage(format!("cannot open {given}: {error}"))
        }
        Some(ErrorCode::ReadOnly) => Failure::usage(format!("{given} may only be read: {error}")),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Failure::new(Exit::Failed, format!("another program is writing to {given}"))
                .tip("end what it does there, and run the command again")
        }
        _ => Failure::new(Exit::Failed, format!("cannot keep {given}: {error}")),
    }
}

/// It is no database.
pub(super) fn of_another_kind(name: &Name) -> Failure {
    let given = name.given().display();
    Failure::usage(format!("{given} is not an SQLite database, and was left as it is"))
        .tip("give `--db` the name of a new file")
}

/// It is of a later version of this command.
pub(super) fn newer(name: &Name, version: i32, known: i32) -> Failure {
    let given = name.given().display();
    Failure::usage(format!("{given} was made by a newer version of this command"))
        .detail(format!("its tables are of version {version}, and those known here of {known}"))
        .tip("install the newer version, or give `--db` the name of a new file")
}

/// It belongs to another program.
pub(super) fn foreign(name: &Name) -> Failure {
    let given = name.given().display();
    Failure::usage(format!("{given} is a database of another program, and was left as it is"))
        .tip("give `--db` the name of a new file")
}
