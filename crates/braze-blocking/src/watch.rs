//! [`WatchConnector`]: connections whose end is not taken for the end of a reply.

use std::cell::{Cell, RefCell};
use std::io::{self, Read};
use std::{error, fmt};

use braze_core::{IoKind, Limits};
use ureq::Error;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

use crate::trailers::TrailerCheck;

thread_local! {
    /// The bytes that arrived since this thread's exchange read something of the reply's head or body.
    static IDLE_BYTES: Cell<usize> = const { Cell::new(0) };
    /// The trailers of this thread's exchange.
    static TRAILERS: RefCell<TrailerCheck> = const { RefCell::new(TrailerCheck::Idle) };
}

/// Gives the end of a connection an error of its own.
///
/// ureq takes a lost connection for the end of a body that ends with its connection, and a cut within the
/// framing of chunks for a protocol error. It also reads interim replies and trailers without a limit.
#[derive(Debug)]
pub(crate) struct WatchConnector;

impl<In: Transport> Connector<In> for WatchConnector {
    type Out = WatchedTransport<In>;

    fn connect(
        &self,
        _details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        Ok(chained.map(WatchedTransport))
    }
}

/// A connection that reports its end.
#[derive(Debug)]
pub(crate) struct WatchedTransport<T>(T);

impl<T: Transport> Transport for WatchedTransport<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.0.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.0.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        if IDLE_BYTES.get() > Limits::MAX_HEAD {
            return Err(Error::Other(Box::new(ConnectionLoss::Endless)));
        }
        let before = self.0.buffers().input().len();
        match self.0.await_input(timeout) {
            Ok(true) => {
                let arrived = self.0.buffers().input().get(before..).unwrap_or_default();
                IDLE_BYTES.set(IDLE_BYTES.get() + arrived.len());
                TRAILERS.with_borrow_mut(|trailers| trailers.read(arrived));
                Ok(true)
            }
            Ok(false) => Err(Error::Other(Box::new(ConnectionLoss::Ended))),
            Err(Error::Io(error)) if IoKind::from(error.kind()) == IoKind::Closed => {
                Err(Error::Other(Box::new(ConnectionLoss::Broken(error))))
            }
            Err(error) => Err(error),
        }
    }

    fn is_open(&mut self) -> bool {
        self.0.is_open()
    }

    fn is_tls(&self) -> bool {
        self.0.is_tls()
    }
}

/// Begins an exchange on this thread.
pub(crate) fn begin() {
    progress();
    TRAILERS.set(TrailerCheck::Head(Vec::new()));
}

/// Goes on to the body of the reply.
pub(crate) fn begin_body(is_chunked: bool) {
    TRAILERS.with_borrow_mut(|trailers| trailers.begin_body(is_chunked));
}

/// Tells whether the reply ended with malformed trailers.
pub(crate) fn has_malformed_trailers() -> bool {
    TRAILERS.with_borrow(TrailerCheck::is_malformed)
}

/// Notes that the head or the body of the reply goes on.
fn progress() {
    IDLE_BYTES.set(0);
}

/// A body whose reads count as progress.
pub(crate) struct ProgressReader<R>(pub(crate) R);

impl<R: Read> Read for ProgressReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        progress();
        self.0.read(buffer)
    }
}

/// The end of a connection before the reply was complete.
#[derive(Debug)]
pub(crate) enum ConnectionLoss {
    /// The server closed it in order.
    Ended,
    /// It broke, by a reset or without the end of TLS.
    Broken(io::Error),
    /// Interim replies or trailers without an end.
    Endless,
}

impl ConnectionLoss {
    /// Finds the loss behind an error.
    pub(crate) fn from_error(error: &Error) -> Option<&Self> {
        match error {
            Error::Other(error) => error.downcast_ref(),
            _ => None,
        }
    }
}

impl fmt::Display for ConnectionLoss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ended => f.write_str("the connection ended before the reply did"),
            Self::Broken(error) => write!(f, "the connection broke: {error}"),
            Self::Endless => {
                write!(f, "more than {} bytes of interim replies or trailers", Limits::MAX_HEAD)
            }
        }
    }
}

impl error::Error for ConnectionLoss {}
