//! Items in an import: what is read back is what the account says.

use braze_core::catalogs::{GetItemRequest, ListItemsRequest};
use braze_core::import::{Import, Record, RecordKind, RecordStatus};
use braze_core::{CatalogItem, Pacing};
use braze_sandbox::Sandbox;
use serde_json::json;

use super::{Tea, create, tea, with_both_clients};
use crate::conformance::Client;
use crate::export::clients::config;

with_both_clients![
    a_thousand_items_are_read_back_equal,
    a_wrong_item_is_rejected_alone,
    changes_of_one_item_keep_their_order,
    a_catalog_that_is_not_there_stops_the_import,
];

/// Runs an import without waits. Returns the status of each record, and the account.
fn import<C: Client>(sandbox: &Sandbox, records: Vec<Record>) -> (Vec<RecordStatus>, String) {
    let client = C::with_config(config(sandbox).pacing(Pacing::off())).unwrap();
    let mut statuses = vec![None; records.len()];
    let mut failure = None;
    let account = client.import(Import::new(records), |outcome| match outcome {
        Ok(outcome) => statuses[outcome.index as usize] = Some(outcome.status),
        Err(error) => failure = Some(error.call().unwrap().to_string()),
    });
    let statuses = statuses.into_iter().map(Option::unwrap).collect();
    (statuses, format!("{account}; {} requests; {failure:?}", account.requests))
}

fn record(kind: RecordKind, item: &impl serde::Serialize) -> Record {
    Record::catalog_item(kind, "shop", item).unwrap()
}

fn a_thousand_items_are_read_back_equal<C: Client>(client: &C, sandbox: &Sandbox) {
    create(client, "shop");
    let all: Vec<Tea> = (0..1_000).map(tea).collect();
    let records = all.iter().map(|tea| record(RecordKind::CatalogItemCreation, tea)).collect();
    let (_, account) = import::<C>(sandbox, records);
    assert_eq!(
        account,
        "import: 1,000 of 1,000 records: 1,000 accepted, 0 rejected, 0 unknown; 20 requests; None"
    );
    let mut read = Vec::new();
    client.each_item(ListItemsRequest::new("shop"), |item| {
        read.push(item.unwrap().read::<Tea>().unwrap());
    });
    assert_eq!(read, all);
}

fn a_wrong_item_is_rejected_alone<C: Client>(client: &C, sandbox: &Sandbox) {
    create(client, "shop");
    let item = |number: u64| match number {
        7 => json!({ "id": "tea-0007", "colour": "green" }),
        60 => json!({ "id": "tea-0060", "price": "dear" }),
        61 => json!({ "id": "tea-0061", "colour": "black" }),
        _ => serde_json::to_value(tea(number)).unwrap(),
    };
    let records = (0..100).map(|it| record(RecordKind::CatalogItemReplacement, &item(it)));
    let (statuses, account) = import::<C>(sandbox, records.collect());
    assert_eq!(
        account,
        "import: 100 of 100 records: 97 accepted, 3 rejected, 0 unknown; 5 requests; None"
    );
    let reasons: Vec<_> = statuses
        .iter()
        .enumerate()
        .filter_map(|(at, status)| Some(format!("{at}: {}", status.reason()?)))
        .collect();
    insta::allow_duplicates! { insta::assert_snapshot!("wrong_items", reasons.join("\n")) };
    for number in [0, 59, 99] {
        let found = client.send(&GetItemRequest::new("shop", tea(number).id)).unwrap();
        assert_eq!(found.items[0].read(), Ok(tea(number)));
    }
    assert!(client.send(&GetItemRequest::new("shop", "tea-0007")).is_err());
}

/// Two records of one item are never in one request, nor in flight together, and a refused request goes out first.
fn changes_of_one_item_keep_their_order<C: Client>(client: &C, sandbox: &Sandbox) {
    create(client, "shop");
    let stock = |number: u64| CatalogItem::from_id("tea-0000").with("stock", number);
    let mut records = vec![record(RecordKind::CatalogItemCreation, &tea(0))];
    for number in 1..20 {
        let wrong = CatalogItem::from_id(format!("wrong-{number}")).with("colour", "green");
        records.push(record(RecordKind::CatalogItemUpdate, &stock(number)));
        records.push(record(RecordKind::CatalogItemUpdate, &wrong));
    }
    let (_, account) = import::<C>(sandbox, records);
    assert!(account.starts_with("import: 39 of 39 records: 20 accepted, 19 rejected"), "{account}");
    let read = || client.send(&GetItemRequest::new("shop", "tea-0000"));
    let last: Tea = read().unwrap().items[0].read().unwrap();
    assert_eq!(last, Tea { stock: 19, ..tea(0) });
    let deletion = Record::new(
        RecordKind::CatalogItemDeletion,
        &json!({ "catalog_name": "shop", "item_id": "tea-0000" }),
    );
    let (_, account) = import::<C>(sandbox, vec![deletion.unwrap()]);
    assert!(account.starts_with("import: 1 of 1 records: 1 accepted"), "{account}");
    assert!(read().is_err());
}

fn a_catalog_that_is_not_there_stops_the_import<C: Client>(_: &C, sandbox: &Sandbox) {
    let records = (0..500).map(|it| record(RecordKind::CatalogItemReplacement, &tea(it)));
    let records: Vec<_> = records.collect();
    let client = C::with_config(config(sandbox).pacing(Pacing::off())).unwrap();
    let mut failures = Vec::new();
    let account = client.import(Import::new(records).concurrency(1), |outcome| match outcome {
        Ok(outcome) => assert_eq!(outcome.status, RecordStatus::NotSent),
        Err(error) => failures.push((error.resume_at(), error.call().unwrap().to_string())),
    });
    assert_eq!((account.requests, account.not_sent), (1, account.records));
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].0, 0);
    assert!(failures[0].1.contains("catalog-not-found"), "{failures:?}");
}

/// No digit of a number is lost on the way into a request.
#[test]
fn an_item_is_sent_as_it_was_written() {
    let item = r#"{"id":"a","n":0.30000000000000004,"big":18446744073709551615,"long":1.10}"#;
    let json = format!(r#" {{ "catalog_name" : "shop" , "item" : {item} }} "#);
    let record = Record::parse(RecordKind::CatalogItemReplacement, json).unwrap();
    let session = crate::core::peer::session(|it| it);
    let plan = Import::new([record]).plan(&session);
    assert_eq!(plan.bytes, format!(r#"{{"items":[{item}]}}"#).len() as u64);
}
