//! The records that the HTTP libraries write to `log`.

use std::cell::RefCell;

use braze_core::{ApiKey, BaseUrl, Config, RetryPolicy, sessions};
use log::{LevelFilter, Log, Metadata, Record};

use super::net::{Net, find};
use crate::conformance::{Asynchronous, Blocking, Client, Reply, Server};

const KEY: &str = "Zq7XwV2p-9Kd4-Rb8T-Lm3N-Hs6FjYc1Gv5U";

/// One record: who wrote it, and what.
type Line = (String, String);

thread_local! {
    static LINES: RefCell<Vec<Line>> = const { RefCell::new(Vec::new()) };
}

struct Collector;

impl Log for Collector {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &Record<'_>) {
        let line = (record.target().to_owned(), record.args().to_string());
        LINES.with_borrow_mut(|lines| lines.push(line));
    }

    fn flush(&self) {}
}

/// The records written on this thread, at any level.
fn collect(run: impl FnOnce()) -> Vec<Line> {
    log::set_logger(&Collector).ok();
    log::set_max_level(LevelFilter::Trace);
    LINES.with_borrow_mut(Vec::clear);
    run();
    LINES.take()
}

fn config(server: &Server) -> Config {
    let url = server.url().parse::<BaseUrl>().unwrap();
    Config::new(url, ApiKey::new(KEY).unwrap()).retry(RetryPolicy::none())
}

/// A server that repeats the key where it is known to: in the message.
fn server() -> Server {
    Server::start([Reply::json(401, &format!(r#"{{"message":"Invalid API key: {KEY}"}}"#)).into()])
}

fn call<C: Client>() -> Vec<Line> {
    let server = server();
    collect(|| {
        let client = C::with_config(config(&server)).unwrap();
        client.send(&sessions::DataSeriesRequest::new(1)).unwrap_err();
    })
}

/// Those who wrote a piece of the key.
fn tellers(lines: &[Line]) -> Vec<&str> {
    let mut tellers: Vec<_> = lines
        .iter()
        .filter(|(_, text)| find(text, KEY).is_some())
        .map(|(target, _)| target.as_str())
        .collect();
    tellers.dedup();
    tellers
}

/// One part of ureq writes every byte that it sends and receives, at level `trace`, and nothing turns that
/// off but a filter of the logger. Should it ever stop, the warning in the client's documentation can go.
#[test]
fn the_blocking_client_writes_no_key_but_in_ureqs_dump_of_bytes() {
    let lines = call::<Blocking>();
    assert!(lines.iter().any(|(target, _)| target.starts_with("ureq::")), "nothing was written");
    assert_eq!(tellers(&lines), ["ureq_proto::util"]);
}

#[test]
fn the_async_client_writes_no_key() {
    assert_eq!(tellers(&call::<Asynchronous>()), [""; 0]);
}

/// reqwest can be told to write every byte; the client takes that back.
#[test]
fn the_async_client_does_not_let_reqwest_dump_bytes() {
    let server = server();
    let lines = collect(|| {
        let client = braze_async::Client::builder(config(&server))
            .configure_http(|reqwest| reqwest.connection_verbose(true))
            .build()
            .unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(client.send(&sessions::DataSeriesRequest::new(1))).unwrap_err();
    });
    assert_eq!(tellers(&lines), [""; 0]);
}

/// The same in the net of the other tests, so that it is known to catch what `log` is given.
#[test]
fn the_collector_collects() {
    let lines = collect(|| log::trace!("the key is {KEY}"));
    assert_eq!(tellers(&lines), [module_path!()]);
    let net = Net::default();
    net.debug(&lines);
    assert!(std::panic::catch_unwind(|| net.assert_free_of(KEY, "a leak")).is_err());
}
