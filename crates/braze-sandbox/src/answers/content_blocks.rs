//! Replies about Content Blocks.

use serde_json::{Value, json};

use super::edits;
use super::query::{Query, Refusal, WorldReply};
use crate::contents::{ContentBlock, liquid_tag};

/// `GET /content_blocks/list`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let page = edits::page(query, &query.changes.contents.blocks, |block| block.edited)?;
    let blocks: Vec<Value> = page.into_iter().map(item).collect();
    Ok(WorldReply::ok(
        json!({ "count": blocks.len(), "content_blocks": blocks, "message": "success" }),
    ))
}

/// `GET /content_blocks/info`.
pub(super) fn info(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.text("content_block_id").unwrap_or_default();
    let block = query.changes.contents.blocks.iter().find(|block| block.id == id);
    let block = block.ok_or_else(|| Refusal::bad_request(UNKNOWN))?;
    let mut reply = item(block);
    reply["content"] = json!(block.content);
    reply["description"] = json!(block.description);
    reply["message"] = json!("success");
    if query.flag("include_inclusion_data") {
        let inclusions = block.inclusion.map(|(campaign, variation)| {
            json!({ "campaign_id": campaign, "message_variation_id": variation })
        });
        reply["inclusion_data"] = inclusions.into_iter().collect();
    }
    if let Some(fields) = reply.as_object_mut() {
        // Only the list has it.
        fields.remove("liquid_tag");
    }
    Ok(WorldReply::ok(reply))
}

/// `POST /content_blocks/create`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let name = query.field("name").unwrap_or_default().to_owned();
    is_new(query, &name, "")?;
    let content = query.field("content").unwrap_or_default().to_owned();
    is_content(&content, &name)?;
    let block = ContentBlock {
        id: query.changes.contents.identifier(),
        name,
        content,
        description: query.field("description").map(str::to_owned),
        is_active: query.field("state") != Some("draft"),
        tags: edits::tags(query.body).unwrap_or_default(),
        created: query.now,
        edited: query.now,
        inclusion: None,
    };
    let reply = changed(&block);
    query.changes.contents.blocks.push(block);
    Ok(reply)
}

/// `POST /content_blocks/update`.
pub(super) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.field("content_block_id").unwrap_or_default();
    let found = query.changes.contents.blocks.iter().position(|block| block.id == id);
    let index = found.ok_or_else(|| Refusal::bad_request(UNKNOWN))?;
    let known = &query.changes.contents.blocks[index];
    let name = query.field("name").filter(|name| *name != known.name);
    if let Some(name) = name {
        if known.is_active {
            let message = "Content Block name cannot be updated for active Content Blocks";
            return Err(Refusal::bad_request(message));
        }
        is_new(query, name, id)?;
    }
    if known.is_active && query.field("state") == Some("draft") {
        let message =
            "Active Content Block can not be updated to Draft. Create a new Content Block.";
        return Err(Refusal::bad_request(message));
    }
    if let Some(content) = query.field("content") {
        is_content(content, name.unwrap_or(&known.name))?;
    }
    let (body, now) = (query.body, query.now);
    let text = |field: &str| body[field].as_str().map(str::to_owned);
    let block = &mut query.changes.contents.blocks[index];
    edits::set(&mut block.name, text("name"));
    edits::set(&mut block.content, text("content"));
    edits::set(&mut block.tags, edits::tags(body));
    block.description = text("description").or_else(|| block.description.take());
    block.is_active |= body["state"] == "active";
    block.edited = now;
    Ok(changed(block))
}

const UNKNOWN: &str = "Content Block ID is invalid for this workspace";

fn item(block: &ContentBlock) -> Value {
    json!({
        "content_block_id": block.id,
        "name": block.name,
        "content_type": block.content_type(),
        "liquid_tag": liquid_tag(&block.name),
        "inclusion_count": u8::from(block.inclusion.is_some()),
        "created_at": edits::time(block.created),
        "last_edited": edits::time(block.edited),
        "tags": block.tags,
    })
}

fn changed(block: &ContentBlock) -> WorldReply {
    WorldReply::created(json!({
        "content_block_id": block.id,
        "liquid_tag": liquid_tag(&block.name),
        "created_at": edits::time(block.created),
        "message": "success",
    }))
}

/// Refuses a name that another Content Block has.
fn is_new(query: &Query<'_>, name: &str, own: &str) -> Result<(), Refusal> {
    let mut others = query.changes.contents.blocks.iter().filter(|block| block.id != own);
    match others.any(|block| block.name == name) {
        true => Err(Refusal::bad_request("Content Block with this name already exists")),
        false => Ok(()),
    }
}

/// Refuses content that includes itself, or in which a tag of Liquid does not end.
fn is_content(content: &str, name: &str) -> Result<(), Refusal> {
    if content.contains(&liquid_tag(name)) {
        let message = "Content Block cannot be referenced within itself";
        return Err(Refusal::bad_request(message));
    }
    let pairs = [("{{", "}}"), ("{%", "%}")];
    if pairs
        .iter()
        .any(|(open, close)| content.matches(open).count() != content.matches(close).count())
    {
        return Err(Refusal::bad_request("Content contains malformed liquid"));
    }
    Ok(())
}
