//! [`Trial`]: one scenario with one of the clients, and the report of what happened.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use braze_core::{ApiKey, Backoff, Config, Endpoint, Event, EventKind, Observer, RetryPolicy};

use super::client::Client;
use super::report;
use super::server::{Exchange, Server};

/// The key of all scenarios.
pub(crate) const KEY: &str = "d3adb33f-4c0f-4fee-8bad-c0dec0ffee00";

/// Backoff waits are at most this long.
pub(crate) const BACKOFF: Duration = Duration::from_millis(5);

/// A scenario's server, client and report.
pub(crate) struct Trial<C> {
    /// The path of the test that runs, as the test binary knows it.
    pub(crate) test: String,
    server: Option<Server>,
    config: Option<Config>,
    client: Option<C>,
    log: Arc<Log>,
    pub(crate) report: String,
}

impl<C: Client> Trial<C> {
    pub(crate) fn new(test: String) -> Self {
        let log = Arc::new(Log::default());
        Self { test, server: None, config: None, client: None, log, report: String::new() }
    }

    /// Starts the server with this script.
    pub(crate) fn serve<X: Into<Exchange>>(&mut self, script: impl IntoIterator<Item = X>) {
        self.serve_at("127.0.0.1:0", script);
    }

    pub(crate) fn serve_at<X: Into<Exchange>>(
        &mut self,
        address: &str,
        script: impl IntoIterator<Item = X>,
    ) {
        let server = Server::start_at(address, script.into_iter().map(Into::into));
        self.base_url(&server.url());
        self.server = Some(server);
    }

    /// Sends to this address from now on, with a new client.
    pub(crate) fn base_url(&mut self, url: &str) {
        let policy = RetryPolicy::default().backoff(Backoff::new(BACKOFF, BACKOFF));
        let config = Config::new(url.parse::<braze_core::BaseUrl>().unwrap(), key());
        self.config = Some(config.retry(policy).observer(Arc::clone(&self.log) as Arc<_>));
        self.client = None;
    }

    /// Changes the settings of the client, which is made with the first call.
    pub(crate) fn configure(&mut self, change: impl FnOnce(Config) -> Config) {
        self.config = self.config.take().map(change);
    }

    /// Sets a retry policy; its backoff is that of all scenarios.
    pub(crate) fn retry(&mut self, policy: RetryPolicy) {
        let policy = policy.backoff(Backoff::new(BACKOFF, BACKOFF));
        self.configure(|config| config.retry(policy));
    }

    pub(crate) fn server(&self) -> &Server {
        self.server.as_ref().unwrap()
    }

    pub(crate) fn client(&mut self) -> &C {
        self.client.get_or_insert_with(|| C::with_config(self.config.take().unwrap()).unwrap())
    }

    /// Makes a call and reports how it went.
    pub(crate) fn send<E: Endpoint<Output: Debug>>(&mut self, request: &E) {
        let outcome = self.client().send(request);
        self.note(&format!("call {}", E::META.name));
        for line in self.log.take() {
            self.note(&format!("  {line}"));
        }
        self.note(&format!("  {}", report::outcome::<E>(&outcome)));
    }

    /// Downloads a file by a URL on this server and reports how it went.
    pub(crate) fn download(&mut self, path: &str) {
        let url = format!("{}{path}", self.server().url());
        self.download_from(&url);
    }

    /// Downloads a file and reports how it went.
    pub(crate) fn download_from(&mut self, url: &str) {
        let outcome = match self.client().download(url) {
            Ok(None) => "not there yet".to_owned(),
            Ok(Some(file)) => format!("{} bytes", file.len()),
            Err(error) => report::brief(&error),
        };
        self.note(&format!("download: {outcome}"));
    }

    /// Adds a line to the report.
    pub(crate) fn note(&mut self, line: &str) {
        writeln!(self.report, "{line}").unwrap();
    }

    /// The events since the last call.
    pub(crate) fn events(&mut self) -> Vec<String> {
        self.log.take()
    }

    /// Leaves what the server saw out of the report.
    pub(crate) fn forget_server(&mut self) {
        self.server = None;
    }

    /// The report, with what the server saw.
    pub(crate) fn finish(mut self) -> String {
        if let Some(server) = &self.server {
            let seen = report::seen(&server.seen());
            let seen = seen.replace(&server.port().to_string(), "PORT");
            self.note(&format!("\n{seen}"));
        }
        self.report
    }
}

pub(crate) fn key() -> ApiKey {
    ApiKey::new(KEY).unwrap()
}

/// The observer's events.
#[derive(Debug, Default)]
struct Log(Mutex<Vec<String>>);

impl Log {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Observer for Log {
    fn observe(&self, event: &Event<'_>) {
        let Event { attempt, attempts, kind, .. } = event;
        let line = match kind {
            EventKind::Started => format!("attempt {attempt} of {attempts}"),
            EventKind::Finished { status, error, bytes, .. } => {
                let status = status.map_or("no reply".to_owned(), |status| status.to_string());
                let error = error.map_or("good".to_owned(), report::brief);
                format!("  {status}, {bytes} bytes: {error}")
            }
            EventKind::Waiting { wait, reason } => {
                format!("waiting {}: {reason}", report::wait(*wait))
            }
            other => format!("{other:?}"),
        };
        self.0.lock().unwrap().push(line);
    }
}
