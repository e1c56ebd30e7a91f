//! [`Routes`]: every endpoint of the spec, by method and path.

use std::borrow::Cow;
use std::collections::HashMap;

use braze_core::operation::{self, FormUse, Kind, Operation, Place, Read, Visitor, body_from_form};
use braze_core::{FlatSeries, Meta, NestedSeries, Secret, Violations};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, Method, StatusCode};

use crate::answers::{self, Query, Refusal};
use crate::changes::Changes;
use crate::redaction::without;
use crate::workspace::{SeriesQuery, Validity, Workspace};
use crate::world_view::WorldView;

/// The endpoints of the spec.
pub(crate) struct Routes {
    routes: Vec<Route>,
    /// Paths without placeholders, each with its routes.
    fixed: HashMap<&'static str, Vec<usize>>,
    /// Paths with placeholders.
    templates: Vec<(&'static str, usize)>,
}

/// Takes the secrets out of a body: by its target, its headers and itself.
type Redact = fn(&str, &HeaderMap, &[u8]) -> Bytes;

/// One endpoint.
pub(crate) struct Route {
    pub(crate) meta: Meta,
    pub(crate) answer: fn(&mut Inquiry<'_>) -> Result<Content, Refusal>,
    /// Takes the secrets out of a body, if it has any.
    pub(crate) redact: Option<Redact>,
}

impl Route {
    fn new<E: Operation>(answer: fn(&mut Inquiry<'_>) -> Result<Content, Refusal>) -> Self {
        let redact = E::DESCRIPTION.has_secrets.then_some(redacted::<E> as _);
        Self { meta: E::META, answer, redact }
    }
}

/// The input of an endpoint's answer.
pub(crate) struct Inquiry<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) world: WorldView<'a>,
    pub(crate) changes: &'a mut Changes,
    pub(crate) headers: &'a HeaderMap,
    /// The position among all requests, from 1.
    pub(crate) position: u64,
    /// The address of the sandbox as the client knows it, `http://127.0.0.1:40123`.
    pub(crate) origin: &'a str,
    /// Path and query.
    pub(crate) target: &'a str,
    pub(crate) body: &'a [u8],
    pub(crate) now: DateTime<Utc>,
    /// The number of earlier replies with data.
    pub(crate) reading: u64,
}

/// The body of a success.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) status: StatusCode,
    pub(crate) body: Bytes,
    /// The value of the header `Link`.
    pub(crate) link: Option<String>,
    /// Names of parameters that the endpoint does not have.
    pub(crate) unknown: Vec<String>,
    /// The time for which the same request gets the same body.
    pub(crate) validity: Validity,
}

/// The result of a search by method and path.
pub(crate) enum RouteMatch<'a> {
    Route(usize, &'a Route),
    /// The path has other methods.
    Methods(Vec<Method>),
    Nothing,
}

impl Routes {
    pub(crate) fn new() -> Self {
        let mut routes = Self { routes: Vec::new(), fixed: HashMap::new(), templates: Vec::new() };
        operation::visit(&mut routes);
        routes
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Route> {
        self.routes.iter()
    }

    pub(crate) fn find(&self, method: &Method, path: &str) -> RouteMatch<'_> {
        let fixed = self.fixed.get(path).into_iter().flatten().copied();
        let templates =
            self.templates.iter().filter(|(template, _)| operation::fits(template, path));
        let mut others = Vec::new();
        for index in fixed.chain(templates.map(|(_, index)| *index)) {
            let route = &self.routes[index];
            if route.meta.method == *method {
                return RouteMatch::Route(index, route);
            }
            others.push(route.meta.method.clone());
        }
        if others.is_empty() { RouteMatch::Nothing } else { RouteMatch::Methods(others) }
    }

    fn add(&mut self, route: Route) {
        let (index, path) = (self.routes.len(), route.meta.path);
        if path.contains('{') {
            self.templates.push((path, index));
        } else {
            self.fixed.entry(path).or_default().push(index);
        }
        self.routes.push(route);
    }
}

impl Visitor for Routes {
    fn endpoint<E: Operation>(&mut self) {
        self.add(Route::new::<E>(from_world::<E>));
    }

    fn series<E: Operation + FlatSeries>(&mut self) {
        self.add(Route::new::<E>(series::<E>));
    }

    fn nested_series<E: Operation + NestedSeries>(&mut self) {
        self.add(Route::new::<E>(nested_series::<E>));
    }
}

/// A request that was read.
struct Reading<'a, E> {
    pairs: Pairs,
    /// The body as JSON, which it is not if it came as a form.
    body: Cow<'a, [u8]>,
    read: Read<E>,
}

/// Returns the parameters of a request, its body, and the request.
fn read<'a, E: Operation>(inquiry: &Inquiry<'a>) -> Result<Reading<'a, E>, Refusal> {
    read_parts(inquiry.target, inquiry.headers, inquiry.body).map_err(Refusal::Invalid)
}

fn read_parts<'a, E: Operation>(
    target: &str,
    headers: &HeaderMap,
    body: &'a [u8],
) -> Result<Reading<'a, E>, Violations> {
    let mut pairs = operation::pairs::<E>(target);
    // A parameter that is a header is nothing else.
    let in_header = |name: &str| {
        E::DESCRIPTION.parameters.iter().any(|it| it.place == Place::Header && it.name == name)
    };
    let (misplaced, others): (Pairs, Pairs) =
        pairs.into_iter().partition(|(name, _)| in_header(name));
    pairs = others;
    pairs.extend(operation::header_pairs::<E>(headers));
    for parameter in E::DESCRIPTION.parameters {
        let Kind::Integer { min, max } = parameter.kind else { continue };
        let values = pairs.iter_mut().filter(|(name, _)| name == parameter.name);
        let values = values.map(|(_, value)| value);
        if answers::clamps(E::META.name) {
            values.for_each(|value| clamp(value, min, max));
        } else if max.is_none() {
            values.for_each(saturate);
        }
    }
    let body = json_body::<E>(headers, body)?;
    let mut read = operation::from_pairs::<E>(pairs.clone(), &body)?;
    read.unknown.extend(misplaced.into_iter().map(|(name, _)| name));
    Ok(Reading { pairs, body, read })
}

