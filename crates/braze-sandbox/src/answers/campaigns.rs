//! Replies about campaigns.

use serde_json::{Value, json};

use super::messages::{links, messages};
use super::page::edited;
use super::query::{Query, Refusal, WorldReply, time};
use crate::workspace::Noise;
use crate::world::{Campaign, Variation, channels, choose};

/// `GET /campaigns/list`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let now = query.now;
    let page = edited(query, &query.world.campaigns, |campaign| {
        (campaign.archived, campaign.lifetime.edited(now))
    });
    let item = |campaign: &Campaign| {
        json!({
            "id": campaign.id,
            "name": campaign.name,
            "is_api_campaign": campaign.is_api,
            "tags": campaign.tags,
            "last_edited": time(campaign.lifetime.edited(now)),
        })
    };
    let campaigns: Vec<Value> = page.into_iter().map(item).collect();
    Ok(WorldReply::ok(json!({ "campaigns": campaigns, "message": "success" })))
}

/// `GET /campaigns/details`.
pub(super) fn details(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let campaign = query.text("campaign_id").and_then(|id| query.world.campaign(id));
    let campaign = campaign.ok_or_else(|| Refusal::bad_request(UNKNOWN))?;
    let Campaign { lifetime, .. } = campaign;
    let sent = lifetime.sent(query.now).filter(|_| !campaign.draft);
    let draft = query.flag("post_launch_draft_version") && campaign.has_draft;
    Ok(WorldReply::ok(json!({
        "created_at": time(lifetime.created()),
        "updated_at": time(lifetime.edited(query.now)),
        "archived": campaign.archived,
        "draft": campaign.draft || draft,
        "enabled": !campaign.draft && !campaign.archived,
        "has_post_launch_draft": campaign.has_draft,
        "name": campaign.name,
        "description": "",
        "schedule_type": campaign.schedule,
        "channels": channels(&campaign.variations),
        "first_sent": sent.map(|(first, _)| time(first)),
        "last_sent": sent.map(|(_, last)| time(last)),
        "tags": campaign.tags,
        "teams": [],
        "messages": messages(query, &campaign.name, &campaign.variations),
        "conversion_behaviors": conversions(query, campaign),
        "message": "success",
    })))
}

/// `GET /campaigns/url_info/details`.
pub(super) fn url_info(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let campaign = query.text("campaign_id").and_then(|id| query.world.campaign(id));
    let campaign = campaign.ok_or_else(|| Refusal::bad_request("Missing/Invalid Campaign ID"))?;
    let variation: Option<&Variation> =
        query.text("message_variation_id").and_then(|id| campaign.variation(id));
    links(query, variation)
}

const UNKNOWN: &str = "campaign_id must be a string of the campaign api identifier";

/// The conversion events, which name a product and an event of the world.
fn conversions(query: &Query<'_>, campaign: &Campaign) -> Vec<Value> {
    let noise = Noise::new(query.world.seed).text(&campaign.id);
    let products: Vec<&str> = query.world.products.iter().map(String::as_str).collect();
    let events: Vec<&str> = query.world.events.iter().map(|event| event.name.as_str()).collect();
    let mut behaviors = Vec::new();
    if !products.is_empty() {
        let product = choose(noise.text("product"), &products);
        behaviors.push(
            json!({ "type": "Makes Specific Purchase", "window": 86_400, "product": product }),
        );
    }
    behaviors.push(json!({ "type": "Starts Session", "window": 259_200, "app_ids": null }));
    if !events.is_empty() {
        let event = choose(noise.text("event"), &events);
        behaviors.push(
            json!({ "type": "Performs Custom Event", "window": 432_000, "custom_event_name": event }),
        );
    }
    behaviors
}
