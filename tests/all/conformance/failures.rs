//! Every phase of an exchange, ended in every way that a connection can end.

use std::time::Duration;

use braze_core::{Error, RetryPolicy};

use super::connections::{bound, full};
use super::endpoints::sessions;
use super::statuses::success;
use super::{Client, Exchange, Reply, Trial, report, scenarios};

scenarios![a_table_of_failures];

/// The limit of the phase that is silent. Nothing else here waits, so nothing else has a short one.
const SHORT: Duration = Duration::from_millis(100);

/// The beginning of an exchange, up to where it fails.
struct Phase {
    name: &'static str,
    scheme: &'static str,
    /// The part of the reply that was sent.
    start: Exchange,
    garbage: &'static str,
}

impl Phase {
    fn new(name: &'static str, start: Exchange) -> Self {
        Self { name, scheme: "http", start, garbage: "\0\u{1} ?!\r\n\r\n" }
    }

    fn within(name: &'static str, reply: &[u8], sent: usize) -> Self {
        Self::new(name, Exchange::on_request().write_first(sent, reply))
    }
}

/// The phases in which there is a connection.
fn phases() -> [Phase; 9] {
    let half = |reply: &Reply| usize::midpoint(reply.head().len(), reply.bytes().len());
    let (by_length, until_close) = (success(), success().until_close());
    let head = by_length.head();
    let early = b"HTTP/1.1 103 Early Hints\r\nlink: </>\r\n\r\n";
    let chunked = success().chunked();
    let whole_chunks = chunked.bytes().len() - "0\r\n\r\n".len();
    let mut trailers = chunked.bytes();
    trailers.truncate(trailers.len() - "\r\n".len());
    trailers.extend_from_slice(b"x-trailer: 1\r\n");
    [
        Phase { scheme: "https", ..Phase::new("TLS handshake", Exchange::on_request()) },
        Phase::new("before the head", Exchange::on_request()),
        Phase::within("head", &head, head.len() - 10),
        Phase::within("interim reply", early, early.len() - 10),
        Phase::within("after an interim reply", early, early.len()),
        Phase {
            garbage: GARBAGE_FOR_A_BODY,
            ..Phase::within("body by length", &by_length.bytes(), half(&by_length))
        },
        Phase::within("body in chunks", &chunked.bytes(), whole_chunks),
        Phase {
            garbage: GARBAGE_FOR_A_BODY,
            ..Phase::within("body until the end", &until_close.bytes(), half(&until_close))
        },
        Phase::within("trailers", &trailers, trailers.len()),
    ]
}

/// As long as any body here.
const GARBAGE_FOR_A_BODY: &str = "????????????????????????????????????????????????????????????????\
    ????????????????????????????????????????????????????????????????????????????????????????????";

fn a_table_of_failures(trial: &mut Trial<impl Client>) {
    let (_reserved, address) = bound();
    trial.base_url(&format!("http://{address}"));
    row(trial, "connect", "refused");

    let (_queue, address) = full();
    trial.base_url(&format!("http://{address}"));
    trial.configure(|config| config.connect_timeout(SHORT));
    row(trial, "connect", "silence");

    for (way, end) in
        [("RST", Exchange::reset as fn(Exchange) -> Exchange), ("FIN", Exchange::close)]
    {
        trial.serve([end(Exchange::on_connection()), end(Exchange::on_connection())]);
        row(trial, "connected", way);
    }

    for Phase { name, scheme, start, garbage } in phases() {
        let mut fail = |way, failing: Exchange, limit: Option<Duration>| {
            trial.serve([failing.clone(), failing]);
            let port = trial.server().port();
            trial.base_url(&format!("{scheme}://127.0.0.1:{port}"));
            if let Some(limit) = limit {
                trial.configure(|config| match scheme {
                    "https" => config.connect_timeout(limit),
                    _ => config.idle_timeout(limit),
                });
            }
            row(trial, name, way);
        };
        fail("RST", start.clone().reset(), None);
        fail("FIN", start.clone().close(), None);
        fail("silence", start.clone().hold(), Some(SHORT));
        fail("garbage", start.write(garbage).close(), None);
    }
    trial.forget_server();
}

/// Makes a call of at most two attempts, and notes the class of its failure and how many there were.
fn row(trial: &mut Trial<impl Client>, phase: &str, way: &str) {
    trial.retry(RetryPolicy::default().attempts(2));
    let class = match trial.client().send(&sessions()) {
        Ok(reply) => format!("{} whole", reply.status),
        Err(error) => class(&error),
    };
    let is_start = |event: &&String| event.starts_with("attempt ");
    let attempts = trial.events().iter().filter(is_start).count();
    trial.note(&format!("{phase:<22} {way:<8} {attempts} x {class}"));
}

fn class(error: &Error) -> String {
    match error {
        Error::Exhausted { last, .. } => class(last),
        other => report::brief(other),
    }
}
