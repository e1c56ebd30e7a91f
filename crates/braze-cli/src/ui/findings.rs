//! What is wrong with the numbers of a series, told to a person.

use braze_core::export::{Coverage, Finding, Problem};
use braze_series::Selections;

use crate::ui::exit::Exit;
use crate::ui::notes::Notes;
use crate::ui::verbosity::Verbosity;

/// How many things of a kind are listed for who did not ask for all of them.
const LISTED: usize = 10;

/// Writes lines with `write`, as many as are wanted.
pub(crate) fn list(
    notes: &Notes,
    lines: impl ExactSizeIterator<Item = String>,
    write: impl Fn(&Notes, &str),
) {
    let all = lines.len();
    let listed = if notes.verbosity() == Verbosity::Verbose { all } else { LISTED.min(all) };
    for line in lines.take(listed) {
        write(notes, &line);
    }
    if listed < all {
        write(notes, &format!("and {} more, which `--verbose` lists", all - listed));
    }
}

/// Lists the findings of exports, each with the series that it was about.
pub(crate) fn list_findings<'a>(
    notes: &Notes,
    results: impl IntoIterator<Item = (&'a Selections, &'a Coverage)>,
) {
    let mut lines = Vec::new();
    for (keys, coverage) in results {
        lines.extend(coverage.findings().iter().map(|finding| {
            match keys.distinct_at(finding.selection) {
                Some(key) => format!("{key}: {}", text(finding)),
                None => text(finding),
            }
        }));
    }
    list(notes, lines.into_iter(), Notes::finding);
}

/// A finding, with the option that mends it.
fn text(finding: &Finding) -> String {
    match finding.problem {
        Problem::OffMidnight { .. } => format!("{finding} with `--time-zone`"),
        _ => finding.to_string(),
    }
}

/// The last line, which a quiet command has only if something is wrong; and how the command ends.
pub(crate) fn conclude(notes: &Notes, coverage: &Coverage) -> Exit {
    if !coverage.is_clean() || notes.verbosity() > Verbosity::Quiet {
        notes.plain(&coverage.to_string());
    }
    if coverage.is_clean() { Exit::Complete } else { Exit::Findings }
}
