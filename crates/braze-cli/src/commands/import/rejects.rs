//! [`Rejects`]: the file of rejected lines.

use std::cell::RefCell;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use braze_core::import::RecordOutcome;
use braze_records::RejectWriter;

use super::waiting::{Returned, WaitingLines};
use crate::private_file;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::text::Counted;

/// The file of rejected lines, which only its owner can read.
pub(super) struct Rejects {
    path: PathBuf,
    /// Not buffered: lines are there even if the process is killed.
    writer: RejectWriter<File>,
    waiting: Rc<RefCell<WaitingLines>>,
    lines: u64,
}

/// Refuses a file that exists: its lines may be mended and not imported yet.
pub(super) fn check(path: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Err(_) => Ok(()),
        Ok(_) => Err(Failure::usage(format!("{} exists, nothing was sent", path.display()))
            .tip("name a new file with `--rejects`, or remove this one")),
    }
}

impl Rejects {
    /// Creates the file, for lines of an input with this header.
    pub(super) fn create(path: &Path, header: &[String]) -> Result<Self, Failure> {
        let file = private_file::create(path).map_err(|error| {
            Failure::usage(format!("cannot create {}: {error}", path.display()))
        })?;
        Ok(Self {
            path: path.to_owned(),
            writer: RejectWriter::new(file, header),
            waiting: Rc::default(),
            lines: 0,
        })
    }

    /// The lines whose records are not all accounted for.
    pub(super) fn waiting(&self) -> Rc<RefCell<WaitingLines>> {
        Rc::clone(&self.waiting)
    }

    /// Takes in what became of a record.
    pub(super) fn record(&mut self, outcome: &RecordOutcome) -> Result<(), Failure> {
        let returned = self.waiting.borrow_mut().settle(outcome);
        returned.map_or(Ok(()), |returned| self.write(&returned))
    }

    fn write(&mut self, returned: &Returned) -> Result<(), Failure> {
        let Returned { source, records, reason, .. } = returned;
        self.lines += 1;
        self.writer.write(source, records, reason).map_err(|error| {
            Failure::new(Exit::Failed, format!("cannot write {}: {error}", self.path.display()))
        })
    }

    /// Writes what is left, with records that were not sent and stand before `resume_at`. A file without lines is
    /// removed. Returns a sentence about the file.
    pub(super) fn finish(mut self, resume_at: u64) -> Result<Option<String>, Failure> {
        let left = self.waiting.borrow_mut().drain(resume_at);
        for returned in &left {
            self.write(returned)?;
        }
        let Self { path, writer, lines, .. } = self;
        writer.finish().map_err(|error| {
            Failure::new(Exit::Failed, format!("cannot write {}: {error}", path.display()))
        })?;
        if lines == 0 {
            // An empty file does no harm.
            fs::remove_file(&path).ok();
            return Ok(None);
        }
        let lines = Counted(lines, "line");
        Ok(Some(format!("{lines} written to {}, to be mended and imported", path.display())))
    }
}
