//! The limits of attempts and of waits.

use std::time::{Duration, Instant};

use braze_core::RetryPolicy;

use super::endpoints::sessions;
use super::statuses::success;
use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![
    no_retries,
    two_attempts,
    another_policy_for_one_call,
    a_wait_beyond_the_cap,
    a_wait_without_a_cap,
    a_wait_beyond_the_total_time,
    every_kind_of_failure_in_one_call,
];

fn down() -> Reply {
    Reply::json(503, r#"{"message":"down"}"#)
}

fn no_retries(trial: &mut Trial<impl Client>) {
    trial.serve([down(), success()]);
    trial.retry(RetryPolicy::none());
    trial.send(&sessions());
}

fn two_attempts(trial: &mut Trial<impl Client>) {
    trial.serve([down(), down(), success()]);
    trial.retry(RetryPolicy::default().attempts(2));
    trial.send(&sessions());
}

/// The connection stays shared.
fn another_policy_for_one_call(trial: &mut Trial<impl Client>) {
    trial.serve([down(), success()]);
    let once = trial.client().with_retry(RetryPolicy::none());
    trial.note(&super::report::brief(&once.send(&sessions()).unwrap_err()));
    trial.send(&sessions());
}

fn a_wait_beyond_the_cap(trial: &mut Trial<impl Client>) {
    trial.serve([down(), down().header("retry-after", "61"), success()]);
    trial.send(&sessions());
}

fn a_wait_without_a_cap(trial: &mut Trial<impl Client>) {
    trial.serve([down().header("retry-after", "1"), success()]);
    trial.retry(RetryPolicy::default().max_wait(None));
    let start = Instant::now();
    trial.send(&sessions());
    assert!(start.elapsed() >= Duration::from_secs(1));
}

fn a_wait_beyond_the_total_time(trial: &mut Trial<impl Client>) {
    trial.serve([down().header("retry-after", "10"), success()]);
    trial.retry(RetryPolicy::default().total_time(Some(Duration::from_secs(5))));
    trial.send(&sessions());
}

fn every_kind_of_failure_in_one_call(trial: &mut Trial<impl Client>) {
    trial.serve([
        Exchange::on_connection().reset(),
        Exchange::on_request().close(),
        Exchange::on_request().write_all_but(5, &success().bytes()).close(),
        Exchange::on_request().hold(),
        Reply::new(408).into(),
        Reply::new(429).header("retry-after", "0").into(),
        down().into(),
        success().into(),
    ]);
    trial.configure(|config| config.idle_timeout(Duration::from_millis(150)));
    trial.retry(RetryPolicy::default().attempts(8));
    trial.send(&sessions());
}
