//! Values of items, as the fields of a catalog take them.

use serde_json::{Map, Value};

/// Returns a value as a field of a type keeps it, or nothing if the field cannot take it.
pub(super) fn coerced(kind: &str, value: &Value) -> Option<Value> {
    let fits = match (kind, value) {
        (_, Value::Null)
        | ("string" | "time", Value::String(_))
        | ("number" | "time", Value::Number(_))
        | ("boolean", Value::Bool(_))
        | ("object", Value::Object(_)) => true,
        ("number", Value::String(text)) => {
            return serde_json::from_str(text.trim()).ok().filter(Value::is_number);
        }
        ("boolean", Value::String(text)) => {
            return text.trim().parse().ok().map(Value::Bool);
        }
        ("string", Value::Number(_) | Value::Bool(_)) => {
            return Some(Value::String(value.to_string()));
        }
        ("array", Value::Array(elements)) => elements.iter().all(Value::is_string),
        ("geo", Value::Array(place)) => place.len() == 2 && place.iter().all(Value::is_number),
        _ => false,
    };
    fits.then(|| value.clone())
}

/// Returns a list after `$add` and `$remove`, or nothing if they are no lists.
pub(super) fn changed(current: Option<&Value>, change: &Map<String, Value>) -> Option<Value> {
    let elements = |operator: &str| match change.get(operator) {
        None => Some(&[][..]),
        Some(elements) => elements.as_array().map(Vec::as_slice),
    };
    let (added, removed) = (elements("$add")?, elements("$remove")?);
    let mut list = current.and_then(Value::as_array).cloned().unwrap_or_default();
    list.retain(|element| !removed.contains(element));
    for element in added {
        if !list.contains(element) {
            list.push(element.clone());
        }
    }
    Some(Value::Array(list))
}

/// Tells whether a value changes a list in place of being one.
pub(super) fn change(value: &Value) -> Option<&Map<String, Value>> {
    value.as_object().filter(|it| it.contains_key("$add") || it.contains_key("$remove"))
}
