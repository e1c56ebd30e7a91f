//! [`Name`]: where the file is.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::access::Access;
use crate::failure::Failure;

/// What every SQLite database begins with.
const HEADER: &[u8] = b"SQLite format 3\0";

/// Where the file is: by the name that was given, and by the one that all its names lead to.
#[derive(Debug)]
pub(super) struct Name {
    given: PathBuf,
    target: PathBuf,
    access: Access,
}

impl Name {
    /// Refuses a name that no file can have.
    pub(super) fn of(path: &Path, access: Access) -> Result<Self, Failure> {
        let target = target(path).map_err(|error| {
            let what = match access {
                Access::Keep => "keep a database in",
                Access::Read => "read",
            };
            Failure::usage(format!("cannot {what} {}: {error}", path.display()))
        })?;
        Ok(Self { given: path.to_owned(), target, access })
    }

    /// Whether there is something else than an SQLite database. SQLite itself would overwrite a file of a
    /// single byte.
    pub(super) fn is_of_another_kind(&self) -> bool {
        let mut beginning = Vec::new();
        let read = File::open(&self.target)
            .and_then(|file| file.take(HEADER.len() as u64).read_to_end(&mut beginning));
        read.is_ok() && !beginning.is_empty() && beginning != HEADER
    }

    /// What it is opened for.
    pub(super) fn access(&self) -> Access {
        self.access
    }

    pub(super) fn given(&self) -> &Path {
        &self.given
    }

    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// What stands in the way of opening it, in the words of the operating system.
    pub(super) fn obstacle(&self) -> String {
        let keep = self.access == Access::Keep;
        let opened = File::options().read(true).write(keep).create(keep).open(&self.target);
        match opened {
            Err(error) => error.to_string(),
            Ok(_) => "no other files can be made in its folder, as SQLite must".to_owned(),
        }
    }

    /// Whether rows stand beside it that are not in it yet: a run is under way, or ended too early to move
    /// them.
    pub(super) fn is_ahead(&self) -> bool {
        fs::metadata(self.beside("-wal")).is_ok_and(|metadata| metadata.len() > 0)
    }

    /// A file of its own beside it.
    pub(super) fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = OsString::from(&self.target);
        name.push(suffix);
        name.into()
    }
}

/// The most links that are followed to a file.
const MAX_LINKS: usize = 40;

/// The file itself, whether it is there already or not. All names of a file lead to the same, also those of
/// one that is still to be made.
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
