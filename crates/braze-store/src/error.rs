//! [`StoreError`]: the reasons why a file cannot be used.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use braze_core::export::{Start, Zone};

use crate::access::Access;

/// A file that cannot be used, and why.
///
/// It names the file and says what to do; a program that has words of its own matches on
/// [`kind`](Self::kind).
#[derive(Debug)]
pub struct StoreError {
    path: PathBuf,
    access: Access,
    kind: StoreErrorKind,
}

/// The reason why a file cannot be used.
#[derive(Debug)]
#[non_exhaustive]
pub enum StoreErrorKind {
    /// No file can have this path.
    InvalidPath(io::Error),
    /// The file does not exist.
    NotFound,
    /// The file holds something else than an SQLite database.
    NotSqlite,
    /// The database belongs to another program.
    Foreign,
    /// The database is one of this crate, but holds something else.
    OtherContent {
        /// Its content.
        found: &'static str,
        /// The content that it should have.
        expected: &'static str,
    },
    /// A newer version of this crate has written the file.
    Newer {
        /// The version of its tables.
        found: i32,
        /// The newest version that is known here.
        supported: i32,
    },
    /// The operating system does not let it be opened. The text says why.
    CannotOpen(String),
    /// The file cannot be written to. The text says why.
    ReadOnly(String),
    /// The last rows are in a log beside the file, which only a user who may write there can read.
    UnreadableLog,
    /// Another [`Store`](crate::Store) is open on the file.
    Locked,
    /// Another import is running with this [state](crate::ImportState).
    InUse,
    /// The [state](crate::ImportState) is that of another import.
    OtherImport {
        /// The part in which they differ: `workspace`, `server` or `operation`.
        part: &'static str,
        /// Its value in the file.
        stored: String,
        /// Its value in this import.
        requested: String,
    },
    /// Records of the input are not what was sent from their positions.
    ChangedRecords {
        /// The lines of the first ones, from 1; positions, where records have no line.
        first: Vec<u64>,
        /// The number of all.
        count: u64,
    },
    /// The input ends before the last record that was sent from it.
    MissingRecords {
        /// The records of the input.
        found: u64,
        /// The records that the input had at least.
        expected: u64,
    },
    /// The lock beside the file cannot be taken.
    Lock(PathBuf, io::Error),
    /// Another program is writing to the file, and has not ended within two seconds.
    OtherWriter,
    /// Another program is reading the file in a way that lets nobody write.
    OtherReader,
    /// The file has no table of this name.
    NoTable {
        /// The table that was asked for.
        table: String,
        /// The tables of series that the file has.
        tables: Vec<String>,
    },
    /// A row does not have the form that a [`Store`](crate::Store) writes.
    InvalidRow {
        /// The table of the row.
        table: String,
        /// The time of the row, as it is in the file.
        time: String,
    },
    /// The rows of the workspace come from another server.
    OtherServer {
        /// The name of the workspace.
        workspace: String,
        /// The server of the rows in the file.
        stored: String,
        /// The server that was named now.
        requested: String,
    },
    /// The rows of the workspace were read in another time zone.
    OtherZone {
        /// The name of the workspace.
        workspace: String,
        /// The time zone of the rows in the file; empty if there was none.
        stored: String,
        /// The time zone that was named now.
        requested: Zone,
    },
    /// The table has no column for a dimension of the selection.
    UnknownDimension {
        /// The name of the table.
        table: String,
        /// The dimension.
        dimension: String,
    },
    /// A row does not come after the row before it.
    OutOfOrder(Start),
    /// SQLite reports something else.
    Sqlite(Box<dyn Error + Send + Sync>),
}

impl StoreError {
    pub(crate) fn new(path: &Path, access: Access, kind: StoreErrorKind) -> Self {
        Self { path: path.to_owned(), access, kind }
    }

