//! Imports through faults, over sockets: what the server holds afterwards is what the account says.

use std::collections::HashMap;

use braze_core::Pacing;
use braze_core::import::{Account, Import, Record, RecordKind, RecordStatus};
use braze_core::users::{ExportIdsBody, ExportIdsRequest};
use braze_sandbox::{Fault, RetryHint, Rule, Sandbox, Scenario};
use futures_util::stream;
use http::StatusCode;
use serde_json::json;

use crate::export::clients::{asynchronous, blocking, config, runtime, sandbox};

const USERS: usize = 100;

/// For each user a name, three visits, and as many events as its number has units.
fn records() -> Vec<Record> {
    let mut records = Vec::new();
    for user in 0..USERS {
        let id = format!("import-{user}");
        let mut add = |kind, value| records.push(Record::new(kind, &value).unwrap());
        add(RecordKind::Attributes, json!({ "external_id": id, "first_name": format!("N{user}") }));
        for at in 0..3 {
            add(RecordKind::Attributes, json!({ "external_id": id, "visits": { "inc": 1 } }));
            let time = format!("2024-05-0{}T08:00:00Z", at + 1);
            add(RecordKind::Event, json!({ "external_id": id, "name": "opened", "time": time }));
        }
    }
    records
}

/// The visits and events of each user, as the sandbox exports them.
fn counts(sandbox: &Sandbox) -> HashMap<String, (u64, u64)> {
    let client = blocking(config(sandbox));
    let ids: Vec<_> = (0..USERS).map(|user| format!("import-{user}")).collect();
    let mut counts = HashMap::new();
    for ids in ids.chunks(50) {
        let mut body = ExportIdsBody::new();
        body.external_ids = ids.to_vec();
        let reply = client.send(&ExportIdsRequest::new(body)).unwrap();
        for user in serde_json::to_value(&reply.value).unwrap()["users"].as_array().unwrap() {
            let visits = user["custom_attributes"]["visits"].as_u64().unwrap_or_default();
            let events = user["custom_events"][0]["count"].as_u64().unwrap_or_default();
            counts.insert(user["external_id"].as_str().unwrap().to_owned(), (visits, events));
        }
    }
    counts
}

/// Requests that are refused, lost before they count, and lost after.
fn storm() -> Scenario {
    let fault = |fault| Rule::fault(fault).path("/users/track").chance(0.06);
    Scenario::new("storm")
        .rule(fault(Fault::RateLimited(RetryHint::RetryAfter(0))))
        .rule(fault(Fault::status(StatusCode::BAD_GATEWAY)))
        .rule(fault(Fault::Reset))
        .rule(fault(Fault::Truncated))
}

#[test]
fn what_is_read_back_is_what_the_account_says() {
    for is_blocking in [true, false] {
        let sandbox = sandbox().scenario(storm()).start().unwrap();
        let config = config(&sandbox).pacing(Pacing::off());
        let import = Import::new(records()).max_records(10).concurrency(4);
        // The least that each user has, and the most that may have come on top.
        let mut expected: HashMap<String, [(u64, u64); 2]> = HashMap::new();
        let mut see = |outcome: braze_core::import::RecordOutcome| {
            let json: serde_json::Value = serde_json::from_slice(outcome.record.json()).unwrap();
            let user =
                expected.entry(json["external_id"].as_str().unwrap().to_owned()).or_default();
            let sum = match outcome.status {
                RecordStatus::Accepted => &mut user[0],
                RecordStatus::Unknown { .. } => &mut user[1],
                other => panic!("{other:?}"),
            };
            sum.0 += u64::from(json.get("visits").is_some());
            sum.1 += u64::from(outcome.record.kind() == RecordKind::Event);
        };
        let account: Account = if is_blocking {
            let client = blocking(config);
            let mut outcomes = client.import(import);
            outcomes.by_ref().for_each(|outcome| see(outcome.unwrap()));
            outcomes.account().clone()
        } else {
            let client = asynchronous(config);
            let mut outcomes = client.import(import.map(stream::iter));
            runtime().block_on(async {
                while let Some(outcome) = outcomes.next().await {
                    see(outcome.unwrap());
                }
            });
            outcomes.account().clone()
        };
        assert!(account.accepted > 300 && account.unknown > 0, "{account}");
        let counts = counts(&sandbox);
        for (user, [accepted, unknown]) in expected {
            let (visits, events) = counts.get(&user).copied().unwrap_or_default();
            assert!(
                (accepted.0..=accepted.0 + unknown.0).contains(&visits),
                "{user}: {visits} visits"
            );
            assert!(
                (accepted.1..=accepted.1 + unknown.1).contains(&events),
                "{user}: {events} events"
            );
        }
    }
}
