//! The three time limits: connecting is with the [connections](super::connections), here are the silence
//! within a reply and the attempt as a whole.

use std::time::Duration;

use braze_core::{Error, RetryPolicy};

use super::endpoints::{Post, sessions};
use super::statuses::success;
use super::{Client, Exchange, Trial, scenarios};

scenarios![
    no_reply_at_all,
    silence_within_the_head,
    a_head_in_drops,
    interim_replies_without_an_end,
    silence_within_the_body,
    silence_within_a_gzipped_body,
    a_body_in_drops,
    a_body_in_drops_for_too_long,
    no_reply_within_the_total,
    silence_after_an_unsafe_request,
    a_request_that_nobody_reads,
    slow_at_first_then_quick,
];

const SHORT: Duration = Duration::from_millis(150);

fn idle(trial: &mut Trial<impl Client>, time: Duration) {
    trial.configure(|config| config.idle_timeout(time));
    trial.retry(RetryPolicy::none());
}

fn no_reply_at_all(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().hold()]);
    idle(trial, SHORT);
    trial.send(&sessions());
}

fn silence_within_the_head(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().write_first(30, &success().head()).hold()]);
    idle(trial, SHORT);
    trial.send(&sessions());
}

/// Each drop comes in time, but the head as a whole does not.
fn a_head_in_drops(trial: &mut Trial<impl Client>) {
    let drop = Duration::from_millis(30);
    trial.serve([Exchange::on_request().trickle(20, drop, &success().bytes()).hold()]);
    idle(trial, Duration::from_millis(200));
    trial.send(&sessions());
}

/// The blocking client ends a flood of them by their size, the async one by the time limit for the head.
fn interim_replies_without_an_end(trial: &mut Trial<impl Client>) {
    const INTERIM: &[u8] = b"HTTP/1.1 103 Early Hints\r\n\r\n";
    let drops = Exchange::on_request().trickle(40, Duration::from_millis(20), &INTERIM.repeat(40));
    trial.serve([drops.hold()]);
    idle(trial, Duration::from_millis(200));
    trial.send(&sessions());

    trial.note("\na flood");
    trial.serve([Exchange::on_request().write(INTERIM.repeat(2 << 20)).hold()]);
    idle(trial, Duration::from_millis(200));
    let error = trial.client().send(&sessions()).unwrap_err();
    assert!(matches!(error, Error::Io(_) | Error::Exhausted { .. }), "{error:?}");
    trial.forget_server();
}

fn silence_within_the_body(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().write_all_but(5, &success().bytes()).hold()]);
    idle(trial, SHORT);
    trial.send(&sessions());
}

fn silence_within_a_gzipped_body(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().write_all_but(9, &success().gzip().bytes()).hold()]);
    idle(trial, SHORT);
    trial.send(&sessions());
}

/// Longer as a whole than the silence that is allowed, but never silent for so long.
fn a_body_in_drops(trial: &mut Trial<impl Client>) {
    let (head, whole) = (success().head(), success().bytes());
    let body = &whole[head.len()..];
    let drops = Exchange::on_request().write(head).trickle(12, Duration::from_millis(60), body);
    trial.serve([drops]);
    idle(trial, Duration::from_millis(500));
    trial.send(&sessions());
}

fn a_body_in_drops_for_too_long(trial: &mut Trial<impl Client>) {
    let (head, whole) = (success().head(), success().bytes());
    let body = &whole[head.len()..];
    let drops = Exchange::on_request().write(head).trickle(60, Duration::from_millis(20), body);
    trial.serve([drops]);
    trial.configure(|config| config.total_timeout(Duration::from_millis(300)));
    trial.retry(RetryPolicy::none());
    trial.send(&sessions());
}

fn no_reply_within_the_total(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().hold()]);
    trial.configure(|config| config.total_timeout(SHORT));
    trial.retry(RetryPolicy::none());
    trial.send(&sessions());
}

/// It may have been acted on, so it is not repeated.
fn silence_after_an_unsafe_request(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().hold()]);
    trial.configure(|config| config.idle_timeout(SHORT));
    trial.send(&Post(None));
}

/// A body larger than what the system takes in for a server that does not read.
fn a_request_that_nobody_reads(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_connection().pause(Duration::from_secs(2)).close()]);
    trial.configure(|config| config.idle_timeout(SHORT));
    trial.send(&Post(Some(serde_json::json!("x".repeat(32 << 20)))));
    trial.forget_server();
}

fn slow_at_first_then_quick(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().hold(), success().into()]);
    trial.configure(|config| config.idle_timeout(SHORT));
    trial.send(&sessions());
}
