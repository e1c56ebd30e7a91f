//! The fate of each record, by the reply to its request.

use std::fmt::Write;
use std::time::Duration;

use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use braze_core::{IoKind, RetryPolicy, Sent};
use serde_json::json;

use super::model;
use super::peer::{Run, run, success};
use crate::core::peer::{Outcome, failure, reply};

/// Two attributes, two events and a purchase, in an order that is not that of the request.
fn mixed() -> Vec<Record> {
    use RecordKind::{Attributes, Event, Purchase};
    let record = |(at, kind): (usize, RecordKind)| {
        Record::new(kind, &json!({"external_id": format!("u-{at}"), "n": at})).unwrap()
    };
    [Event, Attributes, Purchase, Event, Attributes].into_iter().enumerate().map(record).collect()
}

fn plain() -> Vec<Record> {
    mixed().into_iter().filter(|record| record.kind() == RecordKind::Attributes).collect()
}

/// Runs one request with this reply.
fn answered(records: Vec<Record>, outcome: &Outcome) -> Run {
    run(
        Import::new(records),
        |config| config.retry(RetryPolicy::none()),
        |_| (Duration::from_millis(1), outcome.clone()),
    )
}

/// The outcomes as text.
fn report(run: &Run) -> String {
    let mut outcomes = run.outcomes.clone();
    outcomes.sort_by_key(|outcome| outcome.index);
    let mut text = String::new();
    for outcome in outcomes {
        let kind = outcome.record.kind().name();
        writeln!(text, "  {} {kind}: {}", outcome.index, status(&outcome.status)).unwrap();
    }
    for note in run.account.notes() {
        writeln!(text, "  note: {}", note.text).unwrap();
    }
    if let Some(error) = &run.error {
        writeln!(text, "  {error}: {}", error.call().unwrap()).unwrap();
    }
    text
}

fn status(status: &RecordStatus) -> String {
    match status {
        RecordStatus::Accepted => "accepted".to_owned(),
        RecordStatus::Rejected { reason } => format!("rejected, {reason}"),
        RecordStatus::Unknown { reason } => format!("unknown, {reason}"),
        RecordStatus::NotSent => "not sent".to_owned(),
        other => format!("{other:?}"),
    }
}

/// The fate of each record beside replies with these bodies.
fn table(records: &[Record], replies: &[(u16, &str)]) -> String {
    let mut text = String::new();
    for (status, body) in replies {
        writeln!(text, "{status} {body}").unwrap();
        text += &report(&answered(records.to_vec(), &reply(*status, &[], body)));
    }
    text
}

