//! [`Service`]: decides the answer to every request, without a socket.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use braze_core::Pool;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{AUTHORIZATION, DATE, HeaderValue};
use http::{Method, Response, StatusCode, request};

use crate::access::presented;
use crate::attempts::Attempts;
use crate::fault::Fault;
use crate::journal::{Entry, Journal, Outputs, Received};
use crate::quota::Quota;
use crate::reply;
use crate::route::{Content, Found, Inquiry, Route, Routes};
use crate::scenario::{Arrival, Fate};
use crate::settings::Settings;
use crate::workspace::Lasting;

/// The stand-in itself: settings, and what changes from request to request.
pub(crate) struct Service {
    settings: Settings,
    routes: Routes,
    /// The place in [`State::quotas`] for each route.
    pool_of_route: Vec<usize>,
    state: Mutex<State>,
}

struct State {
    /// Requests so far.
    requests: u64,
    /// Replies with data so far.
    readings: u64,
    /// Requests so far for each target, where the scenario asks for it.
    attempts: Attempts,
    /// The first one is the default pool.
    quotas: Vec<Quota>,
    /// Bodies that stay the same for a while, by target.
    kept: HashMap<Box<str>, Content>,
    /// The `Date` header of a second.
    date: (i64, HeaderValue),
    journal: Journal,
}

/// What the socket is to do about a request.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) delay: Duration,
    pub(crate) delivery: Delivery,
}

