//! Connections: made, refused, kept, lost.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use braze_core::RetryPolicy;
use socket2::{Domain, Socket, Type};

use super::endpoints::{Delete, Post, sessions};
use super::server::End;
use super::statuses::success;
use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![
    refused,
    never_accepted,
    by_ipv6,
    by_name,
    kept_for_the_next_call,
    kept_after_an_error,
    not_kept_when_the_server_says_so,
    not_kept_by_http_1_0,
    closed_while_idle,
    closed_while_idle_then_something_unsafe,
    reset_while_idle,
    closed_before_the_request,
    reset_before_the_request,
    closed_after_the_request,
    reset_after_the_request,
    reset_after_a_second_request,
    reset_within_the_head,
    reset_within_the_body,
    an_interim_reply,
    a_reply_that_is_no_http,
    a_reply_before_the_request,
    a_hundred_headers,
    too_many_headers,
    headers_too_large,
    a_hundred_calls_at_once,
];

/// A socket with an address, where nobody listens yet.
pub(super) fn bound() -> (Socket, SocketAddr) {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
    socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into()).unwrap();
    let address = socket.local_addr().unwrap().as_socket().unwrap();
    (socket, address)
}

fn refused(trial: &mut Trial<impl Client>) {
    let (_reserved, address) = bound();
    trial.base_url(&format!("http://{address}"));
    trial.send(&sessions());
    // Surely not sent, so even this may be repeated.
    trial.send(&Post(None));
}

/// A listener that accepts nobody, with its queue full: the sockets that keep it so, and its address.
pub(super) fn full() -> (Vec<Socket>, SocketAddr) {
    let (listener, address) = bound();
    listener.listen(0).unwrap();
    let waiting = || {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.set_nonblocking(true).unwrap();
        socket.connect(&address.into()).ok();
        socket
    };
    (vec![listener, waiting(), waiting()], address)
}

fn never_accepted(trial: &mut Trial<impl Client>) {
    let (_queue, address) = full();
    trial.base_url(&format!("http://{address}"));
    trial.configure(|config| config.connect_timeout(Duration::from_millis(100)));
    trial.retry(RetryPolicy::default().attempts(2));
    trial.send(&sessions());
    trial.send(&Post(None));
}

fn by_ipv6(trial: &mut Trial<impl Client>) {
    trial.serve_at("[::1]:0", [success()]);
    trial.send(&sessions());
}

/// `localhost` may stand for `::1` as well, where nobody listens.
fn by_name(trial: &mut Trial<impl Client>) {
    trial.serve([success()]);
    let url = format!("http://LocalHost:{}", trial.server().port());
    trial.base_url(&url);
    trial.send(&sessions());
}

fn kept_for_the_next_call(trial: &mut Trial<impl Client>) {
    trial.serve([success(), success(), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
    trial.send(&Delete(None));
}

fn kept_after_an_error(trial: &mut Trial<impl Client>) {
    trial.serve([
        Reply::json(400, r#"{"message":"no"}"#),
        Reply::new(500).chunked().body("<html></html>"),
        Reply::new(503),
        success(),
    ]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn not_kept_when_the_server_says_so(trial: &mut Trial<impl Client>) {
    let last = success().header("connection", "close").bytes();
    trial.serve([Exchange::on_request().write(last).hold(), success().into()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn not_kept_by_http_1_0(trial: &mut Trial<impl Client>) {
    let old = String::from_utf8(success().bytes()).unwrap().replace("HTTP/1.1", "HTTP/1.0");
    trial.serve([Exchange::on_request().write(old).hold(), success().into()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

/// Nothing of it is seen: the next call has a connection of its own, at the first attempt.
fn closed_while_idle(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::from(success()).close(), success().into()]);
    trial.send(&sessions());
    trial.server().wait_until("the end of the connection", |seen| seen.ended() == 1);
    trial.send(&sessions());
}

fn closed_while_idle_then_something_unsafe(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::from(success()).close(), success().into()]);
    trial.send(&sessions());
    trial.server().wait_until("the end of the connection", |seen| seen.ended() == 1);
    trial.send(&Post(None));
}

fn reset_while_idle(trial: &mut Trial<impl Client>) {
    // The pause lets the reply be read before the reset throws it away.
    let kept = Exchange::from(success()).pause(Duration::from_millis(100)).reset();
    trial.serve([kept, success().into()]);
    trial.send(&sessions());
    trial.server().wait_until("the end of the connection", |seen| seen.ended() == 1);
    trial.send(&Post(None));
}

fn closed_before_the_request(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_connection().close(), success().into()]);
    trial.send(&sessions());
}

fn reset_before_the_request(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_connection().reset(), success().into()]);
    trial.send(&sessions());
}

fn closed_after_the_request(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().close(), success().into()]);
    trial.send(&sessions());
}

fn reset_after_the_request(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().reset(), success().into()]);
    trial.send(&sessions());
}

