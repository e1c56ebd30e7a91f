//! [`Log`]: what arrived at the server.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// The requests received so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    pub(crate) requests: Vec<Recorded>,
    /// The end of each connection, in the order in which they were made; `None` while it is open.
    pub(crate) connections: Vec<Option<End>>,
}

impl Seen {
    /// Connections that are over.
    pub(crate) fn ended(&self) -> usize {
        self.connections.iter().flatten().count()
    }
}

/// The bytes of one request.
#[derive(Debug, Clone)]
pub(crate) struct Recorded {
    /// The connection that it came on, counted from 0.
    pub(crate) connection: usize,
    pub(crate) bytes: Vec<u8>,
}

/// The end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    ByClient,
    Closed,
    Reset,
}

/// The record, and who waits for it.
#[derive(Default)]
pub(super) struct Log {
    seen: Mutex<Seen>,
    changed: Condvar,
}

impl Log {
    /// Notes a connection, and gives its number.
    pub(super) fn connected(&self) -> usize {
        self.change(|seen| {
            seen.connections.push(None);
            seen.connections.len() - 1
        })
    }

    pub(super) fn requested(&self, request: Recorded) {
        self.change(|seen| seen.requests.push(request));
    }

    pub(super) fn ended(&self, connection: usize, end: End) {
        self.change(|seen| seen.connections[connection] = Some(end));
    }

    pub(super) fn seen(&self) -> Seen {
        self.seen.lock().unwrap().clone()
    }

    pub(super) fn wait_until(&self, what: &str, patience: Duration, holds: impl Fn(&Seen) -> bool) {
        let seen = self.seen.lock().unwrap();
        let (seen, waited) =
            self.changed.wait_timeout_while(seen, patience, |seen| !holds(seen)).unwrap();
        assert!(!waited.timed_out(), "waited in vain for {what}; seen: {seen:?}");
    }

    fn change<T>(&self, change: impl FnOnce(&mut Seen) -> T) -> T {
        let result = change(&mut self.seen.lock().unwrap());
        self.changed.notify_all();
        result
    }
}

/// True if the bytes hold a whole request. A TLS greeting counts as one, since no HTTP will follow it.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    const TLS_HANDSHAKE: u8 = 0x16;
    if bytes.first() == Some(&TLS_HANDSHAKE) {
        return true;
    }
    let Some(head) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else {
        return false;
    };
    let (head, body) = bytes.split_at(head + 4);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if head.contains("\r\ntransfer-encoding: chunked\r\n") {
        return body.ends_with(b"0\r\n\r\n");
    }
    let length = head.split("\r\ncontent-length: ").nth(1).and_then(|rest| rest.lines().next());
    body.len() >= length.map_or(0, |length| length.parse::<usize>().unwrap())
}
