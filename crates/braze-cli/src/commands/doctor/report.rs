//! [`Report`]: what the doctor says, for people and for programs.

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::{Value, json};

use super::probe::{Certainty, Finding};
use super::survey::Entry;
use crate::ui::escape::printable;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::notes::{bounded, bounded_lines};

/// What the doctor says.
pub(super) struct Report {
    pub(super) entries: Vec<Entry>,
    pub(super) problems: Vec<Failure>,
    /// What the probe found, if it ran.
    pub(super) findings: Option<Vec<Finding>>,
}

impl Report {
    /// How the command ends: as the first problem says.
    pub(super) fn exit(&self) -> Exit {
        self.problems.first().map_or(Exit::Complete, Failure::exit)
    }

    pub(super) fn text(&self) -> String {
        let width = |of: fn(&Entry) -> usize| self.entries.iter().map(of).max().unwrap_or_default();
        let names = width(|entry| entry.name.len());
        let values = width(|entry| entry.value.chars().count()).min(WIDEST);
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
            let matters = finding.matters.map(|matters| format!("matters for: {matters}"));
            for text in [Some(evidence), matters].into_iter().flatten() {
                out.push_str(&wrapped(&text));
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

/// What is known about a problem, at a length that can be read.
fn details(problem: &Failure) -> Vec<Cow<'_, str>> {
    bounded_lines(problem.details().iter().map(String::as_str))
}

/// A text in lines that fit a screen, each indented.
fn wrapped(text: &str) -> String {
    const WIDTH: usize = 98;
    let mut out = String::new();
    let mut line = String::from(" ");
    for word in text.split(' ') {
        if line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = "   ".to_owned();
        }
        line.push(' ');
        line.push_str(word);
    }
    out + &line + "\n"
}

/// Where values are wider than this, the column beside them is not moved any further.
const WIDEST: usize = 56;
