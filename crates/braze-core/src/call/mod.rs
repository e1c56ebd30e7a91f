//! [`Call`]: one call of one endpoint, from the check to the decoded reply.

mod budget;
mod config;
mod environment;
mod governor;
mod observe;
mod outgoing;
mod receive;
mod retry;
mod session;
#[cfg(feature = "tracing")]
pub mod trace;

use std::time::Duration;

use http::StatusCode;
use http::response::Parts;

use self::budget::{Budget, Stop};
use self::governor::{Admission, Ticket};
use self::receive::Circumstances;
use self::retry::may_repeat;
use crate::auth::Redaction;
use crate::endpoint::{Endpoint, Meta, Pool, Replay};
use crate::error::{ApiError, Error, IoError, IoKind, Remedy, Sent, UnconfirmedError};
use crate::headers::{RateLimit, ReplyHeaders};
use crate::machine::{Machine, Now, Step};
use crate::reply::Reply;

pub use config::{Config, Limits};
pub use governor::Pacing;
pub use observe::{Event, EventKind, Observer, Reason};
pub(crate) use outgoing::Outgoing;
pub use retry::{Backoff, RetryPolicy};
pub use session::Session;

/// One call as a [`Machine`]: yields one item, the reply or the error.
///
/// ```text
///   gate ── let go ──▶ in flight ── success, or an end ──▶ finished ──▶ done
///    ▲ │ the rate limit    │
///    └─┘ is in the way     └── worth another attempt ──▶ resting ──▶ gate
/// ```
///
/// Dropping it at any point is safe; what it held of the rate limit is given back.
pub struct Call<E: Endpoint> {
    session: Session,
    number: u64,
    budget: Budget,
    ticket: Ticket,
    outgoing: Outgoing,
    meta: &'static Meta,
    replay: Replay,
    pool: &'static Pool,
    /// Names and values by which the effects of a request that sends are found.
    identifiers: Option<Vec<(&'static str, String)>>,
    /// The outcome of the last attempt.
    last: Option<Error>,
    state: State<E>,
}

enum State<E: Endpoint> {
    Gate,
    InFlight { since: Duration },
    Resting { until: Duration },
    Finished(Result<Reply<E::Output>, Error>),
    Done,
}

impl Session {
    /// A call, ready to be driven.
    pub fn call<E: Endpoint>(&self, request: &E) -> Call<E> {
        let (number, seed) = self.next_call();
        let budget = Budget::new(self.retry().clone(), seed);
        Call::new(self.clone(), number, budget, request)
    }
}

impl<E: Endpoint> Call<E> {
    fn new(session: Session, number: u64, budget: Budget, request: &E) -> Self {
        let (outgoing, state) = match Outgoing::new(session.config(), request) {
            Ok(outgoing) => (outgoing, State::Gate),
            Err(error) => (Outgoing::default(), State::Finished(Err(error))),
        };
        let identifiers = request.identifiers();
        let (meta, replay, pool) = (request.meta(), request.replay(), request.pool());
        let ticket = Ticket::None;
        Self {
            session,
            number,
            budget,
            ticket,
            outgoing,
            meta,
            replay,
            pool,
            identifiers,
            last: None,
            state,
        }
    }

    /// Asks the governor, and sends if it lets the request go.
    fn gate(&mut self, now: Now) -> Step<<Self as Machine>::Item> {
        self.budget.start(now.mono);
        if let Err(stop) = self.budget.wait(now.mono, Duration::ZERO) {
            return self.leave(stop, now, None);
        }
        let jitter = self.budget.jitter();
        let admission = self.session.governor().admit(self.pool, &mut self.ticket, now, jitter);
        match admission {
            Admission::Go => {
                self.budget.attempt();
                self.observe(EventKind::Started);
                self.state = State::InFlight { since: now.mono };
                Step::Send(self.outgoing.clone().into_request(self.session.config(), self.meta))
            }
            Admission::Probing(wait) => Step::Sleep(wait),
            Admission::Wait(wait) => match self.budget.wait(now.mono, wait) {
                Ok(()) => {
                    self.observe(EventKind::Waiting { wait, reason: Reason::RateLimit });
                    self.state = State::Resting { until: now.after(wait).mono };
                    Step::Sleep(wait)
                }
                Err(stop) => self.leave(stop, now, Some(wait)),
            },
        }
    }

    /// Ends the call at the gate, and gives back what it holds of the rate limit.
    fn leave(
        &mut self,
        stop: Stop,
        now: Now,
        wait: Option<Duration>,
    ) -> Step<<Self as Machine>::Item> {
        self.session.governor().no_reply(self.pool, &mut self.ticket);
        self.state = State::Done;
        Step::Yield(Err(self.stopped(stop, now, wait)))
    }

    /// The step after a failed attempt.
    fn failed(&mut self, now: Now, error: Error, advised: Option<Duration>) -> State<E> {
        let reason = match &error {
            Error::Api(api) => Reason::Status(api.status()),
            Error::Io(io) => Reason::Failure(io.kind()),
            _ => return State::Finished(Err(error)),
        };
        let is_busy = |api: &ApiError| self.meta.is_busy(api.status(), api.rate_limit());
        if matches!(&error, Error::Api(api) if is_busy(api)) || !may_repeat(&error, self.replay) {
            let identifiers = self.identifiers.take();
            return State::Finished(Err(unconfirmed(self.meta, self.replay, identifiers, error)));
        }
        let retry = self.budget.retry(now.mono, advised);
        self.last = Some(error);
        match retry {
            Ok(wait) => {
                self.observe(EventKind::Waiting { wait, reason });
                State::Resting { until: now.after(wait).mono }
            }
            Err(stop) => State::Finished(Err(self.stopped(stop, now, advised))),
        }
    }

