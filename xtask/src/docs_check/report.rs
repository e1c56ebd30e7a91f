//! Outcomes as a table for people, and as JSON for programs.

use std::fmt::Write;

use serde_json::{Value, json as object};

use super::Outcome;
use super::finding::{Finding, Verdict};

/// The maximum width of a cell.
const MAX_WIDTH: usize = 48;

/// Renders the outcomes as tables. The mark before a fact is `=` if both sides agree, `x` if they do
/// not, `~` for a known difference, and `.` for a note.
#[must_use]
pub fn table(outcomes: &[Outcome]) -> String {
    let mut out = String::new();
    for outcome in outcomes {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}: {}", outcome.file, heading(outcome));
        rows(&mut out, &outcome.findings);
        let _ = writeln!(out, "  {}\n", counts(outcome));
    }
    let contradicted =
        outcomes.iter().filter(|outcome| outcome.count(Verdict::Contradiction) > 0).count();
    let _ = match (outcomes.len(), contradicted) {
        (1, _) => Ok(()),
        (all, 0) => writeln!(out, "{all} checked, no contradiction"),
        (all, some) => writeln!(out, "{all} checked, {some} with contradictions"),
    };
    out
}

fn heading(outcome: &Outcome) -> String {
    let subject =
        if outcome.subject.is_empty() { "no operation" } else { outcome.subject.as_str() };
    match &outcome.operation {
        Some(operation) => format!("{subject}, compared with {operation}"),
        None => subject.to_owned(),
    }
}

fn counts(outcome: &Outcome) -> String {
    let count = |verdict, one: &str, many: &str| match outcome.count(verdict) {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {many}")),
    };
    let counts = [
        count(Verdict::Equal, "fact is equal", "facts are equal"),
        count(Verdict::Contradiction, "contradiction", "contradictions"),
        count(Verdict::Known, "known difference", "known differences"),
        count(Verdict::Note, "note", "notes"),
    ];
    counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn rows(out: &mut String, findings: &[Finding]) {
    let titles = ["fact", "spec", "vendor", "line", ""].map(str::to_owned);
    let mut rows = vec![(' ', titles)];
    rows.extend(findings.iter().map(|finding| {
        let line = finding.line.map_or(String::new(), |line| line.to_string());
        let fact = finding.fact.to_string();
        let cells = [&fact, &finding.spec, &finding.vendor, &line].map(|it| shortened(it));
        let [fact, spec, vendor, line] = cells;
        (mark(finding.verdict), [fact, spec, vendor, line, one_line(&finding.remark)])
    }));
    let width = |column: usize| {
        rows.iter().map(|(_, cells)| cells[column].chars().count()).max().unwrap_or_default()
    };
    let widths = [0, 1, 2, 3].map(width);
    for (mark, [fact, spec, vendor, line, remark]) in &rows {
        let [fact_width, spec_width, vendor_width, line_width] = widths;
        let row = format!(
            "  {mark} {fact:fact_width$}  {spec:spec_width$}  {vendor:vendor_width$}  {line:>line_width$}  {remark}",
        );
        out.push_str(row.trim_end());
        out.push('\n');
    }
}

fn mark(verdict: Verdict) -> char {
    match verdict {
        Verdict::Equal => '=',
        Verdict::Contradiction => 'x',
        Verdict::Known => '~',
        Verdict::Note => '.',
    }
}

/// Returns a text on one line, without control characters: a file may contain terminal sequences.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|letter| !letter.is_control()).collect()
}

/// Returns a cell on one line, cut to the maximum width.
fn shortened(cell: &str) -> String {
    let line = one_line(cell);
    if line.chars().count() <= MAX_WIDTH {
        return line;
    }
    line.chars().take(MAX_WIDTH - 1).chain(['…']).collect()
}

/// Renders the outcomes as one JSON value.
#[must_use]
pub fn json(outcomes: &[Outcome]) -> String {
    let value = object!({
        "contradictions": outcomes.iter().map(|it| it.count(Verdict::Contradiction)).sum::<usize>(),
        "outcomes": outcomes.iter().map(outcome).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn outcome(outcome: &Outcome) -> Value {
    object!({
        "file": outcome.file,
        "subject": outcome.subject,
        "operation": outcome.operation,
        "facts": outcome.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    let verdict = match finding.verdict {
        Verdict::Equal => "equal",
        Verdict::Contradiction => "contradiction",
        Verdict::Known => "known",
        Verdict::Note => "note",
    };
    object!({
        "fact": finding.fact.to_string(),
        "verdict": verdict,
        "spec": finding.spec,
        "vendor": finding.vendor,
        "line": finding.line,
        "remark": finding.remark,
    })
}
