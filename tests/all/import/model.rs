//! Records of every kind, and what a request makes of them, worked out apart from the core.

use std::collections::{BTreeSet, VecDeque};

use braze_core::import::RecordKind;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A record of a user. The user is named in one of several ways.
pub(super) fn record(
    kind: RecordKind,
    (number, user, by): (usize, u8, u8),
    padding: usize,
) -> Value {
    let (id, email) = (format!("u-{user}"), format!("{user}@example.com"));
    let phone = format!("+1555{user:07}");
    let alias = json!({ "alias_label": "crm", "alias_name": format!("a-{user}") });
    let label = if by % 2 == 0 { "crm" } else { "shop" };
    let first = json!(["identified", "most_recently_updated"]);
    match kind {
        RecordKind::Attributes | RecordKind::Event | RecordKind::Purchase => {
            let mut value = json!({ "n": number, "text": "x".repeat(padding) });
            if by != 1 {
                value["external_id"] = json!(id);
            }
            if by >= 1 {
                value["email"] = json!(email);
            }
            if by == 3 {
                value["visits"] = json!({ "inc": 1 });
            }
            value
        }
        RecordKind::Alias => {
            let name = format!("a-{user}{}", "x".repeat(padding));
            match by {
                0 => json!({ "alias_name": name, "alias_label": label }),
                _ => json!({ "external_id": id, "alias_name": name, "alias_label": label }),
            }
        }
        RecordKind::AliasUpdate => json!({
            "alias_label": label,
            "old_alias_name": format!("a-{user}"),
            "new_alias_name": format!("a-{}", user.wrapping_add(by)),
        }),
        RecordKind::Identification => match by {
            0 => json!({ "external_id": id, "email": email, "prioritization": first }),
            1 => json!({ "external_id": id, "phone": phone, "prioritization": first }),
            _ => json!({ "external_id": id, "user_alias": alias }),
        },
        RecordKind::Deletion => match by {
            0 => json!({ "external_id": id }),
            1 => json!({ "user_alias": alias }),
            2 => json!({ "braze_id": format!("b{user}") }),
            3 => json!({ "email": email, "prioritization": first }),
            _ => json!({ "phone": phone, "prioritization": first }),
        },
        RecordKind::ExternalIdRename => json!({
            "current_external_id": id,
            "new_external_id": format!("u-{}", user.wrapping_add(by)),
        }),
        RecordKind::ExternalIdRemoval => json!({ "external_id": id }),
        RecordKind::SubscriptionState => {
            let mut value = json!({
                "subscription_group_id": format!("g-{}", number % 40),
                "subscription_state": if user % 2 == 0 { "subscribed" } else { "unsubscribed" },
            });
            let (field, text) = [("external_id", id), ("email", email), ("phone", phone)]
                [usize::from(by % 3)]
            .clone();
            value[field] = json!(text);
            if by == 4 {
                value["use_double_opt_in_logic"] = json!(true);
            }
            value
        }
        RecordKind::EmailStatus => {
            let state = if by % 2 == 0 { "opted_in" } else { "unsubscribed" };
            json!({ "email": email, "subscription_state": state })
        }
        RecordKind::InvalidPhoneRemoval => json!({ "phone": phone }),
        RecordKind::CatalogItemDeletion => {
            json!({ "catalog_name": format!("c-{}", by % 2), "item_id": id })
        }
        RecordKind::CatalogItemCreation
        | RecordKind::CatalogItemReplacement
        | RecordKind::CatalogItemUpdate => {
            let mut item = json!({ "id": id, "n": number, "text": "x".repeat(padding) });
            if by == 3 && kind == RecordKind::CatalogItemUpdate {
                item["tags"] = json!({ "$add": ["new"] });
            }
            json!({ "catalog_name": format!("c-{}", by % 2), "item": item })
        }
        _ => json!({ "email": email }),
    }
}

pub(super) fn kinds() -> impl Strategy<Value = RecordKind> {
    prop::sample::select(RecordKind::ALL.to_vec())
}

/// Kinds as they stand in an input: a few of one operation, then a few of another.
pub(super) fn runs_of_kinds() -> impl Strategy<Value = Vec<RecordKind>> {
    let track = prop::collection::vec(
        prop::sample::select(vec![RecordKind::Attributes, RecordKind::Event, RecordKind::Purchase]),
        1..100,
    );
    let others = (kinds(), 1..70usize).prop_map(|(kind, count)| vec![kind; count]);
    prop::collection::vec(prop_oneof![track, others], 0..6).prop_map(|runs| runs.concat())
}

