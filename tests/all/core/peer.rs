//! The other side of a call, made up: outcomes, a virtual clock, and a driver that writes down what
//! the machine asks for.

use std::time::Duration;

use braze_core::http::response::Parts;
use braze_core::http::{Response, Uri};
use braze_core::{ApiKey, Call, ClientKey, Config, Credentials, Endpoint, Error, Instance};
use braze_core::{
    IoError, IoKind, Machine, Now, Reply, RetryPolicy, ScimToken, Sent, Session, Step,
};

pub(super) const KEY: &str = "a-test-key";

/// When the virtual clocks begin: 2023-11-14T22:13:20Z.
pub(crate) const START: Now = Now::at_unix(1_700_000_000);

/// A series reply with one row.
pub(super) const SUCCESS: &str =
    r#"{"message":"success","data":[{"time":"2024-05-01","sessions":7}]}"#;

/// Every way in which a reply can fail to arrive.
pub(super) const IO_KINDS: [IoKind; 7] = [
    IoKind::Connect,
    IoKind::Timeout,
    IoKind::Closed,
    IoKind::Tls,
    IoKind::TooLarge,
    IoKind::Cancelled,
    IoKind::Other,
];

/// A session with one seed for all tests.
pub(crate) fn session(set: impl FnOnce(Config) -> Config) -> Session {
    let credentials = Credentials::from(ApiKey::new(KEY).unwrap())
        .scim_token(ScimToken::new("a-test-token").unwrap())
        .client_key(ClientKey::new("a-test-client").unwrap());
    Session::new(set(Config::new(Instance::Us01, credentials)), 7)
}

/// The result of a transport.
pub(crate) type Outcome = Result<(Parts, Vec<u8>), IoError>;

/// A reply.
pub(crate) fn reply(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Outcome {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let (head, ()) = response.body(()).unwrap().into_parts();
    Ok((head, body.as_ref().to_vec()))
}

/// A reply that does not arrive.
pub(crate) fn failure(kind: IoKind, sent: Sent) -> Outcome {
    Err(IoError::new(kind, sent, "made up"))
}

/// Reports an outcome to a machine.
pub(crate) fn resume<M: Machine>(machine: &mut M, now: Now, outcome: Outcome) {
    match outcome {
        Ok((head, body)) => machine.resume(now, Ok((head, &body))),
        Err(failure) => machine.resume(now, Err(failure)),
    }
}

/// The address that a request goes to, without sending it.
pub(super) fn uri_of<E: Endpoint>(request: &E) -> Uri {
    match session(|config| config).call(request).poll(START) {
        Step::Send(request) => request.uri().clone(),
        _ => panic!("nothing is sent"),
    }
}

/// Returns the outcome of one reply, without another attempt.
pub(super) fn answered<E: Endpoint>(
    request: &E,
    outcome: Outcome,
) -> Result<Reply<E::Output>, Error> {
    let session = session(|config| config.retry(RetryPolicy::none()));
    first_item(session.call(request), outcome)
}

/// Returns the outcome of a call after its first attempt.
pub(super) fn first_item<M: Machine>(mut machine: M, outcome: Outcome) -> M::Item {
    let Step::Send(_) = machine.poll(START) else { panic!("nothing is sent") };
    resume(&mut machine, START, outcome);
    let Step::Yield(item) = machine.poll(START) else { panic!("no item") };
    item
}

/// The steps of a driven call, and its outcome.
pub(super) struct Trace<T> {
    /// Each step with the time since the start.
    pub(super) steps: Vec<String>,
    pub(super) sends: u32,
    /// Time asleep in all.
    pub(super) slept: Duration,
    pub(super) item: Result<Reply<T>, Error>,
}

/// The duration of a made-up exchange.
pub(super) const ROUND_TRIP: Duration = Duration::from_millis(100);

/// Drives a call with one outcome for each attempt; the last one is repeated.
pub(super) fn drive<E: Endpoint>(mut call: Call<E>, script: &[Outcome]) -> Trace<E::Output> {
    let mut now = START;
    let mut trace = (Vec::new(), 0, Duration::ZERO);
    let (steps, sends, slept) = (&mut trace.0, &mut trace.1, &mut trace.2);
    let item = loop {
        let since = now.mono - START.mono;
        match call.poll(now) {
            Step::Send(_) => {
                steps.push(format!("{since:?} send"));
                let outcome = script.get(*sends as usize).or(script.last()).unwrap();
                now = now.after(ROUND_TRIP);
                resume(&mut call, now, outcome.clone());
                *sends += 1;
            }
            Step::Sleep(wait) => {
                steps.push(format!("{since:?} sleep {wait:?}"));
                *slept += wait;
                now = now.after(wait);
            }
            Step::Yield(item) => break item,
            Step::Done => panic!("done without an item"),
        }
    };
    assert!(matches!(call.poll(now), Step::Done), "after the item there is nothing more");
    Trace { steps: trace.0, sends: trace.1, slept: trace.2, item }
}