/// The body as JSON.
fn json_body<'a, E: Operation>(
    headers: &HeaderMap,
    body: &'a [u8],
) -> Result<Cow<'a, [u8]>, Violations> {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let content_type = content_type.unwrap_or_default();
    let is_form = content_type.to_ascii_lowercase().starts_with("multipart/form-data");
    match E::DESCRIPTION.form {
        Some(form) if is_form || form == FormUse::Always => {
            body_from_form(E::DESCRIPTION.body_fields, content_type, body).map(Cow::Owned)
        }
        _ => Ok(Cow::Borrowed(body)),
    }
}

/// The body without its secrets. One that cannot be read is left out as a whole.
fn redacted<E: Operation>(target: &str, headers: &HeaderMap, body: &[u8]) -> Bytes {
    let Ok(Reading { read, .. }) = read_parts::<E>(target, headers, body) else {
        return Bytes::from_static(b"[redacted]");
    };
    let without = |body: Vec<u8>, secret: &Secret| {
        let body = secret.redacted_in_json(&body).unwrap_or(body);
        without(secret, &body).map_or(body, String::into_bytes)
    };
    read.secrets.iter().fold(body.to_vec(), without).into()
}

/// Makes a whole number without a maximum the greatest one that can be read.
fn saturate(value: &mut String) {
    let is_whole = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole && value.parse::<i64>().is_err() {
        *value = i64::MAX.to_string();
    }
}

/// Makes a whole number out of range the nearest one within it.
fn clamp(value: &mut String, min: Option<i64>, max: Option<i64>) {
    if let Ok(number) = value.parse::<i128>() {
        let (min, max) = (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX));
        *value = number.clamp(min.into(), max.into()).to_string();
    }
}

/// Names and values of parameters.
type Pairs = Vec<(String, String)>;

fn series<E: Operation + FlatSeries>(inquiry: &mut Inquiry<'_>) -> Result<Content, Refusal> {
    let Reading { pairs, read, .. } = read::<E>(inquiry)?;
    let reported = inquiry.workspace.report(&SeriesQuery {
        request: &read.request,
        pairs: &pairs,
        now: inquiry.now,
        reading: inquiry.reading,
    });
    Ok(Content {
        status: StatusCode::OK,
        body: E::write(&E::reply(reported.points)).into(),
        link: None,
        unknown: read.unknown,
        validity: reported.validity,
    })
}

/// Answers from the world, or with an example if the operation has no handler.
fn from_world<E: Operation>(inquiry: &mut Inquiry<'_>) -> Result<Content, Refusal> {
    let Some(handler) = answers::handler(E::META.name) else { return example::<E>(inquiry) };
    let Reading { pairs, body, read } = read::<E>(inquiry).map_err(|refusal| {
        let pairs = operation::pairs::<E>(inquiry.target);
        let body = serde_json::from_slice(inquiry.body).unwrap_or_default();
        answers::documented(E::META.name, &pairs, &body).unwrap_or(refusal)
    })?;
    let reply = handler(&mut Query {
        workspace: inquiry.workspace,
        world: inquiry.world,
        changes: inquiry.changes,
        position: inquiry.position,
        pairs: &pairs,
        // Without a body there is none to look into.
        body: &serde_json::from_slice(&body).unwrap_or_default(),
        path: E::META.path,
        target: inquiry.target,
        origin: inquiry.origin,
        now: inquiry.now,
    })?;
    let body = if reply.status == StatusCode::NO_CONTENT {
        Bytes::new()
    } else {
        reply.body.to_string().into()
    };
    Ok(Content {
        status: reply.status,
        body,
        link: reply.link,
        unknown: read.unknown,
        validity: Validity::Once,
    })
}

/// Answers with rows of many numbers.
fn nested_series<E: Operation + NestedSeries>(
    inquiry: &mut Inquiry<'_>,
) -> Result<Content, Refusal> {
    let Reading { pairs, read, .. } = read::<E>(inquiry)?;
    let reported = inquiry.workspace.report_nested(
        &SeriesQuery {
            request: &read.request,
            pairs: &pairs,
            now: inquiry.now,
            reading: inquiry.reading,
        },
        inquiry.world.get(),
    );
    Ok(Content {
        status: StatusCode::OK,
        body: reported.body.to_string().into(),
        link: None,
        unknown: read.unknown,
        validity: reported.validity,
    })
}

/// Answers with an example of the spec, preferably the one for this target.
fn example<E: Operation>(inquiry: &Inquiry<'_>) -> Result<Content, Refusal> {
    let Reading { read, .. } = read::<E>(inquiry)?;
    let successes = || E::DESCRIPTION.exchanges.iter().filter(|known| known.status / 100 == 2);
    let this = successes().find(|known| known.target == inquiry.target);
    let (status, body) = match this.or_else(|| successes().next()) {
        Some(known) => (known.status, Bytes::from_static(known.reply.as_bytes())),
        None => (200, Bytes::from_static(br#"{"message":"success"}"#)),
    };
    Ok(Content {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::OK),
        body,
        link: None,
        unknown: read.unknown,
        validity: Validity::Always,
    })
}
