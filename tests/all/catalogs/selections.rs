//! Fields and selections of catalogs.

use braze_core::catalogs::{
    CatalogFilter, CatalogFilterOperator, CatalogSelection, CreateFieldsBody, CreateFieldsRequest,
    CreateSelectionBody, CreateSelectionRequest, DeleteFieldRequest, DeleteRequest,
    DeleteSelectionRequest, GetItemRequest, ListRequest,
};
use braze_core::{
    ApiError, Catalog, CatalogErrorId, CatalogFailure, CatalogField, CatalogFieldType,
};
use braze_sandbox::Sandbox;

use super::{refused, with_both_clients};
use crate::conformance::Client;

with_both_clients![fields_and_selections_come_and_go];

fn teas(client: &impl Client) -> Catalog {
    client.send(&ListRequest::new()).unwrap().value.catalogs.remove(0)
}

fn id(error: &ApiError) -> CatalogErrorId {
    error.read::<CatalogFailure>().unwrap().errors[0].id.clone().unwrap()
}

fn fields_and_selections_come_and_go<C: Client>(client: &C, _: &Sandbox) {
    let fields = [CatalogField::new("Caffeine", CatalogFieldType::Number)];
    let add = CreateFieldsRequest::new("teas", CreateFieldsBody::new(fields));
    client.send(&add).unwrap();
    let names = |teas: &Catalog| -> Vec<String> {
        teas.fields.iter().map(|field| field.name.clone().unwrap()).collect()
    };
    let all = ["id", "Price", "Origin", "Notes", "Harvest", "Caffeine"];
    assert_eq!(names(&teas(client)), all);
    assert_eq!(id(&refused(client, &add)), CatalogErrorId::FieldNamesNotUnique);

    let light = CatalogSelection::new("light", "sel-8").filters([CatalogFilter::new(
        "Caffeine",
        CatalogFilterOperator::LessThan,
        20,
    )]);
    let select = |it| CreateSelectionRequest::new("teas", CreateSelectionBody::new(it));
    client.send(&select(light.clone())).unwrap();
    let listed = |teas: &Catalog| -> Vec<String> {
        teas.selections.iter().map(|it| it.name.clone().unwrap()).collect()
    };
    assert_eq!(listed(&teas(client)), ["cheap", "light"]);
    let unknown = CatalogSelection::new("odd", "sel-9").filters([CatalogFilter::new(
        "Colour",
        CatalogFilterOperator::Equals,
        "green",
    )]);
    let delete = DeleteFieldRequest::new("teas", "Caffeine");
    let refusals = [
        refused(client, &select(light)),
        refused(client, &select(unknown)),
        refused(client, &delete),
    ];
    assert_eq!(
        refusals.each_ref().map(id),
        [
            CatalogErrorId::SelectionNameAlreadyExists,
            CatalogErrorId::SelectionHasInvalidFilter,
            CatalogErrorId::FieldReferencedBySelection,
        ]
    );
    client.send(&DeleteSelectionRequest::new("teas", "light")).unwrap();
    client.send(&delete).unwrap();
    assert_eq!(names(&teas(client)), all[..5]);
    // The values of the field are gone with it.
    client.send(&DeleteFieldRequest::new("teas", "Origin")).unwrap();
    let item = client.send(&GetItemRequest::new("teas", "oolong")).unwrap();
    assert!(!item.items[0].as_map().contains_key("Origin"));
    client.send(&DeleteRequest::new("teas")).unwrap();
    assert!(client.send(&ListRequest::new()).unwrap().catalogs.is_empty());
}
