//! [`Lock`]: one run at a time.

use std::fs::{File, TryLockError};

use super::file::Name;
use crate::exit::Exit;
use crate::failure::Failure;

/// A lock of the operating system on an empty file beside the database, held all run long.
///
/// SQLite's own locks end with each window that is stored. This one ends with the process, however that
/// ends. The file stays behind: to remove it safely, nobody may be waiting for it.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes it, or says at once that another run has it.
    pub(super) fn take(name: &Name) -> Result<Self, Failure> {
        let path = name.beside("-lock");
        let open = File::options().create(true).truncate(false).write(true).open(&path);
        let cannot =
            |error| Failure::new(Exit::Failed, format!("cannot lock {}: {error}", path.display()));
        let file = open.map_err(cannot)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::Error(error)) => Err(cannot(error)),
            Err(TryLockError::WouldBlock) => {
                let given = name.given().display();
                Err(Failure::new(Exit::Failed, format!("another run is writing to {given}"))
                    .detail("nothing was sent")
                    .tip(
                        "wait until it has ended; until then the file can be read, but not synced",
                    ))
            }
        }
    }
}
