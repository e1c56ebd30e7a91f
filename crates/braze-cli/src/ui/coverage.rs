//! [`Report`]: the comparison of what was asked for with what came back, told to a person.

use braze_core::export::Coverage;
use braze_series::Selections;

use crate::ui::exit::Exit;
use crate::ui::findings::{conclude, list_findings};
use crate::ui::notes::Notes;

/// Tells what is wrong with the numbers, if anything is.
pub(crate) struct Report<'a> {
    pub(crate) notes: &'a Notes,
    /// What each of the series is about.
    pub(crate) keys: &'a Selections,
}

impl Report<'_> {
    /// All rows were taken.
    pub(crate) fn complete(&self, coverage: &Coverage) -> Exit {
        if coverage.expected == 0 {
            self.notes.note(
                "the range holds no day or hour that is over; `--include-open` takes what is not, and \
                 `--time-zone` may say that a day is over sooner",
            );
        }
        self.findings(coverage);
        conclude(self.notes, coverage)
    }

    /// What is wrong, line by line.
    pub(crate) fn findings(&self, coverage: &Coverage) {
        list_findings(self.notes, [(self.keys, coverage)]);
    }
}
