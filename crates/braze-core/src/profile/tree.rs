//! Checks of nested values: of names, texts, dates and size.

use serde_json::Value;

use crate::validate::{Violations, json_bytes};

/// The maximum length of a nested name or text, in characters.
pub(super) const MAX_CHARACTERS: usize = 255;

/// The maximum size of a nested value, in bytes of JSON. The service says "100 KB".
pub(super) const MAX_NESTED_BYTES: usize = 100_000;

/// The key of an object that stands for a date.
const TIME: &str = "$time";

/// Checks a list or an object at any depth. The service drops all of it if one part is wrong.
pub(super) fn check_nested(field: &str, value: &Value, v: &mut Violations) {
    check_names(field, value, v);
    check_size(field, value, MAX_NESTED_BYTES, v);
}

/// Checks the size of a value.
pub(super) fn check_size(
    field: &str,
    value: &impl serde::Serialize,
    max: usize,
    v: &mut Violations,
) {
    let bytes = json_bytes(value);
    if bytes > max {
        v.note(
            field.to_owned(),
            format!(
                "has {bytes} bytes of JSON, but at most {max} are allowed: it would be dropped"
            ),
        );
    }
}

fn check_names(field: &str, value: &Value, v: &mut Violations) {
    match value {
        Value::String(text) => check_text(field, text, v),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                // Paths are written only for what can be wrong.
                if matches!(item, Value::String(_) | Value::Array(_) | Value::Object(_)) {
                    check_names(&format!("{field}[{index}]"), item, v);
                }
            }
        }
        Value::Object(object) => {
            if let (1, Some(time)) = (object.len(), object.get(TIME)) {
                return check_time(field, time, v);
            }
            for (name, value) in object {
                let path = format!("{field}.{name}");
                let is_plain = !name.contains([' ', '.', '$']);
                if name.is_empty() {
                    v.note(path.clone(), "has an empty name");
                } else if !is_plain || name.chars().count() > MAX_CHARACTERS {
                    v.note(
                        path.clone(),
                        "has a name that the service refuses: use at most 255 characters, and no space, `.` or `$`",
                    );
                }
                check_names(&path, value, v);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Checks the length of a nested text.
pub(super) fn check_text(field: &str, text: &str, v: &mut Violations) {
    // Every character has a byte at least.
    if text.len() > MAX_CHARACTERS {
        let length = text.chars().count();
        if length > MAX_CHARACTERS {
            v.note(
                field.to_owned(),
                format!("has {length} characters, but at most {MAX_CHARACTERS} are allowed"),
            );
        }
    }
}

/// Checks a nested date: one whose year is below 0 or above 3000 is dropped.
fn check_time(field: &str, time: &Value, v: &mut Violations) {
    let year = time.as_str().map(|text| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        (text.starts_with('-'), text[..digits].parse::<u64>().ok())
    });
    match year {
        Some((false, Some(year))) if year <= 3000 => {}
        // Some forms of a date begin with a name or the month.
        Some((false, None)) if time.as_str().is_some_and(|text| !text.is_empty()) => {}
        _ => v.note(
            format!("{field}.{TIME}"),
            "must be a date with a year from 0 to 3000, such as `2026-05-28`",
        ),
    }
}
