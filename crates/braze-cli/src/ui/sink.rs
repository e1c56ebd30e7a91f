//! [`Sink`]: where rows go: to standard output as they come, or into a file that appears when it is
//! complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::{Arg, ArgMatches, ValueHint};
use tempfile::{NamedTempFile, SpooledTempFile};

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

const OUTPUT: &str = "output";

/// The option that names a file. `help`: what is written to it, and what happens without it.
pub(crate) fn argument(help: &'static str) -> Arg {
    Arg::new(OUTPUT)
        .long(OUTPUT)
        .short('o')
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading("Output")
        .help(help)
}

/// Where output is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    Stdout,
    File(PathBuf),
}

impl Destination {
    /// What was given. `-` is standard output.
    pub(crate) fn given(matches: &ArgMatches) -> Self {
        let path = matches.get_one::<PathBuf>(OUTPUT).filter(|path| *path != Path::new("-"));
        path.cloned().map_or(Self::Stdout, Self::File)
    }

    /// It cannot be written.
    pub(crate) fn unwritable(&self, exit: Exit, error: &io::Error) -> Failure {
        let what = match self {
            Self::Stdout => "the output".to_owned(),
            Self::File(path) => path.display().to_string(),
        };
        Failure::new(exit, format!("cannot write {what}: {error}"))
    }
}

/// What a reader finds where an output is not finished.
#[derive(Debug, Clone)]
pub(crate) struct Leftover {
    destination: Destination,
    /// The file that was not complete.
    part: Option<PathBuf>,
}

impl Leftover {
    /// `sessions.csv was left as it was`
    pub(crate) fn told(&self) -> String {
        match &self.destination {
            Destination::Stdout => "nothing was written".to_owned(),
            Destination::File(file) if file.exists() => {
                format!("{} was left as it was", file.display())
            }
            Destination::File(file) => format!("{} was not written", file.display()),
        }
    }

    /// Removes what is of no use.
    pub(crate) fn remove(&self) {
        if let Some(part) = &self.part {
            // Where it stays, it does no harm.
            let _ = fs::remove_file(part);
        }
    }
}

/// Takes bytes in and passes them on in larger pieces.
pub(crate) struct Sink<'a> {
    destination: Destination,
    to: To<'a>,
    buffer: Vec<u8>,
    written: Instant,
}

enum To<'a> {
    /// A stream, whose reader sees what was written.
    Stream(Box<dyn Write + 'a>),
    /// A stream, once everything is there.
    Held { all: SpooledTempFile, then: Box<dyn Write + 'a> },
    /// A file beside the one that it is to replace.
    Beside { file: NamedTempFile, target: PathBuf },
}

impl<'a> To<'a> {
    fn stream(stream: Box<dyn Write + 'a>, whole: bool) -> Self {
        match whole {
            false => Self::Stream(stream),
            true => Self::Held { all: SpooledTempFile::new(IN_MEMORY), then: stream },
        }
    }
}

/// How much is held back, and for how long, so that there are few writes and a reader sees progress.
const PIECE: usize = 1 << 16;
const PATIENCE: Duration = Duration::from_millis(100);

/// What is held up to its end goes to a disk when it is longer than this.
const IN_MEMORY: usize = 1 << 20;

impl<'a> Sink<'a> {
    /// `whole`: nothing may be seen before everything is there.
    pub(crate) fn open(
        destination: &Destination,
        whole: bool,
        stdout: Box<dyn Write + 'a>,
    ) -> io::Result<Self> {
        let to = match destination {
            Destination::Stdout => To::stream(stdout, whole),
            Destination::File(path) if is_device(path) => {
                To::stream(Box::new(OpenOptions::new().write(true).open(path)?), whole)
            }
            Destination::File(path) => beside(path)?,
        };
        let (destination, buffer) = (destination.clone(), Vec::with_capacity(2 * PIECE));
        Ok(Self { destination, to, buffer, written: Instant::now() })
    }

    /// Where to add bytes.
    pub(crate) fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Whether a reader sees what is written at once.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.to, To::Stream(_))
    }

    /// What is left if it is not finished.
    pub(crate) fn leftover(&self) -> Leftover {
        let part = match &self.to {
            To::Beside { file, .. } => Some(file.path().to_owned()),
            _ => None,
        };
        Leftover { destination: self.destination.clone(), part }
    }

    /// Whether it is time to pass on what was added.
    pub(crate) fn is_due(&self) -> bool {
        self.buffer.len() >= PIECE || (self.is_stream() && self.written.elapsed() >= PATIENCE)
    }

    /// Passes on what was added.
    pub(crate) fn pass_on(&mut self) -> io::Result<()> {
        let to: &mut dyn Write = match &mut self.to {
            To::Stream(stream) => stream,
            To::Held { all, .. } => all,
            To::Beside { file, .. } => file,
        };
        to.write_all(&self.buffer)?;
        to.flush()?;
        self.buffer.clear();
        self.written = Instant::now();
        Ok(())
    }

    /// Everything was added: lets it be seen.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.pass_on()?;
        match self.to {
            To::Stream(_) => Ok(()),
            To::Held { mut all, mut then } => {
                all.rewind()?;
                io::copy(&mut all, &mut then)?;
                then.flush()
            }
            To::Beside { file, target } => {
                if let Ok(old) = fs::metadata(&target) {
                    fs::set_permissions(file.path(), old.permissions())?;
                }
                file.as_file().sync_all()?;
                file.persist(target)?;
                Ok(())
            }
        }
    }
}

/// Whether it is there and no file that could be replaced: a terminal, a pipe.
fn is_device(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|it| !it.is_file() && !it.is_dir())
}

/// A new file in the folder of the target. A link keeps its place, and what it leads to is replaced.
fn beside(path: &Path) -> io::Result<To<'static>> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_owned();
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    fs::metadata(folder)?;
    let mut prefix = std::ffi::OsString::from(".");
    prefix.push(name);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(".part");
    as_new_files_are(&mut builder);
    // Its own message has the name of the temporary file, which nobody has typed.
    let file = builder.tempfile_in(folder).map_err(|error| io::Error::from(error.kind()))?;
    // A file that may not be written is not replaced either.
    if target.exists() {
        File::options().append(true).open(&target)?;
    }
    Ok(To::Beside { file, target })
}

/// Temporary files are for their owner alone; this one is to become a file like others.
#[cfg(unix)]
fn as_new_files_are(builder: &mut tempfile::Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn as_new_files_are(_: &mut tempfile::Builder<'_, '_>) {}
