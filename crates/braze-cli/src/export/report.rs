//! [`Report`]: the comparison of what was asked for with what came back, told to a person.

use braze_core::backfill::{Coverage, Finding};

use super::output::Output;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::notes::Notes;
use crate::series::Keys;
use crate::sink::Destination;
use crate::verbosity::Verbosity;

/// How many findings are listed for who did not ask for all of them.
const LISTED: usize = 10;

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
        let findings = coverage.findings();
        let all = self.notes.verbosity() == Verbosity::Verbose;
        let listed = if all { findings.len() } else { LISTED.min(findings.len()) };
        for finding in &findings[..listed] {
            self.notes.finding(&self.told(finding));
        }
        if listed < findings.len() {
            let more = findings.len() - listed;
            self.notes.finding(&format!("and {more} more, which `--verbose` lists"));
        }
    }

    fn told(&self, finding: &Finding) -> String {
        match self.keys.of_several(finding.series) {
            Some(key) => format!("{key}: {finding}"),
            None => finding.to_string(),
        }
    }
}
