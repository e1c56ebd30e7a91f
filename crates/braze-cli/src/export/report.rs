//! [`Report`]: the comparison of what was asked for with what came back, told to a person.

use braze_core::backfill::Coverage;

use super::output::Output;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::notes::Notes;
use crate::series::{Keys, list_findings};
use crate::sink::Destination;
use crate::verbosity::Verbosity;

/// Tells what is wrong with the numbers, if anything is.
pub(super) struct Report<'a> {
    pub(super) notes: &'a Notes,
    /// What each of the series is about.
    pub(super) keys: &'a Keys,
}

impl Report<'_> {
    /// All rows were written.
    pub(super) fn complete(&self, coverage: &Coverage) -> Exit {
        if coverage.expected == 0 {
            self.notes.note("nothing of the range is over yet; `--include-open` takes what is not");
        }
        self.findings(coverage);
        if coverage.is_clean() {
            if self.notes.verbosity() > Verbosity::Quiet {
                self.notes.plain(&coverage.to_string());
            }
            return Exit::Complete;
        }
        self.notes.plain(&coverage.to_string());
        Exit::Findings
    }

    /// Nothing was written because of the findings.
    pub(super) fn refused(&self, coverage: &Coverage, output: &Output) -> Exit {
        self.findings(coverage);
        let what = match output.destination() {
            Destination::Stdout => "nothing was written".to_owned(),
            Destination::File(file) => format!("{} was not written", file.display()),
        };
        let failure = Failure::new(Exit::Findings, format!("there are findings: {what}"));
        self.notes.failure(&failure.tip("without `--strict` the rows are written all the same"));
        self.notes.plain(&coverage.to_string());
        Exit::Findings
    }

    fn findings(&self, coverage: &Coverage) {
        list_findings(self.notes, &[(self.keys.clone(), coverage.clone())]);
    }
}
