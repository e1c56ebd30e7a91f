//! Refusals, told apart by the identifiers of their errors.

use braze_core::catalogs::{
    CreateBody, CreateFieldsBody, CreateFieldsRequest, CreateItemBody, CreateItemRequest,
    CreateItemsBody, CreateItemsRequest, CreateRequest, DeleteFieldRequest, DeleteItemRequest,
    DeleteRequest, DeleteSelectionRequest, GetItemRequest, ListItemsRequest, NewCatalog,
    UpdateItemBody, UpdateItemRequest,
};
use braze_core::{
    ApiError, CatalogErrorId, CatalogFailure, CatalogField, CatalogFieldType, CatalogItem,
};
use braze_sandbox::Sandbox;

use super::{create, refused, with_both_clients};
use crate::conformance::Client;

with_both_clients![every_refusal_has_an_identifier];

fn id(error: &ApiError) -> (u16, CatalogErrorId) {
    let failure: CatalogFailure = error.read().unwrap();
    (error.status().as_u16(), failure.errors[0].id.clone().unwrap())
}

fn every_refusal_has_an_identifier<C: Client>(client: &C, _: &Sandbox) {
    use CatalogErrorId as Id;
    create(client, "shop");
    let fields = [CatalogField::new("id", CatalogFieldType::String)];
    let again = CreateRequest::new(CreateBody::new([NewCatalog::new("shop", "Again", fields)]));
    let taken = refused(client, &again);
    assert_eq!(id(&taken), (400, Id::CatalogNameAlreadyExists));
    assert_eq!(taken.message(), Some("Invalid Request"));
    let failure: CatalogFailure = taken.read().unwrap();
    assert_eq!(failure.errors[0].parameters, ["name"]);
    assert_eq!(failure.errors[0].parameter_values, ["shop"]);

    let item = |field: &str, value: serde_json::Value| CatalogItem::default().with(field, value);
    let one = |item: CatalogItem| CreateItemRequest::new("shop", "a", CreateItemBody::new([item]));
    client.send(&one(item("price", 1.into()))).unwrap();
    let change = UpdateItemBody::new([item("price", 2.into())]);
    let harvest = [CatalogField::new("Harvest", CatalogFieldType::Time)];
    let harvest = CreateFieldsBody::new(harvest);
    let refusals = [
        refused(client, &one(item("price", 1.into()))),
        refused(client, &UpdateItemRequest::new("shop", "b", change)),
        refused(client, &GetItemRequest::new("shop", "b")),
        refused(client, &DeleteItemRequest::new("shop", "b")),
        refused(client, &GetItemRequest::new("nowhere", "b")),
        refused(client, &CreateFieldsRequest::new("nowhere", harvest)),
        refused(client, &ListItemsRequest::new("shop").cursor("c2tpcDoz")),
        refused(client, &DeleteRequest::new("nowhere")),
        refused(client, &DeleteFieldRequest::new("shop", "colour")),
        refused(client, &DeleteFieldRequest::new("teas", "Price")),
        refused(client, &DeleteSelectionRequest::new("teas", "dear ones")),
    ];
    assert_eq!(
        refusals.each_ref().map(id),
        [
            (400, Id::ItemAlreadyExists),
            (404, Id::ItemNotFound),
            (404, Id::ItemNotFound),
            (400, Id::ItemNotFound),
            (404, Id::CatalogNotFound),
            (400, Id::CatalogNotFound),
            (400, Id::InvalidCursor),
            (404, Id::CatalogNotFound),
            (404, Id::InvalidFieldName),
            (400, Id::FieldReferencedBySelection),
            (404, Id::InvalidSelection),
        ]
    );

    // One wrong item refuses all, and is named.
    let items = [
        CatalogItem::from_id("c").with("price", 1),
        CatalogItem::from_id("d").with("colour", "green"),
        CatalogItem::from_id("e").with("price", "dear"),
    ];
    let batch = refused(client, &CreateItemsRequest::new("shop", CreateItemsBody::new(items)));
    assert_eq!(id(&batch), (400, Id::InvalidFields));
    let failure: CatalogFailure = batch.read().unwrap();
    assert_eq!(failure.errors[0].parameter_values, ["d"]);
    assert!(client.send(&GetItemRequest::new("shop", "c")).is_err());
    let wrong =
        CreateItemRequest::new("shop", "e", CreateItemBody::new([item("price", "dear".into())]));
    assert_eq!(id(&refused(client, &wrong)), (400, Id::UnableToCoerceValue));
}
