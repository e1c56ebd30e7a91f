//! [`Report`]: what a run has changed, told to a person.

use std::path::Path;

use braze_core::export::{Coverage, Start};
use braze_series::{Selection, Selections};
use braze_store::{Change, Table, Tally};

use super::account::Stored;

use crate::ui::exit::Exit;
use crate::ui::findings::{self, list_findings};
use crate::ui::notes::Notes;
use crate::ui::text::Counted;
use crate::ui::verbosity::Verbosity;

/// Tells what a run has changed, and what is wrong with the numbers.
pub(super) struct Report<'a> {
    pub(super) notes: &'a Notes,
    pub(super) file: &'a Path,
    pub(super) table: &'a Table,
    /// True if the rows belong to several series.
    pub(super) of_several: bool,
}

impl Report<'_> {
    /// Everything was read. `next`: where a run without a range will begin.
    pub(super) fn complete(
        &self,
        stored: &Stored,
        results: &[(Selections, Coverage)],
        next: Option<Start>,
    ) -> Exit {
        let Stored { tally: stored, changes } = stored;
        let changes = changes.iter().map(|(selection, change)| self.change(selection, change));
        findings::list(self.notes, changes, Notes::note);
        list_findings(self.notes, results.iter().map(|(keys, coverage)| (keys, coverage)));
        let mut coverage = Coverage::default();
        for (_, part) in results {
            coverage.merge(part.clone());
        }
        if stored.kept > 0 {
            self.notes.warning(&format!(
                "{} did not come again and stayed as before",
                Counted(stored.kept, "row")
            ));
        }
        if self.notes.verbosity() > Verbosity::Quiet {
            self.notes.plain(&self.summary(stored));
        }
        if let Some(next) = next {
            self.notes.note(&format!("the next run needs no `--from`: it reads from {next} on"));
        }
        findings::conclude(self.notes, &coverage)
    }

    /// `numbers.db, sessions: 1 row new, 2 changed, 3 unchanged`
    fn summary(&self, stored: &Tally) -> String {
        format!(
            "{}, {}: {} new, {} changed, {} unchanged",
            self.file.display(),
            self.table.name(),
            Counted(stored.new, "row"),
            stored.changed,
            stored.unchanged
        )
    }

    /// `2024-05-03 was 4310 while it was not over, and is 9120 now`
    fn change(&self, selection: &Selection, change: &Change) -> String {
        let Change { time, measure, before, after, was_complete, .. } = change;
        let of = if measure.is_empty() { String::new() } else { format!(" {measure}") };
        let key = if self.of_several { format!("{selection}: ") } else { String::new() };
        let open = if *was_complete { "" } else { " while it was not over," };
        format!("{key}{time}{of} was {before}{open} and is {after} now")
    }
}
