//! [`Place`]: the thing that the path of an output leads to.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf, is_separator};

/// As many symbolic links as Linux follows.
const MAX_LINKS: usize = 40;

/// The thing that the path of an output leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// An open descriptor of this process, such as `/dev/stdout`.
    Descriptor(i32),
    /// Something that cannot be replaced: a pipe, a terminal, `/dev/null`.
    Device(PathBuf),
    /// A regular file, or a name that is free for one. Not a symbolic link.
    File(PathBuf),
}

/// A reason why a path cannot be written.
#[derive(Debug)]
pub(super) enum Obstacle {
    Directory,
    LinkLoop,
    MissingFolder(PathBuf),
    NotAFolder(PathBuf),
    /// Another file is mounted over it, so nothing can be renamed to it.
    Mounted,
    /// The folder takes no new file beside it.
    Folder(PathBuf, io::Error),
    /// The file that is to be replaced may not be written.
    Protected(io::Error),
    /// Its part cannot be opened.
    Part(PathBuf, io::Error),
    /// The name of its part belongs to something that is not a regular file.
    NotAPart(PathBuf),
    /// Another process is writing its part.
    Busy(PathBuf),
    Io(io::Error),
}

impl From<io::Error> for Obstacle {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Place {
    /// Follows symbolic links one by one: the last one may lead to a name that is free, or to a
    /// descriptor.
    pub(super) fn resolve(path: &Path) -> Result<Self, Obstacle> {
        let mut path = path.to_owned();
        for _ in 0..MAX_LINKS {
            let name = path.file_name().ok_or(Obstacle::Directory)?.to_owned();
            if path.to_string_lossy().ends_with(is_separator) {
                return Err(Obstacle::Directory);
            }
            let folder = folder_of(&path);
            let real_folder = fs::canonicalize(folder).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => Obstacle::MissingFolder(folder.to_owned()),
                _ => Obstacle::Folder(folder.to_owned(), error),
            })?;
            if is_folder_of_descriptors(&real_folder)
                && let Some(number) = name.to_str().and_then(|name| name.parse().ok())
            {
                return Ok(Self::Descriptor(number));
            }
            match fs::symlink_metadata(&path) {
                Ok(it) if it.is_symlink() => {
                    let target = fs::read_link(&path)?;
                    path = path.parent().unwrap_or(Path::new("")).join(target);
                }
                Ok(it) if it.is_dir() => return Err(Obstacle::Directory),
                Ok(it) if !it.is_file() => return Ok(Self::Device(path)),
                Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                    return Err(Obstacle::NotAFolder(folder.to_owned()));
                }
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => return Ok(Self::File(path)),
            }
        }
        Err(Obstacle::LinkLoop)
    }
}

impl Obstacle {
    /// `it is a folder`
    pub(super) fn reason(&self) -> String {
        match self {
            Self::Directory => "it is a folder".to_owned(),
            Self::LinkLoop => "its symbolic links lead back to themselves".to_owned(),
            Self::MissingFolder(folder) => {
                format!("the folder {} does not exist", folder.display())
            }
            Self::NotAFolder(folder) => format!("{} is not a folder", folder.display()),
            Self::Mounted => "it is a mount point, so it cannot be replaced".to_owned(),
            Self::Folder(folder, error) => {
                format!("cannot create a file in the folder {}: {error}", folder.display())
            }
            Self::Protected(error) => error.to_string(),
            Self::Part(part, error) => format!("cannot open {}: {error}", part.display()),
            Self::NotAPart(part) => format!("{} is not a regular file", part.display()),
            Self::Busy(part) => format!("another run is writing {}", part.display()),
            Self::Io(error) => error.to_string(),
        }
    }

    /// Advice on how to write there all the same, or elsewhere. `target`: as it was typed.
    pub(super) fn advice(&self, target: &Path) -> Option<String> {
        match self {
            Self::NotAFolder(_) => Some("name a file in a folder".to_owned()),
            Self::Directory => {
                let file = target.join("FILE");
                Some(format!("name a file in it, `-o {}`", file.display()))
            }
            Self::LinkLoop => Some("name a file, or replace the symbolic link".to_owned()),
            Self::MissingFolder(folder) => {
                Some(format!("create it: `mkdir -p {}`", folder.display()))
            }
            Self::Mounted => Some(format!(
                "mount its folder instead of the file, or leave out `-o` and let the shell write it in \
                 place: `> {}`",
                target.display()
            )),
            Self::Folder(..) => Some(
                "an output is written to FILE.part first: name a file in a writable folder"
                    .to_owned(),
            ),
            Self::Protected(_) => Some("make it writable, or name another file".to_owned()),
            Self::Part(..) | Self::NotAPart(_) => {
                Some("an output is written there first: remove it, or name another file".to_owned())
            }
            Self::Busy(_) => Some("wait for it, or name another file".to_owned()),
            Self::Io(_) => None,
        }
    }
}

/// The folder that a path is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// `/dev/fd` leads to a folder of this process alone.
fn is_folder_of_descriptors(folder: &Path) -> bool {
    cfg!(unix) && fs::canonicalize("/dev/fd").is_ok_and(|descriptors| descriptors == folder)
}

/// Opens something that cannot be replaced.
pub(super) fn device(path: &Path) -> io::Result<File> {
    File::options().write(true).open(path)
}

/// Duplicates a descriptor that this process was started with: both share one position in the file, while
/// opening its name would begin at the start of the file again.
#[cfg(target_os = "linux")]
pub(super) fn descriptor(number: i32) -> io::Result<File> {
    use rustix::io::Errno;
    use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};
    const ACCESS_MODE: u32 = 0o3;
    const CLOSE_ON_EXEC: u32 = 0o2_000_000;
    let info = fs::read_to_string(format!("/proc/self/fdinfo/{number}")).unwrap_or_default();
    let flags = info.lines().find_map(|line| line.strip_prefix("flags:"));
    let flags = flags.and_then(|flags| u32::from_str_radix(flags.trim(), 8).ok());
    match flags {
        // It is not open, or this process has opened it for itself.
        None => return Err(Errno::BADF.into()),
        Some(flags) if flags & CLOSE_ON_EXEC != 0 => return Err(Errno::BADF.into()),
        Some(flags) if flags & ACCESS_MODE == 0 => {
            return Err(io::Error::other("the descriptor is open for reading only"));
        }
        Some(_) => {}
    }
    let this = pidfd_open(getpid(), PidfdFlags::empty())?;
    Ok(pidfd_getfd(this, number, PidfdGetfdFlags::empty())?.into())
}

/// Duplicates a descriptor: on other systems, opening its name does so.
#[cfg(not(target_os = "linux"))]
pub(super) fn descriptor(number: i32) -> io::Result<File> {
    device(Path::new(&format!("/dev/fd/{number}")))
}

/// Checks whether something is mounted over a file, as containers do with single files.
#[cfg(target_os = "linux")]
pub(super) fn is_mount_point(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)
        .is_ok_and(|it| it.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

/// Checks whether something is mounted over a file: other systems mount folders alone.
#[cfg(not(target_os = "linux"))]
pub(super) fn is_mount_point(_: &Path) -> bool {
    false
}
