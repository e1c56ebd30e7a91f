//! [`Report`]: the report of the doctor, for people and for programs.

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::{Value, json};

use super::probe::{Certainty, Finding};
use super::survey::Entry;
use crate::ui::escape::printable;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::notes::{bounded, bounded_lines};
use crate::ui::text::wrapped;

/// The report of the doctor.
pub(super) struct Report {
    pub(super) entries: Vec<Entry>,
    pub(super) problems: Vec<Failure>,
    /// The answers of the probe, if it ran.
    pub(super) findings: Option<Vec<Finding>>,
}

impl Report {
    /// The exit code: that of the first problem.
    pub(super) fn exit(&self) -> Exit {
        self.problems.first().map_or(Exit::Complete, Failure::exit)
    }

    pub(super) fn text(&self) -> String {
        let width = |of: fn(&Entry) -> usize| self.entries.iter().map(of).max().unwrap_or_default();
        let names = width(|entry| entry.name.len());
        let values = width(|entry| entry.value.chars().count()).min(MAX_VALUE_WIDTH);
        let mut out = String::new();
        // Writing to a string does not fail.
        for Entry { name, value, origin } in &self.entries {
            let (value, origin) = (printable(&bounded(value)), printable(&bounded(origin)));
            let line = format!("{name:names$}  {value:values$}  {origin}");
            let _ = writeln!(out, "{}", line.trim_end());
        }
        for finding in self.findings.iter().flatten() {
            let (answer, evidence) = match &finding.certainty {
                Some(certainty) => {
                    (finding.answer.as_str(), format!("{certainty}: {}", finding.evidence))
                }
                None => ("not settled", finding.evidence.clone()),
            };
            let _ = writeln!(out, "\n{}: {answer}", finding.question);
            for text in [evidence, format!("matters for: {}", finding.matters)] {
                for line in wrapped(&text, MAX_LINE_WIDTH, ["  ", "    "]) {
                    let _ = writeln!(out, "{line}");
                }
            }
        }
        for problem in &self.problems {
            let _ = writeln!(out, "\nproblem: {}", printable(&bounded(problem.what())));
            for detail in details(problem) {
                let _ = writeln!(out, "  {}", printable(&detail));
            }
            for tip in problem.tips() {
                let _ = writeln!(out, "  tip: {}", printable(&bounded(tip)));
            }
        }
        out
    }

    pub(super) fn json(&self) -> String {
        let entry = |it: &Entry| json!({ "name": it.name, "value": bounded(&it.value), "origin": bounded(&it.origin) });
        let problem = |problem: &Failure| {
            json!({
                "problem": bounded(problem.what()),
                "details": details(problem),
                "tips": problem.tips().iter().map(|tip| bounded(tip)).collect::<Vec<_>>(),
                "exit_code": problem.exit().code(),
            })
        };
        let finding = |finding: &Finding| {
            json!({
                "question": finding.question,
                "settled": finding.certainty.is_some(),
                "answer": finding.certainty.map(|_| finding.answer.as_str()),
                "certainty": finding.certainty.as_ref().map(Certainty::as_str),
                "evidence": finding.evidence,
                "matters_for": finding.matters,
            })
        };
        let findings = self.findings.as_ref().map(|it| it.iter().map(finding).collect::<Vec<_>>());
        let value: Value = json!({
            "settings": self.entries.iter().map(entry).collect::<Vec<_>>(),
            "problems": self.problems.iter().map(problem).collect::<Vec<_>>(),
            "probe": findings,
        });
        format!("{value:#}\n")
    }
}

/// The details of a problem, at a readable length.
fn details(problem: &Failure) -> Vec<Cow<'_, str>> {
    bounded_lines(problem.details().iter().map(String::as_str))
}

/// The greatest width of a line of text.
const MAX_LINE_WIDTH: usize = 98;

/// The greatest width of the column of values, which longer ones exceed.
const MAX_VALUE_WIDTH: usize = 56;
