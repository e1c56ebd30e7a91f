//! Envelopes of failures that are not the general one.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};
use serde_json::{Value, json};

use crate::reply::LIMIT;

/// Gives a failure the form that the operation's failures have. One in a form of its own stays as it is.
pub(crate) fn adapt(operation: &str, response: &mut Response<Bytes>) {
    if !operation.starts_with("data_objects.") {
        return;
    }
    let body: Value = serde_json::from_slice(response.body()).unwrap_or_default();
    let Some(message) = body["message"].as_str() else { return };
    let body = match response.status() {
        StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            let errors = body["errors"].as_array().into_iter().flatten();
            let texts: Vec<_> = errors.filter_map(Value::as_str).collect();
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
        _ => return,
    };
    *response.body_mut() = body.to_string().into();
}

fn text(value: &HeaderValue) -> &str {
    value.to_str().unwrap_or_default()
}
