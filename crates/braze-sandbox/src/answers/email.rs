//! Replies about e-mail addresses.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::{Value, json};

use super::page;
use super::query::{Query, Refusal, WorldReply, texts};
use crate::addresses::AddressList;

/// `GET /email/unsubscribes`.
pub(super) fn unsubscribes(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    Ok(list(query, &query.changes.addresses.unsubscribed, "unsubscribed_at"))
}

/// `GET /email/hard_bounces`.
pub(super) fn hard_bounces(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    Ok(list(query, &query.changes.addresses.hard_bounced, "hard_bounced_at"))
}

/// `POST /email/status`.
pub(super) fn set_status(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let body = query.body;
    let state = body["subscription_state"].as_str().unwrap_or_default();
    for address in texts(&body["email"]) {
        match state {
            "unsubscribed" => query.changes.addresses.unsubscribed.add(address, query.now),
            _ => query.changes.addresses.unsubscribed.remove(address),
        }
        query.changes.tracked.set_field("email", address, "email_subscribe", json!(state));
    }
    Ok(success())
}

/// `POST /email/blocklist` and `/email/blacklist`.
pub(super) fn block(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    for address in texts(&query.body["email"]) {
        query.changes.addresses.unsubscribed.add(address, query.now);
        query.changes.addresses.hard_bounced.add(address, query.now);
        query.changes.tracked.set_field("email", address, "email_subscribe", json!("unsubscribed"));
    }
    Ok(success())
}

/// `POST /email/bounce/remove`.
pub(super) fn remove_bounces(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    for address in texts(&query.body["email"]) {
        query.changes.addresses.hard_bounced.remove(address);
    }
    Ok(success())
}

/// `POST /email/spam/remove`.
pub(super) fn remove_spam(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    for address in texts(&query.body["email"]) {
        query.changes.tracked.set_field("email", address, "marked_email_as_spam_at", Value::Null);
    }
    Ok(success())
}

fn success() -> WorldReply {
    WorldReply::created(json!({ "message": "success" }))
}

/// One page of a list, newest first unless asked otherwise.
fn list(query: &Query<'_>, list: &AddressList, time: &str) -> WorldReply {
    let date = |name: &str| -> Option<DateTime<Utc>> {
        let date: NaiveDate = query.text(name)?.parse().ok()?;
        Some(date.and_time(NaiveTime::MIN).and_utc())
    };
    let mut found = list.find(query.text("email"), date("start_date"), date("end_date"));
    if query.text("sort_direction") != Some("asc") {
        found.reverse();
    }
    let emails: Vec<Value> = page::at_offset(query, found)
        .into_iter()
        .map(|(address, at)| {
            let at = at.format("%Y-%m-%d %H:%M:%S +0000").to_string();
            json!({ "email": address, time: at })
        })
        .collect();
    WorldReply::ok(json!({ "emails": emails, "message": "success" }))
}
