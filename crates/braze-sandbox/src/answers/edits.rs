//! Lists of what is written in the dashboard, by the time of the last edit, and changes of single fields.

use chrono::{DateTime, NaiveDateTime, SecondsFormat, Utc};
use serde_json::Value;

use super::page;
use super::query::{Query, Refusal, texts};

/// Returns the requested page of the items that were edited between the requested times, both included.
pub(super) fn page<'a, T>(
    query: &Query<'_>,
    items: &'a [T],
    edited: impl Fn(&T) -> DateTime<Utc>,
) -> Result<Vec<&'a T>, Refusal> {
    let time = |name: &str| Some(query.text(name)?.parse::<NaiveDateTime>().ok()?.and_utc());
    let (after, before) = (time("modified_after"), time("modified_before"));
    if after.is_some_and(|after| before.is_some_and(|before| after > before)) {
        let message =
            "Modified after time must be earlier than or the same as modified before time.";
        return Err(Refusal::bad_request(message));
    }
    let is_meant = |item: &&T| {
        let at = edited(item);
        after.is_none_or(|after| at >= after) && before.is_none_or(|before| at <= before)
    };
    Ok(page::at_offset(query, items.iter().filter(is_meant).collect()))
}

/// A time as these replies have it: `2024-02-11T16:40:12.000Z`.
pub(super) fn time(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Sets a field to a new value, if there is one.
pub(super) fn set<T>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

/// The tags of a body, if it has any, or an empty list of them.
pub(super) fn tags(body: &Value) -> Option<Vec<String>> {
    let tags = body.get("tags")?;
    Some(texts(tags).map(str::to_owned).collect())
}
