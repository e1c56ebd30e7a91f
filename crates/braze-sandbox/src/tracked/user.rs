//! [`TrackedUser`]: one user, as requests wrote it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::operators::changed;

/// One user, as requests wrote it.
#[derive(Debug, Default)]
pub(crate) struct TrackedUser {
    /// The fields of the profile, its identifiers included.
    fields: Map<String, Value>,
    attributes: Map<String, Value>,
    events: BTreeMap<String, History>,
    purchases: BTreeMap<String, History>,
    revenue: f64,
}

/// The first and the last time of an event or purchase, and the number of all.
#[derive(Debug, Default)]
struct History {
    first: String,
    last: String,
    count: u64,
}

impl History {
    fn add(&mut self, time: &str, count: u64) {
        if self.count == 0 || time < self.first.as_str() {
            time.clone_into(&mut self.first);
        }
        if time > self.last.as_str() {
            time.clone_into(&mut self.last);
        }
        self.count += count;
    }
}

/// The fields of a profile. Everything else is a custom attribute.
const FIELDS: &[&str] = &[
    "braze_id",
    "country",
    "dob",
    "email",
    "email_subscribe",
    "external_id",
    "first_name",
    "gender",
    "home_city",
    "language",
    "last_name",
    "marked_email_as_spam_at",
    "phone",
    "push_subscribe",
    "time_zone",
];

/// Instructions within attributes, which no profile shows.
const INSTRUCTIONS: &[&str] =
    &["_merge_objects", "_update_existing_only", "push_token_import", "push_tokens", "user_alias"];

impl TrackedUser {
    /// Sets attributes.
    pub(super) fn set(&mut self, attributes: &Map<String, Value>) {
        let merges = attributes.get("_merge_objects") == Some(&Value::Bool(true));
        for (name, value) in attributes {
            let name = name.as_str();
            if INSTRUCTIONS.contains(&name) {
                continue;
            }
            let target =
                if FIELDS.contains(&name) { &mut self.fields } else { &mut self.attributes };
            match changed(target.remove(name), value, merges) {
                Value::Null => {}
                value => _ = target.insert(name.to_owned(), value),
            }
        }
    }

    /// Notes the identifier by which the user was first written.
    pub(super) fn identify(&mut self, object: &Map<String, Value>) {
        for name in ["external_id", "braze_id", "email", "phone"] {
            if let Some(value) = object.get(name).filter(|value| !value.is_null()) {
                self.fields.entry(name).or_insert_with(|| value.clone());
            }
        }
        if let Some(alias) = object.get("user_alias") {
            self.fields.entry("user_aliases").or_insert_with(|| json!([alias]));
        }
    }

    /// Notes a new identifier.
    pub(super) fn name(&mut self, name: &'static str, value: &Value) {
        if name != "user_alias" {
            self.fields.insert(name.into(), value.clone());
        } else if let Some(aliases) =
            self.fields.entry("user_aliases").or_insert_with(|| json!([])).as_array_mut()
        {
            aliases.push(value.clone());
        }
    }

    /// Forgets an alias. Another identifier was replaced in the profile when it was given a new value.
    pub(super) fn unname(&mut self, name: &str, value: &Value) {
        let aliases = self.fields.get_mut("user_aliases").and_then(Value::as_array_mut);
        if let Some(aliases) = aliases.filter(|_| name == "user_alias") {
            aliases.retain(|alias| alias != value);
        }
    }

    pub(super) fn did(&mut self, event: &Map<String, Value>) {
        let history = self.events.entry(text(event, "name")).or_default();
        history.add(&text(event, "time"), 1);
    }

    pub(super) fn bought(&mut self, purchase: &Map<String, Value>) {
        let quantity = purchase.get("quantity").and_then(Value::as_u64).unwrap_or(1);
        let price = purchase.get("price").and_then(Value::as_f64).unwrap_or_default();
        let history = self.purchases.entry(text(purchase, "product_id")).or_default();
        history.add(&text(purchase, "time"), quantity);
        self.revenue += price * quantity as f64;
    }

    /// A field of the profile that is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.fields.get(name)?.as_str()
    }

    /// Writes over a profile what was written about the user.
    pub(crate) fn overlay(&self, profile: &mut Value, has: impl Fn(&str) -> bool) {
        for (name, value) in self.fields.iter().filter(|(name, _)| has(name)) {
            profile[name] = value.clone();
        }
        if has("custom_attributes") && !self.attributes.is_empty() {
            for (name, value) in &self.attributes {
                profile["custom_attributes"][name] = value.clone();
            }
        }
        let lists = [("custom_events", &self.events), ("purchases", &self.purchases)];
        for (list, histories) in lists.into_iter().filter(|(list, _)| has(list)) {
            for (name, History { first, last, count }) in histories {
                add(&mut profile[list], name, first, last, *count);
            }
        }
        if has("total_revenue") && self.revenue > 0.0 {
            let before = profile["total_revenue"].as_f64().unwrap_or_default();
            profile["total_revenue"] = json!(before + self.revenue);
        }
    }
}

/// Adds occurrences to the list of a profile.
fn add(list: &mut Value, name: &str, first: &str, last: &str, count: u64) {
    if list.is_null() {
        *list = json!([]);
    }
    let Some(entries) = list.as_array_mut() else { return };
    match entries.iter_mut().find(|entry| entry["name"] == name) {
        Some(entry) => {
            entry["count"] = json!(entry["count"].as_u64().unwrap_or_default() + count);
            entry["last"] = json!(last);
        }
        None => entries.push(json!({ "name": name, "first": first, "last": last, "count": count })),
    }
}

fn text(object: &Map<String, Value>, name: &str) -> String {
    match object.get(name) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}