#[test]
fn errors_beside_success_reject_the_records_that_they_name() {
    let text = table(
        &mixed(),
        &[
            (
                201,
                r#"{"message":"success","attributes_processed":2,"events_processed":2,"purchases_processed":1}"#,
            ),
            (
                201,
                r#"{"message":"success","events_processed":1,"errors":[{"type":"'quantity' is not valid","input_array":"purchases","index":0},{"type":"no name","input_array":"events","index":1}]}"#,
            ),
            (
                201,
                r#"{"message":"success","errors":[{"type":"one","input_array":"events","index":0},{"type":"two","input_array":"events","index":"0"}]}"#,
            ),
            (201, r#"{"message":"success","errors":[]}"#),
            (201, r#"{"message":"success","errors":null}"#),
            (202, r#"{"message":"queued"}"#),
            (201, "{}"),
        ],
    );
    insta::assert_snapshot!(text);
}

#[test]
fn an_error_that_names_no_record_leaves_the_others_unknown() {
    let text = table(
        &mixed(),
        &[
            (201, r#"{"message":"success","errors":["something went wrong"]}"#),
            (201, r#"{"message":"success","errors":"something went wrong"}"#),
            (201, r#"{"message":"success","errors":[[0,"something"]]}"#),
            (201, r#"{"message":"success","errors":[{"type":"bad","index":0}]}"#),
            (
                201,
                r#"{"message":"success","errors":[{"type":"bad","input_array":"users","index":0},{"type":"worse","input_array":"events","index":0}]}"#,
            ),
            (
                201,
                r#"{"message":"success","errors":[{"type":"bad","input_array":"events","index":2}]}"#,
            ),
            (
                201,
                r#"{"message":"success","errors":[{"type":"bad","input_array":"events","index":-1}]}"#,
            ),
        ],
    );
    insta::assert_snapshot!(text);
}

/// With one array in the request, an index is clear without its name.
#[test]
fn an_index_without_an_array_is_clear_where_there_is_one() {
    let text = table(
        &plain(),
        &[
            (201, r#"{"message":"success","errors":[{"type":"bad","index":1}]}"#),
            (201, r#"{"message":"success","errors":[[0,"something"]]}"#),
            (201, r#"{"message":"success","errors":[[2,"something"]]}"#),
        ],
    );
    insta::assert_snapshot!(text);
}

#[test]
fn counts_that_do_not_add_up_are_noted() {
    let text = table(
        &mixed(),
        &[
            (201, r#"{"message":"success","attributes_processed":1,"events_processed":3}"#),
            (
                201,
                r#"{"message":"success","events_processed":2,"errors":[{"type":"bad","input_array":"events","index":0}]}"#,
            ),
            (201, r#"{"message":"success","events_processed":"many"}"#),
        ],
    );
    insta::assert_snapshot!(text);
}

/// Three records of a kind.
fn three(kind: RecordKind) -> Vec<Record> {
    let record =
        |number: u8| Record::new(kind, &model::record(kind, (usize::from(number), number, 100), 0));
    (0..3).map(|number| record(number).unwrap()).collect()
}

/// The errors and counts of the other operations, each in its own form.
#[test]
fn replies_of_other_operations_are_read_in_their_own_form() {
    let mut text = String::new();
    for (kind, replies) in [
        (
            RecordKind::Alias,
            &[
                (201, r#"{"message":"success","aliases_processed":3}"#),
                (201, r#"{"message":"success","aliases_processed":2}"#),
                (
                    201,
                    r#"{"message":"success","errors":[{"type":"bad","input_array":"user_aliases","index":1}]}"#,
                ),
            ][..],
        ),
        (
            RecordKind::Identification,
            &[(
                201,
                r#"{"aliases_processed":2,"message":"success","errors":[{"type":"'external_id' is required","input_array":"user_identifiers","index":0}]}"#,
            )],
        ),
        (
            RecordKind::Deletion,
            &[
                (201, r#"{"deleted":3,"message":"success"}"#),
                (201, r#"{"deleted":1,"message":"success"}"#),
                (
                    400,
                    r#"{"message":"The max number of external_ids and aliases per request was exceeded"}"#,
                ),
            ],
        ),
        (
            RecordKind::ExternalIdRename,
            &[(
                201,
                r#"{"message":"success","external_ids":[{},{}],"rename_errors":[[2,"no such user"]]}"#,
            )],
        ),
        (
            RecordKind::ExternalIdRemoval,
            &[(
                201,
                r#"{"message":"success","removed_ids":["u-0"],"removal_errors":[[1,"a primary id"],[2,"a primary id"]]}"#,
            )],
        ),
        (
            RecordKind::SubscriptionState,
            &[
                (201, r#"{"message":"success"}"#),
                (201, r#"{"message":"success","errors":[[0,"bad"]]}"#),
                (400, r#"{"message":"Invalid subscription group ID"}"#),
            ],
        ),
        (RecordKind::EmailStatus, &[(201, r#"{"message":"success","errors":["bad address"]}"#)]),
    ] {
        text += &table(&three(kind), replies);
    }
    insta::assert_snapshot!(text);
}

/// No reply tells whether a rename failed because it was done already.
#[test]
fn an_error_after_a_lost_reply_leaves_a_rename_unknown() {
    let failed =
        r#"{"message":"success","rename_errors":[[0,"no such user"]],"external_ids":[{},{}]}"#;
    let lost = failure(IoKind::Closed, Sent::Maybe);
    let mut text = String::new();
    for first in [&[lost][..], &[failure(IoKind::Connect, Sent::No)]] {
        let mut script = first.iter().cloned().chain([reply(201, &[], failed)]);
        let run = run(
            Import::new(three(RecordKind::ExternalIdRename)),
            |config| config,
            |_| (Duration::from_millis(1), script.next().unwrap()),
        );
        writeln!(text, "{:?}", first[0].as_ref().unwrap_err().sent()).unwrap();
        text += &report(&run);
    }
    insta::assert_snapshot!(text);
}

#[test]
fn refusals_reject_or_leave_unknown() {
    let text = table(
        &mixed(),
        &[
            (
                400,
                r#"{"message":"Valid data must be provided","errors":[{"type":"no user","input_array":"attributes","index":0},{"type":"no user","input_array":"attributes","index":1},{"type":"no user","input_array":"events","index":0},{"type":"no user","input_array":"events","index":1},{"type":"no user","input_array":"purchases","index":0}]}"#,
            ),
            (
                400,
                r#"{"message":"Valid data must be provided","errors":[{"type":"no user","input_array":"events","index":1}]}"#,
            ),
            (400, r#"{"message":"Bad Request","errors":["see the documentation"]}"#),
            (400, r#"{"error":"\nProblem:\n  message body does not match declared format\n"}"#),
            (413, "too large"),
            (201, r#"{"message":"Invalid campaign"}"#),
            (
                200,
                r#"{"message":"not all","errors":[{"type":"bad","input_array":"events","index":0}]}"#,
            ),
            (200, "<html>captive portal</html>"),
            (200, ""),
        ],
    );
    insta::assert_snapshot!(text);
}

#[test]
fn a_reply_that_concerns_every_request_stops_the_import() {
    let text = table(
        &plain(),
        &[
            (401, r#"{"message":"Invalid API key: a-test-key"}"#),
            (403, r#"{"message":"Forbidden"}"#),
            (404, "not found"),
            (302, ""),
            (429, r#"{"message":"Rate limited"}"#),
        ],
    );
    insta::assert_snapshot!(text);
}

#[test]
fn a_lost_reply_leaves_unknown_only_what_may_have_been_sent() {
    let mut text = String::new();
    for (kind, sent) in [
        (IoKind::Connect, Sent::No),
        (IoKind::Timeout, Sent::No),
        (IoKind::Timeout, Sent::Maybe),
        (IoKind::Closed, Sent::Maybe),
        (IoKind::TooLarge, Sent::Maybe),
        (IoKind::Cancelled, Sent::No),
        (IoKind::Cancelled, Sent::Maybe),
    ] {
        writeln!(text, "{kind:?} {sent:?}").unwrap();
        text += &report(&answered(mixed(), &failure(kind, sent)));
    }
    for status in [408, 500, 503] {
        writeln!(text, "{status}").unwrap();
        text += &report(&answered(mixed(), &reply(status, &[], "")));
    }
    insta::assert_snapshot!(text);
}

/// Attempts of one request with these replies, the last of which is a success.
fn attempts(records: Vec<Record>, repeat: bool, first: &[Outcome]) -> (usize, String) {
    let mut script = first.iter();
    let run = run(
        Import::new(records).repeat_unknown(repeat),
        |config| config,
        |request| match script.next() {
            Some(outcome) => (Duration::from_millis(1), outcome.clone()),
            None => success(request),
        },
    );
    (run.requests.len(), run.account.to_string())
}

#[test]
fn a_request_is_repeated_only_where_that_cannot_count_twice() {
    let lost = [failure(IoKind::Closed, Sent::Maybe)];
    let good = |count| {
        format!("import: {count} of {count} records: {count} accepted, 0 rejected, 0 unknown")
    };
    assert_eq!(attempts(plain(), false, &lost), (2, good(2)));
    let unknown = "import: 5 of 5 records: 0 accepted, 0 rejected, 5 unknown".to_owned();
    assert_eq!(attempts(mixed(), false, &lost), (1, unknown.clone()));
    assert_eq!(attempts(mixed(), true, &lost), (2, good(5)));
    assert_eq!(attempts(mixed(), false, &[reply(502, &[], "")]), (1, unknown));
    // Surely not acted on: repeated in any case.
    let unsent = [failure(IoKind::Connect, Sent::No), reply(429, &[("retry-after", "1")], "")];
    assert_eq!(attempts(mixed(), false, &unsent), (3, good(5)));
}

/// An attempt that was surely not acted on does not make up for an earlier one that may have been.
#[test]
fn a_refusal_after_a_lost_reply_leaves_it_unknown() {
    let run =
        run(Import::new(plain()), |config| config.retry(RetryPolicy::default().attempts(2)), {
            let mut script =
                [failure(IoKind::Closed, Sent::Maybe), reply(429, &[], "")].into_iter();
            move |_| (Duration::from_millis(1), script.next().unwrap())
        });
    assert_eq!((run.account.unknown, run.account.not_sent), (2, 0));
    assert_eq!(run.error.unwrap().resume_at(), 2);
}
