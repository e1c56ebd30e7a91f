//! The content of messages, by channel.

use serde_json::{Map, Value, json};

use super::query::{Query, Refusal, WorldReply};
use crate::world::{Role, Variation};

/// The messages of a campaign or step, by the identifier of their variation.
pub(super) fn messages(query: &Query<'_>, title: &str, variations: &[Variation]) -> Value {
    let with_flag = query.flag("include_has_translatable_content");
    let messages = variations.iter().map(|variation| {
        let mut message = content(title, variation);
        if with_flag {
            message["has_translatable_content"] = json!(variation.role == Role::Message);
        }
        (variation.id.clone(), message)
    });
    messages.collect::<Map<_, _>>().into()
}

/// The links of an email: the reply of both operations on links.
pub(super) fn links(
    query: &Query<'_>,
    variation: Option<&Variation>,
) -> Result<WorldReply, Refusal> {
    let variation = variation.filter(|variation| !variation.link_ids().is_empty());
    let Some(variation) = variation else {
        return Err(Refusal::bad_request("Missing/Invalid Message Variant ID"));
    };
    let only = query.text("includes_link_id");
    let ids = variation.link_ids().into_iter().zip(["footer_link", "shop_link"]);
    let links = ids.filter(|(id, _)| only.is_none_or(|only| only == id)).map(|(id, alias)| {
        json!({
            "link_URL": format!("https://shop.example.com?lid={id}"),
            "link_id": id,
            "link_alias": alias,
            "content_block_path_info": [],
        })
    });
    Ok(WorldReply::ok(json!({
        "channel": variation.channel,
        "name": variation.name,
        "link_data": links.collect::<Vec<_>>(),
        "message": "success",
    })))
}

fn content(title: &str, variation: &Variation) -> Value {
    let Variation { channel, name, .. } = variation;
    match (variation.role, *channel) {
        (Role::Control, _) => json!({ "channel": channel, "type": "control" }),
        (Role::Survey, _) => survey(title),
        (_, "email") => json!({
            "channel": channel,
            "name": name,
            "subject": title,
            "body": format!("<p>{title}</p>"),
            "from": "Shop <shop@example.com>",
            "reply_to": "help@example.com",
            "title": title,
            "preheader": "",
            "extras": [],
            "should_inline_css": true,
            "should_whitespace_header": false,
            "email_headers": [],
        }),
        (_, "in_app_message") => {
            json!({ "channel": channel, "name": name, "message": title, "extras": {} })
        }
        (_, "content_cards") => json!({ "channel": channel, "name": name, "extras": {} }),
        (_, "webhook") => json!({
            "channel": channel,
            "name": name,
            "url": "https://hooks.example.com/message",
            "body": "{}",
            "type": "application/json",
            "method": "POST",
            "headers": { "Content-Type": "application/json" },
        }),
        (_, "sms") => json!({
            "channel": channel,
            "name": name,
            "body": title,
            "from": "[\"+15555550100\"]",
            "subscription_group_id": SUBSCRIPTION_GROUP,
        }),
        (_, "whats_app") => json!({
            "channel": channel,
            "name": name,
            "subscription_group_id": SUBSCRIPTION_GROUP,
            "from": ["+15555550100"],
            "layout": "text",
            "body_text": title,
        }),
        _ => json!({
            "channel": channel,
            "name": name,
            "alert": title,
            "title": title,
            "action": "https://shop.example.com",
            "image_url": "",
            "large_image_url": null,
            "extras": {},
        }),
    }
}

/// A survey in an in-app message.
fn survey(title: &str) -> Value {
    let choice = |end: &str, text: &str| {
        json!({
            "choice_id": format!("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2bf{end}"),
            "text": text,
            "custom_attribute_key": "visit",
            "custom_attribute_value": text.to_ascii_lowercase(),
            "deleted": false,
        })
    };
    let choices = [choice("1", "Good"), choice("2", "Bad")];
    let page = json!({ "header": { "text": title }, "choices": choices });
    json!({ "channel": "in_app_message", "type": "survey", "data": { "pages": [page] } })
}

const SUBSCRIPTION_GROUP: &str = "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9e01";
