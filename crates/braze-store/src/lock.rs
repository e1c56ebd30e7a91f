//! [`Lock`]: one writer at a time.

use std::fs::{File, TryLockError};

use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;

/// A lock of the operating system on an empty file beside the database, held as long as the store is open.
///
/// SQLite's own locks end with each transaction. This one ends with the process, however that ends. The file
/// stays: to remove it safely, nobody may be waiting for it.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock, or fails at once, for this reason, if another writer has it.
    pub(crate) fn new(name: &Name, taken: StoreErrorKind) -> Result<Self, StoreError> {
        let path = name.beside("-lock");
        let open = File::options().create(true).truncate(false).write(true).open(&path);
        let cannot = |error| name.error(StoreErrorKind::Lock(path.clone(), error));
        let file = open.map_err(cannot)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::Error(error)) => Err(cannot(error)),
            Err(TryLockError::WouldBlock) => Err(name.error(taken)),
        }
    }
}

impl Drop for Lock {
    /// Closing the file would not do: a process that another thread starts holds it too, until it has begun.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}
