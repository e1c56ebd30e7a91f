//! Features of one client: [`Cancel`] of the blocking one, and dropped futures of the async one.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use braze_blocking::Cancel;
use braze_core::{
    Backoff, BaseUrl, Config, Error, Event, EventKind, Observer, ProxySettings, RetryPolicy,
};
use tokio::time::timeout;

use super::client::Asynchronous;
use super::connections::full;
use super::endpoints::sessions;
use super::server::End;
use super::statuses::success;
use super::trial::key;
use super::{Client, Exchange, Reply, Server};

/// Much longer than anything here takes, much shorter than the waits that are cut.
const SOON: Duration = Duration::from_secs(5);

fn config(server: &Server) -> Config {
    Config::new(server.url().parse::<BaseUrl>().unwrap(), key())
}

fn blocking(server: &Server) -> braze_blocking::Client {
    braze_blocking::Client::with_config(config(server)).unwrap()
}

/// Makes a call, cancels it a moment after its request arrived, and checks that it ends at once.
fn call_and_cancel(client: &braze_blocking::Client, server: &Server) {
    let cancel = Cancel::new();
    let start = Instant::now();
    let error = thread::scope(|scope| {
        let call = scope.spawn(|| client.send_cancellable(&sessions(), &cancel).unwrap_err());
        server.wait_until("the request", |seen| seen.requests.len() == 1);
        thread::sleep(Duration::from_millis(50));
        cancel.cancel();
        call.join().unwrap()
    });
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert!(start.elapsed() < SOON);
}

#[test]
fn cancel_cuts_a_call_in_flight() {
    let bytes = success().bytes();
    for first in [
        Exchange::on_request().hold(),
        Exchange::on_request().write_first(20, &bytes).hold(),
        Exchange::on_request().write_all_but(5, &bytes).hold(),
    ] {
        let server = Server::start([first, success().into()]);
        let client = blocking(&server);
        call_and_cancel(&client, &server);
        server.wait_until("the end of the connection", |seen| {
            seen.connections[0] == Some(End::ByClient)
        });

        // The client's own connections are not touched, and the rate limit has its request back.
        client.send(&sessions()).unwrap();
        assert_eq!(server.seen().requests.len(), 2);
    }
}

/// Tells when an attempt is handed to the transport.
#[derive(Debug)]
struct Starts(Mutex<mpsc::Sender<()>>);

impl Observer for Starts {
    fn observe(&self, event: &Event<'_>) {
        if matches!(event.kind, EventKind::Started) {
            self.0.lock().unwrap().send(()).unwrap();
        }
    }
}

/// Makes a call that would wait for minutes, cancels it when that is so, and checks that it ends at once.
fn connect_and_cancel(config: Config, until_it_waits: impl FnOnce()) {
    let limit = Duration::from_secs(120);
    let (starts, started) = mpsc::channel();
    let config = config.connect_timeout(limit).idle_timeout(limit).total_timeout(limit);
    let config = config.observer(Arc::new(Starts(Mutex::new(starts))));
    let client = braze_blocking::Client::with_config(config).unwrap();
    let cancel = Cancel::new();
    let handle = cancel.clone();
    let call = thread::spawn(move || client.send_cancellable(&sessions(), &handle).unwrap_err());
    started.recv().unwrap();
    until_it_waits();
    let start = Instant::now();
    cancel.cancel();
    let error = call.join().unwrap();
    assert!(matches!(error, Error::Cancelled), "{error}");
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert!(started.try_recv().is_err(), "there was another attempt");
}

/// The listener's queue is full, so the connection is never made.
#[test]
fn cancel_cuts_a_connect() {
    let (_queue, address) = full();
    let url: BaseUrl = format!("http://{address}").parse().unwrap();
    connect_and_cancel(Config::new(url, key()), || thread::sleep(Duration::from_millis(50)));
}

#[test]
fn cancel_cuts_the_greeting_of_a_proxy() {
    for scheme in ["http", "socks5h"] {
        let proxy = Server::start([Exchange::on_connection().hold()]);
        let url = proxy.url().replace("http", scheme);
        let proxies = ProxySettings::from_variables(|name| {
            (name == "https_proxy").then(|| url.clone().into())
        });
        let target: BaseUrl = "https://192.0.2.1".parse().unwrap();
        connect_and_cancel(Config::new(target, key()).proxies(proxies), || {
            proxy.wait_until("the connection", |seen| seen.connections.len() == 1);
        });
    }
}

#[test]
fn cancel_cuts_a_handshake() {
    let server = Server::start([Exchange::on_request().hold()]);
    let url: BaseUrl = server.url().replace("http:", "https:").parse().unwrap();
    connect_and_cancel(Config::new(url, key()), || {
        server.wait_until("the hello", |seen| seen.requests.len() == 1);
    });
}

