//! Replies about email templates.

use serde_json::{Value, json};

use super::edits;
use super::query::{Query, Refusal, WorldReply};
use crate::contents::EmailTemplate;

/// `GET /templates/email/list`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let page = edits::page(query, &query.changes.contents.templates, |template| template.updated)?;
    let templates: Vec<Value> = page.into_iter().map(item).collect();
    Ok(WorldReply::ok(
        json!({ "count": templates.len(), "templates": templates, "message": "success" }),
    ))
}

/// `GET /templates/email/info`.
pub(super) fn info(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let id = query.text("email_template_id").unwrap_or_default();
    let template = query.changes.contents.templates.iter().find(|template| template.id == id);
    let template = template.ok_or_else(|| Refusal::bad_request(UNKNOWN))?;
    let mut reply = item(template);
    reply["description"] = json!("");
    reply["subject"] = json!(template.subject);
    reply["preheader"] = json!(template.preheader);
    reply["body"] = json!(template.body);
    reply["plaintext_body"] = json!(template.plaintext_body);
    reply["should_inline_css"] = json!(template.should_inline_css);
    reply["message"] = json!("success");
    Ok(WorldReply::ok(reply))
}

/// `POST /templates/email/create`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    if !has_known_blocks(query, query.field("body").unwrap_or_default()) {
        return Err(Refusal::bad_request("Email must have valid Content Block names"));
    }
    let mut template = EmailTemplate {
        id: query.changes.contents.identifier(),
        name: String::new(),
        subject: String::new(),
        preheader: None,
        body: String::new(),
        plaintext_body: None,
        should_inline_css: true,
        tags: Vec::new(),
        created: query.now,
        updated: query.now,
    };
    change(&mut template, query.body);
    let reply = WorldReply::created(changed(&template));
    query.changes.contents.templates.push(template);
    Ok(reply)
}

/// `POST /templates/email/update`.
pub(super) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let (body, now) = (query.body, query.now);
    let mut templates = query.changes.contents.templates.iter_mut();
    let template = templates.find(|template| body["email_template_id"] == template.id.as_str());
    let template = template.ok_or_else(|| Refusal::bad_request(UNKNOWN))?;
    change(template, body);
    template.updated = now;
    Ok(WorldReply::ok(changed(template)))
}

const UNKNOWN: &str = "Email template ID is invalid for this workspace";

/// True if every Content Block that a text includes exists.
fn has_known_blocks(query: &Query<'_>, text: &str) -> bool {
    let rest = text.split("content_blocks.${").skip(1);
    let mut names = rest.filter_map(|rest| Some(rest.split_once('}')?.0.trim()));
    names.all(|name| query.changes.contents.blocks.iter().any(|block| block.name == name))
}

fn item(template: &EmailTemplate) -> Value {
    json!({
        "email_template_id": template.id,
        "template_name": template.name,
        "created_at": edits::time(template.created),
        "updated_at": edits::time(template.updated),
        "tags": template.tags,
    })
}

fn changed(template: &EmailTemplate) -> Value {
    json!({ "email_template_id": template.id, "message": "success" })
}

/// Sets the fields that a body has.
fn change(template: &mut EmailTemplate, body: &Value) {
    let text = |field: &str| body[field].as_str().map(str::to_owned);
    edits::set(&mut template.name, text("template_name"));
    edits::set(&mut template.subject, text("subject"));
    edits::set(&mut template.body, text("body"));
    edits::set(&mut template.should_inline_css, body["should_inline_css"].as_bool());
    edits::set(&mut template.tags, edits::tags(body));
    template.preheader = text("preheader").or_else(|| template.preheader.take());
    template.plaintext_body = text("plaintext_body").or_else(|| template.plaintext_body.take());
}
