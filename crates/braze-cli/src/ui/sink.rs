//! [`Sink`]: the output of a command: a stream that shows rows as they come, or a file that appears when
//! it is complete.

mod part;
mod place;

use std::fs::File;
use std::io::{self, IsTerminal, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tempfile::SpooledTempFile;

use crate::ui::escape::{Escaping, shell_word};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

use part::Part;
use place::{Obstacle, Place};

/// The place that output is wanted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    Stdout,
    File(PathBuf),
}

impl Destination {
    /// The destination of a path. `-` is standard output, and so is every name of its descriptor.
    pub(crate) fn new(path: Option<PathBuf>) -> Self {
        let is_stdout = |path: &Path| {
            path == Path::new("-") || matches!(Place::resolve(path), Ok(Place::Descriptor(1)))
        };
        path.filter(|path| !is_stdout(path)).map_or(Self::Stdout, Self::File)
    }

    /// Returns the option as it is typed, `-o sessions.csv`; `None` for standard output.
    pub(crate) fn option(&self) -> Option<String> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(format!("-o {}", shell_word(&path.to_string_lossy()))),
        }
    }

    /// Words the failure to write it.
    pub(crate) fn unwritable(&self, exit: Exit, error: &io::Error) -> Failure {
        Failure::new(exit, format!("cannot write {}: {error}", self.name()))
    }

    fn obstructed(&self, obstacle: &Obstacle) -> Failure {
        let failure =
            Failure::usage(format!("cannot write {}: {}", self.name(), obstacle.reason()));
        let advice = match self {
            Self::Stdout => None,
            Self::File(path) => obstacle.advice(path),
        };
        advice.into_iter().fold(failure, Failure::tip)
    }

    fn name(&self) -> String {
        match self {
            Self::Stdout => "the output".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    fn place(&self) -> Result<Place, Failure> {
        match self {
            Self::Stdout => Ok(Place::Descriptor(1)),
            Self::File(path) => Place::resolve(path).map_err(|obstacle| self.obstructed(&obstacle)),
        }
    }
}

/// The rules of an output that is not complete.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    /// Nothing may be seen before everything is there.
    pub(crate) is_whole: bool,
    /// Part of a file is of use.
    pub(crate) keeps_part: bool,
}

impl Rules {
    /// All or nothing.
    pub(crate) const WHOLE: Self = Self { is_whole: true, keeps_part: false };
}

/// The state of an output that is not finished.
#[derive(Debug, Clone)]
pub(crate) struct Leftover {
    destination: Destination,
    part: Option<Arc<Part>>,
    keeps_part: bool,
}

impl Leftover {
    /// Returns a sentence about the file, `sessions.csv was left as it was`.
    pub(crate) fn description(&self) -> String {
        if self.is_complete() {
            return format!("{} is complete", self.destination.name());
        }
        if let Some(earlier) = self.part.as_deref().and_then(Part::earlier) {
            return format!("{} was left as it was", earlier.display());
        }
        match &self.destination {
            Destination::Stdout => "nothing was written".to_owned(),
            Destination::File(file) if file.exists() => {
                format!("{} was left as it was", file.display())
            }
            Destination::File(file) => format!("{} was not written", file.display()),
        }
    }

    /// Checks whether the output was finished after all.
    pub(crate) fn is_complete(&self) -> bool {
        self.part.as_ref().is_some_and(|part| part.is_complete())
    }

    /// Keeps so many bytes of what was written, if that is of use, and says in which file. Otherwise leaves
    /// everything as it was before.
    pub(crate) fn keep(&self, written: u64) -> Option<&Path> {
        let part = self.part.as_deref()?;
        if self.keeps_part && part.keep(written) {
            return Some(part.path());
        }
        part.discard();
        None
    }

    /// Leaves everything as it was before.
    pub(crate) fn discard(&self) {
        if let Some(part) = &self.part {
            part.discard();
        }
    }
}

/// Takes bytes in and passes them on in larger pieces.
pub(crate) struct Sink<'a> {
    destination: Destination,
    to: To<'a>,
    rules: Rules,
    buffer: Vec<u8>,
    /// Bytes that were passed on.
    written: u64,
    last_write: Instant,
}

