//! The batches of an import: whole, in order, within the limits, and no more of them than greedy packing makes.

use std::collections::HashMap;

use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use proptest::prelude::*;
use serde_json::json;

use super::peer::{Request, Run, run, success, users};

/// A record of a user, with a number of its own and a padding.
fn record(number: usize, kind: RecordKind, user: u8, padding: usize) -> Record {
    let text = "x".repeat(padding);
    Record::new(kind, &json!({"external_id": format!("u-{user}"), "n": number, "text": text}))
        .unwrap()
}

fn kinds() -> impl Strategy<Value = RecordKind> {
    prop::sample::select(RecordKind::ALL.to_vec())
}

fn import(records: Vec<Record>) -> Import<Vec<Record>> {
    Import::new(records)
}

/// The number of batches of the simplest packing that could be right.
fn greedy(records: &[Record], max_records: usize, max_bytes: usize) -> usize {
    let mut batches = 0;
    let mut batch: Vec<&Record> = Vec::new();
    for record in records {
        batch.push(record);
        let arrays = RecordKind::ALL.map(|kind| {
            let of_kind = batch.iter().filter(|it| it.kind() == kind);
            let items: Vec<_> = of_kind.map(|it| String::from_utf8_lossy(it.json())).collect();
            format!("\"{}\":[{}]", kind.array(), items.join(","))
        });
        let arrays: Vec<_> = arrays.into_iter().filter(|array| !array.ends_with("[]")).collect();
        let body = format!("{{{}}}", arrays.join(","));
        let mut last = HashMap::new();
        let is_ordered = batch.iter().all(|it| {
            let value = serde_json::from_slice(it.json()).unwrap();
            users(&value)
                .into_iter()
                .all(|user| last.insert(user, it.kind()).is_none_or(|before| before <= it.kind()))
        });
        if batch.len() > max_records || body.len() > max_bytes || !is_ordered {
            batches += 1;
            batch = vec![record];
        }
    }
    batches + usize::from(!batch.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn batches_are_whole_ordered_small_and_few(
        records in prop::collection::vec((kinds(), 0..40u8, 0..300usize), 0..300),
        concurrency in 1..6usize,
        max_records in 1..=75usize,
        max_bytes in 500..20_000usize,
    ) {
        let records: Vec<_> = records
            .into_iter()
            .enumerate()
            .map(|(number, (kind, user, padding))| record(number, kind, user, padding))
            .collect();
        let import = import(records.clone())
            .concurrency(concurrency)
            .max_records(max_records)
            .max_bytes(max_bytes);
        let Run { outcomes, requests, account, max_held, .. } = run(import, |it| it, success);

        prop_assert!(max_held <= (concurrency + 1) * max_records + 1);
        prop_assert!(outcomes.iter().all(|it| it.status == RecordStatus::Accepted));
        let mut sent: Vec<_> = requests.iter().flat_map(Request::numbers).collect();
        sent.sort_unstable();
        let all: Vec<_> = (0..records.len() as u64).collect();
        prop_assert_eq!(&sent, &all);
        let mut back: Vec<_> = outcomes.iter().map(|outcome| outcome.index).collect();
        back.sort_unstable();
        prop_assert_eq!(&back, &all);
        prop_assert!(outcomes.iter().all(|it| it.record == records[it.index as usize]));

        let mut order: HashMap<String, u64> = HashMap::new();
        for request in &requests {
            prop_assert!(request.records.len() <= max_records && request.bytes <= max_bytes);
            for (_, record) in &request.records {
                for user in users(record) {
                    let number = record["n"].as_u64().unwrap();
                    let before = order.insert(user, number);
                    prop_assert!(before.is_none_or(|before| before < number), "out of order");
                }
            }
        }
        prop_assert_eq!(requests.len(), greedy(&records, max_records, max_bytes));
        prop_assert_eq!(account.requests, requests.len() as u64);
    }
}

#[test]
fn a_request_holds_75_objects_of_all_kinds_together() {
    let records = (0..200).map(|number| {
        record(number, RecordKind::ALL[number % 3], u8::try_from(number).unwrap(), 0)
    });
    let run = run(import(records.collect()), |it| it, success);
    let sizes: Vec<_> = run.requests.iter().map(|request| request.records.len()).collect();
    assert_eq!(sizes, [75, 75, 50]);
    assert_eq!(
        run.account.to_string(),
        "import: 200 of 200 records: 200 accepted, 0 rejected, 0 unknown"
    );
    assert!(run.account.is_clean());
}

#[test]
fn a_body_has_at_most_four_million_bytes() {
    // With `{"attributes":[` and `]}` around it the first body is exactly as long as allowed.
    let around = record(0, RecordKind::Attributes, 0, 0).json().len() + 17;
    let exact = record(0, RecordKind::Attributes, 0, Import::MAX_BYTES - around);
    let longer = record(1, RecordKind::Attributes, 1, Import::MAX_BYTES - around + 1);
    let small = record(2, RecordKind::Attributes, 2, 0);
    let run = run(import(vec![exact, longer, small]), |it| it, success);
    let sizes: Vec<_> = run.requests.iter().map(|request| request.bytes).collect();
    assert_eq!(sizes[0], Import::MAX_BYTES);
    assert_eq!(sizes.len(), 2);
    let rejected = run.outcomes.iter().find(|it| it.index == 1).unwrap();
    assert_eq!(
        rejected.status.reason(),
        Some("the record has 3999984 bytes, but a request can have at most 4000000")
    );
    assert_eq!((run.account.accepted, run.account.rejected), (2, 1));
}

/// An event that stood before an attribute change of the same user is applied before it.
#[test]
fn a_request_never_turns_the_order_of_a_user_around() {
    let order = |kinds: &[RecordKind]| {
        let records = kinds.iter().enumerate().map(|(at, kind)| record(at, *kind, 0, 0)).collect();
        let run = run(import(records), |it| it, success);
        run.requests.iter().map(|request| request.records.len()).collect::<Vec<_>>()
    };
    use RecordKind::{Attributes, Event, Purchase};
    assert_eq!(order(&[Attributes, Attributes, Event, Purchase]), [4]);
    assert_eq!(order(&[Event, Attributes]), [1, 1]);
    assert_eq!(order(&[Attributes, Purchase, Event, Event, Attributes]), [2, 2, 1]);
}

/// Any identifier that two records share keeps them in order, also one that is an attribute in one of them.
#[test]
fn users_are_told_by_every_identifier() {
    let event = |user| Record::new(RecordKind::Event, &user).unwrap();
    let attributes = |user| Record::new(RecordKind::Attributes, &user).unwrap();
    let requests = |first, second| {
        run(import(vec![event(first), attributes(second)]), |it| it, success).requests.len()
    };
    let alias = json!({"n": 0, "user_alias": {"alias_name": "a", "alias_label": "b"}});
    let swapped = json!({"n": 1, "user_alias": {"alias_label": "b", "alias_name": "a"}});
    let other = json!({"n": 1, "user_alias": {"alias_name": "b", "alias_label": "a"}});
    assert_eq!(requests(alias.clone(), swapped), 2);
    assert_eq!(requests(alias, other), 1);
    let email = json!({"n": 0, "email": "kit@example.com"});
    assert_eq!(
        requests(email.clone(), json!({"n": 1, "external_id": "a", "email": "Kit@example.com"})),
        2
    );
    assert_eq!(requests(email, json!({"n": 1, "external_id": "kit@example.com"})), 1);
    let phone = json!({"n": 0, "phone": "+1 555 0123"});
    assert_eq!(requests(phone, json!({"n": 1, "phone": "+15550123"})), 2);
    assert_eq!(requests(json!({"n": 0, "external_id": 7}), json!({"n": 1, "external_id": "7"})), 2);
}
