//! [`Envelope`]: the text and the details of an answer that is not a success, in any of their documented forms.

use serde_json::{Map, Value};

use crate::reply::without_bom;

/// The parts of an error's body that are read from any bytes: what is not there stays empty.
///
/// The families of operations name the text differently: `message` for most, `error` for banners and data objects,
/// `detail` for SCIM. Data objects and translations have it only within `errors`.
#[derive(Default)]
pub(crate) struct Envelope {
    pub(crate) message: Option<String>,
    pub(crate) errors: Vec<Value>,
    /// True if `message` repeats the texts of `errors`.
    pub(crate) is_summary: bool,
}

impl Envelope {
    pub(crate) fn read(body: &[u8]) -> Self {
        let Ok(Value::Object(mut fields)) = serde_json::from_slice(without_bom(body)) else {
            return Self::default();
        };
        let errors = match fields.remove("errors") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) => items,
            Some(other) => vec![other],
        };
        let message = message(&mut fields);
        let message =
            message.or_else(|| ["error", "detail"].iter().find_map(|name| text(&fields, name)));
        if message.is_some() {
            return Self { message, errors, is_summary: false };
        }
        let texts: Vec<_> =
            errors.iter().filter_map(|error| error.get("message")?.as_str()).collect();
        let message = (!texts.is_empty()).then(|| texts.join("; "));
        Self { is_summary: message.is_some(), message, errors }
    }

    /// The `message` alone, by which a success status can be a refusal.
    pub(crate) fn refusal(body: &[u8]) -> Option<String> {
        match serde_json::from_slice(without_bom(body)) {
            Ok(Value::Object(mut fields)) => message(&mut fields),
            _ => None,
        }
    }
}

/// The `message` as text, whatever its type.
fn message(fields: &mut Map<String, Value>) -> Option<String> {
    match fields.remove("message")? {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}

fn text(fields: &Map<String, Value>, name: &str) -> Option<String> {
    fields.get(name)?.as_str().map(str::to_owned)
}
