//! Replies about translations.

use serde_json::{Value, json};

use super::query::{Query, Refusal, WorldReply};
use crate::contents::{LOCALES, Locale, Subject, Translations};
use crate::world::{Canvas, Role};

/// The kinds of what has translations, each with the parameters that name one.
const KINDS: [(&str, &[&str]); 5] = [
    ("campaigns", &["campaign_id", "message_variation_id"]),
    ("canvas", &["workflow_id", "step_id", "message_variation_id"]),
    ("content_blocks", &["content_block_id"]),
    ("email", &["template_id"]),
    ("webhook", &["template_id"]),
];

/// The webhook template of the spec's examples.
const WEBHOOK: &str = "e24404b3-2c17-4b8e-a5d6-90f1e2d3c4b5";

/// The texts in all locales, or in one.
pub(super) fn list(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let subject = subject(query, |name| query.text(name))?;
    let locales: Vec<&Locale> = match query.text("locale_id") {
        Some(id) => vec![locale(&subject, id)?],
        None => LOCALES.iter().collect(),
    };
    let translation = |locale: &Locale| {
        let texts = query.changes.contents.translations.get(&subject, locale);
        json!({ "translation_map": texts, "locale": locale.json() })
    };
    let translations: Vec<Value> = locales.into_iter().map(translation).collect();
    Ok(WorldReply::ok(json!({ "translations": translations })))
}

/// The texts before they are translated.
pub(super) fn source(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let subject = subject(query, |name| query.text(name))?;
    if let Some(id) = query.text("locale_id") {
        locale(&subject, id)?;
    }
    let mut reply = json!({ "translations": { "translation_map": Translations::source() } });
    if !is_webhook(&subject) {
        reply["message"] = json!("success");
    }
    Ok(WorldReply::ok(reply))
}

/// Replaces the texts in one locale.
pub(super) fn update(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let subject = subject(query, |name| query.field(name))?;
    let locale = locale(&subject, query.field("locale_id").unwrap_or_default())?;
    let texts = query.body["translation_map"].as_object().cloned().unwrap_or_default();
    let reply = if is_webhook(&subject) { json!({}) } else { json!({ "message": "success" }) };
    query.changes.contents.translations.set(subject, locale, texts);
    Ok(WorldReply::ok(reply))
}

/// Finds what a request names.
fn subject<'q>(
    query: &'q Query<'_>,
    text: impl Fn(&str) -> Option<&'q str>,
) -> Result<Subject, Refusal> {
    let kind = KINDS.iter().find(|(kind, _)| query.path.split('/').any(|part| part == *kind));
    let (kind, names) = *kind.unwrap_or(&KINDS[0]);
    let ids: Vec<String> = names.iter().filter_map(|name| Some(text(name)?.to_owned())).collect();
    let subject = (kind, ids);
    match exists(query, &subject) {
        true => Ok(subject),
        false => Err(Refusal::bad_request(match is_webhook(&subject) {
            true => "This template does not have multi-language setup",
            false => "This message does not support multi-language.",
        })),
    }
}

fn exists(query: &Query<'_>, (kind, ids): &Subject) -> bool {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    match (*kind, ids.as_slice()) {
        ("campaigns", [campaign, variation]) => query
            .world
            .campaign(campaign)
            .and_then(|campaign| campaign.variation(variation))
            .is_some_and(|variation| variation.role == Role::Message),
        ("canvas", [canvas, step, variation]) => {
            let steps = query.world.canvas(canvas).into_iter().flat_map(Canvas::live_steps);
            let mut variations =
                steps.filter(|it| it.id == *step).flat_map(|step| &step.variations);
            variations.any(|it| it.id == *variation && it.role == Role::Message)
        }
        ("content_blocks", [id]) => {
            query.changes.contents.blocks.iter().any(|block| block.id == *id)
        }
        ("email", [id]) => {
            query.changes.contents.templates.iter().any(|template| template.id == *id)
        }
        ("webhook", [id]) => *id == WEBHOOK,
        _ => false,
    }
}

fn is_webhook((kind, _): &Subject) -> bool {
    *kind == "webhook"
}

fn locale(subject: &Subject, id: &str) -> Result<&'static Locale, Refusal> {
    let message = match is_webhook(subject) {
        true => "Invalid locale ID",
        false => "The provided locale code does not exist.",
    };
    LOCALES.iter().find(|locale| locale.uuid == id).ok_or_else(|| Refusal::bad_request(message))
}