/// How an answer goes out.
#[derive(Debug)]
pub(crate) enum Delivery {
    /// As it should.
    Whole(Response<Bytes>),
    /// Head and half of the body, then the end of the connection.
    Truncated(Response<Bytes>),
    /// Head and half of the body, then nothing.
    Stalled(Response<Bytes>),
    /// Nothing, and the connection is closed.
    Closed,
    /// Nothing, and the connection is reset.
    Reset,
    /// These bytes, and the connection is closed.
    Raw(&'static [u8]),
}

/// What a server of something else might say.
const GARBAGE: &[u8] = b"\x16\x03\x01\x02\x00 this is not HTTP\r\n\r\n";

/// Bodies that are kept. A body of 100 hours has about 5 KB.
const MAX_KEPT_BODIES: usize = 2_048;

/// The longest target whose body is kept, in bytes.
const MAX_KEPT_TARGET: usize = 4 << 10;

impl Service {
    pub(crate) fn new(settings: Settings, outputs: Outputs) -> Self {
        let routes = Routes::new();
        let mut quotas = vec![Quota::new(settings.pool(&Pool::DEFAULT))];
        let pool_of_route = routes.all().map(|route| {
            let known = quotas.iter().position(|quota| quota.pool().name == route.meta.pool.name);
            known.unwrap_or_else(|| {
                quotas.push(Quota::new(settings.pool(route.meta.pool)));
                quotas.len() - 1
            })
        });
        let pool_of_route = pool_of_route.collect();
        let state = Mutex::new(State {
            requests: 0,
            readings: 0,
            attempts: Attempts::default(),
            quotas,
            kept: HashMap::new(),
            date: (i64::MIN, HeaderValue::from_static("")),
            journal: Journal::new(
                settings.journal,
                settings.journal_bytes,
                outputs,
                settings.keys().cloned().collect(),
            ),
        });
        Self { settings, routes, pool_of_route, state }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The answer to a request, noted in journal and log.
    pub(crate) fn answer(&self, head: request::Parts, body: &Bytes) -> Answer {
        let scenario = &self.settings.scenario;
        let mut state = self.state();
        state.requests += 1;
        let number = state.requests;
        let at = self.settings.clock.now_ahead(scenario.drift(number));
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
        let attempt = if scenario.counts_attempts() { state.attempts.count(target) } else { 1 };
        let Fate { fault, latency } = scenario.fate(&Arrival { number, attempt, target });

        let mut unknown = Vec::new();
        let delivery = match fault {
            Some(Fault::Closed) => Delivery::Closed,
            Some(Fault::Reset) => Delivery::Reset,
            Some(Fault::Garbage) => Delivery::Raw(GARBAGE),
            _ => {
                let asked = Asking { head: &head, target, body, now: at };
                let made = self.respond(&mut state, &asked, fault);
                unknown = made.unknown;
                match fault {
                    Some(Fault::Truncated) => Delivery::Truncated(made.response),
                    Some(Fault::Stalled) => Delivery::Stalled(made.response),
                    _ => Delivery::Whole(made.response),
                }
            }
        };
        state.journal.add(Entry {
            number,
            at,
            head,
            body_length: body.len() as u64,
            body: Entry::kept_body(body),
            reply: delivery.summary(),
            fault: fault.map(ToString::to_string),
            latency,
            unknown,
        });
        Answer { delay: latency, delivery }
    }

    fn respond(&self, state: &mut State, asked: &Asking<'_>, fault: Option<&Fault>) -> Made {
        let now = asked.now;
        let found = self.routes.find(&asked.head.method, asked.head.uri.path());
        let pool = match found {
            Found::Route(index, _) => self.pool_of_route[index],
            _ => 0,
        };
        let mut made = match fault {
            Some(Fault::Status { status: StatusCode::UNAUTHORIZED, .. }) => {
                reply::unauthorized(presented(&asked.head.headers)).into()
            }
            Some(Fault::Status { status, page }) => reply::error_page(*status, *page).into(),
            Some(Fault::RateLimited(hint)) => {
                let standing = state.quotas[pool].look(now.timestamp());
                reply::rate_limited(standing, *hint, now).into()
            }
            Some(Fault::Redirect(location)) => reply::redirect(location).into(),
            _ => match found {
                Found::Nothing => {
                    reply::failure(StatusCode::NOT_FOUND, "There is no such URL").into()
                }
                Found::Methods(methods) => reply::method_not_allowed(&methods).into(),
                Found::Route(_, route) => self.admit(state, asked, route, pool).map_or_else(
                    |refusal| (*refusal).into(),
                    |()| self.content(state, route, asked),
                ),
            },
        };
        if made.response.status().is_success() {
            if let Some(fault) = fault {
                reply::spoil(&mut made.response, fault);
            }
        }
        let headers = made.response.headers_mut();
        if !headers.contains_key(reply::LIMIT) {
            reply::set_standing(headers, state.quotas[pool].look(now.timestamp()));
        }
        headers.insert(DATE, state.date(now));
        made
    }

    /// Checks the key, counts the request and checks the permission.
    fn admit(
        &self,
        state: &mut State,
        asked: &Asking<'_>,
        route: &Route,
        pool: usize,
    ) -> Result<(), Box<Response<Bytes>>> {
        let refuse = |response| Err(Box::new(response));
        let authorization = asked.head.headers.get(AUTHORIZATION);
        let Some(access) = authorization.and_then(|value| self.settings.access(value)) else {
            return refuse(reply::unauthorized(presented(&asked.head.headers)));
        };
        if let Err(standing) = state.quotas[pool].take(asked.now.timestamp()) {
            return refuse(reply::rate_limited(standing, self.settings.retry_hint, asked.now));
        }
        match route.meta.permission {
            Some(permission) if !access.permits(permission) => {
                let message = format!("The API key lacks the permission `{permission}`");
                refuse(reply::failure(StatusCode::FORBIDDEN, &message))
            }
            _ => Ok(()),
        }
    }

    fn content(&self, state: &mut State, route: &Route, asked: &Asking<'_>) -> Made {
        let Asking { target, body, now, .. } = *asked;
        let reading = state.readings;
        state.readings += 1;
        let short = target.len() <= MAX_KEPT_TARGET;
        let keep = short && asked.head.method == Method::GET && body.is_empty();
        let kept = state.kept.get(target).filter(|content| keep && content.lasting.holds(now));
        if let Some(content) = kept {
            return content.clone().into();
        }
        let inquiry = Inquiry { workspace: &self.settings.workspace, target, body, now, reading };
        match (route.answer)(&inquiry) {
            Ok(content) => {
                if keep && content.lasting != Lasting::Once {
                    if state.kept.len() >= MAX_KEPT_BODIES {
                        state.kept.clear();
                    }
                    state.kept.insert(target.into(), content.clone());
                }
                content.into()
            }
            Err(violations) => reply::invalid(&violations).into(),
        }
    }

    /// The requests that the journal holds, and how many it no longer holds.
    pub(crate) fn journal(&self) -> (Vec<Received>, u64) {
        let snapshot = self.state().journal.snapshot();
        // Looking for keys in many large bodies takes time, and requests go on meanwhile.
        snapshot.received()
    }

    pub(crate) fn request_count(&self) -> u64 {
        self.state().requests
    }

    pub(crate) fn forget_requests(&self) {
        self.state().journal.clear();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn date(&mut self, now: DateTime<Utc>) -> HeaderValue {
        if self.date.0 != now.timestamp() {
            self.date = (now.timestamp(), reply::http_date(now));
        }
        self.date.1.clone()
    }
}

/// A request on its way to an answer.
struct Asking<'a> {
    head: &'a request::Parts,
    /// Path and query.
    target: &'a str,
    body: &'a [u8],
    now: DateTime<Utc>,
}

/// A reply, and the parameters that had no part in it.
struct Made {
    response: Response<Bytes>,
    unknown: Vec<String>,
}

impl From<Response<Bytes>> for Made {
    fn from(response: Response<Bytes>) -> Self {
        Self { response, unknown: Vec::new() }
    }
}

impl From<Content> for Made {
    fn from(content: Content) -> Self {
        let Content { status, body, unknown, .. } = content;
        Self { response: reply::json_reply(status, body), unknown }
    }
}

impl Delivery {
    /// Status and length of the body, as announced.
    fn summary(&self) -> Option<(u16, u64)> {
        match self {
            Self::Whole(response) | Self::Truncated(response) | Self::Stalled(response) => {
                Some((response.status().as_u16(), response.body().len() as u64))
            }
            Self::Closed | Self::Reset | Self::Raw(_) => None,
        }
    }
}
