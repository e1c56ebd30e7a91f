//! Behaviour that a caller's own settings of the HTTP libraries cannot undo.

use std::time::Duration;

use braze_core::{Backoff, BaseUrl, Config, Error, RetryPolicy};

use super::endpoints::sessions;
use super::report::request;
use super::statuses::success;
use super::trial::key;
use super::{Asynchronous, Blocking, Client, Exchange, Reply, Server};

/// A server to be called, and one to be left alone.
struct Two {
    server: Server,
    other: Server,
}

impl Two {
    fn start() -> Self {
        let other = Server::start([success().into(), success().into()]);
        let elsewhere = Reply::new(302).header("location", other.url());
        let script = [
            elsewhere.into(),
            Reply::new(500).into(),
            success().gzip().into(),
            Exchange::on_request().hold(),
        ];
        Self { server: Server::start(script), other }
    }

    fn config(&self) -> Config {
        let backoff = Backoff::new(Duration::ZERO, Duration::ZERO);
        Config::new(self.server.url().parse::<BaseUrl>().unwrap(), key())
            .retry(RetryPolicy::default().attempts(2).backoff(backoff))
            .total_timeout(Duration::from_millis(300))
    }

    /// Makes three calls, and gives the requests.
    fn call(self, client: &impl Client) -> Vec<String> {
        let error = client.send(&sessions()).unwrap_err();
        assert!(error.api().is_some_and(braze_core::ApiError::is_redirect), "{error}");
        assert_eq!(client.send(&sessions()).unwrap().attempts, 2);
        let error = client.with_retry(RetryPolicy::none()).send(&sessions()).unwrap_err();
        assert!(
            matches!(&error, Error::Io(io) if io.kind() == braze_core::IoKind::Timeout),
            "{error}"
        );
        assert_eq!(self.other.seen().connections.len(), 0, "the other server was asked");
        let port = self.server.port().to_string();
        let text =
            |recorded: &super::server::Recorded| request(&recorded.bytes).replace(&port, "PORT");
        self.server.seen().requests.iter().map(text).collect()
    }
}

/// The requests of a client that nobody set anything on.
fn plain() -> Vec<String> {
    let two = Two::start();
    let client = Blocking::with_config(two.config()).unwrap();
    let requests = two.call(&client);
    assert_eq!(requests.len(), 4);
    requests
}

#[test]
fn of_ureq() {
    let two = Two::start();
    let proxy = ureq_proxy(&two.other);
    let client = braze_blocking::Client::builder(two.config())
        .configure_http(move |ureq| {
            ureq.max_redirects(9)
                .http_status_as_error(true)
                .timeout_global(None)
                .proxy(Some(proxy))
                .user_agent("mine")
                .accept("text/html")
                .accept_encoding("br")
        })
        .build()
        .unwrap();
    assert_eq!(two.call(&Blocking(client)), plain());
}

#[test]
fn of_an_agent_of_the_callers() {
    use braze_blocking::ureq::Agent;

    let two = Two::start();
    let settings = Agent::config_builder()
        .max_redirects(9)
        .proxy(Some(ureq_proxy(&two.other)))
        .user_agent("mine")
        .accept("text/html")
        .accept_encoding("br")
        .build();
    let client = braze_blocking::Client::builder(two.config())
        .with_agent(Agent::new_with_config(settings))
        .build()
        .unwrap();
    assert_eq!(two.call(&Blocking(client)), plain());
}

fn ureq_proxy(server: &Server) -> braze_blocking::ureq::Proxy {
    braze_blocking::ureq::Proxy::new(&server.url()).unwrap()
}

#[test]
fn of_reqwest() {
    use braze_async::reqwest::{Proxy, redirect::Policy};

    let two = Two::start();
    let proxy = Proxy::all(two.other.url()).unwrap();
    let client = braze_async::Client::builder(two.config())
        .configure_http(move |reqwest| {
            reqwest
                .redirect(Policy::limited(9))
                .timeout(Duration::from_secs(60))
                .proxy(proxy)
                .user_agent("mine")
                .referer(true)
        })
        .build()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = Asynchronous { client, runtime: runtime.into() };
    assert_eq!(two.call(&client), plain());
}

/// Nothing goes out in the clear, though ureq has no such TLS library.
#[test]
fn of_a_tls_library_that_is_not_there() {
    use braze_blocking::ureq::tls::{TlsConfig, TlsProvider};

    let server = Server::start([success().into()]);
    let url = format!("https://127.0.0.1:{}", server.port()).parse::<BaseUrl>().unwrap();
    let config = Config::new(url, key()).retry(RetryPolicy::none());
    let tls = TlsConfig::builder().provider(TlsProvider::NativeTls).build();
    let client = braze_blocking::Client::builder(config);
    let client = client.configure_http(move |ureq| ureq.tls_config(tls)).build().unwrap();
    let error = client.send(&sessions()).unwrap_err();
    assert!(matches!(&error, Error::Io(io) if io.kind() == braze_core::IoKind::Tls), "{error}");
    assert_eq!(server.seen().requests.len(), 0);
}
