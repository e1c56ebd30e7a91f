//! [`ImportReport`]: what became of the records, told to a person.

use std::path::Path;

use braze_core::import::{Account, RecordOutcome, RecordStatus};
use braze_records::Earlier;

use crate::ui::exit::Exit;
use crate::ui::findings;
use crate::ui::notes::Notes;
use crate::ui::text::Counted;
use crate::ui::verbosity::Verbosity;

/// Bound of the lines that are kept to be listed.
const MAX_LINES: usize = 1_000;

/// The records that were not accepted, and the reasons.
#[derive(Debug, Default)]
pub(super) struct ImportReport {
    rejected: Vec<Rejected>,
    more_rejected: u64,
    unknown: Vec<Stretch>,
    more_unknown: u64,
    /// Positions and lines of records that were not sent.
    not_sent: Vec<(u64, u64)>,
}

#[derive(Debug)]
struct Rejected {
    line: u64,
    reason: String,
}

/// Records that stand one after another and share a fate.
#[derive(Debug)]
struct Stretch {
    first_line: u64,
    last_line: u64,
    /// The position of the last record.
    last: u64,
    reason: String,
}

impl ImportReport {
    /// Takes in what became of a record.
    pub(super) fn record(&mut self, outcome: &RecordOutcome) {
        let line = outcome.record.line().unwrap_or_default();
        match &outcome.status {
            RecordStatus::Rejected { reason } => self.reject(line, reason),
            RecordStatus::Unknown { reason } => self.add_unknown(outcome.index, line, reason),
            RecordStatus::NotSent => self.not_sent.push((outcome.index, line)),
            _ => {}
        }
    }

    fn add_unknown(&mut self, index: u64, line: u64, reason: &str) {
        let continued = self.unknown.last_mut();
        let continued = continued.filter(|run| run.last + 1 == index && run.reason == reason);
        if let Some(run) = continued {
            (run.last, run.last_line) = (index, line);
        } else if self.unknown.len() < MAX_LINES {
            let reason = reason.to_owned();
            self.unknown.push(Stretch { first_line: line, last_line: line, last: index, reason });
        } else {
            self.more_unknown += 1;
        }
    }

    /// Notes a rejected record.
    pub(super) fn reject(&mut self, line: u64, reason: &str) {
        if self.rejected.len() < MAX_LINES {
            self.rejected.push(Rejected { line, reason: reason.to_owned() });
        } else {
            self.more_rejected += 1;
        }
    }

    /// Lists the records that were rejected or are unknown, in the order of the file, and the contradictions in
    /// replies.
    pub(super) fn list(&mut self, account: &Account, notes: &Notes) {
        self.rejected.sort_by_key(|rejected| rejected.line);
        let rejected =
            self.rejected.iter().map(|it| format!("line {}: rejected: {}", it.line, it.reason));
        findings::list(notes, rejected, Notes::finding);
        if self.more_rejected > 0 {
            notes.finding(&format!("and {} more rejected records", self.more_rejected));
        }
        self.unknown.sort_by_key(|run| run.first_line);
        for run in &self.unknown {
            notes.finding(&format!("{}: unknown: {}", lines(run), run.reason));
        }
        if self.more_unknown > 0 {
            notes.finding(&format!("and {} more unknown records", self.more_unknown));
        }
        for note in account.notes() {
            let (first, last) = (note.first + 1, note.first + note.records as u64);
            notes.finding(&format!("records {first} to {last}: {}", note.text));
        }
        if account.more_notes() > 0 {
            notes.finding(&format!("and {} more contradictions in replies", account.more_notes()));
        }
    }

    /// Lines with records that were not sent, although later ones were, such as `4 to 78, 90`. `resume_at`: the
    /// position after the last record that was.
    pub(super) fn left_behind(&self, resume_at: u64) -> Option<String> {
        let before = self.not_sent.iter().filter(|(at, _)| *at < resume_at);
        let mut lines: Vec<_> = before.map(|(_, line)| *line).collect();
        lines.sort_unstable();
        let mut ranges: Vec<(u64, u64)> = Vec::new();
        for line in lines {
            match ranges.last_mut() {
                Some((_, last)) if line <= *last + 1 => *last = line,
                _ => ranges.push((line, line)),
            }
        }
        let ranges = ranges.iter().map(|(first, last)| match first == last {
            true => first.to_string(),
            false => format!("{first} to {last}"),
        });
        let ranges: Vec<_> = ranges.collect();
        (!ranges.is_empty()).then(|| ranges.join(", "))
    }
}

/// `line 7`, `lines 7 to 12`
fn lines(run: &Stretch) -> String {
    let Stretch { first_line, last_line, .. } = run;
    match first_line == last_line {
        true => format!("line {first_line}"),
        false => format!("lines {first_line} to {last_line}"),
    }
}

/// Notes what is left out because an earlier file has it, and what only that one has.
pub(super) fn tell_changes(notes: &Notes, earlier: &Earlier, path: &Path) {
    let path = path.display();
    let unchanged = Counted(earlier.unchanged(), "record");
    notes.note(&format!("unchanged since {path} and left out: {unchanged}"));
    if earlier.removed() > 0 {
        let attributes = Counted(earlier.removed(), "attribute");
        notes.note(&format!(
            "only in {path}: {attributes}, left as they are; `--empty-as-null` removes attributes"
        ));
    }
    if earlier.unnamed_users() > 0 {
        let users = Counted(earlier.unnamed_users() as u64, "user");
        notes.note(&format!("only in {path}: {users}, left as they are"));
    }
}

/// Writes the account, with `--quiet` only if something is wrong. Returns the exit code.
pub(super) fn conclude(notes: &Notes, account: &Account) -> Exit {
    if !account.is_clean() || notes.verbosity() > Verbosity::Quiet {
        notes.plain(&account.to_string());
    }
    if account.is_clean() { Exit::Complete } else { Exit::Findings }
}
