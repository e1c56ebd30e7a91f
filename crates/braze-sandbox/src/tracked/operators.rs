//! [`changed`]: a custom attribute after a value or an operator was sent for it.

use serde_json::{Map, Value, json};

/// Returns the value of an attribute after a change; `null` for none.
pub(super) fn changed(before: Option<Value>, change: &Value, merges: bool) -> Value {
    let Value::Object(fields) = change else { return change.clone() };
    if let Some(by) = fields.get("inc").and_then(Value::as_i64) {
        let before = before.as_ref().and_then(Value::as_i64).unwrap_or_default();
        return json!(before.saturating_add(by));
    }
    let has = |names: &[&str]| names.iter().any(|name| fields.contains_key(*name));
    if has(&["add", "remove"]) {
        return listed(before, fields);
    }
    if has(&["$add", "$remove", "$update"]) {
        return objects(before, fields, merges);
    }
    match before {
        Some(before) if merges && before.is_object() => merged(before, change),
        _ => change.clone(),
    }
}

/// Adds values to a list without duplicates, and removes others.
fn listed(before: Option<Value>, change: &Map<String, Value>) -> Value {
    let mut list = array(before);
    for value in items(change, "add") {
        if !list.contains(value) {
            list.push(value.clone());
        }
    }
    list.retain(|value| !items(change, "remove").any(|removed| removed == value));
    list.into()
}

/// Adds, removes and updates objects of a list, in this order.
fn objects(before: Option<Value>, change: &Map<String, Value>, merges: bool) -> Value {
    let mut list = array(before);
    list.extend(items(change, "$add").cloned());
    let is_meant = |object: &Value, by: &Value| {
        by["$identifier_key"].as_str().and_then(|key| object.get(key))
            == Some(&by["$identifier_value"])
    };
    list.retain(|object| !items(change, "$remove").any(|by| is_meant(object, by)));
    for by in items(change, "$update") {
        for object in list.iter_mut().filter(|object| is_meant(object, by)) {
            let new = &by["$new_object"];
            *object = if merges { merged(object.take(), new) } else { new.clone() };
        }
    }
    list.into()
}

/// Merges objects field by field, at any depth.
fn merged(before: Value, change: &Value) -> Value {
    match (before, change) {
        (Value::Object(mut before), Value::Object(change)) => {
            for (name, value) in change {
                let own = before.remove(name).unwrap_or_default();
                match merged(own, value) {
                    Value::Null => {}
                    value => _ = before.insert(name.clone(), value),
                }
            }
            before.into()
        }
        (_, change) => change.clone(),
    }
}

fn array(value: Option<Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(items)) => items,
        _ => Vec::new(),
    }
}

fn items<'a>(change: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> {
    change.get(name).and_then(Value::as_array).into_iter().flatten()
}
