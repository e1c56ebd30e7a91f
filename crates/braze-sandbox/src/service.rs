//! [`Service`]: decides the reply to every request, without a socket.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use braze_core::Pool;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::{AUTHORIZATION, DATE, HOST, HeaderValue, LINK};
use http::uri::Authority;
use http::{Method, Response, StatusCode, request};

use crate::access::presented;
use crate::answers::Refusal;
use crate::attempts::Attempts;
use crate::changes::Changes;
use crate::envelope;
use crate::exports::{Download, archive};
use crate::fault::Fault;
use crate::journal::{Entry, Journal, Outputs, RecordedRequest};
use crate::outbox::{Dispatch, without_keys};
use crate::quota::Quota;
use crate::reply;
use crate::route::{Content, Inquiry, Route, RouteMatch, Routes};
use crate::scenario::{Arrival, Fate};
use crate::settings::Settings;
use crate::workspace::Validity;
use crate::world::World;
use crate::world_view::WorldView;

/// The settings of a sandbox, and the state that requests change.
pub(crate) struct Service {
    settings: Settings,
    routes: Routes,
    world: OnceLock<World>,
    /// The index in [`State::quotas`] for each route.
    pool_of_route: Vec<usize>,
    state: Mutex<State>,
}

struct State {
    /// The number of requests.
    requests: u64,
    /// The number of replies with data.
    readings: u64,
    /// The number of requests for each target, if the scenario needs it.
    attempts: Attempts,
    /// The quotas of all pools, the default pool first.
    quotas: Vec<Quota>,
    changes: Changes,
    /// Bodies that stay the same for a while, by target.
    cached: HashMap<Box<str>, Content>,
    /// The latest `Date` header and its second.
    date: (i64, HeaderValue),
    journal: Journal,
}

/// The reply to a request, and the latency before it.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) delay: Duration,
    pub(crate) delivery: Delivery,
}

