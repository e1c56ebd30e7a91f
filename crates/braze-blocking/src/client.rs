//! [`Client`]: the driver of the core's machines.

use std::cell::Cell;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use braze_core::export::{Export, ExportError};
use braze_core::http::{Request, response::Parts};
use braze_core::{
    ApiKey, BaseUrl, Bytes, Config, Endpoint, Error, IoFailure, Machine, Reply, RetryPolicy,
    Series, Session, Step,
};

use crate::builder::Builder;
use crate::cancel::Cancel;
use crate::clock::Clock;
use crate::exchange::Transport;
use crate::rows::ExportRows;

/// A client for one workspace. Clones share connections, rate limits and settings.
#[derive(Debug, Clone)]
pub struct Client {
    session: Session,
    transport: Arc<Transport>,
    clock: Clock,
}

impl Client {
    /// A client with default settings.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the HTTP library cannot be set up.
    pub fn new(base_url: impl Into<BaseUrl>, api_key: ApiKey) -> Result<Self, Error> {
        Self::with_config(Config::new(base_url, api_key))
    }

    /// A client with these settings.
    ///
    /// ```
    /// use std::time::Duration;
    /// use braze_blocking::{ApiKey, Client, Config, Instance};
    ///
    /// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
    /// let config = Config::new(Instance::Eu01, key)
    ///     .user_agent_suffix("nightly-report/1.0")?
    ///     .total_timeout(Duration::from_secs(20));
    /// let client = Client::with_config(config)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the HTTP library cannot be set up.
    pub fn with_config(config: Config) -> Result<Self, Error> {
        Self::builder(config).build()
    }

    /// A client whose HTTP library is set up by the caller, as far as the pins allow.
    #[must_use]
    pub fn builder(config: Config) -> Builder {
        Builder::new(config)
    }

    pub(crate) fn from_parts(config: Config, transport: Transport, clock: Clock) -> Self {
        let seed = RandomState::new().hash_one(());
        Self { session: Session::new(config, seed), transport: Arc::new(transport), clock }
    }

    /// The same client with another retry policy; connections and rate limits stay shared.
    ///
    /// ```no_run
    /// # use braze_blocking::*;
    /// # fn f(client: Client) -> Result<(), Error> {
    /// let request = sessions::DataSeriesRequest::new(14);
    /// let reply = client.with_retry(RetryPolicy::none()).send(&request)?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_retry(&self, policy: RetryPolicy) -> Self {
        Self { session: self.session.with_retry(policy), ..self.clone() }
    }

    /// Sends a request and waits for the reply.
    ///
    /// # Errors
    ///
    /// See [`Error`]. A request that breaks a documented limit is refused before anything is sent.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Output>, Error> {
        let sleep = |wait| {
            std::thread::sleep(wait);
            GoOn::Yes
        };
        let exchange = |request, body: &mut Vec<u8>| self.transport.exchange(request, body);
        drive(self.session.call(request), &self.clock, exchange, sleep)
    }

    /// Sends a request that another thread can call off.
    ///
    /// The call has a connection of its own, so that calling it off touches no other call.
    ///
    /// ```no_run
    /// # use braze_blocking::*;
    /// # fn f(client: Client) -> Result<(), Error> {
    /// let cancel = Cancel::new();
    /// let handle = cancel.clone();
    /// std::thread::spawn(move || handle.cancel());
    /// let result = client.send_cancellable(&sessions::DataSeriesRequest::new(14), &cancel);
    /// assert!(matches!(result, Err(Error::Cancelled)));
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`send`](Self::send), and [`Error::Cancelled`].
    pub fn send_cancellable<E: Endpoint>(
        &self,
        request: &E,
        cancel: &Cancel,
    ) -> Result<Reply<E::Output>, Error> {
        let own = Arc::new(self.transport.separate());
        let _attached = cancel.attach(&own);
        let call = self.session.call(request);
        let exchange = |request, body: &mut Vec<u8>| cancel.exchange(&own, request, body);
        drive(call, &self.clock, exchange, |wait| cancel.sleep(wait))
    }

    /// Exports any range of a series: an iterator over its rows, in order, each bucket once.
    ///
    /// ```no_run
    /// use braze_blocking::export::{Export, Range};
    /// use braze_blocking::{Client, sessions};
    /// # use braze_blocking::chrono::NaiveDate;
    ///
    /// # fn f(client: Client, from: NaiveDate, to: NaiveDate) -> Result<(), Box<dyn std::error::Error>> {
    /// let range = Range::days(from, to);
    /// let mut export = client.export(Export::new(sessions::DataSeriesRequest::new(1), range))?;
    /// for row in &mut export {
    ///     let row = row?;
    ///     println!("{},{}", row.start, row.value);
    /// }
    /// eprintln!("{}", export.coverage());
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ExportError`], if the export cannot begin. While it runs, the iterator gives the error.
    pub fn export<E>(&self, export: Export<E>) -> Result<ExportRows<E>, ExportError>
    where
        E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
    {
        ExportRows::new(&self.session, &self.transport, &self.clock, export)
    }
}

/// Drives a machine to its one item.
pub(crate) fn drive<M, T>(
    mut machine: M,
    clock: &Clock,
    exchange: impl Fn(Request<Bytes>, &mut Vec<u8>) -> Result<Parts, IoFailure>,
    sleep: impl Fn(Duration) -> GoOn,
) -> Result<T, Error>
where
    M: Machine<Item = Result<T, Error>>,
{
    let mut body = BODY.take();
    #[cfg(feature = "tracing")]
    let mut sends = 0;
    let result = loop {
        match machine.poll(clock.now()) {
            Step::Send(request) => {
                body.clear();
                #[cfg(feature = "tracing")]
                let attempt = braze_core::trace::Attempt::start(&request, sends);
                #[cfg(feature = "tracing")]
                let entered = attempt.span().enter();
                let outcome = exchange(request, &mut body);
                #[cfg(feature = "tracing")]
                {
                    drop(entered);
                    attempt.finish(outcome.as_ref());
                    sends += 1;
                }
                machine.resume(clock.now(), outcome.map(|head| (head, body.as_slice())));
            }
            Step::Sleep(wait) => match sleep(wait) {
                GoOn::Yes => {}
                GoOn::No => break Err(Error::Cancelled),
            },
            Step::Yield(item) => break item,
            Step::Done => break Err(Error::Cancelled),
        }
    };
    if body.capacity() <= LARGEST_KEPT {
        BODY.set(body);
    }
    result
}

/// Whether a wait ended by itself.
pub(crate) enum GoOn {
    Yes,
    No,
}

/// A body larger than this is not worth keeping its memory.
const LARGEST_KEPT: usize = 1 << 20;

thread_local! {
    /// The buffer that bodies are read into, one for each thread.
    static BODY: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}
