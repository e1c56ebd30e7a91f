//! [`IoError`]: a transport that received no complete reply.

use std::{fmt, io};

/// The stage at which a transport failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IoKind {
    /// No connection: the name does not resolve, or nobody answers there.
    Connect,
    /// A time limit passed.
    Timeout,
    /// The connection was closed or reset, or the reply was cut short.
    Closed,
    /// The TLS handshake failed.
    Tls,
    /// The body is larger than the cap.
    TooLarge,
    /// The caller called it off.
    Cancelled,
    /// Anything else.
    Other,
}

impl From<io::ErrorKind> for IoKind {
    /// Reads the kind of an error of a socket.
    fn from(kind: io::ErrorKind) -> Self {
        use io::ErrorKind;

        match kind {
            ErrorKind::ConnectionRefused
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::AddrNotAvailable => Self::Connect,
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Self::Timeout,
            ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe
            | ErrorKind::NotConnected
            | ErrorKind::UnexpectedEof => Self::Closed,
            _ => Self::Other,
        }
    }
}

impl fmt::Display for IoKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "could not connect",
            Self::Timeout => "timed out",
            Self::Closed => "the connection was closed before the whole reply arrived",
            Self::Tls => "no secure connection could be made",
            Self::TooLarge => "the reply is too large",
            Self::Cancelled => "cancelled",
            Self::Other => "the exchange failed",
        })
    }
}

/// The chance that the request reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// Surely not.
    No,
    /// Perhaps.
    Maybe,
}

/// No whole reply arrived: what a transport reports, and what a caller sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IoError {
    kind: IoKind,
    sent: Sent,
    reason: String,
}

impl IoError {
    /// A failure, with the library's own words for it.
    #[must_use]
    pub fn new(kind: IoKind, sent: Sent, reason: impl Into<String>) -> Self {
        Self { kind, sent, reason: reason.into() }
    }

    /// The stage at which the transport failed.
    #[must_use]
    pub fn kind(&self) -> IoKind {
        self.kind
    }

    /// The chance that the request reached the server.
    #[must_use]
    pub fn sent(&self) -> Sent {
        self.sent
    }

    /// The library's own words.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }

    pub(crate) fn reason_mut(&mut self) -> &mut String {
        &mut self.reason
    }
}

impl fmt::Display for IoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)?;
        if !self.reason.is_empty() {
            write!(f, ": {}", self.reason)?;
        }
        Ok(())
    }
}

impl std::error::Error for IoError {}