/// The way in which a reply is sent.
#[derive(Debug)]
pub(crate) enum Delivery {
    /// The whole reply.
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

/// Bytes that a server of another protocol might send.
const GARBAGE: &[u8] = b"\x16\x03\x01\x02\x00 this is not HTTP\r\n\r\n";

/// The maximum number of cached bodies. A body of 100 hours has about 5 KB.
const MAX_CACHED_BODIES: usize = 2_048;

/// The maximum length in bytes of a target whose body is cached.
const MAX_CACHED_TARGET: usize = 4 << 10;

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
            changes: Changes::new(&settings),
            cached: HashMap::new(),
            date: (i64::MIN, HeaderValue::from_static("")),
            journal: Journal::new(
                settings.journal,
                settings.journal_bytes,
                outputs,
                settings.secrets().cloned().collect(),
            ),
        });
        Self { settings, routes, world: OnceLock::new(), pool_of_route, state }
    }

    fn world(&self) -> WorldView<'_> {
        WorldView { drawn: &self.world, workspace: &self.settings.workspace }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Answers a request, and records it in the journal and the log.
    pub(crate) fn answer(&self, head: request::Parts, body: &Bytes) -> Answer {
        let scenario = &self.settings.scenario;
        let mut state = self.state();
        state.requests += 1;
        let number = state.requests;
        let at = self.settings.clock.now_ahead(scenario.drift(number));
        let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
        let attempt = if scenario.counts_attempts() { state.attempts.count(target) } else { 1 };
        let Fate { fault, acts, latency } = scenario.fate(&Arrival { number, attempt, target });

        let route = self.routes.find(&head.method, head.uri.path());
        let request = TimedRequest { head: &head, target, body, now: at, route: &route };
        let shown = match route {
            // The journal shows no secrets.
            RouteMatch::Route(_, Route { redact: Some(redact), .. }) => {
                redact(target, &head.headers, body)
            }
            _ => body.clone(),
        };
        let acts_first = acts && fault.is_some_and(|fault| !fault.acts());
        if acts_first {
            // The reply is lost.
            self.respond(&mut state, &request, None);
        }
        let mut unknown = Vec::new();
        let delivery = match fault {
            Some(Fault::Closed) => Delivery::Closed,
            Some(Fault::Reset) => Delivery::Reset,
            Some(Fault::Garbage) => Delivery::Raw(GARBAGE),
            _ => {
                let draft = self.respond(&mut state, &request, fault);
                unknown = draft.unknown;
                match fault {
                    Some(Fault::Truncated) => Delivery::Truncated(draft.response),
                    Some(Fault::Stalled) => Delivery::Stalled(draft.response),
                    _ => Delivery::Whole(draft.response),
                }
            }
        };
        state.journal.add(Entry {
            number,
            at,
            head,
            body_length: body.len() as u64,
            body: Entry::kept_body(&shown),
            reply: delivery.summary(),
            fault: fault.map(|fault| match acts_first {
                true => format!("{fault}, after acting"),
                false => fault.to_string(),
            }),
            latency,
            unknown,
        });
        Answer { delay: latency, delivery }
    }

    fn respond(
        &self,
        state: &mut State,
        request: &TimedRequest<'_>,
        fault: Option<&Fault>,
    ) -> ReplyDraft {
        let now = request.now;
        let (pool, operation) = match request.route {
            RouteMatch::Route(index, route) => (self.pool_of_route[*index], Some(route.meta.name)),
            _ => (0, None),
        };
        let mut draft = match fault {
            Some(Fault::Status { status: StatusCode::UNAUTHORIZED, .. }) => {
                reply::unauthorized(presented(&request.head.headers)).into()
            }
            Some(Fault::Status { status, page }) => reply::error_page(*status, *page).into(),
            Some(Fault::RateLimited(hint)) => {
                let status = state.quotas[pool].look(now.timestamp());
                reply::rate_limited(status, *hint, now).into()
            }
            Some(Fault::Redirect(location)) => reply::redirect(location).into(),
            _ => match request.route {
                RouteMatch::Nothing => match downloaded(request.head) {
                    Some(prefix) => self.download(state, prefix, request).into(),
                    None => reply::failure(StatusCode::NOT_FOUND, "There is no such URL").into(),
                },
                RouteMatch::Methods(methods) => reply::method_not_allowed(methods).into(),
                RouteMatch::Route(_, route) => self.admit(state, request, route, pool).map_or_else(
                    |refusal| (*refusal).into(),
                    |()| self.content(state, route, request),
                ),
            },
        };
        if draft.response.status().is_success() {
            if let Some(fault) = fault {
                reply::spoil(&mut draft.response, fault);
            }
        } else if let Some(operation) = operation {
            envelope::adapt(operation, &mut draft.response);
        }
        let headers = draft.response.headers_mut();
        if !headers.contains_key(reply::LIMIT) && downloaded(request.head).is_none() {
            reply::set_quota_headers(headers, state.quotas[pool].look(now.timestamp()));
        }
        headers.insert(DATE, state.date(now));
        draft
    }

    /// Checks the key, counts the request and checks the permission.
    fn admit(
        &self,
        state: &mut State,
        request: &TimedRequest<'_>,
        route: &Route,
        pool: usize,
    ) -> Result<(), Box<Response<Bytes>>> {
        let refuse = |response| Err(Box::new(response));
        let authorization = request.head.headers.get(AUTHORIZATION);
        let credential = route.meta.credential;
        let access = authorization.and_then(|value| self.settings.access(value, credential));
        let Some(access) = access else {
            let presented = presented(&request.head.headers);
            return refuse(reply::unauthorized_for(credential, presented));
        };
        if let Err(status) = state.quotas[pool].take(request.now.timestamp()) {
            return refuse(reply::rate_limited(status, self.settings.retry_hint, request.now));
        }
        match route.meta.permission {
            Some(permission) if !access.permits(permission) => {
                let message = format!("The API key lacks the permission `{permission}`");
                refuse(reply::failure(StatusCode::FORBIDDEN, &message))
            }
            _ => Ok(()),
        }
    }

    fn content(&self, state: &mut State, route: &Route, request: &TimedRequest<'_>) -> ReplyDraft {
        let TimedRequest { target, body, now, .. } = *request;
        let reading = state.readings;
        state.readings += 1;
        let short = target.len() <= MAX_CACHED_TARGET;
        let keep = short && request.head.method == Method::GET && body.is_empty();
        let cached = state.cached.get(target).filter(|content| keep && content.validity.holds(now));
        if let Some(content) = cached {
            return content.clone().into();
        }
        let mut inquiry = Inquiry {
            workspace: &self.settings.workspace,
            world: self.world(),
            changes: &mut state.changes,
            headers: &request.head.headers,
            position: state.requests,
            origin: &origin(request.head),
            target,
            body,
            now,
            reading,
        };
        match (route.answer)(&mut inquiry) {
            Ok(content) => {
                if keep && content.validity != Validity::Once {
                    if state.cached.len() >= MAX_CACHED_BODIES {
                        state.cached.clear();
                    }
                    state.cached.insert(target.into(), content.clone());
                }
                content.into()
            }
            Err(Refusal::Invalid(violations)) => reply::invalid(&violations).into(),
            Err(Refusal::BadRequest(message)) => {
                reply::failure(StatusCode::BAD_REQUEST, &message).into()
            }
            Err(Refusal::Errors(message, errors)) => {
                reply::failure_with_errors(StatusCode::BAD_REQUEST, message, &errors).into()
            }
            Err(Refusal::Busy(message)) => {
                reply::failure(StatusCode::TOO_MANY_REQUESTS, message).into()
            }
            Err(Refusal::Reply(status, body)) => {
                reply::json_reply(status, body.to_string().into()).into()
            }
        }
    }

    /// Answers as the storage does that holds the files of exports. It knows no API key.
    fn download(
        &self,
        state: &mut State,
        prefix: &str,
        request: &TimedRequest<'_>,
    ) -> Response<Bytes> {
        if request.head.headers.contains_key(AUTHORIZATION) {
            let message = "Only one auth mechanism allowed: send no Authorization header";
            return reply::storage_error(StatusCode::BAD_REQUEST, "InvalidArgument", message);
        }
        match state.changes.exports.download(prefix, request.now) {
            Download::Ready(export) => reply::zip(archive(&self.world(), export)),
            Download::Denied => {
                reply::storage_error(StatusCode::FORBIDDEN, "AccessDenied", "Access Denied")
            }
            Download::Unknown => {
                let message = "The specified key does not exist.";
                reply::storage_error(StatusCode::NOT_FOUND, "NoSuchKey", message)
            }
        }
    }

    /// Returns the recorded requests, and the number of dropped ones.
    pub(crate) fn journal(&self) -> (Vec<RecordedRequest>, u64) {
        let snapshot = self.state().journal.snapshot();
        // Redacting keys in large bodies takes time, so the lock is released first.
        snapshot.received()
    }

    /// Returns the sends, and the number of dropped ones.
    pub(crate) fn outbox(&self) -> (Vec<Dispatch>, u64) {
        let (dispatches, forgotten) = self.state().changes.outbox.snapshot();
        let redacted = dispatches.iter().map(|it| without_keys(it, self.settings.secrets()));
        (redacted.collect(), forgotten)
    }

    pub(crate) fn forget_sends(&self) {
        self.state().changes.outbox.clear();
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

/// Returns the prefix of the export whose file is requested.
fn downloaded(head: &request::Parts) -> Option<&str> {
    let prefix = head.uri.path().strip_prefix("/exports/")?.strip_suffix(".zip")?;
    (head.method == Method::GET).then_some(prefix)
}

/// Returns the address to which a request was sent.
fn origin(head: &request::Parts) -> String {
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| head.uri.authority().map(Authority::as_str));
    format!("http://{}", host.unwrap_or("127.0.0.1"))
}

