//! Limits of catalogs and their items, checked before the network, each with its path.

use std::fmt::Write;

use braze_core::catalogs::{
    CatalogFilter, CatalogFilterOperator, CatalogSelection, CreateBody, CreateFieldsBody,
    CreateFieldsRequest, CreateItemBody, CreateItemRequest, CreateItemsBody, CreateItemsRequest,
    CreateRequest, CreateSelectionBody, CreateSelectionRequest, DeleteItemsBody,
    DeleteItemsRequest, GetItemRequest, ListItemsRequest, NewCatalog, UpdateItemBody,
    UpdateItemRequest, UpdateItemsBody, UpdateItemsRequest,
};
use braze_core::{CatalogField, CatalogFieldType, CatalogItem, Endpoint, Replay, SortDirection};
use serde_json::{Value, json};

/// The problems of a request, one on each line.
fn problems(request: &impl Endpoint) -> String {
    let mut text = String::new();
    for violation in request.check().unwrap_err() {
        writeln!(text, "{violation}").unwrap();
    }
    text
}

fn items(items: &[Value]) -> Vec<CatalogItem> {
    items.iter().map(|item| CatalogItem::new(item).unwrap()).collect()
}

/// An object with so many levels.
fn nested(levels: usize) -> Value {
    (1..levels).fold(json!({}), |inner, _| json!({ "in": inner }))
}

#[test]
fn names_and_identifiers_have_few_letters() {
    for name in ["teas", "a", "A-z_0", &"a".repeat(250)] {
        assert!(ListItemsRequest::new(name).check().is_ok());
    }
    let names = ["", "tea shop", "teas/1", "thé", &"a".repeat(251)];
    let texts = names.map(|name| problems(&GetItemRequest::new(name, name)));
    insta::assert_snapshot!(texts.concat());
}

#[test]
fn a_new_catalog_is_one_and_begins_with_the_identifier() {
    use CatalogFieldType::{Geo, Number, String};
    let id = || CatalogField::new("id", String);
    let catalog = |fields: Vec<CatalogField>| NewCatalog::new("teas", "Teas", fields);
    let fine = CreateRequest::new(CreateBody::new([catalog(vec![id()])]));
    assert!(fine.check().is_ok());
    let price = || CatalogField::new("Price", Number);
    let mut many: Vec<_> = (0..500).map(|n| CatalogField::new(format!("f{n}"), Geo)).collect();
    many.insert(0, id());
    let texts = [
        vec![],
        vec![catalog(vec![id()]), catalog(vec![id()])],
        vec![catalog(vec![])],
        vec![catalog(vec![price(), id()])],
        vec![catalog(vec![CatalogField::new("id", Number)])],
        vec![catalog(vec![id(), price(), price(), CatalogField::new("a b", Geo)])],
        vec![catalog(many)],
    ];
    let texts = texts.map(|catalogs| problems(&CreateRequest::new(CreateBody::new(catalogs))));
    insta::assert_snapshot!(texts.concat());
}

#[test]
fn a_request_adds_few_fields() {
    let fields = (0..51).map(|n| CatalogField::new(format!("f{n}"), CatalogFieldType::Time));
    let request = |fields: Vec<_>| CreateFieldsRequest::new("teas", CreateFieldsBody::new(fields));
    let twice = vec![CatalogField::new("a", CatalogFieldType::Time); 2];
    let texts = [fields.collect(), vec![], twice].map(|fields| problems(&request(fields)));
    insta::assert_snapshot!(texts.concat());
}

#[test]
fn items_have_an_identifier_where_the_path_has_none() {
    let some =
        [json!({ "id": "a" }), json!({ "id": "b" }), json!({ "id": "a" }), json!({ "n": 1 })];
    let many: Vec<_> = (0..51).map(|n| json!({ "id": format!("i{n}") })).collect();
    let new = |items| CreateItemsRequest::new("teas", CreateItemsBody::new(items));
    assert!(new(items(&some[..2])).check().is_ok());
    let one = |values: &[Value]| {
        CreateItemRequest::new("teas", "oolong", CreateItemBody::new(items(values)))
    };
    assert!(one(&[json!({ "n": 1 })]).check().is_ok());
    let deletion = DeleteItemsBody::new(items(&[json!({ "id": "a", "n": 1 }), json!({ "id": 7 })]));
    let texts = [
        problems(&new(items(&some))),
        problems(&new(items(&many))),
        problems(&new(Vec::new())),
        problems(&one(&[json!({ "id": "oolong" })])),
        problems(&one(&[json!({}), json!({})])),
        problems(&DeleteItemsRequest::new("teas", deletion)),
    ];
    insta::assert_snapshot!(texts.concat());
}

#[test]
fn values_have_limits() {
    let fine = json!({
        "id": "a",
        "text": "x".repeat(5_000),
        "list": vec!["x"; 100],
        "deep": nested(50),
        "place": [-180, 90.0],
        "numbers": { "in": [1, { "objects": true }] },
        "none": null,
    });
    let request = |item: &Value| {
        CreateItemsRequest::new("teas", CreateItemsBody::new(items(std::slice::from_ref(item))))
    };
    assert!(request(&fine).check().is_ok());
    let bad = json!({
        "id": "a",
        "text": "x".repeat(5_001),
        "list": vec!["x"; 101],
        "mixed": ["a", 1, null, { "b": 2 }, "y".repeat(5_001)],
        "deep": nested(51),
        "keys": { "a.b": 1, "in": { "$c": 2, "d": "z".repeat(5_001) } },
        "place": [181, -90.5],
        "change": { "$add": ["a"] },
        "": 1,
    });
    insta::assert_snapshot!(problems(&request(&bad)));
}

#[test]
fn lists_change_in_updates_alone() {
    let changes = |value: Value| {
        let item = items(&[json!({ "id": "a", "Notes": value })]);
        UpdateItemsRequest::new("teas", UpdateItemsBody::new(item))
    };
    let fine = changes(json!({ "$add": ["a"], "$remove": ["b"] }));
    assert!(fine.check().is_ok());
    assert_eq!(fine.replay(), Replay::Unsafe);
    assert_eq!(changes(json!(["a"])).replay(), Replay::Idempotent);
    let one = |change| UpdateItemRequest::new("teas", "a", UpdateItemBody::new([change]));
    let add = one(CatalogItem::default().with_changes("Notes", ["a"], [""; 0]));
    assert_eq!((add.check(), add.replay()), (Ok(()), Replay::Unsafe));
    assert_eq!(one(CatalogItem::default().with("n", 1)).replay(), Replay::Idempotent);
    let texts = [
        problems(&changes(json!({ "$add": "a" }))),
        problems(&changes(json!({ "$add": ["a", 1], "note": "b" }))),
        problems(&one(CatalogItem::from_id("a"))),
    ];
    insta::assert_snapshot!(texts.concat());
}

#[test]
fn a_selection_is_sorted_by_a_field_in_an_order() {
    let selection = || CatalogSelection::new("cheap", "sel-7");
    let request = |it| CreateSelectionRequest::new("teas", CreateSelectionBody::new(it));
    let filter = || CatalogFilter::new("Price", CatalogFilterOperator::LessThan, 5);
    let fine = selection().filters(vec![filter(); 4]).results_limit(50);
    assert!(request(fine.sort_field("Price").sort_order(SortDirection::Asc)).check().is_ok());
    let texts = [
        selection().sort_field("Price"),
        selection().sort_order(SortDirection::Desc),
        selection().filters(vec![filter(); 5]).results_limit(51),
    ];
    insta::assert_snapshot!(texts.map(|it| problems(&request(it))).concat());
}
