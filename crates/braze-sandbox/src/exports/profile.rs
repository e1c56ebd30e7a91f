//! The profile of a user, as exports have it.

use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::fields::Fields;
use crate::workspace::Noise;
use crate::world::{Definition, User, World, choose};

/// Writes the selected fields of a user's profile. Empty fields are left out.
pub(crate) fn profile(world: &World, user: &User, fields: &Fields, now: DateTime<Utc>) -> Value {
    let noise = user.noise;
    let (country, language, city, zone) = choose(noise.text("home"), HOMES);
    let created = created(noise);
    let mut all = Map::new();
    let mut set = |name: &str, value: Value| {
        if fields.has(name) {
            all.insert(name.to_owned(), value);
        }
    };
    set("external_id", json!(user.external_id));
    set("braze_id", json!(user.braze_id));
    let alias = json!({ "alias_name": user.alias, "alias_label": user.alias_label });
    set("user_aliases", json!([alias]));
    set("first_name", json!(user.first_name));
    set("last_name", json!(user.last_name));
    set("email", json!(user.email));
    set("country", json!(country));
    set("language", json!(language));
    set("home_city", json!(city));
    set("time_zone", json!(zone));
    set("created_at", json!(time(created)));
    set("created_from", json!(choose(noise.text("source"), &["SDK", "REST API", "CSV"])));
    set("random_bucket", json!(noise.text("bucket").bits() % 10_000));
    if noise.text("has phone").happens(0.6) {
        set("phone", json!(user.phone));
    }
    if noise.text("has gender").happens(0.7) {
        set("gender", json!(choose(noise.text("gender"), &["M", "F", "O", "N", "P"])));
    }
    if noise.text("has birthday").happens(0.5) {
        set("dob", json!(birthday(noise)));
    }
    if noise.text("uninstalled").happens(0.05) {
        set("uninstalled_at", json!(time(later(noise, created, "uninstalled at"))));
    }
    let consent = choose(noise.text("consent"), &["opted_in", "subscribed", "unsubscribed"]);
    set("email_subscribe", json!(consent));
    set("push_subscribe", json!(consent));
    if consent == "opted_in" {
        let since = json!(time(later(noise, created, "opted in")));
        set("email_opted_in_at", since.clone());
        set("push_opted_in_at", since);
    }
    let purchases = purchases(world, noise, created);
    let bought: u64 = purchases.iter().filter_map(|bought| bought["count"].as_u64()).sum();
    set("total_revenue", json!((bought * 1_999) as f64 / 100.0));
    let attributes = attributes(world, noise, fields);
    let lists = [
        ("custom_events", custom_events(world, noise, created)),
        ("purchases", purchases),
        ("devices", vec![device(user)]),
        ("push_tokens", vec![push_token(user)]),
        ("apps", vec![app(noise, created)]),
        ("campaigns_received", campaigns(world, noise, now)),
        ("canvases_received", canvases(world, noise, now)),
    ];
    if !attributes.is_empty() {
        set("custom_attributes", attributes.into());
    }
    for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
        set(name, list.into());
    }
    all.into()
}

/// A time as profiles have it: `2024-01-17T20:01:33.385Z`.
fn time(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// A time between 2020 and 2023.
fn created(noise: Noise) -> DateTime<Utc> {
    let millis = 1_577_836_800_000 + (noise.text("created").unit() * 126e9) as i64;
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}

/// A time within 100 days of another.
fn later(noise: Noise, from: DateTime<Utc>, name: &str) -> DateTime<Utc> {
    from + TimeDelta::milliseconds((noise.text(name).unit() * 8.64e9) as i64)
}

fn birthday(noise: Noise) -> String {
    let number = |name: &str, count: u64| noise.text(name).bits() % count;
    format!(
        "{}-{:02}-{:02}",
        1950 + number("year", 55),
        1 + number("month", 12),
        1 + number("day", 28)
    )
}

/// A few of the world's custom attributes, with a value of their type.
fn attributes(world: &World, noise: Noise, fields: &Fields) -> Map<String, Value> {
    let share = 8.0 / world.attributes.len().max(1) as f64;
    let own = world.attributes.iter().filter(|attribute| {
        noise.text("attribute").text(&attribute.name).happens(share)
            && fields.has_attribute(&attribute.name)
    });
    own.map(|attribute| (attribute.name.clone(), value(noise, attribute))).collect()
}

fn value(noise: Noise, attribute: &Definition) -> Value {
    let noise = noise.text("value").text(&attribute.name);
    let number = noise.bits() % 100;
    let word = choose(noise, &["gold", "silver", "blue", "north", "weekly"]);
    match attribute.data_type {
        "Number" => json!(number),
        "Boolean" => json!(number % 2 == 0),
        "Date" => json!(time(created(noise))),
        "Array" => json!([word, "red"]),
        "Object" => json!({ "name": word, "rank": number }),
        "Object Array" => json!([{ "name": word }]),
        _ => json!(word),
    }
}

/// Chooses up to three of the world's things, each once.
fn some<'a, T>(noise: Noise, kind: &str, things: &'a [T]) -> impl Iterator<Item = &'a T> {
    let noise = noise.text(kind);
    let count = (noise.text("count").bits() % 4).min(things.len() as u64) as usize;
    let start = (noise.text("start").bits() % things.len().max(1) as u64) as usize;
    things.iter().cycle().skip(start).take(count)
}