/// A kept connection that goes once the request is on it: the request may have been acted on.
fn reset_after_a_second_request(trial: &mut Trial<impl Client>) {
    let reset = || Exchange::on_request().reset();
    trial.serve([success().into(), reset(), success().into(), reset(), success().into()]);
    trial.send(&sessions());
    trial.send(&sessions());
    trial.send(&Post(None));
    assert_eq!(trial.server().seen().requests.len(), 4, "the POST was repeated");
}

fn reset_within_the_head(trial: &mut Trial<impl Client>) {
    let cut = Exchange::on_request().write_first(20, &success().bytes());
    trial.serve([cut.pause(Duration::from_millis(20)).reset(), success().into()]);
    trial.send(&sessions());
}

fn reset_within_the_body(trial: &mut Trial<impl Client>) {
    let cut = Exchange::on_request().write_all_but(5, &success().bytes());
    trial.serve([cut.pause(Duration::from_millis(20)).reset(), success().into()]);
    trial.send(&sessions());
}

fn an_interim_reply(trial: &mut Trial<impl Client>) {
    let interim = b"HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n";
    let whole = [&interim[..], &success().bytes()].concat();
    trial.serve([Exchange::on_request().write(whole)]);
    trial.send(&sessions());
}

fn a_reply_that_is_no_http(trial: &mut Trial<impl Client>) {
    let smtp = Exchange::on_request().write(*b"220 mail.example ESMTP\r\n\r\n").hold();
    trial.serve([smtp]);
    trial.send(&sessions());
}

/// The one thing in which the clients differ for good: hyper takes a reply that nobody asked for as the end
/// of the connection, ureq takes it as the reply. Both try again.
fn a_reply_before_the_request(trial: &mut Trial<impl Client>) {
    trial.serve([
        Exchange::on_connection().write(Reply::new(408).bytes()).close(),
        success().into(),
    ]);
    let reply = trial.client().send(&sessions()).unwrap();
    trial.note(&format!("{} after {} attempts", reply.status, reply.attempts));
    trial.events();
}

fn flood(headers: usize, length: usize) -> Exchange {
    let flood =
        (0..headers).fold(success(), |reply, _| reply.header("x-flood", "x".repeat(length)));
    flood.into()
}

/// Calls, and reports no more than the kind of the outcome.
fn in_short(trial: &mut Trial<impl Client>) {
    let outcome = trial.client().send(&sessions());
    trial.note(&outcome.map_or_else(
        |error| super::report::brief(&error),
        |reply| format!("{} headers", reply.headers.len()),
    ));
    for line in trial.events() {
        trial.note(&line);
    }
}

fn a_hundred_headers(trial: &mut Trial<impl Client>) {
    trial.serve([flood(126, 100), flood(1, 60_000)]);
    in_short(trial);
    in_short(trial);
}

fn too_many_headers(trial: &mut Trial<impl Client>) {
    trial.serve([flood(127, 1), flood(100_000, 1)]);
    in_short(trial);
    in_short(trial);
}

/// The libraries decide if the connection is kept: reqwest has read the whole reply by then.
fn headers_too_large(trial: &mut Trial<impl Client>) {
    trial.serve([flood(1, 70_000), flood(100, 10_000)]);
    in_short(trial);
    in_short(trial);
    trial.forget_server();
}

fn a_hundred_calls_at_once(trial: &mut Trial<impl Client>) {
    trial.serve(vec![success(); 100]);
    let outcomes = trial.client().send_at_once(100, &sessions());
    let good = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
    trial.note(&format!("{good} of {} calls succeeded", outcomes.len()));
    let seen = trial.server().seen();
    let mut requests: Vec<_> =
        seen.requests.iter().map(|request| super::report::request(&request.bytes)).collect();
    trial.note(&format!("{} requests", requests.len()));
    requests.dedup();
    trial.note(&format!("{} kind(s) of request", requests.len()));
    assert!(seen.connections.iter().all(|end| *end != Some(End::Reset)));
    trial.events();
    trial.forget_server();
}
