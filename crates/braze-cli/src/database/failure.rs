//! From what SQLite reports to what a person is told.

use rusqlite::{Error, ErrorCode};

use super::Table;
use super::access::Access;
use super::file::Name;
use crate::exit::Exit;
use crate::failure::Failure;

/// Why the file cannot be used.
pub(super) fn failure(name: &Name, error: &Error) -> Failure {
    let given = name.given().display();
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly)
            if name.access() == Access::Read && name.is_ahead() =>
        {
            ahead(name)
        }
        Some(ErrorCode::NotADatabase) => of_another_kind(name),
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            Failure::usage(format!("cannot open {given}: {}", name.obstacle()))
        }
        Some(ErrorCode::ReadOnly) => Failure::usage(format!("{given} may only be read: {error}")),
        _ if is_busy(error) => {
            Failure::new(Exit::Failed, format!("another program is writing to {given}"))
                .tip("end what it does there, and run the command again")
        }
        _ => {
            let verb = name.access().verb();
            Failure::new(Exit::Failed, format!("cannot {verb} {given}: {error}"))
        }
    }
}

/// Why a run that may write already, since nobody else writes, cannot do so.
pub(super) fn failure_of_writer(name: &Name, error: &Error) -> Failure {
    if !is_busy(error) {
        return failure(name, error);
    }
    Failure::new(Exit::Failed, format!("another program is reading {}", name.given().display()))
        .tip("end what it does there, and run the command again")
}

/// Whether it is held by another program, also after a while of waiting.
pub(super) fn is_busy(error: &Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Its last rows are beside it, and only who may write there can read both.
fn ahead(name: &Name) -> Failure {
    let given = name.given().display();
    Failure::usage(format!("cannot read {given}: files cannot be made in its folder"))
        .detail(format!("its last rows are in {given}-wal, beside it"))
        .tip(
            "run `sync` to its end, or copy both files to a folder of your own and read them there",
        )
}

/// It is no database.
pub(super) fn of_another_kind(name: &Name) -> Failure {
    refused(name, "is not an SQLite database")
}

/// It belongs to another program.
pub(super) fn foreign(name: &Name) -> Failure {
    refused(name, "is a database of another program")
}

fn refused(name: &Name, what: &str) -> Failure {
    let (given, access) = (name.given().display(), name.access());
    Failure::usage(format!("{given} {what}{}", access.untouched())).tip(access.tip())
}

/// It is of a later version of this command.
pub(super) fn newer(name: &Name, version: i32, known: i32) -> Failure {
    let given = name.given().display();
    Failure::usage(format!("{given} was made by a newer version of this command"))
        .detail(format!("its tables are of version {version}, and those known here of {known}"))
        .tip("install the newer version, or give `--db` the name of another file")
}

/// There is nothing to read.
pub(super) fn missing(name: &Name) -> Failure {
    Failure::usage(format!("there is no file {}", name.given().display()))
        .tip("`braze <series> sync --db FILE` makes one and keeps it up to date")
}

/// It holds other series only.
pub(super) fn without_table(name: &Name, table: &Table, tables: &[String]) -> Failure {
    let (given, table) = (name.given().display(), table.name());
    let held = match tables {
        [] => "it holds no tables".to_owned(),
        tables => format!("its tables: {}", tables.join(", ")),
    };
    Failure::usage(format!("{given} has no table `{table}`"))
        .detail(held)
        .tip("each series has a table of its own, which `sync` of that series makes")
}

/// Somebody else has written a row.
pub(super) fn foreign_row(name: &Name, table: &Table, time: &str) -> Failure {
    let (given, table) = (name.given().display(), table.name());
    Failure::usage(format!("the table `{table}` in {given} is not as `sync` keeps it"))
        .detail(format!("its row of `{time}` cannot be read"))
}
