//! What the server does with requests that are wrong.

use super::ask::{Answer, Ask};
use super::verdict::{Finding, Settled, Verdict};
use super::window::Asking;

/// An identifier that nothing has: the documentation shows none that is all zeros.
const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// What a server did with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Treatment {
    /// Refused with this status.
    Refused(u16),
    /// Accepted, with so many rows, all of which are zero or not.
    Accepted { rows: usize, all_zero: bool },
}

/// A request that is wrong in one way.
struct Wrong {
    question: &'static str,
    ask: fn() -> Ask,
    matters: Option<&'static str>,
}

const WRONG: [Wrong; 7] = [
    Wrong { question: "length 0", ask: || Ask::days(0), matters: None },
    Wrong { question: "length 101", ask: || Ask::days(101), matters: None },
    Wrong { question: "unit `week`", ask: || Ask::days(2).with("unit", "week"), matters: None },
    Wrong {
        question: "an `ending_at` that is no time",
        ask: || Ask::days(2).with("ending_at", "tomorrow-ish"),
        matters: None,
    },
    Wrong {
        question: "an app that does not exist",
        ask: || Ask::days(2).with("app_id", NOBODY),
        matters: Some("--app-id: whether a mistyped one is noticed"),
    },
    Wrong {
        question: "a segment that does not exist",
        ask: || Ask::days(2).with("segment_id", NOBODY),
        matters: Some("--segment-id: whether a mistyped one is noticed"),
    },
    Wrong {
        question: "a parameter that does not exist",
        ask: || Ask::days(2).with("lenght", "2"),
        matters: None,
    },
];

/// Makes each wrong request once.
pub(super) fn findings(ask: &mut Asking<'_>) -> Vec<Finding> {
    let finding = |wrong: &Wrong| {
        let verdict = treatment(ask(&(wrong.ask)()));
        Finding::of(wrong.question, &verdict, |treatment| told(*treatment), wrong.matters)
    };
    WRONG.iter().map(finding).collect()
}

fn treatment(answer: Answer) -> Verdict<Treatment> {
    match answer {
        Answer::Refused(status) => {
            Settled::sure(Treatment::Refused(status), "the status of the reply to such a request")
        }
        Answer::Rows(rows) => Settled::sure(
            Treatment::Accepted {
                rows: rows.rows.len(),
                all_zero: rows.rows.iter().all(|row| row.is_zero),
            },
            "the reply to such a request",
        ),
        Answer::Failed => Err("such a request got no answer".to_owned()),
    }
}

fn told(treatment: Treatment) -> String {
    match treatment {
        Treatment::Refused(status) => format!("refused with status {status}"),
        Treatment::Accepted { rows: 0, .. } => "accepted, without rows".to_owned(),
        Treatment::Accepted { rows: 1, all_zero: true } => {
            "accepted, with one row of zero".to_owned()
        }
        Treatment::Accepted { rows: 1, .. } => "accepted, with one row".to_owned(),
        Treatment::Accepted { rows, all_zero: true } => {
            format!("accepted, with {rows} rows of zero")
        }
        Treatment::Accepted { rows, .. } => format!("accepted, with {rows} rows"),
    }
}
