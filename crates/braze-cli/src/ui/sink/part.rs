//! [`Part`]: a file that becomes the output when it is complete.

use std::fs::{self, File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::place::{self, Obstacle};

/// A file beside the output, with `.part` added to its name. No two processes write one at once.
#[derive(Debug)]
pub(super) struct Part {
    path: PathBuf,
    target: PathBuf,
    file: File,
    origin: Origin,
    /// Bytes that came from an earlier run.
    before: u64,
    state: Mutex<State>,
}

/// The source of the bytes that a part begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// Nowhere: it begins anew. A part of an earlier run stays until the first byte is written.
    Nothing { stood_there: bool },
    /// An earlier run left the part.
    Part,
    /// The output of an earlier run was copied.
    Output,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Unchanged,
    Changed,
    /// It was kept or removed, or has become the output.
    Settled,
    Complete,
}

/// The path of the part of an output.
pub(super) fn path_of(target: &Path) -> PathBuf {
    let mut path = target.as_os_str().to_owned();
    path.push(".part");
    path.into()
}

impl Part {
    /// Begins anew.
    pub(super) fn begin(target: PathBuf) -> Result<Self, Obstacle> {
        check(&target)?;
        let path = path_of(&target);
        let stood_there = fs::symlink_metadata(&path).is_ok();
        let file = open(&path, &target)?;
        Ok(Self::new(path, target, file, Origin::Nothing { stood_there }, 0))
    }

    /// Continues what an earlier run left; `None` where there is nothing.
    pub(super) fn resume(target: PathBuf) -> Result<Option<Self>, Obstacle> {
        check(&target)?;
        let path = path_of(&target);
        let stood_there = fs::symlink_metadata(&path).is_ok();
        if !stood_there && !target.exists() {
            return Ok(None);
        }
        let mut file = open(&path, &target)?;
        if stood_there {
            let before = file.seek(SeekFrom::End(0))?;
            return Ok(Some(Self::new(path, target, file, Origin::Part, before)));
        }
        // From here on, dropping it removes the copy.
        let mut part = Self::new(path, target, file, Origin::Output, 0);
        part.before = io::copy(&mut File::open(&part.target)?, &mut part.file)?;
        Ok(Some(part))
    }

    fn new(path: PathBuf, target: PathBuf, file: File, origin: Origin, before: u64) -> Self {
        let state = Mutex::new(State::Unchanged);
        Self { path, target, file, origin, before, state }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The file that an earlier run left, if this goes on with one.
    pub(super) fn earlier(&self) -> Option<&Path> {
        match self.origin {
            Origin::Nothing { .. } => None,
            Origin::Part => Some(&self.path),
            Origin::Output => Some(&self.target),
        }
    }

    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Writes to the end of it.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.state();
        if *state == State::Settled {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let mut file = &self.file;
        if *state == State::Unchanged && !bytes.is_empty() {
            // Something may be left of an earlier run.
            file.set_len(self.before)?;
            *state = State::Changed;
        }
        file.write_all(bytes)
    }

    /// Keeps so many bytes of what was written, and says whether there is anything to keep.
    pub(super) fn keep(&self, written: u64) -> bool {
        let mut state = self.state();
        if *state != State::Changed || written == 0 {
            return false;
        }
        if self.file.set_len(self.before + written).is_err() {
            return false;
        }
        *state = State::Settled;
        true
    }

    /// Leaves everything as it was before. A file that cannot be removed does no harm.
    pub(super) fn discard(&self) {
        let mut state = self.state();
        if matches!(*state, State::Settled | State::Complete) {
            return;
        }
        let is_changed = std::mem::replace(&mut *state, State::Settled) == State::Changed;
        match self.origin {
            Origin::Nothing { stood_there: true } if !is_changed => {}
            Origin::Nothing { .. } | Origin::Output => drop(fs::remove_file(&self.path)),
            Origin::Part if is_changed => drop(self.file.set_len(self.before)),
            Origin::Part => {}
        }
    }

    /// Puts it in the place of the output.
    pub(super) fn complete(&self) -> io::Result<()> {
        let mut state = self.state();
        match *state {
            State::Settled => return Err(io::ErrorKind::Interrupted.into()),
            // An output without a byte, where an earlier run may have left a part.
            State::Unchanged => self.file.set_len(self.before)?,
            State::Changed | State::Complete => {}
        }
        self.file.sync_all()?;
        keep_permissions(&self.file, &self.target)?;
        fs::rename(&self.path, &self.target)?;
        *state = State::Complete;
        Ok(())
    }

    pub(super) fn is_complete(&self) -> bool {
        *self.state() == State::Complete
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Part {
    /// Closing the file would not end the lock: a process that another thread starts holds it too, until it has begun.
    fn drop(&mut self) {
        self.discard();
        let _ = self.file.unlock();
    }
}

/// Refuses a file that may not be written, or that cannot be replaced.
fn check(target: &Path) -> Result<(), Obstacle> {
    match File::options().append(true).open(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Obstacle::Protected(error)),
        Ok(_) if place::is_mount_point(target) => Err(Obstacle::Mounted),
        Ok(_) => Ok(()),
    }
}

/// Opens a part for this process alone.
fn open(path: &Path, target: &Path) -> Result<File, Obstacle> {
    loop {
        let stood_there = match fs::symlink_metadata(path) {
            Ok(it) if !it.is_file() => return Err(Obstacle::NotAPart(path.to_owned())),
            other => other.is_ok(),
        };
        let mut options = File::options();
        options.read(true).write(true).create(true).truncate(false);
        let file = options.open(path).map_err(|error| match stood_there {
            true => Obstacle::Part(path.to_owned(), error),
            false => Obstacle::Folder(place::folder_of(path).to_owned(), error),
        })?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(Obstacle::Busy(path.to_owned())),
            // Some file systems have no locks.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        if is_at(&file, path) {
            keep_permissions(&file, target)?;
            return Ok(file);
        }
        // Whoever held the lock has renamed or removed it meanwhile.
    }
}

/// Checks that a path still leads to an open file.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |it: fs::Metadata| (it.dev(), it.ino());
    let open = file.metadata().map(identity).ok();
    open.is_some() && fs::symlink_metadata(path).map(identity).ok() == open
}

/// Checks that a path still leads to an open file, which other systems do not let others rename.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// Gives a file the permissions of the one that it is to replace.
fn keep_permissions(file: &File, target: &Path) -> io::Result<()> {
    match fs::metadata(target) {
        Ok(old) => file.set_permissions(old.permissions()),
        Err(_) => Ok(()),
    }
}
