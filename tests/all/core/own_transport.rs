//! The example of a transport of one's own, over real sockets.

use std::net::TcpListener;
use std::time::Duration;

use braze_core::{
    ApiKey, Backoff, BaseUrl, Config, Error, IoKind, Pacing, RetryPolicy, Sent, Unit, sessions,
};
use braze_sandbox::Sandbox;

use self::example::Client;
use super::peer::{KEY, SUCCESS};
use crate::conformance::{Exchange, Reply, Server};

#[expect(dead_code, reason = "its `main` is for people")]
#[path = "../../../crates/braze-core/examples/own_transport.rs"]
mod example;

#[test]
fn it_reads_what_the_clients_read() {
    let sandbox = Sandbox::start().unwrap();
    let config = || Config::new(sandbox.base_url(), sandbox.api_key());
    let own = Client::new(config(), 7);
    let theirs = braze_blocking::Client::with_config(config()).unwrap();
    let end = chrono::DateTime::from_timestamp(1_714_500_000, 0).unwrap();
    for unit in [Unit::Day, Unit::Hour] {
        let request = sessions::DataSeriesRequest::new(100).unit(unit).ending_at(end);
        let reply = own.send(&request).unwrap();
        assert!(!reply.data.is_empty());
        assert_eq!(reply.value, theirs.send(&request).unwrap().value);
    }
}

#[test]
fn every_framing_of_a_body_is_read() {
    let reply = || Reply::json(200, SUCCESS);
    let script = [reply(), reply().chunked(), reply().until_close(), reply().gzip().chunked()];
    let server = Server::start(script.map(Exchange::from));
    for _ in 0..4 {
        let reply = client(&server.url()).send(&sessions::DataSeriesRequest::new(1)).unwrap();
        assert_eq!((reply.attempts, reply.data[0].sessions), (1, 7));
    }
}

#[test]
fn the_core_decides_what_is_repeated() {
    let whole = Reply::json(200, SUCCESS);
    let script = [
        Exchange::on_request().write_all_but(10, &whole.bytes()).close(),
        Exchange::on_request().write_all_but(10, &whole.clone().chunked().bytes()).close(),
        Reply::json(503, "").into(),
        whole.into(),
    ];
    let server = Server::start(script);
    let reply = client(&server.url()).send(&sessions::DataSeriesRequest::new(1)).unwrap();
    assert_eq!(reply.attempts, 4);
}

#[test]
fn a_body_beyond_the_cap_is_not_read_to_its_end() {
    let large = || Reply::new(200).body(vec![b'x'; 2_000]);
    let script = [large(), large().chunked(), large().until_close()].map(Exchange::from);
    let server = Server::start(script);
    for _ in 0..3 {
        let error = client(&server.url()).send(&sessions::DataSeriesRequest::new(1)).unwrap_err();
        assert!(matches!(error, Error::TooLarge { limit: 1_000 }), "{error}");
    }
}

#[test]
fn nobody_there_and_nothing_sensible_are_failures() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = client(&format!("http://{free}")).send(&sessions::DataSeriesRequest::new(1));
    assert!(is_io(&error.unwrap_err(), IoKind::Connect, Sent::No));
    for (bytes, kind) in [("SSH-2.0-x\r\n\r\n", IoKind::Other), ("HTTP/1.1 200", IoKind::Closed)] {
        let strange = || Exchange::on_request().write(bytes).close();
        let server = Server::start((0..4).map(|_| strange()));
        let error = client(&server.url()).send(&sessions::DataSeriesRequest::new(1)).unwrap_err();
        assert!(is_io(&error, kind, Sent::Maybe), "{error:?}");
    }
}

fn is_io(error: &Error, kind: IoKind, sent: Sent) -> bool {
    matches!(error.cause(), Error::Io(io) if io.kind() == kind && io.sent() == sent)
}

/// A client that takes no time between attempts, and bodies of up to 1,000 bytes.
fn client(url: &str) -> Client {
    let retry = RetryPolicy::default().backoff(Backoff::new(Duration::ZERO, Duration::ZERO));
    let config = Config::new(url.parse::<BaseUrl>().unwrap(), ApiKey::new(KEY).unwrap());
    Client::new(config.retry(retry).pacing(Pacing::off()).max_body(1_000), 7)
}