fn custom_events(world: &World, noise: Noise, created: DateTime<Utc>) -> Vec<Value> {
    some(noise, "events", &world.events).map(|event| history(noise, created, &event.name)).collect()
}

fn purchases(world: &World, noise: Noise, created: DateTime<Utc>) -> Vec<Value> {
    some(noise, "products", &world.products).map(|name| history(noise, created, name)).collect()
}

/// The first and the last occurrence of an event or purchase, and the number of all.
fn history(noise: Noise, created: DateTime<Utc>, name: &str) -> Value {
    let noise = noise.text("history").text(name);
    let first = later(noise, created, "first");
    let last = later(noise, first, "last");
    let count = 2 + noise.text("count").bits() % 20;
    json!({ "name": name, "first": time(first), "last": time(last), "count": count })
}

fn device(user: &User) -> Value {
    json!({
        "model": "iPhone 15",
        "os": "iOS 17.4",
        "carrier": null,
        "device_id": user.device_id,
        "idfa": null,
        "ad_tracking_enabled": false,
    })
}

fn push_token(user: &User) -> Value {
    json!({
        "app": "Shop",
        "platform": "iOS",
        "token": format!("{:016x}", user.noise.text("token").bits()),
        "device_id": user.device_id,
        "notifications_enabled": true,
        "provisionally_opted_in": null,
    })
}

fn app(noise: Noise, created: DateTime<Utc>) -> Value {
    json!({
        "name": "Shop",
        "platform": "iOS",
        "version": "7.2.0",
        "sessions": 1 + noise.text("sessions").bits() % 200,
        "first_used": time(created),
        "last_used": time(later(noise, created, "last used")),
    })
}

fn campaigns(world: &World, noise: Noise, now: DateTime<Utc>) -> Vec<Value> {
    let received = some(noise, "campaigns", &world.campaigns).filter(|campaign| !campaign.draft);
    let received = received.filter_map(|campaign| {
        let (_, last) = recent(campaign.lifetime.sent(now), now)?;
        let variation = campaign.variations.first()?;
        Some(json!({
            "name": campaign.name,
            "api_campaign_id": campaign.id,
            "last_received": time(last),
            "engaged": {},
            "converted": noise.text(&campaign.id).happens(0.2),
            "in_control": false,
            "variation_name": variation.name,
            "variation_api_id": variation.id,
        }))
    });
    received.collect()
}

fn canvases(world: &World, noise: Noise, now: DateTime<Utc>) -> Vec<Value> {
    let received = some(noise, "canvases", &world.canvases).filter(|canvas| !canvas.draft);
    let received = received.filter_map(|canvas| {
        let (_, last) = recent(canvas.lifetime.sent(now), now)?;
        let (variant, step) = (canvas.variants.first()?, canvas.live_steps().next()?);
        Some(json!({
            "name": canvas.name,
            "api_canvas_id": canvas.id,
            "last_received_message": time(last),
            "last_entered": time(last),
            "variation_name": variant.name,
            "in_control": variant.control,
            "last_entered_control_at": null,
            "steps_received": [{
                "name": step.name,
                "api_canvas_step_id": step.id,
                "last_received": time(last),
            }],
        }))
    });
    received.collect()
}

/// Keeps sends of the last 90 days.
fn recent(
    sent: Option<(DateTime<Utc>, DateTime<Utc>)>,
    now: DateTime<Utc>,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    sent.filter(|(_, last)| now - *last <= TimeDelta::days(90))
}

/// Homes: country, language, city and time zone.
const HOMES: &[(&str, &str, &str, &str)] = &[
    ("GB", "en", "London", "Europe/London"),
    ("US", "en", "Chicago", "America/Chicago"),
    ("DE", "de", "Berlin", "Europe/Berlin"),
    ("FR", "fr", "Lyon", "Europe/Paris"),
    ("JP", "ja", "Osaka", "Asia/Tokyo"),
    ("BR", "pt", "Recife", "America/Recife"),
];
