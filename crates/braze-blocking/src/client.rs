//! [`Client`]: sends requests and exports series of one workspace.

use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::thread;

use braze_core::export::{Export, ExportError};
use braze_core::import::{Import, ImportPlan, Record};
use braze_core::{
    BaseUrl, Config, Credentials, Endpoint, Error, Paged, Reply, RetryPolicy, Series, Session,
    TimeSource,
};

use crate::builder::Builder;
use crate::cancel::Cancel;
use crate::download::Download;
use crate::driver::drive;
use crate::exchange::Transport;
use crate::imports::ImportOutcomes;
use crate::pages::Pages;
use crate::rows::ExportRows;

/// A client for one workspace. Clones share connections, rate limits and settings.
#[derive(Clone)]
pub struct Client {
    session: Session,
    transport: Arc<Transport>,
    time: TimeSource,
}

impl Client {
    /// Makes a client with default settings.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the HTTP library cannot be set up.
    pub fn new(
        base_url: impl Into<BaseUrl>,
        credentials: impl Into<Credentials>,
    ) -> Result<Self, Error> {
        Self::with_config(Config::new(base_url, credentials))
    }

    /// Makes a client from environment variables, the same that the `braze` command reads.
    ///
    /// `BRAZE_API_KEY` holds the key. Either `BRAZE_INSTANCE` names the instance, such as `us-01`, or
    /// `BRAZE_BASE_URL` holds its URL. For further settings, see [`Config::from_variables`].
    ///
    /// ```no_run
    /// use braze_blocking::Client;
    ///
    /// let client = Client::from_env()?;
    /// # Ok::<(), braze_blocking::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Config`] names the variable that is missing or cannot be used, and what to set.
    pub fn from_env() -> Result<Self, Error> {
        Self::with_config(Config::from_variables(|name| std::env::var_os(name))?)
    }

    /// Makes a client with these settings.
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

    /// Returns a builder that reaches the settings of the HTTP library and the clock.
    #[must_use]
    pub fn builder(config: Config) -> Builder {
        Builder::new(config)
    }

    /// Returns the same client with another retry policy. Connections and rate limits stay shared.
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
    /// See [`Error`]. A request that violates a documented limit is refused before anything is sent.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Output>, Error> {
        let exchange = |request, body: &mut Vec<u8>| self.transport.exchange(request, body);
        drive(self.session.call(request), &self.time, exchange, |wait| {
            thread::sleep(wait);
            ControlFlow::Continue(())
        })
    }

    /// Sends a request that another thread can cancel.
    ///
    /// The call has a connection of its own, so that cancelling it affects no other call.
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
        drive(call, &self.time, exchange, |wait| cancel.sleep(wait))
    }

    /// Prepares the download of a file from another server, such as the archive of an export. Nothing is sent.
    ///
    /// The API key is not sent there. Time limits and proxies are those of the client, but for the time
    /// limit of a whole file, which is an hour.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the URL cannot be used; it must begin with `https`, unless the host is this machine.
    pub fn download(&self, url: &str) -> Result<Download, Error> {
        Download::new(self.session.config(), url)
    }

    /// Exports any range of a series, as an iterator over its rows.
    ///
    /// The rows come in order, each bucket once. The [coverage](ExportRows::coverage) compares what was asked
    /// for with what was received.
    ///
    /// ```no_run
    /// use braze_blocking::export::{Export, Range};
    /// use braze_blocking::{Client, sessions};
    /// # use braze_blocking::chrono::NaiveDate;
    ///
    /// # fn f(client: Client, from: NaiveDate, to: NaiveDate) -> Result<(), Box<dyn std::error::Error>> {
    /// let range = Range::days(from, to);
    /// let mut export = client.export(Export::new(sessions::DataSeriesRequest::selection(), range))?;
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
    /// [`ExportError`] if the export cannot start. Later errors are items of the iterator.
    pub fn export<E>(&self, export: Export<E>) -> Result<ExportRows<E>, ExportError>
    where
        E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
    {
        ExportRows::new(&self.session, &self.transport, &self.time, export)
    }

    /// Imports records, as an iterator that gives each of them back with what became of it.
    ///
    /// Nothing is sent before the first item is asked for. The [account](ImportOutcomes::account) counts the
    /// records.
    ///
    /// ```no_run
    /// use braze_blocking::import::{Import, Record, RecordError, RecordKind};
    /// use braze_blocking::Client;
    ///
    /// # fn f(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let tiers = [("u-17", "gold"), ("u-18", "tin")];
    /// let records = tiers.map(|(id, tier)| {
    ///     let json = format!(r#"{{"external_id": "{id}", "tier": "{tier}"}}"#);
    ///     Record::parse(RecordKind::Attributes, json)
    /// });
    /// let records = records.into_iter().collect::<Result<Vec<_>, RecordError>>()?;
    /// let account = client.import(Import::new(records)).into_account()?;
    /// println!("{account}");
    /// # Ok(()) }
    /// ```
    pub fn import<R>(&self, import: Import<R>) -> ImportOutcomes<R::IntoIter>
    where
        R: IntoIterator<Item = Record>,
    {
        let (machine, records) = import.start(&self.session);
        ImportOutcomes::new(machine, records.into_iter(), &self.transport, &self.time)
    }

    /// Packs the records of an import and counts the requests that it would make. Nothing is sent.
    pub fn plan<R>(&self, import: Import<R>) -> ImportPlan
    where
        R: IntoIterator<Item = Record>,
    {
        import.plan(&self.session)
    }

    /// Reads a list page by page, as an iterator over its pages.
    ///
    /// Each page is a call like that of [`send`](Self::send). It begins at the page that the request asks for,
    /// or at the first. [`items`](Pages::items) yields the items one by one.
    ///
    /// ```
    /// use braze_blocking::{Client, Error, Paged};
    ///
    /// /// Counts the items of a list.
    /// fn count<E: Paged>(client: &Client, request: E) -> Result<u64, Error> {
    ///     let mut count = 0;
    ///     for item in client.pages(request).items() {
    ///         item?;
    ///         count += 1;
    ///     }
    ///     Ok(count)
    /// }
    /// ```
    pub fn pages<E: Paged>(&self, request: E) -> Pages<E> {
        Pages::new(&self.session, &self.transport, &self.time, request)
    }
}

impl Builder {
    /// Makes the client.
    ///
    /// # Errors
    ///
    /// [`Error::Config`] if the HTTP library cannot be set up, or the proxy cannot be used.
    pub fn build(self) -> Result<Client, Error> {
        let (config, transport, time) = self.into_parts()?;
        let seed = RandomState::new().hash_one(());
        Ok(Client { session: Session::new(config, seed), transport: Arc::new(transport), time })
    }
}

impl fmt::Debug for Client {
    /// Names the server on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Client({})", self.session.config().base_url())
    }
}