/// The identifiers that name a user, as `field value`.
pub(super) fn users(record: &Value) -> Vec<String> {
    let alias = |label: &Value, name: &Value| {
        format!("user_alias {}", json!({ "alias_label": label, "alias_name": name }))
    };
    let mut users = Vec::new();
    for (field, value) in record.as_object().unwrap() {
        match field.as_str() {
            "external_id" | "current_external_id" | "new_external_id" => {
                users.push(format!("external_id {value}"));
            }
            "user_alias" => users.push(alias(&value["alias_label"], &value["alias_name"])),
            "alias_name" | "old_alias_name" | "new_alias_name" => {
                users.push(alias(&record["alias_label"], value));
            }
            "item" => users.push(format!("item {} {}", record["catalog_name"], value["id"])),
            "item_id" => users.push(format!("item {} {value}", record["catalog_name"])),
            "braze_id" | "email" | "phone" => users.push(format!("{field} {value}")),
            _ => {}
        }
    }
    users
}

/// A part of a record that a request in no order may hold once.
pub(super) fn effects(kind: RecordKind, record: &Value) -> Vec<String> {
    match kind {
        RecordKind::SubscriptionState => {
            vec![format!("{} in {}", users(record)[0], record["subscription_group_id"])]
        }
        RecordKind::Alias if record.get("external_id").is_some() => vec![
            format!("{} {}", record["alias_label"], record["alias_name"]),
            format!("{} of {}", record["alias_label"], record["external_id"]),
        ],
        RecordKind::Alias => vec![format!("{} {}", record["alias_label"], record["alias_name"])],
        _ => users(record),
    }
}

/// Tells whether a request applies its records in an order.
pub(super) fn is_ordered(kind: RecordKind) -> bool {
    kind.meta().path == "/users/track"
}

/// The method and the path that take a record.
pub(super) fn target(kind: RecordKind, record: &Value) -> String {
    let meta = kind.meta();
    let catalog = record["catalog_name"].as_str().unwrap_or_default();
    format!("{} {}", meta.method, meta.path.replace("{catalog_name}", catalog))
}

/// The place of a record on the wire: the array with what stands beside it, and the item.
pub(super) type Wire = (String, Value);

pub(super) fn wire(kind: RecordKind, record: &Value) -> Wire {
    let text = |field: &str| record[field].clone();
    let place = |array: &str, item| (place(&json!({}), array), item);
    let sent = record.clone();
    let by = |fields: [(&str, &str); 3]| {
        let (field, array) = fields.into_iter().find(|(it, _)| record.get(it).is_some()).unwrap();
        (field.to_owned(), array.to_owned())
    };
    match kind {
        RecordKind::Attributes => place("attributes", sent),
        RecordKind::Event => place("events", sent),
        RecordKind::Purchase => place("purchases", sent),
        RecordKind::Alias => place("user_aliases", sent),
        RecordKind::AliasUpdate => place("alias_updates", sent),
        RecordKind::Identification => {
            let (_, array) = by([
                ("user_alias", "aliases_to_identify"),
                ("email", "emails_to_identify"),
                ("phone", "phone_numbers_to_identify"),
            ]);
            place(&array, sent)
        }
        RecordKind::Deletion if record.get("email").is_some() => place("email_addresses", sent),
        RecordKind::Deletion if record.get("phone").is_some() => place("phone_numbers", sent),
        RecordKind::Deletion => {
            let (field, array) = by([
                ("external_id", "external_ids"),
                ("user_alias", "user_aliases"),
                ("braze_id", "braze_ids"),
            ]);
            place(&array, text(&field))
        }
        RecordKind::ExternalIdRename => place("external_id_renames", sent),
        RecordKind::ExternalIdRemoval => place("external_ids", text("external_id")),
        RecordKind::InvalidPhoneRemoval => place("phone_numbers", text("phone")),
        RecordKind::CatalogItemDeletion => place("items", json!({ "id": text("item_id") })),
        RecordKind::CatalogItemCreation
        | RecordKind::CatalogItemReplacement
        | RecordKind::CatalogItemUpdate => place("items", text("item")),
        RecordKind::EmailStatus => {
            let beside = json!({ "subscription_state": text("subscription_state") });
            (self::place(&beside, "email"), text("email"))
        }
        RecordKind::SubscriptionState => {
            let (field, array) =
                by([("external_id", "external_ids"), ("email", "emails"), ("phone", "phones")]);
            let mut beside = record.as_object().unwrap().clone();
            let item = beside.remove(&field).unwrap();
            (self::place(&beside.into(), &array), item)
        }
        _ => place("email", text("email")),
    }
}

