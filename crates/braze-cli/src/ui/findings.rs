//! The findings of exports in words.

use braze_core::export::{Coverage, Finding, Problem};
use braze_series::Selections;

use crate::ui::exit::Exit;
use crate::ui::notes::Notes;
use crate::ui::text::{SCREEN, wrapped};
use crate::ui::verbosity::Verbosity;

/// The number of lines of a kind that are listed without `--verbose`.
const MAX_LINES: usize = 10;

/// Writes the first lines with `write`, or with `--verbose` all of them.
pub(crate) fn list(
    notes: &Notes,
    lines: impl ExactSizeIterator<Item = String>,
    write: impl Fn(&Notes, &str),
) {
    let all = lines.len();
    let listed = if notes.verbosity() == Verbosity::Verbose { all } else { MAX_LINES.min(all) };
    for line in lines.take(listed) {
        write(notes, &line);
    }
    if listed < all {
        write(notes, &format!("and {} more, which `--verbose` lists", all - listed));
    }
}

/// Lists the findings of exports, each with its selection.
pub(crate) fn list_findings<'a>(
    notes: &Notes,
    results: impl IntoIterator<Item = (&'a Selections, &'a Coverage)>,
) {
    let mut lines = Vec::new();
    for (selections, coverage) in results {
        lines.extend(coverage.findings().iter().map(|finding| {
            match selections.distinct_at(finding.selection) {
                Some(selection) => format!("{selection}: {}", text(finding)),
                None => text(finding),
            }
        }));
    }
    list(notes, lines.into_iter(), Notes::finding);
}

/// A finding, with the option that resolves it.
fn text(finding: &Finding) -> String {
    match finding.problem {
        Problem::OffMidnight { .. } => format!("{finding} with `--time-zone`"),
        _ => finding.to_string(),
    }
}

/// Writes the coverage, with `--quiet` only if there are findings. Returns the exit code.
pub(crate) fn conclude(notes: &Notes, coverage: &Coverage) -> Exit {
    if !coverage.is_clean() || notes.verbosity() > Verbosity::Quiet {
        summarize(notes, coverage);
    }
    if coverage.is_clean() { Exit::Complete } else { Exit::Findings }
}

/// Writes the coverage.
pub(crate) fn summarize(notes: &Notes, coverage: &Coverage) {
    for line in wrapped(&coverage.to_string(), SCREEN, ["", "  "]) {
        notes.plain(&line);
    }
}
