//! [`Records`]: the records of all lines, one by one.

use std::collections::VecDeque;

use braze_core::import::Record;

use crate::error::ReadError;
use crate::line::InputLine;

/// The records of all lines, one by one: the input of an import.
///
/// They end early where the file cannot be read further; [`finish`](Self::finish) tells.
#[derive(Debug)]
pub struct Records<L> {
    lines: L,
    /// The rest of the current line.
    waiting: VecDeque<Record>,
    error: Option<ReadError>,
}

impl<L> Records<L> {
    pub(crate) fn new(lines: L) -> Self {
        Self { lines, waiting: VecDeque::new(), error: None }
    }

    /// Ends reading.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the records ended before the file did.
    pub fn finish(self) -> Result<(), ReadError> {
        self.error.map_or(Ok(()), Err)
    }
}

impl<L: Iterator<Item = Result<InputLine, ReadError>>> Iterator for Records<L> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        loop {
            if let Some(record) = self.waiting.pop_front() {
                return Some(record);
            }
            match self.lines.next()? {
                Ok(line) => self.waiting.extend(line.records),
                Err(error) => self.error = Some(error),
            }
        }
    }
}