    /// The file, by the path that was given.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The purpose that the file was opened for.
    #[must_use]
    pub fn access(&self) -> Access {
        self.access
    }

    /// The reason.
    #[must_use]
    pub fn kind(&self) -> &StoreErrorKind {
        &self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verb = match self.access {
            Access::Write => "write to",
            Access::Resume => "use",
            Access::Read => "read",
        };
        write!(f, "cannot {verb} {}: {}", self.path.display(), self.kind)
    }
}

impl fmt::Display for StoreErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidPath(error) => error.fmt(f),
            Self::NotFound => f.write_str("the file does not exist"),
            Self::NotSqlite => f.write_str("not an SQLite database; name another file"),
            Self::Foreign => f.write_str("a database of another program; name another file"),
            Self::Newer { found, supported } => write!(
                f,
                "its tables have version {found}, this program knows versions up to {supported}; \
                 update the program or name another file"
            ),
            Self::CannotOpen(why) | Self::ReadOnly(why) => f.write_str(why),
            Self::UnreadableLog => f.write_str(
                "its last rows are in a log beside it, which needs the right to write in the folder; \
                 copy both files to another folder and read them there",
            ),
            Self::Locked => {
                f.write_str("another program keeps it up to date; wait until that has ended")
            }
            Self::OtherContent { found, expected } => {
                write!(f, "it holds {found}, not {expected}; name another file")
            }
            Self::InUse => {
                f.write_str("another import is running with it; wait until that has ended")
            }
            Self::OtherImport { part, stored, requested } => write!(
                f,
                "it belongs to an import with the {part} `{stored}`, not `{requested}`; name another file"
            ),
            Self::ChangedRecords { first, count } => {
                let lines: Vec<_> = first.iter().map(ToString::to_string).collect();
                let (at, are) = if *count == 1 { ("line", "is") } else { ("lines", "are") };
                let lines = lines.join(", ");
                let more = if *count > first.len() as u64 { ", …" } else { "" };
                write!(
                    f,
                    "{count} of the records that were sent {are} different now ({at} {lines}{more}); \
                     restore the input, begin with another file, or send changed records again"
                )
            }
            Self::MissingRecords { found, expected } => write!(
                f,
                "the input has {found} records, but had at least {expected} when they were sent; \
                 restore the input or begin with another file"
            ),
            Self::Lock(path, error) => write!(f, "cannot lock {}: {error}", path.display()),
            Self::OtherWriter => f.write_str("another program is writing to it; try again later"),
            Self::OtherReader => f.write_str("another program is reading it; try again later"),
            Self::NoTable { table, tables } if tables.is_empty() => {
                write!(f, "it has no table `{table}`, and no other")
            }
            Self::NoTable { table, tables } => {
                write!(f, "it has no table `{table}`, only {}", tables.join(", "))
            }
            Self::InvalidRow { table, time } => {
                write!(f, "the row of `{time}` in the table `{table}` does not have the known form")
            }
            Self::OtherServer { workspace, stored, requested } => write!(
                f,
                "the rows of workspace `{workspace}` come from {stored}, not from {requested}; name \
                 another workspace or another file"
            ),
            Self::OtherZone { workspace, stored, requested } => {
                let stored = if stored.is_empty() { "none" } else { stored };
                write!(
                    f,
                    "the rows of workspace `{workspace}` were read in time zone {stored}, not {requested}; \
                     name none, another workspace or another file"
                )
            }
            Self::UnknownDimension { table, dimension } => {
                write!(f, "the table `{table}` has no column for the dimension `{dimension}`")
            }
            Self::OutOfOrder(start) => {
                write!(f, "the row of {start} does not come after the row before it")
            }
            Self::Sqlite(error) => error.fmt(f),
        }
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            StoreErrorKind::InvalidPath(error) | StoreErrorKind::Lock(_, error) => Some(error),
            StoreErrorKind::Sqlite(error) => Some(&**error),
            _ => None,
        }
    }
}
