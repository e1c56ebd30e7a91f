//! [`Service`]: decides the answer to every request, without a socket.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use braze_core::{ApiKey, Pool};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{ALLOW, AUTHORIZATION, DATE, HeaderValue, LOCATION};
use http::{HeaderMap, Method, Response, StatusCode, request};

use crate::builder::Settings;
use crate::fault::Fault;
use crate::quota::Quota;
use crate::reply;
use crate::route::{Content, Found, Inquiry, Route, Routes};
use crate::scenario::{Arrival, Fate};

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
    attempts: HashMap<Box<str>, u64>,
    /// The first one is the default pool.
    quotas: Vec<Quota>,
    /// Bodies that stay the same, by target.
    settled: HashMap<Box<str>, Content>,
    /// The `Date` header of a second.
    date: (i64, HeaderValue),
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

/// Settled bodies that are kept. A body of 100 hours has about 5 KB.
const KEPT_BODIES: usize = 2_048;

impl Service {
    pub(crate) fn new(settings: Settings) -> Self {
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
            attempts: HashMap::new(),
            quotas,
            settled: HashMap::new(),
            date: (i64::MIN, HeaderValue::from_static("")),
        });
        Self { settings, routes, pool_of_route, state }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The answer to a request.
    pub(crate) fn answer(&self, head: &request::Parts, body: &[u8]) -> Answer {
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
        let mut state = self.state();
        state.requests += 1;
        let number = state.requests;
        let attempt =
            if self.settings.scenario.counts_attempts() { state.attempt(target) } else { 1 };
        let now = self.settings.clock.now() + self.settings.scenario.drift(number);
        let Fate { fault, latency } =
            self.settings.scenario.fate(&Arrival { number, attempt, target });
        let delivery = match fault {
            Some(Fault::Closed) => Delivery::Closed,
            Some(Fault::Reset) => Delivery::Reset,
            Some(Fault::Garbage) => Delivery::Raw(b"\x16\x03\x01 this is not HTTP\r\n\r\n"),
            _ => {
                let response = self.respond(&mut state, head, target, body, fault, now);
                match fault {
                    Some(Fault::Truncated) => Delivery::Truncated(response),
                    Some(Fault::Stalled) => Delivery::Stalled(response),
                    _ => Delivery::Whole(response),
                }
            }
        };
        Answer { delay: latency, delivery }
    }

    fn respond(
        &self,
        state: &mut State,
        head: &request::Parts,
        target: &str,
        body: &[u8],
        fault: Option<&Fault>,
        now: DateTime<Utc>,
    ) -> Response<Bytes> {
        let found = self.routes.find(&head.method, head.uri.path());
        let pool = match found {
            Found::Route(index, _) => self.pool_of_route[index],
            _ => 0,
        };
        let key = bearer(&head.headers);
        let mut response = match fault {
            Some(Fault::Status { status: StatusCode::UNAUTHORIZED, .. }) => {
                reply::unauthorized(key)
            }
            Some(Fault::Status { status, page }) => reply::error_page(*status, *page),
            Some(Fault::RateLimited(hint)) => {
                let standing = state.quotas[pool].look(now.timestamp());
                reply::rate_limited(standing, *hint, now)
            }
            Some(Fault::Redirect(location)) => redirect(location),
            _ => match found {
                Found::Nothing => reply::failure(StatusCode::NOT_FOUND, "There is no such URL"),
                Found::Methods(methods) => method_not_allowed(&methods),
                Found::Route(_, route) => match self.admit(state, head, route, pool, now) {
                    Ok(()) => self.content(state, route, head, target, body, now),
                    Err(refusal) => *refusal,
                },
            },
        };
        match fault {
            Some(Fault::Message(message)) if response.status().is_success() => {
                response = reply::failure(StatusCode::OK, message);
            }
            Some(Fault::NotJson) if response.status().is_success() => {
                response = reply::html(StatusCode::OK, "All is well");
            }
            Some(Fault::Oversized(bytes)) if response.status().is_success() => {
                let bytes = usize::try_from(*bytes).unwrap_or(usize::MAX).min(MOST_BYTES);
                *response.body_mut() = vec![b' '; bytes].into();
            }
            _ => {}
        }
        let headers = response.headers_mut();
        if !headers.contains_key("x-ratelimit-limit") {
            reply::set_standing(headers, state.quotas[pool].look(now.timestamp()));
        }
        headers.insert(DATE, state.date(now));
        response
    }

    /// Checks the key, counts the request and checks the permission.
    fn admit(
        &self,
        state: &mut State,
        head: &request::Parts,
        route: &Route,
        pool: usize,
        now: DateTime<Utc>,
    ) -> Result<(), Box<Response<Bytes>>> {
        let refuse = |response| Err(Box::new(response));
        let authorization = head.headers.get(AUTHORIZATION);
        let Some(access) = authorization.and_then(|value| self.settings.access(value)) else {
            return refuse(reply::unauthorized(bearer(&head.headers)));
        };
        if let Err(standing) = state.quotas[pool].take(now.timestamp()) {
            return refuse(reply::rate_limited(standing, self.settings.retry_hint, now));
        }
        match route.meta.permission {
            Some(permission) if !access.permits(permission) => {
                let message = format!("The API key lacks the permission `{permission}`");
                refuse(reply::failure(StatusCode::FORBIDDEN, &message))
            }
            _ => Ok(()),
        }
    }

    fn content(
        &self,
        state: &mut State,
        route: &Route,
        head: &request::Parts,
        target: &str,
        body: &[u8],
        now: DateTime<Utc>,
    ) -> Response<Bytes> {
        let reading = state.readings;
        state.readings += 1;
        let keep = head.method == Method::GET && body.is_empty();
        if keep {
            if let Some(content) = state.settled.get(target) {
                return content.reply();
            }
        }
        let inquiry = Inquiry { workspace: &self.settings.workspace, target, body, now, reading };
        match (route.answer)(&inquiry) {
            Ok(content) => {
                let response = content.reply();
                if keep && content.settled {
                    if state.settled.len() >= KEPT_BODIES {
                        state.settled.clear();
                    }
                    state.settled.insert(target.into(), content);
                }
                response
            }
            Err(violations) => reply::invalid(&violations),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The largest body that is made up.
const MOST_BYTES: usize = 1 << 30;

impl State {
    fn attempt(&mut self, target: &str) -> u64 {
        match self.attempts.get_mut(target) {
            Some(attempts) => {
                *attempts += 1;
                *attempts
            }
            None => {
                self.attempts.insert(target.into(), 1);
                1
            }
        }
    }

    fn date(&mut self, now: DateTime<Utc>) -> HeaderValue {
        if self.date.0 != now.timestamp() {
            self.date = (now.timestamp(), reply::http_date(now));
        }
        self.date.1.clone()
    }
}

impl Content {
    fn reply(&self) -> Response<Bytes> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        reply::json_reply(status, self.body.clone())
    }
}

/// The key of a request, as it came.
fn bearer(headers: &HeaderMap) -> &str {
    let value = headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let value = value.unwrap_or_default();
    value.split_once(' ').map_or(value, |(_, key)| key)
}

fn redirect(location: &str) -> Response<Bytes> {
    let mut response = reply::failure(StatusCode::FOUND, "Found");
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn method_not_allowed(methods: &[Method]) -> Response<Bytes> {
    let mut response =
        reply::failure(StatusCode::METHOD_NOT_ALLOWED, "This URL has no such method");
    let allowed: Vec<&str> = methods.iter().map(Method::as_str).collect();
    if let Ok(allowed) = HeaderValue::from_str(&allowed.join(", ")) {
        response.headers_mut().insert(ALLOW, allowed);
    }
    response
}

/// A key that the sandbox accepts.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    pub(crate) key: ApiKey,
    /// `None` for all permissions.
    pub(crate) permissions: Option<Vec<String>>,
}

impl Access {
    fn permits(&self, permission: &str) -> bool {
        self.permissions.as_ref().is_none_or(|own| own.iter().any(|known| known == permission))
    }
}
