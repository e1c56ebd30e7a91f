//! A client that shows what is on the wire: plain sockets, nothing interpreted.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use braze_sandbox::{Builder, Clock, Sandbox};

/// A sandbox at an instant that never changes: Wednesday, 2024-05-15, 10:30 UTC.
pub(crate) fn at_fixed_time() -> Builder {
    Sandbox::builder().clock(Clock::fixed("2024-05-15T10:30:00Z".parse().unwrap()))
}

/// Sends bytes on a connection of their own and reads to its end.
pub(crate) fn raw(sandbox: &Sandbox, bytes: &[u8]) -> io::Result<String> {
    let mut stream = TcpStream::connect(sandbox.address())?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    stream.write_all(bytes)?;
    let mut received = Vec::new();
    stream.read_to_end(&mut received)?;
    Ok(String::from_utf8_lossy(&received).replace("\r\n", "\n"))
}

/// The reply to a request with the sandbox's own key.
pub(crate) fn get(sandbox: &Sandbox, target: &str) -> String {
    send(sandbox, "GET", target).unwrap()
}

/// The outcome of a request with the sandbox's own key.
pub(crate) fn send(sandbox: &Sandbox, method: &str, target: &str) -> io::Result<String> {
    let key = sandbox.api_key_text();
    send_with_key(sandbox, method, target, &format!("Authorization: Bearer {key}\r\n"))
}

/// The outcome of a request with this header, or without one.
pub(crate) fn send_with_key(
    sandbox: &Sandbox,
    method: &str,
    target: &str,
    authorization: &str,
) -> io::Result<String> {
    let request = format!(
        "{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{authorization}\r\n"
    );
    raw(sandbox, request.as_bytes())
}

/// The status of a reply.
pub(crate) fn status(reply: &str) -> u16 {
    reply.split(' ').nth(1).unwrap().parse().unwrap()
}

/// The body of a reply.
pub(crate) fn body(reply: &str) -> serde_json::Value {
    serde_json::from_str(reply.split_once("\n\n").unwrap().1).unwrap()
}

/// The `time` of each row of a reply.
pub(crate) fn times(reply: &str) -> Vec<String> {
    let body = body(reply);
    let rows = body["data"].as_array().unwrap();
    rows.iter().map(|row| row["time"].as_str().unwrap().to_owned()).collect()
}

/// The value of a header of a reply.
pub(crate) fn header<'a>(reply: &'a str, name: &str) -> Option<&'a str> {
    let head = reply.split_once("\n\n").map_or(reply, |(head, _)| head);
    let mut fields = head.lines().filter_map(|line| line.split_once(':'));
    fields.find(|(known, _)| *known == name).map(|(_, value)| value.trim())
}
