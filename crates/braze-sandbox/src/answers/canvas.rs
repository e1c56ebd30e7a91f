//! Replies about Canvases.

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use super::messages::{links, messages};
use super::page::edited;
use super::query::{Query, Refusal, WorldReply, time};
use crate::workspace::Breakdown;
use crate::world::{Canvas, Step, channels};

/// `GET /canvas/list`.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let now = query.now;
    let page = edited(query, &query.world.canvases, |canvas| {
        (canvas.archived, canvas.lifetime.edited(now))
    });
    let item = |canvas: &Canvas| {
        json!({
            "id": canvas.id,
            "name": canvas.name,
            "tags": canvas.tags,
            "last_edited": time(canvas.lifetime.edited(now)),
        })
    };
    let canvases: Vec<Value> = page.into_iter().map(item).collect();
    Ok(WorldReply::ok(json!({ "canvases": canvases, "message": "success" })))
}

/// `GET /canvas/details`.
pub(super) fn details(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let canvas = find(query)?;
    let Canvas { lifetime, .. } = canvas;
    let entered = lifetime.sent(query.now).filter(|_| !canvas.draft);
    let draft = query.flag("post_launch_draft_version") && canvas.has_draft;
    let live: Vec<&Step> = canvas.live_steps().collect();
    let first: Vec<&str> = live.first().map(|step| step.id.as_str()).into_iter().collect();
    let variants = canvas.variants.iter().map(|variant| {
        let mut json = json!({ "name": variant.name, "id": variant.id, "first_step_ids": [] });
        if !variant.control {
            json["first_step_ids"] = json!(first);
            json["first_step_id"] = json!(first.first());
        }
        json
    });
    let steps = live.iter().enumerate().map(|(index, step)| {
        let next = live.get(index + 1).copied();
        step_json(query, &canvas.name, step, next)
    });
    Ok(WorldReply::ok(json!({
        "created_at": time(lifetime.created()),
        "updated_at": time(lifetime.edited(query.now)),
        "name": canvas.name,
        "description": "",
        "archived": canvas.archived,
        "draft": canvas.draft || draft,
        "enabled": !canvas.draft && !canvas.archived,
        "has_post_launch_draft": canvas.has_draft,
        "schedule_type": canvas.schedule,
        "first_entry": entered.map(|(first, _)| time(first)),
        "last_entry": entered.map(|(_, last)| time(last)),
        "channels": channels(live.iter().flat_map(|step| &step.variations)),
        "variants": variants.collect::<Vec<_>>(),
        "tags": canvas.tags,
        "teams": [],
        "steps": steps.collect::<Vec<_>>(),
        "message": "success",
    })))
}

/// `GET /canvas/data_summary`.
pub(super) fn data_summary(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let canvas = find(query)?;
    let breakdown = Breakdown::read(|name| query.flag(name));
    let mut data = query.workspace.canvas_summary(canvas, days(query), breakdown, query.now);
    data["name"] = json!(canvas.name);
    Ok(WorldReply::ok(json!({ "data": data, "message": "success" })))
}

/// `GET /canvas/url_info/details`.
pub(super) fn url_info(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let step = query.text("canvas_step_id").and_then(|id| query.world.step(id));
    let step = step.ok_or_else(|| Refusal::bad_request("Missing/Invalid Canvas ID"))?;
    let id = query.text("message_variation_id");
    links(query, step.variations.iter().find(|variation| id == Some(variation.id.as_str())))
}

fn find<'a>(query: &Query<'a>) -> Result<&'a Canvas, Refusal> {
    let canvas = query.text("canvas_id").and_then(|id| query.world.get().canvas(id));
    canvas.ok_or_else(|| {
        Refusal::bad_request("canvas_id must be a string of the Canvas api identifier")
    })
}

fn step_json(query: &Query<'_>, title: &str, step: &Step, next: Option<&Step>) -> Value {
    let (kind, path) = if step.variations.is_empty() {
        ("decision_split", Some("Yes"))
    } else {
        ("message", None)
    };
    let paths = next.iter().map(|next| json!({ "name": path, "next_step_id": next.id }));
    // Only steps with messages are listed.
    let ids = next.iter().filter(|next| !next.variations.is_empty()).map(|next| &next.id);
    json!({
        "name": step.name,
        "type": kind,
        "id": step.id,
        "next_step_ids": ids.collect::<Vec<_>>(),
        "next_paths": paths.collect::<Vec<_>>(),
        "channels": channels(&step.variations),
        "messages": messages(query, &format!("{title}: {}", step.name), &step.variations),
    })
}

/// The days of a summary: both ends move to midnight in the company's time zone.
fn days(query: &Query<'_>) -> (NaiveDate, NaiveDate) {
    let day = |name: &str| {
        query.instant(name).map(|instant| query.world.zone.local(instant).date_naive())
    };
    let to = day("ending_at").unwrap_or_else(|| query.world.zone.local(query.now).date_naive());
    let back = |days: u64| to.checked_sub_days(Days::new(days)).unwrap_or(to);
    let from = day("starting_at");
    let from = from.unwrap_or_else(|| back(query.number("length").unwrap_or(MAX_DAYS)));
    // The future has no numbers.
    let tomorrow = query.world.zone.local(query.now).date_naive().succ_opt().unwrap_or(to);
    (from.max(back(MAX_DAYS)), to.min(tomorrow))
}

/// The number of days that a summary covers at most.
const MAX_DAYS: u64 = 14;
