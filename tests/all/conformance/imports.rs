//! Imports through failures in every phase of an exchange: the same records come back with the same results.

use braze_core::Pacing;
use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use futures_util::{StreamExt, stream};

use super::{Client, Exchange, Reply, Trial, report, scenarios};

scenarios![
    harmless_records_through_failures,
    events_through_failures,
    errors_of_records,
    records_of_other_operations,
    a_key_that_is_refused,
    a_server_that_is_gone,
    many_requests_in_flight,
];

fn good() -> Reply {
    Reply::json(201, r#"{"message":"success"}"#)
}

/// Every way to lose a reply that the two clients tell alike, and two that say that nothing was done.
fn failures() -> Vec<Exchange> {
    let (reply, head) = (good().bytes(), good().head().len());
    let half = usize::midpoint(head, reply.len());
    vec![
        Reply::json(429, r#"{"message":"Rate limited"}"#).header("retry-after", "0").into(),
        Reply::json(500, r#"{"message":"down"}"#).into(),
        good().into(),
        Exchange::on_request().close(),
        good().into(),
        Exchange::on_request().reset(),
        good().into(),
        Exchange::on_request().write_first(10, &reply).reset(),
        good().into(),
        Exchange::on_request().write_first(head, &reply).close(),
        good().into(),
        Exchange::on_request().write_first(half, &reply).reset(),
        good().into(),
        Exchange::on_request().write_all_but(1, &reply).close(),
        good().into(),
        Reply::json(200, "<html>captive portal</html>").into(),
        good().into(),
    ]
}

/// Records of different users, two to a request, one request at a time.
fn records(kind: RecordKind, count: usize) -> Import<Vec<Record>> {
    let record = |number| {
        Record::parse(kind, format!(r#"{{"external_id":"u-{number}"}}"#))
            .unwrap()
            .with_line(number + 1)
    };
    Import::new((0..count as u64).map(record).collect()).max_records(2).concurrency(1)
}

/// Runs an import and reports every record, every attempt, and what the server saw.
fn import<C: Client>(trial: &mut Trial<C>, import: Import<Vec<Record>>) {
    let mut lines = Vec::new();
    let account = trial.client().import(import, |outcome| {
        lines.push(match outcome {
            Ok(outcome) => {
                let status = match outcome.status {
                    RecordStatus::Accepted => "accepted".to_owned(),
                    RecordStatus::Rejected { reason } => format!("rejected: {reason}"),
                    // The words of the HTTP library are its own.
                    RecordStatus::Unknown { reason } => {
                        format!("unknown: {}", reason.split(':').next().unwrap())
                    }
                    _ => "not sent".to_owned(),
                };
                format!("line {}: {status}", outcome.record.line().unwrap())
            }
            Err(error) => format!("{error}: {}", report::brief(error.call().unwrap())),
        });
    });
    for line in trial.events().into_iter().chain(lines) {
        trial.note(&line);
    }
    trial.note(&account.to_string());
    for request in trial.server().seen().requests {
        let text = String::from_utf8_lossy(&request.bytes).into_owned();
        trial.note(&format!("{} {}", text.lines().next().unwrap(), body(&request.bytes)));
    }
    trial.forget_server();
}

fn harmless_records_through_failures(trial: &mut Trial<impl Client>) {
    trial.serve(failures());
    import(trial, records(RecordKind::Attributes, 18));
}

fn events_through_failures(trial: &mut Trial<impl Client>) {
    trial.serve(failures());
    import(trial, records(RecordKind::Event, 32));
}

fn errors_of_records(trial: &mut Trial<impl Client>) {
    let error =
        |index| format!(r#"{{"type":"bad {index}","input_array":"events","index":{index}}}"#);
    let [first, second] = [error(0), error(1)];
    trial.serve([
        Reply::json(201, &format!(r#"{{"message":"success","errors":[{second}]}}"#)),
        Reply::json(400, &format!(r#"{{"message":"nothing valid","errors":[{first},{second}]}}"#)),
        Reply::json(400, r#"{"message":"Bad Request"}"#),
        Reply::json(201, r#"{"message":"success","errors":["odd"]}"#),
        Reply::json(201, r#"{"message":"no success"}"#),
        good(),
    ]);
    import(trial, records(RecordKind::Event, 11));
}

/// Each operation has its own body, its own errors, and its own answer to a lost reply.
fn records_of_other_operations(trial: &mut Trial<impl Client>) {
    let good = |fields: &str| Reply::json(201, &format!(r#"{{"message":"success"{fields}}}"#));
    trial.serve([
        good(r#","aliases_processed":2"#).into(),
        Exchange::on_request().close(),
        good(r#","rename_errors":[[0,"no such user"]]"#).into(),
        good("").into(),
        Exchange::on_request().close(),
        good(r#","deleted":1"#).into(),
    ]);
    let records = [
        (RecordKind::Alias, r#"{"alias_name":"a","alias_label":"crm"}"#),
        (RecordKind::Alias, r#"{"alias_name":"b","alias_label":"crm"}"#),
        (RecordKind::ExternalIdRename, r#"{"current_external_id":"a","new_external_id":"b"}"#),
        (
            RecordKind::SubscriptionState,
            r#"{"subscription_group_id":"g","subscription_state":"subscribed","email":"kit@example.com"}"#,
        ),
        (RecordKind::Deletion, r#"{"email":"kit@example.com","prioritization":["identified"]}"#),
        (RecordKind::Deletion, r#"{"external_id":"a"}"#),
    ];
    let records = records
        .into_iter()
        .zip(1..)
        .map(|((kind, json), line)| Record::parse(kind, json).unwrap().with_line(line));
    import(trial, Import::new(records.collect::<Vec<_>>()).concurrency(1));
}

fn a_key_that_is_refused(trial: &mut Trial<impl Client>) {
    let refused = format!(r#"{{"message":"Invalid API key: {}"}}"#, super::trial::KEY);
    trial.serve([good(), Reply::json(401, &refused)]);
    import(trial, records(RecordKind::Event, 100));
}

/// Three replies that are lost one after another are borne; the next one ends the import.
fn a_server_that_is_gone(trial: &mut Trial<impl Client>) {
    trial.serve((0..6).map(|_| Exchange::on_request().close()));
    import(trial, records(RecordKind::Event, 100));
}

/// Every record is sent once and comes back once, whatever the order of the replies.
fn many_requests_in_flight(trial: &mut Trial<impl Client>) {
    trial.serve((0..500).map(|_| good()));
    trial.configure(|config| config.pacing(Pacing::off()));
    let mut indexes = Vec::new();
    let records = records(RecordKind::Event, 1_000).concurrency(8);
    let account = trial.client().import(records, |outcome| indexes.push(outcome.unwrap().index));
    indexes.sort_unstable();
    assert!(indexes.into_iter().eq(0..1_000));
    trial.events();
    let requests = trial.server().seen().requests;
    let mut bodies: Vec<_> = requests.iter().map(|it| body(&it.bytes)).collect();
    bodies.sort_unstable();
    bodies.dedup();
    trial.note(&format!("{} bodies in {} requests; {account}", bodies.len(), requests.len()));
    trial.forget_server();
}

fn body(request: &[u8]) -> String {
    let text = String::from_utf8_lossy(request);
    text.split_once("\r\n\r\n").unwrap().1.to_owned()
}

/// Records come back while the stream that gives them has no more for now.
#[test]
fn a_stream_that_lets_wait_holds_nothing_back() {
    let server = super::Server::start([good().into(), good().into()]);
    let url: braze_core::BaseUrl = server.url().parse().unwrap();
    let client = braze_async::Client::new(url, super::trial::key()).unwrap();
    let import = records(RecordKind::Event, 4).concurrency(4);
    let import = import.map(|records| stream::iter(records).chain(stream::pending()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let indexes = runtime.block_on(async {
        let mut outcomes = client.import(import);
        let mut indexes = Vec::new();
        for _ in 0..4 {
            indexes.push(outcomes.next().await.unwrap().unwrap().index);
        }
        indexes
    });
    assert_eq!(indexes.len(), 4);
}

/// A cancelled import says what is in flight, what was not sent, and where to resume.
#[test]
fn cancelling_ends_a_blocking_import() {
    let server = super::Server::start([good().into(), Exchange::on_request().hold()]);
    let url: braze_core::BaseUrl = server.url().parse().unwrap();
    let client = braze_blocking::Client::new(url, super::trial::key()).unwrap();
    let mut outcomes = client.import(records(RecordKind::Event, 100));
    let cancel = outcomes.cancel();
    std::thread::scope(|scope| {
        scope.spawn(|| {
            server.wait_until("the second request", |seen| seen.requests.len() == 2);
            cancel.cancel();
        });
        let mut statuses: Vec<_> = (&mut outcomes).collect();
        let error = statuses.pop().unwrap().unwrap_err();
        assert!(matches!(error.call(), Some(braze_core::Error::Cancelled)));
        assert_eq!(error.resume_at(), 4);
    });
    let account = outcomes.account();
    assert_eq!((account.accepted, account.unknown), (2, 2));
    assert_eq!(account.not_sent, account.records - 4);
    assert!(outcomes.next().is_none());
}
