//! The difference between two files.

use braze_core::import::{Record, RecordKind};
use braze_records::{Earlier, InputFormat, RecordReader};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::{file, lines, shown};

fn records(text: &str) -> Vec<Record> {
    let reader = RecordReader::new(InputFormat::JsonLines);
    let mut records = reader.records(file(text)).unwrap();
    let all = records.by_ref().collect();
    records.finish().unwrap();
    all
}

/// The JSON of what has changed.
fn changed(earlier: &mut Earlier, text: &str) -> Vec<String> {
    let changed = records(text).into_iter().filter_map(|record| earlier.difference(record));
    changed.map(|record| String::from_utf8(record.json().to_vec()).unwrap()).collect()
}

const BEFORE: &str = r#"{"external_id":"u-1","attributes.plan":"gold","attributes.city":"Oslo","email_subscribe":"opted_in"}
{"external_id":"u-2","events.name":"a","events.time":"2026-05-02T08:00:00Z"}
{"external_id":"u-2","events.name":"a","events.time":"2026-05-02T08:00:00Z"}
{"email":"a@example.com","attributes.visits":{"inc":1}}
"#;

#[test]
fn attributes_are_compared_one_by_one() {
    let mut earlier = Earlier::new(records(BEFORE));
    let after = r#"{"external_id":"u-1","attributes.plan":"tin","attributes.city":"Oslo","email_subscribe":"opted_in"}
{"external_id":"u-1","attributes.city":"Oslo","attributes.plan":"tin"}
{"external_id":"u-1","attributes.plan":"gold"}
{"external_id":"u-9"}
{"external_id":"u-9"}
"#;
    assert_eq!(
        changed(&mut earlier, after),
        [
            r#"{"external_id":"u-1","plan":"tin"}"#,
            r#"{"external_id":"u-1","plan":"gold"}"#,
            r#"{"external_id":"u-9"}"#
        ]
    );
    assert_eq!((earlier.unchanged(), earlier.unnamed_users()), (2, 1));
    assert_eq!(earlier.removed(), 3);
}

#[test]
fn what_is_gone_is_told_or_removed() {
    let after = r#"{"external_id":"u-1","attributes.plan":"gold"}"#;
    let mut earlier = Earlier::new(records(BEFORE));
    assert_eq!(changed(&mut earlier, after), [""; 0]);
    assert_eq!(earlier.removed(), 2);
    let mut earlier = Earlier::new(records(BEFORE)).removed_as_null(true);
    // `null` does not remove the state of a subscription.
    assert_eq!(changed(&mut earlier, after), [r#"{"city":null,"external_id":"u-1"}"#]);
    assert_eq!(changed(&mut earlier, after), [""; 0]);
    assert_eq!(earlier.removed(), 2);
}

#[test]
fn events_and_operators_are_sent_as_often_as_they_are_new() {
    let event = r#"{"external_id":"u-2","events.time":"2026-05-02T08:00:00Z","events.name":"a"}"#;
    let visit = r#"{"email":"a@example.com","attributes.visits":{"inc":1}}"#;
    let after = format!("{event}\n{event}\n{event}\n{visit}\n{visit}\n");
    assert_eq!(changed(&mut Earlier::new(records(BEFORE)), &after).len(), 2);
}

/// A number that was set and grew is not what it was.
#[test]
fn an_operator_makes_a_value_unknown() {
    let set = r#"{"external_id":"u-1","attributes.visits":5}"#;
    let grow = r#"{"external_id":"u-1","attributes.visits":{"inc":1}}"#;
    let mut earlier = Earlier::new(records(&format!("{set}\n{grow}\n")));
    assert_eq!(changed(&mut earlier, set).len(), 1);
    assert_eq!(changed(&mut earlier, &format!("{set}\n{grow}\n{grow}\n{set}\n")).len(), 2);
}

#[test]
fn problems_pass_and_lines_stay() {
    let reader = RecordReader::new(InputFormat::Csv);
    let lines = lines(&reader, "external_id,dob,attributes.plan\nu-1,never,\nu-2,,gold\n");
    let before = Record::new(RecordKind::Attributes, &json!({"external_id": "u-2", "plan": "tin"}));
    let mut earlier = Earlier::new([before.unwrap()]);
    let before = shown(&lines);
    let after = lines.into_iter().map(|mut line| {
        let records = std::mem::take(&mut line.records).into_iter();
        line.records = records.filter_map(|record| earlier.difference(record)).collect();
        line
    });
    assert_eq!(before, shown(&after.collect::<Vec<_>>()));
}

/// Attributes of a few users with a few values.
fn updates() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec((0..3_u8, 0..3_u8, 0..3_u8), 0..20)
}

fn record(user: u8, name: u8, value: u8) -> Record {
    let json = json!({"external_id": format!("u-{user}"), format!("a{name}"): value});
    Record::new(RecordKind::Attributes, &json).unwrap()
}

/// The attributes of users after these records.
fn state<'a>(records: impl IntoIterator<Item = &'a Record>) -> Map<String, Value> {
    let mut users = Map::new();
    for record in records {
        let object: Map<String, Value> = serde_json::from_slice(record.json()).unwrap();
        let user = object["external_id"].as_str().unwrap().to_owned();
        let attributes = users.entry(user).or_insert_with(|| json!({}));
        attributes.as_object_mut().unwrap().extend(object);
    }
    users
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// After the earlier file, the difference leads where the whole later file leads, with no more records.
    #[test]
    fn the_difference_leads_to_the_same_state(before in updates(), after in updates()) {
        let all = |updates: &[(u8, u8, u8)]| {
            updates.iter().map(|(user, name, value)| record(*user, *name, *value)).collect::<Vec<_>>()
        };
        let (before, after) = (all(&before), all(&after));
        let mut earlier = Earlier::new(before.clone());
        let sent: Vec<_> =
            after.iter().filter_map(|record| earlier.difference(record.clone())).collect();
        prop_assert!(sent.len() <= after.len());
        prop_assert_eq!(state(before.iter().chain(&sent)), state(before.iter().chain(&after)));
        prop_assert_eq!(earlier.unchanged(), (after.len() - sent.len()) as u64);
        let mut again = Earlier::new(before.into_iter().chain(after.clone()));
        let users = state(after.iter()).len();
        let last: Vec<_> = after.into_iter().rev().take(users.min(1)).collect();
        prop_assert!(last.into_iter().all(|record| again.difference(record).is_none()));
    }
}
