//! [`Name`]: the place of a file, and the errors in its name.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::access::Access;
use crate::error::{StoreError, StoreErrorKind};

/// The beginning of every SQLite database.
const HEADER: &[u8] = b"SQLite format 3\0";

/// The place of a file: the path that was given, and the one that all its paths lead to.
#[derive(Debug)]
pub(crate) struct Name {
    given: PathBuf,
    target: PathBuf,
    access: Access,
}

impl Name {
    /// Refuses a path that no file can have.
    pub(crate) fn new(path: &Path, access: Access) -> Result<Self, StoreError> {
        let target = target(path)
            .map_err(|error| StoreError::new(path, access, StoreErrorKind::InvalidPath(error)))?;
        Ok(Self { given: path.to_owned(), target, access })
    }

    /// An error with this file.
    pub(crate) fn error(&self, kind: StoreErrorKind) -> StoreError {
        StoreError::new(&self.given, self.access, kind)
    }

    /// An error that SQLite reports.
    pub(crate) fn sqlite_error(&self, error: rusqlite::Error) -> StoreError {
        let reads = self.access == Access::Read;
        self.error(match error.sqlite_error_code() {
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly) if reads && self.is_ahead() => {
                StoreErrorKind::UnreadableLog
            }
            Some(ErrorCode::NotADatabase) => StoreErrorKind::NotSqlite,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreErrorKind::CannotOpen(self.obstacle())
            }
            Some(ErrorCode::ReadOnly) => StoreErrorKind::ReadOnly(error.to_string()),
            _ if is_busy(&error) => StoreErrorKind::OtherWriter,
            _ => StoreErrorKind::Sqlite(Box::new(error)),
        })
    }

    /// An error that SQLite reports to a writer whom no other writer can hold up.
    pub(crate) fn sqlite_error_of_writer(&self, error: rusqlite::Error) -> StoreError {
        match is_busy(&error) {
            true => self.error(StoreErrorKind::OtherReader),
            false => self.sqlite_error(error),
        }
    }

    /// Tells if the file holds something else than an SQLite database. SQLite itself would overwrite a file
    /// of a single byte.
    pub(crate) fn is_of_another_kind(&self) -> bool {
        let mut beginning = Vec::new();
        let read = File::open(&self.target)
            .and_then(|file| file.take(HEADER.len() as u64).read_to_end(&mut beginning));
        read.is_ok() && !beginning.is_empty() && beginning != HEADER
    }

    pub(crate) fn as_given(&self) -> &Path {
        &self.given
    }

    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// The reason why it cannot be opened, in the words of the operating system.
    fn obstacle(&self) -> String {
        let writes = self.access != Access::Read;
        let opened = File::options().read(true).write(writes).create(writes).open(&self.target);
        match opened {
            Err(error) => error.to_string(),
            Ok(_) => "no other files can be made in its folder, as SQLite must".to_owned(),
        }
    }

    /// Tells if rows are beside the file that are not in it yet: a writer is at work, or ended too early to
    /// move them.
    pub(crate) fn is_ahead(&self) -> bool {
        fs::metadata(self.beside("-wal")).is_ok_and(|metadata| metadata.len() > 0)
    }

    /// The path of another file beside it.
    pub(crate) fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = OsString::from(&self.target);
        name.push(suffix);
        name.into()
    }
}

/// Tells if the file is held by another program, also after a while of waiting.
pub(crate) fn is_busy(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Bound of the links that are followed to a file.
const MAX_LINKS: usize = 40;

/// Follows links to the file itself, which need not exist yet. All paths of a file lead to the same one.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::canonicalize(&path) {
            Ok(target) if target.is_file() => return Ok(target),
            Ok(target) if target.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
            Ok(_) => return Err(io::Error::other("not a regular file")),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(_) => {}
        }
        let name = path.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
        match fs::read_link(&path) {
            Ok(next) => path = folder.join(next),
            Err(_) => return Ok(folder.join(name)),
        }
    }
    Err(io::Error::other("too many links"))
}