    /// The error of a call that goes no further, though it might after a wait.
    fn stopped(&mut self, stop: Stop, now: Now, wait: Option<Duration>) -> Error {
        match (stop, self.last.take()) {
            // One attempt was asked for: its outcome is the answer.
            (Stop::Exhausted, Some(last)) if self.budget.allowed() == 1 => last,
            (Stop::Exhausted, Some(last)) => {
                Error::Exhausted { attempts: self.budget.attempts(), last: Box::new(last) }
            }
            // Another call is finding out how much is left, and takes too long.
            (Stop::Exhausted, None) if wait.is_none() => Error::Io(IoError::new(
                IoKind::Timeout,
                Sent::No,
                "the time for the whole call passed before it could be sent",
            )),
            (_, last) => Error::RetryAt {
                at: now.after(wait.unwrap_or_default()).date_time(),
                wait: wait.unwrap_or_default(),
                last: last.map(Box::new),
            },
        }
    }

    fn observe(&self, kind: EventKind<'_>) {
        if let Some(observer) = &self.session.config().observer {
            let waits = matches!(kind, EventKind::Waiting { .. });
            observer.observe(&Event {
                meta: self.meta,
                call: self.number,
                attempt: self.budget.attempts() + u32::from(waits),
                attempts: self.budget.allowed(),
                kind,
            });
        }
    }
}

/// The error of a request that is not repeated. If it may have sent messages, the error says so.
fn unconfirmed(
    meta: &Meta,
    replay: Replay,
    identifiers: Option<Vec<(&'static str, String)>>,
    error: Error,
) -> Error {
    let is_open = replay == Replay::Unsafe && error.remedy() == Remedy::RepeatIfHarmless;
    match identifiers {
        Some(identifiers) if is_open => {
            let error = UnconfirmedError::new(meta.name, meta.path, identifiers, error);
            Error::Unconfirmed(Box::new(error))
        }
        _ => error,
    }
}

impl<E: Endpoint> Machine for Call<E> {
    type Item = Result<Reply<E::Output>, Error>;

    fn poll(&mut self, now: Now) -> Step<Self::Item> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Resting { until } if now.mono < until => {
                self.state = State::Resting { until };
                Step::Sleep(until - now.mono)
            }
            State::Gate | State::Resting { .. } => {
                self.state = State::Gate;
                self.gate(now)
            }
            State::InFlight { since } => {
                // The law forbids to ask; a moment's wait is the harmless answer.
                self.state = State::InFlight { since };
                Step::Sleep(Duration::from_millis(1))
            }
            State::Finished(item) => Step::Yield(item),
            State::Done => Step::Done,
        }
    }

    fn resume(&mut self, now: Now, outcome: Result<(Parts, &[u8]), IoError>) {
        let State::InFlight { since } = std::mem::replace(&mut self.state, State::Done) else {
            return;
        };
        let config = self.session.config();
        let governor = self.session.governor();
        let max_body = config.limits().max_body;
        let mut seen = Seen::default();
        let pool = self.pool;
        let request = self.outgoing.secrets();
        let secrets = Redaction { credentials: &config.credentials, request };
        let outcome =
            outcome.and_then(|(head, body)| receive::unpack(head, body, secrets, max_body));
        let (result, advised) = match outcome {
            Ok((head, body)) => {
                let headers = ReplyHeaders::read(head.status, &head.headers);
                seen = Seen {
                    status: Some(head.status),
                    bytes: body.len() as u64,
                    rate_limit: headers.rate_limit,
                };
                let ticket = &mut self.ticket;
                let is_limited = head.status == StatusCode::TOO_MANY_REQUESTS
                    && !self.meta.is_busy(head.status, headers.rate_limit);
                let advised = governor.reply(pool, ticket, now, is_limited, &headers);
                let retry_at = advised.map(|wait| now.after(wait).date_time());
                let attempts = self.budget.attempts();
                let circumstances =
                    Circumstances { attempts, headers, retry_after: advised, retry_at };
                (receive::reply::<E>(head, &body, secrets, circumstances), advised)
            }
            Err(failure) => {
                governor.no_reply(self.pool, &mut self.ticket);
                (Err(receive::failure(failure, secrets, max_body)), None)
            }
        };
        self.observe(EventKind::Finished {
            status: seen.status,
            error: result.as_ref().err(),
            duration: now.mono.saturating_sub(since),
            bytes: seen.bytes,
            rate_limit: seen.rate_limit,
        });
        self.state = match result {
            Ok(reply) => State::Finished(Ok(reply)),
            Err(error) => self.failed(now, error, advised),
        };
    }
}

impl<E: Endpoint> Drop for Call<E> {
    fn drop(&mut self) {
        self.session.governor().dropped(self.pool, &mut self.ticket);
    }
}

impl<E: Endpoint> std::fmt::Debug for Call<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let state = match self.state {
            State::Gate => "gate",
            State::InFlight { .. } => "in flight",
            State::Resting { .. } => "resting",
            State::Finished(_) => "finished",
            State::Done => "done",
        };
        f.debug_struct("Call")
            .field("endpoint", &self.meta.name)
            .field("attempts", &self.budget.attempts())
            .field("state", &state)
            .finish_non_exhaustive()
    }
}

/// The event for an observer about a reply.
#[derive(Default)]
struct Seen {
    status: Option<StatusCode>,
    bytes: u64,
    rate_limit: RateLimit,
}