fn place(beside: &Value, array: &str) -> String {
    format!("{beside} {array}")
}

/// The items of a body, each with its place.
pub(super) fn items(body: &Value) -> Vec<Wire> {
    let in_arrays = |object: &Map<String, Value>| {
        let (arrays, beside): (Map<_, _>, Map<_, _>) =
            object.clone().into_iter().partition(|(_, value)| value.is_array());
        let beside = Value::from(beside);
        let items = arrays.into_iter().flat_map(|(array, items)| {
            let place = place(&beside, &array);
            let items = items.as_array().unwrap().clone();
            items.into_iter().map(move |item| (place.clone(), item))
        });
        items.collect::<Vec<_>>()
    };
    match &body["subscription_groups"] {
        Value::Array(entries) => {
            entries.iter().flat_map(|entry| in_arrays(entry.as_object().unwrap())).collect()
        }
        _ => in_arrays(body.as_object().unwrap()),
    }
}

/// The array of a place.
pub(super) fn array(place: &str) -> &str {
    place.rsplit(' ').next().unwrap()
}

/// The records of a batch that is being filled.
#[derive(Default)]
pub(super) struct Filling {
    kind: Option<RecordKind>,
    /// Each with its items.
    groups: Vec<(String, VecDeque<String>)>,
    records: Vec<(RecordKind, Value)>,
}

impl Filling {
    /// Adds a record, as it is written, whether it fits or not.
    pub(super) fn push(&mut self, kind: RecordKind, json: &str) {
        let value: Value = serde_json::from_str(json).unwrap();
        let (place, item) = wire(kind, &value);
        let item = if item == value { json.to_owned() } else { item.to_string() };
        match self.groups.iter_mut().find(|(it, _)| *it == place) {
            Some((_, items)) => items.push_back(item),
            None => self.groups.push((place, VecDeque::from([item]))),
        }
        self.kind.get_or_insert(kind);
        self.records.push((kind, value));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The body of the request: its length is what counts.
    fn body(&self) -> String {
        let groups = self.groups.iter().map(|(place, items)| {
            let items: Vec<_> = items.iter().map(String::as_str).collect();
            let (beside, array) = place.rsplit_once(' ').unwrap();
            let beside = beside.trim_matches(['{', '}']);
            let comma = if beside.is_empty() { "" } else { "," };
            let group = format!("{beside}{comma}\"{array}\":[{}]", items.join(","));
            if self.has_entries() { format!("{{{group}}}") } else { group }
        });
        let groups = groups.collect::<Vec<_>>().join(",");
        if self.has_entries() {
            format!("{{\"subscription_groups\":[{groups}]}}")
        } else {
            format!("{{{groups}}}")
        }
    }

    fn has_entries(&self) -> bool {
        self.kind == Some(RecordKind::SubscriptionState)
    }

    /// Tells whether it could be a request.
    pub(super) fn is_legal(&self, max_records: usize, max_bytes: usize) -> bool {
        let Some(first) = self.kind else { return true };
        let arrays: BTreeSet<_> = self.groups.iter().map(|(place, _)| array(place)).collect();
        let max_groups = match first {
            RecordKind::SubscriptionState => 25,
            _ if is_ordered(first) => 3,
            _ => 1,
        };
        let max_records = max_records.min(if is_ordered(first) { 75 } else { 50 });
        let (_, value) = &self.records[0];
        let first_target = target(first, value);
        self.records.iter().all(|(kind, value)| target(*kind, value) == first_target)
            && self.records.len() <= max_records
            && self.groups.len() <= max_groups
            && !(arrays.contains("emails") && arrays.contains("phones"))
            && self.keeps_order()
            && self.body().len() <= max_bytes
    }

    fn keeps_order(&self) -> bool {
        let mut last = std::collections::HashMap::new();
        self.records.iter().all(|(kind, value)| {
            effects(*kind, value).into_iter().collect::<BTreeSet<_>>().into_iter().all(|effect| {
                let before = last.insert(effect, *kind);
                before.is_none_or(|before| is_ordered(*kind) && before <= *kind)
            })
        })
    }
}
