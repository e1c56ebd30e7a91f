//! [`Routes`]: every endpoint of the spec, by method and path.

use std::collections::HashMap;

use braze_core::operation::{self, Operation, Visitor};
use braze_core::{FlatSeries, Meta, NestedSeries, Violations};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::{Method, StatusCode};

use crate::workspace::{SeriesQuery, Validity, Workspace};

/// The endpoints of the spec.
pub(crate) struct Routes {
    routes: Vec<Route>,
    /// Paths without placeholders, each with its routes.
    fixed: HashMap<&'static str, Vec<usize>>,
    /// Paths with placeholders.
    templates: Vec<(&'static str, usize)>,
}

/// One endpoint.
pub(crate) struct Route {
    pub(crate) meta: Meta,
    pub(crate) answer: fn(&Inquiry<'_>) -> Result<Content, Violations>,
}

/// The input of an endpoint's answer.
pub(crate) struct Inquiry<'a> {
    pub(crate) workspace: &'a Workspace,
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
        let templates = self.templates.iter().filter(|(template, _)| fits(template, path));
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
        self.add(Route { meta: E::META, answer: example::<E> });
    }

    fn series<E: Operation + FlatSeries>(&mut self) {
        self.add(Route { meta: E::META, answer: series::<E> });
    }

    fn nested_series<E: Operation + NestedSeries>(&mut self) {
        self.add(Route { meta: E::META, answer: nested_series::<E> });
    }
}

fn series<E: Operation + FlatSeries>(inquiry: &Inquiry<'_>) -> Result<Content, Violations> {
    let pairs = operation::pairs::<E>(inquiry.target);
    let read = operation::from_pairs::<E>(pairs.clone(), inquiry.body)?;
    let reported = inquiry.workspace.report(&SeriesQuery {
        request: &read.request,
        pairs: &pairs,
        now: inquiry.now,
        reading: inquiry.reading,
    });
    let body = E::write(&E::reply(reported.points)).into();
    Ok(Content { status: StatusCode::OK, body, unknown: read.unknown, validity: reported.validity })
}

/// Answers with rows of many numbers.
fn nested_series<E: Operation + NestedSeries>(
    inquiry: &Inquiry<'_>,
) -> Result<Content, Violations> {
    let pairs = operation::pairs::<E>(inquiry.target);
    let read = operation::from_pairs::<E>(pairs.clone(), inquiry.body)?;
    let reported = inquiry.workspace.report_nested(&SeriesQuery {
        request: &read.request,
        pairs: &pairs,
        now: inquiry.now,
        reading: inquiry.reading,
    });
    let body = reported.body.to_string().into();
    Ok(Content { status: StatusCode::OK, body, unknown: read.unknown, validity: reported.validity })
}

/// Answers with an example of the spec, preferably the one for this target.
///
/// Endpoints that are not series use it.
fn example<E: Operation>(inquiry: &Inquiry<'_>) -> Result<Content, Violations> {
    let read = operation::read::<E>(inquiry.target, inquiry.body)?;
    let successes = || E::DESCRIPTION.exchanges.iter().filter(|known| known.status / 100 == 2);
    let this = successes().find(|known| known.target == inquiry.target);
    let (status, body) = match this.or_else(|| successes().next()) {
        Some(known) => (known.status, Bytes::from_static(known.reply.as_bytes())),
        None => (200, Bytes::from_static(br#"{"message":"success"}"#)),
    };
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    Ok(Content { status, body, unknown: read.unknown, validity: Validity::Always })
}

/// Returns true if a path matches a template such as `/feed/{id}`.
fn fits(template: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    let fit = template.split('/').all(|expected| {
        segments.next().is_some_and(|segment| {
            segment == expected || (expected.starts_with('{') && !segment.is_empty())
        })
    });
    fit && segments.next().is_none()
}
