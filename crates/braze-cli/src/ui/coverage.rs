//! [`Report`]: the coverage of an export in words.

use braze_core::export::Coverage;
use braze_series::Selections;

use crate::ui::exit::Exit;
use crate::ui::findings::{conclude, list_findings};
use crate::ui::notes::Notes;

/// Reports the findings of an export.
pub(crate) struct Report<'a> {
    pub(crate) notes: &'a Notes,
    pub(crate) selections: &'a Selections,
}

impl Report<'_> {
    /// Reports an export whose rows were all written.
    pub(crate) fn complete(&self, coverage: &Coverage) -> Exit {
        if coverage.expected == 0 {
            self.notes.note(
                "the range contains no complete day or hour; `--include-open` includes the current one, and with \
                 `--time-zone` a day may end sooner",
            );
        }
        self.findings(coverage);
        conclude(self.notes, coverage)
    }

    /// Lists the findings, line by line.
    pub(crate) fn findings(&self, coverage: &Coverage) {
        list_findings(self.notes, [(self.selections, coverage)]);
    }
}