enum To<'a> {
    /// A stream, whose reader sees what was written.
    Stream(Box<dyn Write + 'a>),
    /// A stream, once everything is there.
    Held { all: SpooledTempFile, then: Box<dyn Write + 'a> },
    /// A file that becomes the output.
    Part(Arc<Part>),
}

/// A piece is passed on when it is as long as this, or as old, so that there are few writes and a reader
/// sees progress.
const PIECE: usize = 1 << 16;
const PATIENCE: Duration = Duration::from_millis(100);

/// A longer output that is held back goes to a disk.
const MAX_IN_MEMORY: usize = 1 << 20;

impl<'a> Sink<'a> {
    /// Opens the output, or says why it cannot be written.
    pub(crate) fn open(
        destination: &Destination,
        rules: Rules,
        stdout: Box<dyn Write + 'a>,
    ) -> Result<Self, Failure> {
        let obstructed = |obstacle: Obstacle| destination.obstructed(&obstacle);
        let stream =
            |file: io::Result<File>| file.map(shown).map_err(|error| obstructed(error.into()));
        let to = match destination.place()? {
            Place::Descriptor(1) => To::stream(stdout, rules),
            Place::Descriptor(number) => To::stream(stream(place::descriptor(number))?, rules),
            Place::Device(path) => To::stream(stream(place::device(&path))?, rules),
            Place::File(target) => To::Part(Arc::new(Part::begin(target).map_err(obstructed)?)),
        };
        Ok(Self::new(destination, to, rules))
    }

    /// Opens the output to add to what an earlier run has written, if `check` agrees with that. The earlier
    /// output of a stream cannot be checked.
    pub(crate) fn resume(
        destination: &Destination,
        rules: Rules,
        stdout: Box<dyn Write + 'a>,
        check: impl FnOnce(&File, &Path) -> Result<(), Failure>,
    ) -> Result<Self, Failure> {
        let Place::File(target) = destination.place()? else {
            return Self::open(destination, rules, stdout);
        };
        let path = part::path_of(&target);
        let part = Part::resume(target).map_err(|obstacle| destination.obstructed(&obstacle))?;
        let part = part.ok_or_else(|| {
            Failure::usage("there is no output to resume")
                .detail(format!("neither {} nor {} exists", path.display(), destination.name()))
                .tip("to export from the beginning, leave out `--resume`")
        })?;
        check(part.file(), part.earlier().unwrap_or(part.path()))?;
        Ok(Self::new(destination, To::Part(Arc::new(part)), rules))
    }

    fn new(destination: &Destination, to: To<'a>, rules: Rules) -> Self {
        let (destination, buffer) = (destination.clone(), Vec::with_capacity(2 * PIECE));
        Self { destination, to, rules, buffer, written: 0, last_write: Instant::now() }
    }

    /// Returns the place to add bytes to.
    pub(crate) fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Checks whether a reader sees what is written at once.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.to, To::Stream(_))
    }

    /// Returns what is left if it is not finished.
    pub(crate) fn leftover(&self) -> Leftover {
        let part = match &self.to {
            To::Part(part) => Some(Arc::clone(part)),
            _ => None,
        };
        let keeps_part = self.rules.keeps_part;
        Leftover { destination: self.destination.clone(), part, keeps_part }
    }

    /// Checks whether it is time to pass on what was added.
    pub(crate) fn is_due(&self) -> bool {
        let is_held = matches!(self.to, To::Held { .. });
        self.buffer.len() >= PIECE || (!is_held && self.last_write.elapsed() >= PATIENCE)
    }

    /// Passes on what was added, and returns how many bytes that were in all.
    pub(crate) fn pass_on(&mut self) -> io::Result<u64> {
        match &mut self.to {
            To::Stream(stream) => {
                stream.write_all(&self.buffer)?;
                stream.flush()?;
            }
            To::Held { all, .. } => all.write_all(&self.buffer)?,
            To::Part(part) => part.write(&self.buffer)?,
        }
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        self.last_write = Instant::now();
        Ok(self.written)
    }

    /// Makes the output visible, to which everything was added.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        self.pass_on()?;
        match &mut self.to {
            To::Stream(_) => Ok(()),
            To::Held { all, then } => {
                all.rewind()?;
                io::copy(all, then)?;
                then.flush()
            }
            To::Part(part) => part.complete(),
        }
    }
}

impl<'a> To<'a> {
    fn stream(stream: Box<dyn Write + 'a>, rules: Rules) -> Self {
        match rules.is_whole {
            false => Self::Stream(stream),
            true => Self::Held { all: SpooledTempFile::new(MAX_IN_MEMORY), then: stream },
        }
    }
}

/// Turns a file into a stream. Text on a terminal cannot steer it.
fn shown(file: File) -> Box<dyn Write> {
    if file.is_terminal() { Box::new(Escaping::new(file)) } else { Box::new(file) }
}
