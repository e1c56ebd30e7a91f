//! [`Feed`]: the records of a file that are to be sent, in its order.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use braze_core::import::Record;
use braze_records::{Earlier, InputLines, ReadError};

use super::input::Input;
use super::waiting::WaitingLines;
use crate::args::import::ImportArgs;
use crate::ui::failure::Failure;

/// The records of a file that are to be sent, in its order.
pub(super) struct Feed {
    lines: InputLines,
    /// The earlier file, if only changes are sent.
    earlier: Option<Earlier>,
    /// The records that are still to be left out.
    skip: u64,
    /// The records that may still be given.
    limit: Option<u64>,
    /// The rest of the current line.
    ready: VecDeque<Record>,
    /// The lines whose records are not all accounted for.
    waiting: Option<Rc<RefCell<WaitingLines>>>,
    error: Option<ReadError>,
}

impl Feed {
    /// The records that these arguments choose, from the first on.
    pub(super) fn open(args: &ImportArgs, input: &Input) -> Result<Self, Failure> {
        let earlier = args.against.as_deref().map(|path| input.earlier(path, args.empty_as_null));
        Ok(Self {
            lines: input.lines()?,
            earlier: earlier.transpose()?,
            skip: args.skip,
            limit: args.limit,
            ready: VecDeque::new(),
            waiting: None,
            error: None,
        })
    }

    /// Puts lines aside until their records are accounted for.
    pub(super) fn put_aside(mut self, waiting: Option<Rc<RefCell<WaitingLines>>>) -> Self {
        self.waiting = waiting;
        self
    }

    /// The earlier file, if only changes are sent.
    pub(super) fn into_earlier(self) -> Option<Earlier> {
        self.earlier
    }

    /// The names of the columns, if the file has a header.
    pub(super) fn header(&self) -> &[String] {
        self.lines.header()
    }

    /// The columns that options name and that the file does not have.
    pub(super) fn unmet(&self) -> Vec<String> {
        self.lines.unmet().map(str::to_owned).collect()
    }

    /// The reason why the file could not be read to its end.
    pub(super) fn error(&self) -> Option<&ReadError> {
        self.error.as_ref()
    }

    /// Takes in the records of the next line.
    fn take_line(&mut self) -> Option<()> {
        let line = match self.lines.next()? {
            Ok(line) => line,
            Err(error) => {
                self.error = Some(error);
                return None;
            }
        };
        let before = self.ready.len();
        for record in line.records {
            let changed = match &mut self.earlier {
                Some(earlier) => earlier.difference(record),
                None => Some(record),
            };
            let Some(record) = changed else { continue };
            if self.skip > 0 {
                self.skip -= 1;
                continue;
            }
            match &mut self.limit {
                Some(0) => continue,
                Some(left) => *left -= 1,
                None => {}
            }
            self.ready.push_back(record);
        }
        let records = self.ready.len() - before;
        if let Some(waiting) = self.waiting.as_ref().filter(|_| records > 0) {
            waiting.borrow_mut().add(line.number, line.source, records);
        }
        Some(())
    }
}

impl Iterator for Feed {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Some(record);
            }
            if self.limit == Some(0) {
                return None;
            }
            self.take_line()?;
        }
    }
}
