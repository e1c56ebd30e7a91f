//! [`Exchange`]: what the server does with one request, or with one connection before any request.

use std::time::Duration;

use super::Reply;

/// A part of a script. Afterwards the connection waits for the next request, unless it was ended.
#[derive(Clone)]
pub(crate) struct Exchange {
    pub(super) trigger: Trigger,
    pub(super) acts: Vec<Act>,
}

/// The beginning of an exchange.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trigger {
    Connection,
    Request,
}

#[derive(Clone)]
pub(super) enum Act {
    Write(Vec<u8>),
    Pause(Duration),
    /// Says nothing more, until the client goes away.
    Hold,
    Close,
    Reset,
}

impl Exchange {
    /// Once a request was read.
    pub(crate) fn on_request() -> Self {
        Self { trigger: Trigger::Request, acts: Vec::new() }
    }

    /// As soon as a connection is made.
    pub(crate) fn on_connection() -> Self {
        Self { trigger: Trigger::Connection, acts: Vec::new() }
    }

    pub(crate) fn write(self, bytes: impl Into<Vec<u8>>) -> Self {
        self.then(Act::Write(bytes.into()))
    }

    /// Writes the first bytes only.
    pub(crate) fn write_first(self, count: usize, bytes: &[u8]) -> Self {
        self.write(&bytes[..count])
    }

    /// Writes all but the last bytes.
    pub(crate) fn write_all_but(self, count: usize, bytes: &[u8]) -> Self {
        self.write_first(bytes.len() - count, bytes)
    }

    /// Writes in this many pieces, with a pause after each.
    pub(crate) fn trickle(self, pieces: usize, pause: Duration, bytes: &[u8]) -> Self {
        let pieces = bytes.chunks(bytes.len().div_ceil(pieces));
        pieces.fold(self, |exchange, piece| exchange.write(piece).pause(pause))
    }

    pub(crate) fn pause(self, time: Duration) -> Self {
        self.then(Act::Pause(time))
    }

    /// Says nothing more, until the client goes away.
    pub(crate) fn hold(self) -> Self {
        self.then(Act::Hold)
    }

    /// Ends the connection in order (FIN).
    pub(crate) fn close(self) -> Self {
        self.then(Act::Close)
    }

    /// Breaks the connection (RST).
    pub(crate) fn reset(self) -> Self {
        self.then(Act::Reset)
    }

    fn then(mut self, act: Act) -> Self {
        self.acts.push(act);
        self
    }
}

impl From<Reply> for Exchange {
    fn from(reply: Reply) -> Self {
        let closes = reply.ends_with_connection();
        let exchange = Self::on_request().write(reply.bytes());
        if closes { exchange.close() } else { exchange }
    }
}
