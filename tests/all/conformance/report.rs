//! The texts of the snapshots: what the caller got, and what the server saw.

use std::fmt::{Debug, Write};
use std::time::Duration;

use braze_core::http::HeaderMap;
use braze_core::{DateTime, Endpoint, Error, IoError, RateLimit, Utc};

use super::client::Outcome;
use super::server::Seen;
use super::trial::BACKOFF;
use crate::clock;

/// The outcome of a call.
pub(crate) fn outcome<E: Endpoint<Output: Debug>>(outcome: &Outcome<E>) -> String {
    match outcome {
        Ok(reply) => format!(
            "ok {}, attempts: {}{}\n    {:?}{}",
            reply.status,
            reply.attempts,
            rate_limit(reply.rate_limit),
            reply.value,
            headers(&reply.headers)
        ),
        Err(error) => format!("error {}", full(error)),
    }
}

/// An error in all its fields, but for the words of the HTTP library.
fn full(error: &Error) -> String {
    match error {
        Error::Io(io) => failure(io),
        Error::Api(api) => format!(
            "{api}{}{}\n    body {:?}{}",
            rate_limit(api.rate_limit()),
            api.retry_at().map_or(String::new(), |at| format!(", again {}", until(at))),
            String::from_utf8_lossy(api.body()),
            headers(api.headers())
        ),
        Error::RetryAt { at, last: Some(last), .. } => {
            format!("retry {}, last: {}", until(*at), full(last))
        }
        // The governor scatters those that wait for the same moment.
        Error::RetryAt { at, last: None, .. } => {
            format!("retry in about {} min, nothing was sent", (left(*at) / 60_000.0).round())
        }
        Error::Exhausted { last, .. } => format!("{error}, last: {}", full(last)),
        other => other.to_string(),
    }
}

/// An error in a few words.
pub(crate) fn brief(error: &Error) -> String {
    match error {
        Error::Io(io) => failure(io),
        other => other.to_string(),
    }
}

/// The words of the HTTP library are its own, but there must be some.
fn failure(io: &IoError) -> String {
    let reason = if io.reason().is_empty() { "no reason given" } else { "with a reason" };
    format!("{:?}, sent: {:?}, {reason}", io.kind(), io.sent())
}

/// A wait that the server asked for is in whole seconds; others depend on chance.
pub(crate) fn wait(wait: Duration) -> String {
    if wait.subsec_nanos() == 0 {
        format!("{} s", wait.as_secs())
    } else if wait <= BACKOFF {
        "by backoff".to_owned()
    } else {
        format!("about {} s", wait.as_secs_f64().round())
    }
}

/// A moment, seen from now; rounded up, for what passed since it was computed.
fn until(at: DateTime<Utc>) -> String {
    format!("in {} s", (left(at) / 1000.0).ceil().max(0.0))
}

/// Milliseconds from now.
fn left(at: DateTime<Utc>) -> f64 {
    (at - clock::machine()).as_seconds_f64() * 1000.0
}

fn rate_limit(limit: RateLimit) -> String {
    if limit == RateLimit::default() { String::new() } else { format!(", {limit:?}") }
}

fn headers(headers: &HeaderMap) -> String {
    let line = |(name, value): (_, &http::HeaderValue)| {
        format!("\n    {name}: {}", value.as_bytes().escape_ascii())
    };
    let mut lines: Vec<_> = headers.iter().map(line).collect();
    lines.sort();
    lines.concat()
}

/// The requests that arrived, with sorted headers, and how the connections ended.
pub(crate) fn seen(seen: &Seen) -> String {
    let mut text = format!("server: {} connection(s)", seen.connections.len());
    let mut last = String::new();
    for request in &seen.requests {
        let connection = request.connection + 1;
        let bytes = self::request(&request.bytes);
        if bytes == last {
            write!(text, "\non connection {connection} the same").unwrap();
        } else {
            write!(text, "\non connection {connection}\n{bytes}").unwrap();
        }
        last = bytes;
    }
    text
}

/// A request with sorted headers.
pub(crate) fn request(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return "  (not HTTP)".to_owned();
    };
    let (line, headers) = head.split_once("\r\n").unwrap_or((head, ""));
    let mut headers: Vec<_> = headers.split("\r\n").collect();
    headers.sort_unstable();
    let user_agent = concat!("braze-rust/", env!("CARGO_PKG_VERSION"));
    let head = format!("  {line}\n    {}", headers.join("\n    "));
    let head = head.replace(user_agent, "braze-rust/VERSION");
    match body.len() {
        0 => head,
        length @ 1..=200 => format!("{head}\n\n    {body} ({length} bytes)"),
        length => format!("{head}\n\n    ({length} bytes)"),
    }
}
