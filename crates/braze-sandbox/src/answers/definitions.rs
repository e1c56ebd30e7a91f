//! Replies about custom events, custom attributes and products.

use serde_json::{Value, json};

use super::page::{at_cursor, numbered};
use super::query::{Query, Refusal, WorldReply};
use crate::world::Definition;

/// `GET /events/list`.
pub(super) fn event_names(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let names = query.world.events.iter().map(|event| event.name.as_str()).collect();
    let page: Vec<&str> = numbered(query, names, 250);
    Ok(WorldReply::ok(json!({ "events": page, "message": "success" })))
}

/// `GET /events`.
pub(super) fn events(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (events, link) = at_cursor(query, &query.world.events)?;
    let item = |event: &Definition| {
        json!({
            "name": event.name,
            "description": event.description,
            "included_in_analytics_report": event.reported,
            "status": status(event),
            "tag_names": event.tags,
        })
    };
    let events: Vec<Value> = events.iter().map(item).collect();
    Ok(WorldReply { link, ..WorldReply::ok(json!({ "message": "success", "events": events })) })
}

/// `GET /custom_attributes`.
pub(super) fn attributes(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (attributes, link) = at_cursor(query, &query.world.attributes)?;
    let item = |attribute: &Definition| {
        json!({
            "name": attribute.name,
            "data_type": attribute.data_type,
            "description": attribute.description,
            "array_length": (attribute.data_type == "Array").then_some(25),
            "status": status(attribute),
            "tag_names": attribute.tags,
        })
    };
    let attributes: Vec<Value> = attributes.iter().map(item).collect();
    let body = json!({ "attributes": attributes, "message": "success" });
    Ok(WorldReply { link, ..WorldReply::ok(body) })
}

/// `GET /purchases/product_list`.
pub(super) fn products(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let products = query.world.products.iter().map(String::as_str).collect();
    // The size of a page is not documented.
    let page: Vec<&str> = numbered(query, products, 50);
    Ok(WorldReply::ok(json!({ "products": page, "message": "success" })))
}

fn status(definition: &Definition) -> &'static str {
    if definition.blocklisted { "Blocklisted" } else { "Active" }
}