/// A request with the time at which it is answered.
struct TimedRequest<'a> {
    head: &'a request::Parts,
    /// Path and query.
    target: &'a str,
    body: &'a [u8],
    now: DateTime<Utc>,
    route: &'a RouteMatch<'a>,
}

/// A reply before it is sent, and the parameters that it ignores.
struct ReplyDraft {
    response: Response<Bytes>,
    unknown: Vec<String>,
}

impl From<Response<Bytes>> for ReplyDraft {
    fn from(response: Response<Bytes>) -> Self {
        Self { response, unknown: Vec::new() }
    }
}

impl From<Content> for ReplyDraft {
    fn from(content: Content) -> Self {
        let Content { status, body, link, unknown, .. } = content;
        let mut response = reply::json_reply(status, body);
        if let Some(link) = link.and_then(|link| HeaderValue::try_from(link).ok()) {
            response.headers_mut().insert(LINK, link);
        }
        Self { response, unknown }
    }
}

impl Delivery {
    /// Status and announced length of the body.
    fn summary(&self) -> Option<(u16, u64)> {
        match self {
            Self::Whole(response) | Self::Truncated(response) | Self::Stalled(response) => {
                Some((response.status().as_u16(), response.body().len() as u64))
            }
            Self::Closed | Self::Reset | Self::Raw(_) => None,
        }
    }
}
