//! The world of the sandbox: lists, details and exports that share their identifiers and names.

mod banners;
mod consent;
mod contents;
mod dashboard_users;
mod data_objects;
mod details;
mod download;
mod examples;
mod lists;
mod media;
mod operations;
mod outbox;
mod rejections;
mod sdk_keys;
mod tracked;
mod users;

use braze_blocking::Client;
use braze_core::{Config, Error, RetryPolicy};
use braze_sandbox::Sandbox;

use super::wire::raw;

/// A client with all secrets of the sandbox, which repeats nothing.
fn client(sandbox: &Sandbox) -> Client {
    let config = Config::new(sandbox.base_url(), sandbox.credentials());
    Client::with_config(config.retry(RetryPolicy::none())).unwrap()
}

/// The status and the text of a refusal.
fn refusal<T: std::fmt::Debug>(outcome: Result<T, Error>) -> (u16, String) {
    let error = outcome.unwrap_err();
    let api = error.api().unwrap_or_else(|| panic!("{error}"));
    (api.status().as_u16(), api.message().unwrap_or_default().to_owned())
}

/// The reply to a `POST` with the sandbox's own key; nothing if the connection is cut.
fn post(sandbox: &Sandbox, target: &str, body: &serde_json::Value) -> String {
    send(sandbox, "POST", target, body)
}

/// The reply to a request with a body and the sandbox's own key.
fn send(sandbox: &Sandbox, method: &str, target: &str, body: &serde_json::Value) -> String {
    raw(sandbox, bytes(sandbox, method, target, body).as_bytes()).unwrap()
}

/// A request with a body and the sandbox's own key, as it is sent.
fn bytes(sandbox: &Sandbox, method: &str, target: &str, body: &serde_json::Value) -> String {
    let (key, body) = (sandbox.api_key_text(), body.to_string());
    format!(
        "{method} {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nAuthorization: Bearer {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        sandbox.address(),
        body.len(),
    )
}
