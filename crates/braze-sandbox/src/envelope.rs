//! Envelopes of failures that are not the general one.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Value, json};

use crate::reply::LIMIT;

/// Makes the body of a failure from the reply, the text of the failure, and those of its details.
type Adapt = fn(&Response<Bytes>, &str, &[&str]) -> Option<Value>;

/// Gives a failure the form that the operation's failures have. One in a form of its own stays as it is.
pub(crate) fn adapt(operation: &str, response: &mut Response<Bytes>) {
    let adapted = match operation.split_once('.') {
        Some(("data_objects", _)) => data_objects as Adapt,
        Some(("translations", name)) if !name.contains("webhook") => translations,
        _ => return,
    };
    let body: Value = serde_json::from_slice(response.body()).unwrap_or_default();
    let Some(message) = body["message"].as_str() else { return };
    let errors = body["errors"].as_array().into_iter().flatten();
    let texts: Vec<_> = errors.filter_map(Value::as_str).collect();
    if let Some(body) = adapted(response, message, &texts) {
        *response.body_mut() = body.to_string().into();
    }
}

fn data_objects(response: &Response<Bytes>, message: &str, texts: &[&str]) -> Option<Value> {
    Some(match response.status() {
        StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            let error = match texts.is_empty() {
                true => message.to_owned(),
                false => format!("{message}: {}", texts.join("; ")),
            };
            json!({ "error": error })
        }
        StatusCode::TOO_MANY_REQUESTS => {
            let limit = response.headers().get(LIMIT).map_or("50", text);
            let message = format!("You have exceeded your limit of {limit} requests per minute.");
            json!({ "errors": [{ "id": "rate-limit-exceeded", "message": message }] })
        }
        _ => return None,
    })
}

/// The texts are in `errors`, without one for the whole.
fn translations(response: &Response<Bytes>, message: &str, texts: &[&str]) -> Option<Value> {
    let is_refusal = matches!(response.status(), StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND);
    let errors = std::iter::once(&message).chain(texts).map(|text| json!({ "message": text }));
    is_refusal.then(|| json!({ "errors": errors.collect::<Vec<_>>() }))
}

fn text(value: &HeaderValue) -> &str {
    value.to_str().unwrap_or_default()
}
