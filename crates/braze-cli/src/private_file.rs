//! Files that only their owner can read: [`create`] makes one.

use std::fs::File;
use std::io;
use std::path::Path;

/// Creates a file that only its owner can read.
///
/// # Errors
///
/// Also one if something of that name exists.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
