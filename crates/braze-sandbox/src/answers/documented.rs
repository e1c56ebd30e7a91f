//! Refusals of Content Blocks and email templates, in the words that the documentation prints.

use serde_json::Value;

use super::query::Refusal;

/// Finds the documented text for a request that the spec does not allow.
pub(crate) fn documented(
    operation: &str,
    pairs: &[(String, String)],
    body: &Value,
) -> Option<Refusal> {
    let text = match operation {
        "content_blocks.list" => page(pairs).or_else(|| content_block_limit(pairs)),
        "templates.email_list" => page(pairs),
        "content_blocks.info" => blank_id(pairs),
        "content_blocks.create" => content_block(body, true),
        "content_blocks.update" => content_block(body, false),
        "templates.email_create" => template(body, true),
        "templates.email_update" => template(body, false),
        _ => None,
    };
    text.map(Refusal::bad_request)
}

fn page(pairs: &[(String, String)]) -> Option<&'static str> {
    pairs.iter().find_map(|(name, value)| match name.as_str() {
        "offset" if value.parse::<u64>().is_err() => Some("Offset is invalid"),
        "offset" if value.parse() == Ok(0_u64) => Some("Offset must be greater than 0."),
        "modified_after" => invalid_time(value, "Modified after time is invalid"),
        "modified_before" => invalid_time(value, "Modified before time is invalid"),
        _ => None,
    })
}

fn invalid_time(value: &str, text: &'static str) -> Option<&'static str> {
    value.parse::<chrono::NaiveDateTime>().is_err().then_some(text)
}

fn content_block_limit(pairs: &[(String, String)]) -> Option<&'static str> {
    let (_, limit) = pairs.iter().find(|(name, _)| name == "limit")?;
    match limit.parse::<i64>() {
        Err(_) => Some("Content Block number limit is invalid"),
        Ok(..=0) => Some("Content Block number limit must be greater than 0"),
        Ok(1001..) => Some("Content Block number limit exceeds maximum of 1000"),
        Ok(_) => None,
    }
}

fn blank_id(pairs: &[(String, String)]) -> Option<&'static str> {
    let id = pairs.iter().find(|(name, _)| name == "content_block_id");
    let is_blank = id.is_none_or(|(_, id)| id.trim().is_empty());
    is_blank.then_some("Content Block ID cannot be blank")
}

/// The greatest size of content in bytes, and the length of names and descriptions in characters, none of which
/// is allowed any more.
const CONTENT_BYTES: usize = 51_200;
const NAME_LENGTH: usize = 100;
const DESCRIPTION_LENGTH: usize = 250;

fn content_block(body: &Value, is_new: bool) -> Option<&'static str> {
    if !is_new && is_blank(&body["content_block_id"]) {
        return Some("Content Block ID cannot be blank");
    }
    if is_blank(&body["name"]) && (is_new || body.get("name").is_some()) {
        return Some("Content Block name cannot be blank");
    }
    if let Some(name) = body["name"].as_str() {
        if name.chars().count() >= NAME_LENGTH {
            return Some("Content Block name must be shorter than 100 characters");
        }
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte)) {
            return Some("Content Block name can only contain alphanumeric characters");
        }
    }
    match &body["content"] {
        Value::Null if !is_new => {}
        Value::String(content) if content.len() >= CONTENT_BYTES => {
            return Some("Content must be smaller than 50kb");
        }
        content if is_blank(content) => return Some("Content cannot be blank"),
        Value::String(_) => {}
        _ => return Some("Content must be a string"),
    }
    match &body["description"] {
        Value::String(text) if text.chars().count() >= DESCRIPTION_LENGTH => {
            return Some("Content Block description must be shorter than 250 characters");
        }
        Value::String(text) if text.trim().is_empty() => {
            return Some("Content Block description cannot be blank");
        }
        Value::Null | Value::String(_) => {}
        _ => return Some("Content Block description must be a string"),
    }
    if !body["state"].is_null() && body["state"] != "active" && body["state"] != "draft" {
        return Some("Content Block state must be either active or draft");
    }
    tags(body)
}

fn template(body: &Value, is_new: bool) -> Option<&'static str> {
    if is_blank(&body["template_name"]) && (is_new || body.get("template_name").is_some()) {
        return Some("Template name is required");
    }
    if !body["should_inline_css"].is_null() && !body["should_inline_css"].is_boolean() {
        return Some(
            "Invalid value for `should_inline_css`. One of `true` or `false` was expected",
        );
    }
    tags(body)
}

fn tags(body: &Value) -> Option<&'static str> {
    match body.get("tags")? {
        Value::Array(tags) if tags.iter().all(Value::is_string) => None,
        Value::Array(_) => Some("All tags must be strings"),
        _ => Some("Tags must be an array"),
    }
}

/// True for what is not there, and for a text without a letter.
fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}
