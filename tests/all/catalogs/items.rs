//! Items as values of a user's own type, and their pages.

use braze_core::catalogs::{
    CreateItemBody, CreateItemRequest, CreateItemsBody, CreateItemsRequest, DeleteItemRequest,
    DeleteItemsBody, DeleteItemsRequest, GetItemRequest, ListItemsRequest, ListRequest,
    ReplaceItemBody, ReplaceItemRequest, ReplaceItemsBody, ReplaceItemsRequest, UpdateItemBody,
    UpdateItemRequest, UpdateItemsBody, UpdateItemsRequest,
};
use braze_core::{CatalogItem, CatalogItemError};
use braze_sandbox::Sandbox;

use super::{Tea, create, tea, with_both_clients};
use crate::conformance::Client;

with_both_clients![
    a_type_of_ones_own_comes_back_as_it_was,
    many_items_are_written_at_once,
    items_come_page_by_page,
    a_catalog_counts_its_items,
];

fn item(tea: &Tea) -> CatalogItem {
    CatalogItem::new(tea).unwrap()
}

/// The item as the server has it.
fn read(client: &impl Client, id: &str) -> Tea {
    client.send(&GetItemRequest::new("shop", id)).unwrap().items[0].read().unwrap()
}

fn a_type_of_ones_own_comes_back_as_it_was<C: Client>(client: &C, _: &Sandbox) {
    create(client, "shop");
    let first = tea(1);
    let body = CreateItemBody::new([item(&first).without_id()]);
    client.send(&CreateItemRequest::new("shop", &*first.id, body)).unwrap();
    assert_eq!(read(client, &first.id), first);

    let second = Tea { price: 9.75, notes: Vec::new(), ..tea(1) };
    let body = ReplaceItemBody::new([item(&second).without_id()]);
    client.send(&ReplaceItemRequest::new("shop", &*first.id, body)).unwrap();
    assert_eq!(read(client, &first.id), second);

    let change = CatalogItem::default().with("price", 3).with_changes("notes", ["smoky"], [""; 0]);
    let body = UpdateItemBody::new([change]);
    client.send(&UpdateItemRequest::new("shop", &*first.id, body)).unwrap();
    let third = Tea { price: 3.0, notes: vec!["smoky".to_owned()], ..second };
    assert_eq!(read(client, &first.id), third);

    client.send(&DeleteItemRequest::new("shop", &*first.id)).unwrap();
    assert!(client.send(&GetItemRequest::new("shop", &*first.id)).is_err());
}

fn many_items_are_written_at_once<C: Client>(client: &C, _: &Sandbox) {
    create(client, "shop");
    let body = CreateItemsBody::new((0..50).map(|number| item(&tea(number))));
    client.send(&CreateItemsRequest::new("shop", body)).unwrap();
    assert_eq!(read(client, "tea-0049"), tea(49));

    let replaced = Tea { stock: 7, ..tea(3) };
    client
        .send(&ReplaceItemsRequest::new("shop", ReplaceItemsBody::new([item(&replaced)])))
        .unwrap();
    assert_eq!(read(client, "tea-0003"), replaced);

    let change = CatalogItem::from_id("tea-0003").with("debt", 1).with_changes(
        "notes",
        ["smoky", "malty"],
        ["floral"],
    );
    client.send(&UpdateItemsRequest::new("shop", UpdateItemsBody::new([change]))).unwrap();
    let notes = ["note 3", "smoky", "malty"].map(str::to_owned).to_vec();
    assert_eq!(read(client, "tea-0003"), Tea { debt: 1, notes, ..replaced });

    let ids = (0..50).map(|number| CatalogItem::from_id(tea(number).id));
    client.send(&DeleteItemsRequest::new("shop", DeleteItemsBody::new(ids))).unwrap();
    assert!(client.send(&ListItemsRequest::new("shop")).unwrap().items.is_empty());
}

fn items_come_page_by_page<C: Client>(client: &C, sandbox: &Sandbox) {
    create(client, "shop");
    let all: Vec<_> = (0..120).map(tea).collect();
    for teas in all.chunks(50) {
        let body = CreateItemsBody::new(teas.iter().map(item));
        client.send(&CreateItemsRequest::new("shop", body)).unwrap();
    }
    let before = sandbox.request_count();
    let mut read = Vec::new();
    client.each_item(ListItemsRequest::new("shop"), |item| {
        read.push(item.unwrap().read::<Tea>().unwrap());
    });
    assert_eq!(read, all);
    assert_eq!(sandbox.request_count() - before, 3);

    let mut links = Vec::new();
    client.each_page(ListItemsRequest::new("shop"), |page| {
        let page = page.unwrap();
        let link = page.headers.get("link").map(|link| link.to_str().unwrap().to_owned());
        links.push(format!("{} items, {link:?}", page.items.len()));
    });
    insta::allow_duplicates! { insta::assert_snapshot!("links_of_items", links.join("\n")) };
}

fn a_catalog_counts_its_items<C: Client>(client: &C, _: &Sandbox) {
    create(client, "shop");
    let body = CreateItemsBody::new((0..3).map(|number| item(&tea(number))));
    client.send(&CreateItemsRequest::new("shop", body)).unwrap();
    let catalogs = client.send(&ListRequest::new()).unwrap();
    let names: Vec<_> = catalogs.catalogs.iter().map(|it| it.name.as_deref().unwrap()).collect();
    assert_eq!(names, ["teas", "shop"]);
    let shop = &catalogs.catalogs[1];
    assert_eq!((shop.num_items, shop.fields.len()), (Some(3), 7));
    assert!(shop.storage_size.unwrap() > 100);
}

#[test]
fn a_value_that_is_no_item_is_an_error() {
    assert_eq!(CatalogItem::new(&["oolong"]), Err(CatalogItemError::NotAnObject));
    let huge = CatalogItem::new(&std::collections::BTreeMap::from([("n", u128::MAX)]));
    let texts = [
        huge.unwrap_err().to_string(),
        CatalogItem::from_id("oolong").with("price", "dear").read::<Tea>().unwrap_err().to_string(),
        CatalogItem::default().read::<Tea>().unwrap_err().to_string(),
        CatalogItemError::NotAnObject.to_string(),
    ];
    insta::assert_snapshot!(texts.join("\n"));
}