#[test]
fn cancel_ends_a_wait() {
    let slow_down = Reply::new(503).header("retry-after", "50");
    let server = Server::start([slow_down.into(), success().into()]);
    let client = blocking(&server);
    call_and_cancel(&client, &server);
    assert_eq!(server.seen().requests.len(), 1);
    client.send(&sessions()).unwrap();
}

#[test]
fn what_is_cancelled_stays_cancelled_and_sends_nothing() {
    let server = Server::start([success().into()]);
    let client = blocking(&server);
    let cancel = Cancel::new();
    cancel.clone().cancel();
    assert!(cancel.is_cancelled());
    for _ in 0..2 {
        let error = client.send_cancellable(&sessions(), &cancel).unwrap_err();
        assert!(matches!(error, Error::Cancelled), "{error}");
    }
    assert_eq!(server.seen().requests.len(), 0);
    client.send(&sessions()).unwrap();
}

#[test]
fn cancel_touches_no_other_call_of_the_client() {
    let late = Exchange::on_request().pause(Duration::from_millis(300)).write(success().bytes());
    let server = Server::start([success().into(), late, Exchange::on_request().hold()]);
    let client = blocking(&server);
    // The first call finds out about the rate limit alone; the others need not wait for it.
    client.send(&sessions()).unwrap();
    let cancel = Cancel::new();
    thread::scope(|scope| {
        let other = scope.spawn(|| client.send(&sessions()));
        server.wait_until("the other call", |seen| seen.requests.len() == 2);
        let cancelled = scope.spawn(|| client.send_cancellable(&sessions(), &cancel));
        server.wait_until("the call", |seen| seen.requests.len() == 3);
        cancel.cancel();
        assert!(matches!(cancelled.join().unwrap(), Err(Error::Cancelled)));
        other.join().unwrap().unwrap();
    });
}

#[test]
fn a_cancellable_call_that_is_not_cancelled_is_a_call() {
    let server = Server::start([Reply::new(503).into(), success().into(), success().into()]);
    let policy = RetryPolicy::default().backoff(Backoff::new(Duration::ZERO, Duration::ZERO));
    let client = blocking(&server).with_retry(policy);
    let cancel = Cancel::new();
    assert_eq!(client.send_cancellable(&sessions(), &cancel).unwrap().attempts, 2);
    assert_eq!(client.send_cancellable(&sessions(), &cancel).unwrap().attempts, 1);
}

/// A client around a server that holds back its first reply.
fn asynchronous(first: Exchange) -> (Server, Asynchronous) {
    let server = Server::start([first, success().into(), success().into()]);
    let client = Asynchronous::with_config(config(&server)).unwrap();
    (server, client)
}

#[test]
fn a_dropped_future_leaves_nothing_behind() {
    for first in [
        Exchange::on_request().hold(),
        Exchange::on_request().write_first(20, &success().bytes()).hold(),
        Exchange::on_request().write_all_but(5, &success().bytes()).hold(),
    ] {
        let (server, Asynchronous { client, runtime }) = asynchronous(first);
        runtime.block_on(async {
            let request = sessions();
            let call = client.send(&request);
            assert!(timeout(Duration::from_millis(100), call).await.is_err());
            // The connection is closed by the runtime's next turn, and was the first to ask about the rate
            // limit: what it held is given back, else this would wait for it.
            timeout(SOON, client.send(&request)).await.unwrap().unwrap();
        });
        server.wait_until("the end of the connection", |seen| {
            seen.connections[0] == Some(End::ByClient)
        });
        assert_eq!(server.seen().requests.len(), 2);
    }
}

#[test]
fn a_future_dropped_before_it_ran_sends_nothing() {
    let (server, Asynchronous { client, runtime }) = asynchronous(success().into());
    let request = sessions();
    drop(client.send(&request));
    runtime.block_on(client.send(&request)).unwrap();
    assert_eq!(server.seen().requests.len(), 1);
}

#[test]
fn a_future_dropped_while_it_waits_is_not_missed() {
    let slow_down = Reply::new(503).header("retry-after", "50");
    let (server, Asynchronous { client, runtime }) = asynchronous(slow_down.into());
    runtime.block_on(async {
        let request = sessions();
        assert!(timeout(Duration::from_millis(100), client.send(&request)).await.is_err());
        timeout(SOON, client.send(&request)).await.unwrap().unwrap();
    });
    assert_eq!(server.seen().requests.len(), 2);
}

/// A call can be spawned on any runtime: its future may go to another thread.
#[test]
fn a_call_runs_on_a_runtime_of_another_thread() {
    let server = Server::start([success().into()]);
    let client = braze_async::Client::with_config(config(&server)).unwrap();
    let (done, outcome) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let task = runtime.spawn(async move { client.send(&sessions()).await });
        done.send(runtime.block_on(task).unwrap()).unwrap();
    });
    outcome.recv_timeout(SOON).unwrap().unwrap();
}
