//! An observer sees every attempt and every wait, in order, and nothing secret.

use std::sync::{Arc, Mutex};

use braze_core::{
    Event, EventKind, IoKind, Observer, Pacing, RetryPolicy, Sent, Session, sessions,
};

use super::peer::{KEY, Outcome, SUCCESS, drive, failure, reply, session};

#[test]
fn a_flaky_call_tells_its_story() {
    let log = Arc::new(Log::default());
    let limits = [
        ("x-ratelimit-limit", "1000"),
        ("x-ratelimit-remaining", "900"),
        ("x-ratelimit-reset", "1700000600"),
    ];
    let script = [
        reply(502, &limits, "<html>"),
        failure(IoKind::Closed, Sent::Maybe),
        reply(429, &[("retry-after", "2")], r#"{"message":"slow down"}"#),
        reply(200, &limits, SUCCESS),
    ];
    let session = observed(&log, Pacing::default());
    let reply = drive(session.call(&sessions::DataSeriesRequest::new(1)), &script).item.unwrap();
    assert_eq!(reply.attempts, 4);
    insta::assert_snapshot!(log.story());
}

#[test]
fn waits_for_the_rate_limit_are_told_too() {
    let log = Arc::new(Log::default());
    let session = observed(&log, Pacing::default().spread_below(0));
    let request = sessions::DataSeriesRequest::new(1);
    let limits = [
        ("x-ratelimit-limit", "1000"),
        ("x-ratelimit-remaining", "100"),
        ("x-ratelimit-reset", "1700000010"),
    ];
    drive(session.call(&request), &[reply(200, &limits, SUCCESS)]).item.unwrap();
    drive(session.call(&request), &[reply(200, &[], SUCCESS)]).item.unwrap();
    insta::assert_snapshot!(log.story());
}

#[test]
fn the_end_of_a_call_that_fails_is_told_with_its_error() {
    let cases: [Outcome; 4] = [
        reply(401, &[], format!(r#"{{"message":"Invalid API key: {KEY}"}}"#)),
        reply(200, &[], "<html>"),
        reply(200, &[], r#"{"message":"no such app"}"#),
        failure(IoKind::TooLarge, Sent::Maybe),
    ];
    let log = Arc::new(Log::default());
    let session = observed(&log, Pacing::off());
    for outcome in cases {
        drive(session.call(&sessions::DataSeriesRequest::new(1)), &[outcome]).item.unwrap_err();
    }
    let story = log.story();
    assert!(!story.contains(KEY));
    insta::assert_snapshot!(story);
}

#[test]
fn a_call_that_is_never_sent_is_not_told() {
    let log = Arc::new(Log::default());
    let session = observed(&log, Pacing::default());
    drive(session.call(&sessions::DataSeriesRequest::new(0)), &[]).item.unwrap_err();
    assert_eq!(log.story(), "");
}

/// Writes down what it is told.
#[derive(Debug, Default)]
struct Log(Mutex<Vec<String>>);

impl Log {
    fn story(&self) -> String {
        self.0.lock().unwrap().join("\n")
    }
}

impl Observer for Log {
    fn observe(&self, event: &Event<'_>) {
        let what = match &event.kind {
            EventKind::Started => "started".to_owned(),
            EventKind::Finished { status, error, duration, bytes, rate_limit, .. } => {
                let status = status.map_or("no reply".to_owned(), |status| status.to_string());
                let error = error.map_or("success".to_owned(), ToString::to_string);
                let left = rate_limit.remaining;
                format!("{status} after {duration:?}, {bytes} bytes, {left:?} left: {error}")
            }
            EventKind::Waiting { wait, reason, .. } => {
                format!("waiting {:.1} s: {reason}", wait.as_secs_f64())
            }
            other => format!("{other:?}"),
        };
        let Event { meta, call, attempt, attempts, .. } = event;
        let line = format!("{} call {call}, attempt {attempt}/{attempts}: {what}", meta.name);
        self.0.lock().unwrap().push(line);
    }
}

fn observed(log: &Arc<Log>, pacing: Pacing) -> Session {
    let observer: Arc<dyn Observer> = Arc::clone(log) as _;
    let retry = RetryPolicy::default();
    session(|config| config.observer(observer).pacing(pacing).retry(retry))
}
