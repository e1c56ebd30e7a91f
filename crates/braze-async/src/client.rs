//! [`Client`]: the driver of the core's machines.

use std::future::Future;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use braze_core::export::{Export, ExportError, ExportMachine};
use braze_core::{
    ApiKey, BaseUrl, Config, Endpoint, Error, Machine, Reply, RetryPolicy, Series, Session, Step,
};

use crate::builder::Builder;
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
    /// use braze_async::{ApiKey, Client, Config, Instance};
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
    /// # use braze_async::*;
    /// # async fn f(client: Client) -> Result<(), Error> {
    /// let request = sessions::DataSeriesRequest::new(14);
    /// let reply = client.with_retry(RetryPolicy::none()).send(&request).await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_retry(&self, policy: RetryPolicy) -> Self {
        Self { session: self.session.with_retry(policy), ..self.clone() }
    }

    /// Sends a request and waits for the reply. Dropping the future calls it off and leaves nothing
    /// behind.
    ///
    /// # Errors
    ///
    /// See [`Error`]. A request that breaks a documented limit is refused before anything is sent.
    pub fn send<E: Endpoint>(
        &self,
        request: &E,
    ) -> impl Future<Output = Result<Reply<E::Output>, Error>> + use<'_, E> {
        let call = self.session.call(request);
        async move { self.drive(call).await }
    }

    /// Exports any range of a series: a stream of its rows, in order, each bucket once.
    ///
    /// ```no_run
    /// use braze_async::export::{Export, Range};
    /// use braze_async::{Client, sessions};
    /// # use braze_async::chrono::NaiveDate;
    ///
    /// # async fn f(client: Client, from: NaiveDate, to: NaiveDate) -> Result<(), Box<dyn std::error::Error>> {
    /// let range = Range::days(from, to);
    /// let mut export = client.export(Export::new(sessions::DataSeriesRequest::new(1), range))?;
    /// while let Some(row) = export.next().await {
    ///     let row = row?;
    ///     println!("{},{}", row.start, row.value);
    /// }
    /// eprintln!("{}", export.coverage());
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// [`ExportError`], if the export cannot begin. While it runs, the stream gives the error.
    pub fn export<E>(&self, export: Export<E>) -> Result<ExportRows<E>, ExportError>
    where
        E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
    {
        let run = ExportMachine::new(&self.session, export, self.clock.now())?;
        Ok(ExportRows::new(self.clone(), run))
    }

    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Drives a machine to its one item.
    pub(crate) async fn drive<M, T>(&self, mut machine: M) -> Result<T, Error>
    where
        M: Machine<Item = Result<T, Error>>,
    {
        let mut body = Vec::new();
        #[cfg(feature = "tracing")]
        let mut sends = 0;
        loop {
            match machine.poll(self.clock.now()) {
                Step::Send(request) => {
                    body.clear();
                    #[cfg(feature = "tracing")]
                    let attempt = braze_core::trace::Attempt::start(&request, sends);
                    let exchange = self.transport.exchange(request, &mut body);
                    #[cfg(feature = "tracing")]
                    let exchange =
                        tracing::Instrument::instrument(exchange, attempt.span().clone());
                    let outcome = exchange.await;
                    #[cfg(feature = "tracing")]
                    {
                        attempt.finish(outcome.as_ref());
                        sends += 1;
                    }
                    machine.resume(self.clock.now(), outcome.map(|head| (head, body.as_slice())));
                }
                Step::Sleep(wait) => tokio::time::sleep(wait).await,
                Step::Yield(item) => return item,
                Step::Done => return Err(Error::Cancelled),
            }
        }
    }
}
