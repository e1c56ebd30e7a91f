//! The batches of an import: whole, in order, within the limits, and no more of them than greedy packing makes.

use std::collections::HashMap;
use std::fmt::Write;
use std::time::Duration;

use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::model::{self, Filling, users};
use super::peer::{Request, Run, run, success};
use crate::core::peer::session;

/// A record of a user, with a number of its own and a padding.
fn record(number: usize, kind: RecordKind, user: u8, padding: usize) -> Record {
    Record::new(kind, &model::record(kind, (number, user, 0), padding)).unwrap()
}

const TRACK: [RecordKind; 3] = [RecordKind::Attributes, RecordKind::Event, RecordKind::Purchase];

fn import(records: Vec<Record>) -> Import<Vec<Record>> {
    Import::new(records)
}

/// The number of batches of the simplest packing that could be right.
fn greedy(records: &[Record], max_records: usize, max_bytes: usize) -> usize {
    let mut batches = 0;
    let mut batch = Filling::default();
    for record in records {
        let json = std::str::from_utf8(record.json()).unwrap();
        batch.push(record.kind(), json);
        if !batch.is_legal(max_records, max_bytes) {
            batches += 1;
            batch = Filling::default();
            batch.push(record.kind(), json);
        }
    }
    batches + usize::from(!batch.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn batches_are_whole_ordered_small_and_few(
        kinds in model::runs_of_kinds(),
        facts in prop::collection::vec((0..40u8, 0..5u8, 0..300usize), 50..100),
        concurrency in 1..6usize,
        max_records in 1..=75usize,
        max_bytes in 500..20_000usize,
    ) {
        let records: Vec<_> = kinds
            .into_iter()
            .zip(facts.into_iter().cycle())
            .enumerate()
            .map(|(number, (kind, (user, by, padding)))| {
                Record::new(kind, &model::record(kind, (number, user, by), padding)).unwrap()
            })
            .collect();
        let plan = import(records.clone()).max_records(max_records).max_bytes(max_bytes);
        let plan = plan.plan(&session(|it| it));
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
            let mut batch = Filling::default();
            let mut own = HashMap::new();
            for record in &request.records {
                batch.push(record.kind, &record.value.to_string());
                for user in users(&record.value) {
                    prop_assert!(order.get(&user).is_none_or(|before| *before < record.number));
                    let before = own.insert(user.clone(), record.number);
                    let is_later = before.is_none_or(|before| before <= record.number);
                    prop_assert!(is_later || !request.is_ordered(), "out of order");
                }
            }
            prop_assert!(batch.is_legal(max_records, max_bytes));
            for (user, number) in own {
                let last = order.entry(user).or_default();
                *last = number.max(*last);
            }
        }
        prop_assert_eq!(requests.len(), greedy(&records, max_records, max_bytes));
        prop_assert_eq!(account.requests, requests.len() as u64);
        prop_assert_eq!((plan.records, plan.rejected), (records.len() as u64, 0));
        prop_assert_eq!(plan.requests, requests.len() as u64);
        prop_assert_eq!(plan.bytes, requests.iter().map(|request| request.bytes as u64).sum::<u64>());
        for kind in RecordKind::ALL {
            let of_kind = records.iter().filter(|record| record.kind() == kind).count();
            prop_assert_eq!(plan.count(kind), of_kind as u64);
        }
    }
}

/// The sizes of requests and the bodies of small ones, by kind.
#[test]
fn every_kind_is_packed_as_its_operation_takes_it() {
    let mut text = String::new();
    for kind in RecordKind::ALL {
        let records = |count, by| {
            let facts = move |number| (number, u8::try_from(number).unwrap(), by);
            let record = move |number| Record::new(kind, &model::record(kind, facts(number), 0));
            import((0..count).map(|number| record(number).unwrap()).collect())
        };
        let all = run(records(200, 0), |it| it, success);
        assert_eq!(all.account.accepted, 200, "{kind:?}");
        let sizes: Vec<_> = all.requests.iter().map(|request| request.records.len()).collect();
        let target = &all.requests[0].target;
        writeln!(text, "{}: {target}, {sizes:?} records", kind.name()).unwrap();
        for by in [0, 4] {
            let run = run(records(2, by), |it| it, success);
            run.requests.iter().for_each(|request| writeln!(text, "  {}", request.body).unwrap());
        }
    }
    insta::assert_snapshot!(text);
}

