//! [`body_from_pairs`]: a body from the names and values of its fields.

use serde_json::{Map, Number, Value};

use super::describe::{Kind, Parameter};
use crate::validate::Violations;

/// Writes a body from the names and values of its fields, as a command line has them.
///
/// Several values of a list are its items, and each may hold several with commas between them. Of several
/// values of another field the last one counts.
///
/// ```
/// use braze_core::operation::{Kind, Parameter, body_from_pairs};
///
/// const FIELDS: &[Parameter] = &[
///     Parameter::body("external_ids", Kind::List(&Kind::Text)),
///     Parameter::body("limit", Kind::Integer { min: None, max: None }),
/// ];
/// let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
/// let body = body_from_pairs(FIELDS, &[pair("external_ids", "a,b"), pair("limit", "3")])?;
/// assert_eq!(body, br#"{"external_ids":["a","b"],"limit":3}"#);
/// # Ok::<(), braze_core::Violations>(())
/// ```
///
/// # Errors
///
/// Every field that is missing, unreadable or unknown. The rules that fields must keep are checked where the
/// request is read.
pub fn body_from_pairs(
    fields: &[Parameter],
    pairs: &[(String, String)],
) -> Result<Vec<u8>, Violations> {
    let mut violations = Violations::default();
    let is_unknown = |name: &str| !fields.iter().any(|field| field.name == name);
    for (name, _) in pairs.iter().filter(|(name, _)| is_unknown(name)) {
        violations.note(name.clone(), "is not a field of the body");
    }
    let mut object = Map::new();
    for field in fields {
        let mut values = pairs.iter().filter(|(name, _)| name == field.name).map(|(_, text)| text);
        let value = match field.kind {
            Kind::List(item) => {
                let items = values.flat_map(|joined| joined.split(','));
                let items = items.filter(|text| !text.is_empty());
                let items: Vec<_> = items
                    .filter_map(|text| read(field.name, item, text, &mut violations))
                    .collect();
                (!items.is_empty()).then_some(Value::Array(items))
            }
            ref kind => {
                values.next_back().and_then(|text| read(field.name, kind, text, &mut violations))
            }
        };
        let is_there = pairs.iter().any(|(name, _)| name == field.name);
        match value {
            Some(value) => _ = object.insert(field.name.to_owned(), value),
            None if field.required && !is_there => violations.missing(field.name),
            None => {}
        }
    }
    violations.into_result()?;
    // A map of JSON values can always be written.
    Ok(serde_json::to_vec(&object).unwrap_or_default())
}

/// The value of a text. Notes the problem of a text that has none.
fn read(name: &'static str, kind: &Kind, text: &str, violations: &mut Violations) -> Option<Value> {
    let value = match kind {
        Kind::Integer { .. } => text.parse::<i64>().ok().map(Value::from),
        Kind::Number => text.parse().ok().and_then(Number::from_f64).map(Value::Number),
        Kind::Boolean => text.parse::<bool>().ok().map(Value::from),
        // A file of a form, as JSON.
        Kind::File => serde_json::from_str(text).ok().filter(Value::is_object),
        Kind::OneOf(words) => words.contains(&text).then(|| Value::from(text)),
        _ => Some(Value::from(text)),
    };
    if value.is_none() {
        let found = if matches!(kind, Kind::File) { "a text" } else { &format!("`{text}`") };
        violations.note(name, format!("is {found}, but must be {}", kind.wanted()));
    }
    value
}
