//! Replies about catalogs.

use serde_json::{Map, Value, json};

use super::page::CursorPages;
use super::query::{Query, Refusal, WorldReply};
use crate::catalogs::{Catalog, CatalogError, Write};

/// Pages of items.
const PAGES: CursorPages = CursorPages { size: 50, escapes: false };

/// `GET /catalogs`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let catalogs: Vec<Value> = query.changes.catalogs.iter().map(Catalog::to_json).collect();
    Ok(WorldReply::ok(json!({ "catalogs": catalogs, "message": "success" })))
}

/// `POST /catalogs`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let catalog = query.changes.catalogs.create(&query.body["catalogs"][0], query.now)?;
    Ok(WorldReply::created(json!({ "catalogs": [catalog.to_json()], "message": "success" })))
}

/// `DELETE /catalogs/{catalog_name}`.
pub(super) fn delete(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = parameter(query, "catalog_name");
    query.changes.catalogs.delete(&name)?;
    Ok(WorldReply::ok(success()))
}

/// `GET /catalogs/{catalog_name}/items`.
pub(super) fn list_items(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let items = query.changes.catalogs.find(&parameter(query, "catalog_name"))?.items();
    let page = PAGES.page(query, &items).ok_or_else(|| {
        let cursor = query.text("cursor").unwrap_or_default();
        CatalogError::new("invalid-cursor", "'cursor' is not valid")
            .with_parameter("cursor", cursor)
    })?;
    let body = json!({ "items": page.items, "message": "success" });
    Ok(WorldReply { link: page.link, ..WorldReply::ok(body) })
}

/// `GET /catalogs/{catalog_name}/items/{item_id}`.
pub(super) fn get_item(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let catalog = query.changes.catalogs.find(&parameter(query, "catalog_name"))?;
    let item = catalog.item(&parameter(query, "item_id"))?;
    Ok(WorldReply::ok(json!({ "items": [item], "message": "success" })))
}

/// `POST /catalogs/{catalog_name}/items/{item_id}`.
pub(super) fn create_item(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = parameter(query, "item_id");
    if query.changes.catalogs.find(&parameter(query, "catalog_name"))?.item(&id).is_ok() {
        let message = "The item already exists in the catalog";
        return Err(CatalogError::new("item-already-exists", message)
            .with_parameter("item_id", &id)
            .into());
    }
    write_one(query, Write::Create)?;
    Ok(WorldReply::created(success()))
}

/// `PUT /catalogs/{catalog_name}/items/{item_id}`.
pub(super) fn replace_item(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    write_one(query, Write::Replace)?;
    Ok(WorldReply::ok(success()))
}

/// `PATCH /catalogs/{catalog_name}/items/{item_id}`.
pub(super) fn update_item(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    query
        .changes
        .catalogs
        .find(&parameter(query, "catalog_name"))?
        .item(&parameter(query, "item_id"))?;
    write_one(query, Write::Update)?;
    Ok(WorldReply::ok(success()))
}

/// `DELETE /catalogs/{catalog_name}/items/{item_id}`.
pub(super) fn delete_item(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = parameter(query, "item_id");
    let name = parameter(query, "catalog_name");
    if query.changes.catalogs.find_mut(&name)?.remove(&id, query.now) {
        Ok(WorldReply::accepted(success()))
    } else {
        Err(CatalogError::no_item(&id).bad_request().into())
    }
}

/// `POST /catalogs/{catalog_name}/items`.
pub(super) fn create_items(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    write_many(query, Write::Create)
}

/// `PUT /catalogs/{catalog_name}/items`.
pub(super) fn replace_items(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    write_many(query, Write::Replace)
}

/// `PATCH /catalogs/{catalog_name}/items`.
pub(super) fn update_items(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    write_many(query, Write::Update)
}

/// `DELETE /catalogs/{catalog_name}/items`.
pub(super) fn delete_items(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = parameter(query, "catalog_name");
    let catalog = query.changes.catalogs.find_mut(&name)?;
    for item in items(query.body) {
        catalog.remove(item.get("id").and_then(Value::as_str).unwrap_or_default(), query.now);
    }
    Ok(WorldReply::accepted(success()))
}

/// `POST /catalogs/{catalog_name}/fields`.
pub(super) fn create_fields(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = parameter(query, "catalog_name");
    let catalog = query.changes.catalogs.find_mut(&name).map_err(CatalogError::bad_request)?;
    catalog.add_fields(&query.body["fields"], query.now)?;
    Ok(WorldReply::accepted(success()))
}

/// `DELETE /catalogs/{catalog_name}/fields/{field_name}`.
pub(super) fn delete_field(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let field = parameter(query, "field_name");
    let name = parameter(query, "catalog_name");
    let catalog = query.changes.catalogs.find_mut(&name)?;
    catalog.remove_field(&field, query.now)?;
    Ok(WorldReply::accepted(success()))
}

/// `POST /catalogs/{catalog_name}/selections`.
pub(super) fn create_selection(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = parameter(query, "catalog_name");
    let catalog = query.changes.catalogs.find_mut(&name).map_err(CatalogError::bad_request)?;
    catalog.add_selection(&query.body["selection"], query.now)?;
    Ok(WorldReply::accepted(success()))
}

/// `DELETE /catalogs/{catalog_name}/selections/{selection_name}`.
pub(super) fn delete_selection(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let selection = parameter(query, "selection_name");
    let name = parameter(query, "catalog_name");
    let catalog = query.changes.catalogs.find_mut(&name)?;
    catalog.remove_selection(&selection, query.now)?;
    Ok(WorldReply::accepted(success()))
}

/// Writes the item that the path names.
fn write_one(query: &mut Query<'_>, write: Write) -> Result<(), Refusal> {
    let mut item = query.body["items"][0].as_object().cloned().unwrap_or_default();
    item.insert("id".to_owned(), parameter(query, "item_id").into());
    let name = parameter(query, "catalog_name");
    Ok(query.changes.catalogs.write(&name, write, &[item], query.now)?)
}

fn write_many(query: &mut Query<'_>, write: Write) -> Result<WorldReply, Refusal> {
    let name = parameter(query, "catalog_name");
    query.changes.catalogs.write(&name, write, &items(query.body), query.now)?;
    Ok(WorldReply::accepted(success()))
}

fn items(body: &Value) -> Vec<Map<String, Value>> {
    let items = body["items"].as_array().into_iter().flatten();
    items.filter_map(Value::as_object).cloned().collect()
}

/// A parameter of the path.
fn parameter(query: &Query<'_>, name: &str) -> String {
    query.text(name).unwrap_or_default().to_owned()
}

fn success() -> Value {
    json!({ "message": "success" })
}

impl From<CatalogError> for Refusal {
    fn from(error: CatalogError) -> Self {
        Self::Reply(error.status, error.to_json())
    }
}
