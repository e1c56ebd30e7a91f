//! Replies in the form of the service: bodies, the error envelope, headers.

use std::fmt::Write;

use braze_core::{Credential, Violations};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use http::header::{ALLOW, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, RETRY_AFTER};
use http::{HeaderMap, Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::fault::{Fault, Page, RetryHint};
use crate::quota::QuotaStatus;

pub(crate) const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");
const RATE_LIMIT_RETRY_AFTER: HeaderName = HeaderName::from_static("x-ratelimit-retry-after");

/// A reply with a JSON body.
pub(crate) fn json_reply(status: StatusCode, body: Bytes) -> Response<Bytes> {
    reply(status, "application/json", body)
}

/// A failure in the error envelope.
pub(crate) fn failure(status: StatusCode, message: &str) -> Response<Bytes> {
    json_reply(status, json!({ "message": message }).to_string().into())
}

/// A failure in the error envelope, with errors about single objects.
pub(crate) fn failure_with_errors(
    status: StatusCode,
    message: &str,
    errors: &[Value],
) -> Response<Bytes> {
    json_reply(status, json!({ "message": message, "errors": errors }).to_string().into())
}

/// A file of an export.
pub(crate) fn zip(file: Vec<u8>) -> Response<Bytes> {
    reply(StatusCode::OK, "application/zip", file.into())
}

/// An error of the storage that holds the files of exports.
pub(crate) fn storage_error(status: StatusCode, code: &str, message: &str) -> Response<Bytes> {
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Error><Code>{code}</Code><Message>{message}</Message></Error>\n"
    );
    reply(status, "application/xml", body.into())
}

/// A 400 that lists the violations.
pub(crate) fn invalid(violations: &Violations) -> Response<Bytes> {
    let errors: Vec<String> = violations.iter().map(ToString::to_string).collect();
    let errors = json!(errors);
    let body = format!(r#"{{"message":"The request has invalid parameters","errors":{errors}}}"#);
    json_reply(StatusCode::BAD_REQUEST, body.into())
}

/// A 401 in the form of the operations that need this kind of secret. It repeats what was presented.
pub(crate) fn unauthorized_for(credential: Credential, presented: &str) -> Response<Bytes> {
    if credential != Credential::ScimToken {
        return unauthorized(presented);
    }
    let text = format!("Invalid SCIM token: {presented}");
    let body = scim_error(StatusCode::UNAUTHORIZED, &text).to_string();
    without_limits(json_reply(StatusCode::UNAUTHORIZED, body.into()))
}

/// The body of a failure of a SCIM operation.
pub(crate) fn scim_error(status: StatusCode, detail: &str) -> Value {
    json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
        "detail": detail,
        "status": status.as_u16(),
    })
}

/// A 401 that repeats the key and has empty rate-limit headers.
pub(crate) fn unauthorized(key: &str) -> Response<Bytes> {
    let text = format!("Invalid API key: {key}");
    without_limits(failure(StatusCode::UNAUTHORIZED, &text))
}

/// A reply with empty rate-limit headers.
fn without_limits(mut response: Response<Bytes>) -> Response<Bytes> {
    for name in [LIMIT, REMAINING, RESET] {
        response.headers_mut().insert(name, HeaderValue::from_static(""));
    }
    response
}

/// An error with the body that a scenario sets.
pub(crate) fn error_page(status: StatusCode, page: Page) -> Response<Bytes> {
    let reason = status.canonical_reason().unwrap_or("Error");
    match page {
        Page::Envelope => failure(status, reason),
        Page::Html => html(status, reason),
        Page::Empty => reply(status, "text/plain", Bytes::new()),
    }
}

/// An HTML page, as an intermediary sends it.
pub(crate) fn html(status: StatusCode, text: &str) -> Response<Bytes> {
    let mut page = String::from("<!DOCTYPE html>\n<html><head><title>");
    // Writing to a string does not fail.
    let _ = write!(page, "{} {text}</title></head>", status.as_u16());
    let _ = writeln!(page, "<body><h1>{text}</h1><hr>sandbox proxy</body></html>");
    reply(status, "text/html", page.into())
}

/// Sets the rate-limit headers.
pub(crate) fn set_quota_headers(headers: &mut HeaderMap, status: QuotaStatus) {
    headers.insert(LIMIT, HeaderValue::from(status.limit));
    headers.insert(REMAINING, HeaderValue::from(status.remaining));
    headers.insert(RESET, HeaderValue::from(status.reset));
}

/// A 429 with a retry hint.
pub(crate) fn rate_limited(
    status: QuotaStatus,
    hint: RetryHint,
    now: DateTime<Utc>,
) -> Response<Bytes> {
    let mut response =
        failure(StatusCode::TOO_MANY_REQUESTS, "The rate limit of the workspace is used up");
    let headers = response.headers_mut();
    let ahead = |seconds: u32| now + TimeDelta::seconds(i64::from(seconds));
    let mut status = status;
    match hint {
        RetryHint::WindowEnd => status.remaining = 0,
        RetryHint::Reset(seconds) => {
            status.remaining = 0;
            status.reset = ahead(seconds).timestamp();
        }
        RetryHint::RateLimitRetryAfter(seconds) => {
            headers.insert(RATE_LIMIT_RETRY_AFTER, HeaderValue::from(seconds));
        }
        RetryHint::RetryAfter(seconds) => {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        RetryHint::RetryAfterDate(seconds) => {
            headers.insert(RETRY_AFTER, http_date(ahead(seconds)));
        }
    }
    set_quota_headers(headers, status);
    response
}

/// Replaces a good reply according to the fault.
pub(crate) fn spoil(response: &mut Response<Bytes>, fault: &Fault) {
    match fault {
        Fault::Message(message) => *response = failure(StatusCode::OK, message),
        Fault::NotJson => *response = html(StatusCode::OK, "All is well"),
        Fault::Oversized(bytes) => {
            let bytes = usize::try_from(*bytes).unwrap_or(usize::MAX).min(MAX_BYTES);
            *response.body_mut() = vec![b' '; bytes].into();
        }
        _ => {}
    }
}

/// The maximum size of an oversized body: 1 GiB.
const MAX_BYTES: usize = 1 << 30;

/// A 302 to an address.
pub(crate) fn redirect(location: &str) -> Response<Bytes> {
    let mut response = failure(StatusCode::FOUND, "Found");
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

/// A 405 that lists the allowed methods.
pub(crate) fn method_not_allowed(methods: &[Method]) -> Response<Bytes> {
    let mut response = failure(StatusCode::METHOD_NOT_ALLOWED, "This URL has no such method");
    let allowed: Vec<&str> = methods.iter().map(Method::as_str).collect();
    if let Ok(allowed) = HeaderValue::from_str(&allowed.join(", ")) {
        response.headers_mut().insert(ALLOW, allowed);
    }
    response
}

/// A date in the format of HTTP headers.
pub(crate) fn http_date(instant: DateTime<Utc>) -> HeaderValue {
    let text = instant.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
    // A year beyond 9999 has a sign, which is still visible ASCII.
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn reply(status: StatusCode, content_type: &'static str, body: Bytes) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
