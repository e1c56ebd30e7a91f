//! The world of the sandbox: lists, details and exports that share their identifiers and names.

mod consent;
mod contents;
mod data_objects;
mod details;
mod download;
mod examples;
mod lists;
mod operations;
mod outbox;
mod rejections;
mod tracked;
mod users;

use braze_sandbox::Sandbox;

use super::wire::raw;

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
