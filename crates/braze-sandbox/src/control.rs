//! The control endpoints under `/__sandbox/`, for tests in any language.

use bytes::Bytes;
use http::header::{ALLOW, CONTENT_TYPE, HOST, HeaderName, HeaderValue, ORIGIN};
use http::uri::Authority;
use http::{Method, Response, StatusCode, request};

use crate::journal::RecordedRequest;
use crate::outbox::Dispatch;
use crate::service::Service;
use crate::verify::{self, ExpectedRequest};

/// The prefix of the control endpoints' paths.
const PREFIX: &str = "/__sandbox/";

/// The header with the number of requests or sends that were dropped.
const FORGOTTEN: HeaderName = HeaderName::from_static("x-sandbox-forgotten");

/// The maximum number of requests in one verification.
const MAX_EXPECTED: usize = 10_000;

/// Host names of this machine. Any other may be a web page whose name points here (DNS rebinding).
const LOOPBACK_HOSTS: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Returns true for a control request. These are neither journaled nor counted.
pub(crate) fn is_control(head: &request::Parts) -> bool {
    head.uri.path().starts_with(PREFIX)
}

/// Answers a control request.
pub(crate) fn answer(service: &Service, head: &request::Parts, body: &[u8]) -> Response<Bytes> {
    if !is_from_here(head) {
        let words =
            "only this machine has access: use http://127.0.0.1 or http://localhost, not a browser";
        return text(StatusCode::FORBIDDEN, words);
    }
    match (head.uri.path().trim_start_matches(PREFIX), &head.method) {
        ("journal", &Method::GET) => journal(service),
        ("journal", &Method::DELETE) => {
            service.forget_requests();
            text(StatusCode::OK, "forgotten")
        }
        ("journal", _) => not_allowed("GET, DELETE"),
        ("outbox", &Method::GET) => outbox(service),
        ("outbox", &Method::DELETE) => {
            service.forget_sends();
            text(StatusCode::OK, "forgotten")
        }
        ("outbox", _) => not_allowed("GET, DELETE"),
        ("verify", &Method::POST) => verify(service, head.uri.query(), body),
        ("verify", _) => not_allowed("POST"),
        _ => text(
            StatusCode::NOT_FOUND,
            "choose /__sandbox/journal, /__sandbox/outbox or /__sandbox/verify",
        ),
    }
}

fn is_from_here(head: &request::Parts) -> bool {
    let is_loopback = |authority: &Authority| {
        LOOPBACK_HOSTS.iter().any(|known| authority.host().eq_ignore_ascii_case(known))
    };
    let mut hosts = head.headers.get_all(HOST).iter();
    let host = hosts.next().and_then(|host| Authority::try_from(host.as_bytes()).ok());
    host.as_ref().is_some_and(is_loopback)
        && hosts.next().is_none()
        && head.uri.authority().is_none_or(is_loopback)
        && !head.headers.contains_key(ORIGIN)
}

/// Replies with the requests as lines of JSON.
fn journal(service: &Service) -> Response<Bytes> {
    let (received, forgotten) = service.journal();
    lines(received.iter().map(RecordedRequest::to_json), forgotten)
}

/// Replies with the sends as lines of JSON.
fn outbox(service: &Service) -> Response<Bytes> {
    let (dispatches, forgotten) = service.outbox();
    lines(dispatches.iter().map(Dispatch::to_json), forgotten)
}

fn lines(lines: impl Iterator<Item = String>, forgotten: u64) -> Response<Bytes> {
    let lines: String = lines.map(|line| line + "\n").collect();
    let mut response = Response::new(lines.into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/jsonl"));
    headers.insert(FORGOTTEN, HeaderValue::from(forgotten));
    response
}

/// Replies with 200 if the requests are as expected, or 409 with the difference.
fn verify(service: &Service, query: Option<&str>, body: &[u8]) -> Response<Bytes> {
    let compare = match query {
        None | Some("" | "order=strict") => verify::in_order,
        Some("order=any") => verify::in_any_order,
        Some(_) => {
            return text(StatusCode::BAD_REQUEST, "the query must be order=strict or order=any");
        }
    };
    let expected = match expectations(body) {
        Ok(expected) => expected,
        Err(problem) => return text(StatusCode::BAD_REQUEST, &problem),
    };
    let (received, forgotten) = service.journal();
    match compare(expected, &received, forgotten) {
        Ok(()) => text(StatusCode::OK, "the requests are as expected"),
        Err(mismatch) => text(StatusCode::CONFLICT, &mismatch.to_string()),
    }
}

/// Parses one request per line, such as `GET /sessions/data_series?length=14`.
fn expectations(body: &[u8]) -> Result<Vec<ExpectedRequest>, String> {
    let body = std::str::from_utf8(body).map_err(|_| "the body must be UTF-8".to_owned())?;
    let lines = body.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    let lines = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let mut expected = Vec::new();
    for (number, line) in lines {
        if expected.len() == MAX_EXPECTED {
            return Err(format!("line {number}: there must be at most {MAX_EXPECTED} requests"));
        }
        let parsed = line.split_once(' ').and_then(|(method, target)| {
            let target = Some(target.trim()).filter(|target| target.starts_with('/'))?;
            Some((method.parse().ok()?, target))
        });
        let Some((method, target)) = parsed else {
            return Err(format!(
                "line {number}: must be a method and a target such as \
                 `GET /sessions/data_series?length=14`, or `?*` for any query"
            ));
        };
        let any = target.strip_suffix("?*");
        let one = ExpectedRequest::new(method, any.unwrap_or(target));
        expected.push(if any.is_some() { one.any_query() } else { one });
    }
    Ok(expected)
}

fn not_allowed(methods: &'static str) -> Response<Bytes> {
    let mut response = text(StatusCode::METHOD_NOT_ALLOWED, &format!("use {methods}"));
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(methods));
    response
}

/// A plain-text reply, readable in a shell.
fn text(status: StatusCode, words: &str) -> Response<Bytes> {
    let mut response = Response::new(format!("{words}\n").into());
    *response.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, plain);
    response
}
