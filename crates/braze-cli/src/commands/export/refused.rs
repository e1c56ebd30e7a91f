//! The report of an export whose rows were not written because of findings.

use braze_core::export::Coverage;

use crate::ui::coverage::Report;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::findings::summarize;
use crate::ui::sink::Leftover;

impl Report<'_> {
    /// Nothing was written because of the findings.
    pub(super) fn refused(&self, coverage: &Coverage, leftover: &Leftover) -> Exit {
        self.findings(coverage);
        let what = leftover.description();
        let failure = Failure::new(Exit::Findings, format!("there are findings: {what}"));
        self.notes.failure(&failure.tip("without `--strict` the rows are written all the same"));
        summarize(self.notes, coverage);
        Exit::Findings
    }
}