/// A request has a state, a kind of identifier or a group in common, or it is another request.
#[test]
fn what_a_request_may_not_hold_together_is_sent_apart() {
    let requests = |kind, values: &[Value]| {
        let records = values.iter().map(|value| Record::new(kind, value).unwrap());
        run(import(records.collect()), |it| it, success).requests.len()
    };
    let state = |group: &str, field: &str| json!({ "subscription_group_id": group, "subscription_state": "subscribed", field: "x" });
    use RecordKind::{Deletion, EmailStatus, SubscriptionState};
    let groups = [state("a", "email"), state("b", "email"), state("b", "external_id")];
    assert_eq!(requests(SubscriptionState, &groups), 1);
    assert_eq!(requests(SubscriptionState, &[state("a", "email"), state("b", "phone")]), 2);
    assert_eq!(requests(SubscriptionState, &[state("a", "email"), state("a", "email")]), 2);
    let status =
        |state| json!({ "email": format!("{state}@example.com"), "subscription_state": state });
    assert_eq!(requests(EmailStatus, &[status("opted_in"), status("unsubscribed")]), 2);
    let deletions = [json!({ "external_id": "a" }), json!({ "braze_id": "b" })];
    assert_eq!(requests(Deletion, &deletions), 2);
}

/// A record that is deleted, then tracked, then deleted, is three requests, one after another.
#[test]
fn operations_keep_the_order_of_a_user() {
    let id = json!({ "external_id": "a", "n": 1 });
    let other = json!({ "external_id": "b" });
    let record = |kind, value: &Value| Record::new(kind, value).unwrap();
    let deletion = || record(RecordKind::Deletion, &json!({ "external_id": "a" }));
    let records = vec![
        deletion(),
        record(RecordKind::Attributes, &id),
        record(RecordKind::Event, &other),
        deletion(),
    ];
    let run = run(import(records).concurrency(4), |it| it, success);
    let sent: Vec<_> = run.requests.iter().map(|it| (it.target.as_str(), it.numbers())).collect();
    let [delete, track] = ["POST /users/delete", "POST /users/track"];
    assert_eq!(sent, [(delete, vec![0]), (track, vec![1, 2]), (delete, vec![3])]);
}

#[test]
fn a_request_holds_75_objects_of_all_kinds_together() {
    let records =
        (0..200).map(|number| record(number, TRACK[number % 3], u8::try_from(number).unwrap(), 0));
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

/// A record that cannot be sent is no part of a request.
#[test]
fn a_plan_counts_what_an_import_will_do() {
    let attributes = |number, padding| record(number, RecordKind::Attributes, 0, padding);
    let mut records: Vec<_> = (0..100).map(|number| attributes(number, 0)).collect();
    records.insert(10, Record::with_problem(RecordKind::Event, "", "no"));
    records.push(attributes(100, Import::MAX_BYTES));
    let plan = import(records.clone()).plan(&session(|it| it));
    let run = run(import(records), |it| it, success);
    assert_eq!((plan.records, plan.rejected, plan.requests), (102, 2, 2));
    assert_eq!((run.account.rejected, run.account.requests), (2, 2));
    assert_eq!(plan.min_duration(), Duration::ZERO);
    let text = "plan: 100 of 102 records in 2 requests, ";
    assert!(plan.to_string().starts_with(text), "{plan}");
    assert!(plan.to_string().ends_with(" bytes: 100 attributes"), "{plan}");
    let records: Vec<_> = (0..3_001).map(|number| attributes(number, 0)).collect();
    let plan = import(records).max_records(1).plan(&session(|it| it));
    assert_eq!(plan.min_duration(), Duration::from_secs(3));
}
