//! [`Query`]: a checked request, and the state from which it is answered.

use braze_core::{Timestamp, Violations};
use chrono::{DateTime, SecondsFormat, Utc};
use http::StatusCode;
use serde_json::Value;

use crate::changes::Changes;
use crate::workspace::Workspace;
use crate::world_view::WorldView;

/// A request that the spec allows, and the state from which it is answered.
pub(crate) struct Query<'a> {
    pub(crate) workspace: &'a Workspace,
    pub(crate) world: WorldView<'a>,
    pub(crate) changes: &'a mut Changes,
    /// The position among all requests, from 1.
    pub(crate) position: u64,
    /// The parameters by name.
    pub(crate) pairs: &'a [(String, String)],
    /// The body, or `null`.
    pub(crate) body: &'a Value,
    /// The path, without the query.
    pub(crate) path: &'a str,
    /// Path and query, as they were sent.
    pub(crate) target: &'a str,
    /// The address of the sandbox as the client knows it, `http://127.0.0.1:40123`.
    pub(crate) origin: &'a str,
    pub(crate) now: DateTime<Utc>,
}

/// The reply to a query.
#[derive(Debug)]
pub(crate) struct WorldReply {
    pub(crate) status: StatusCode,
    pub(crate) body: Value,
    /// The value of the header `Link`.
    pub(crate) link: Option<String>,
}

/// The reason for which a request gets no reply with data.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// Parameters or fields that the spec does not allow.
    Invalid(Violations),
    /// A 400 with this text.
    BadRequest(String),
    /// A 400 with this text, and errors about single objects.
    Errors(&'static str, Vec<Value>),
    /// A 429 that is no rate limit: another job runs.
    Busy(&'static str),
    /// A failure of this status with this body.
    Reply(StatusCode, Value),
}

impl Query<'_> {
    /// Returns a parameter.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn flag(&self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    /// Returns a parameter that is a number of at least 0.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        self.text(name)?.parse().ok()
    }

    pub(crate) fn instant(&self, name: &str) -> Option<DateTime<Utc>> {
        self.text(name)?.parse().ok().map(Timestamp::to_utc)
    }

    /// Returns a field of the body that is a text.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.body.get(name)?.as_str()
    }

    /// Returns the texts in a field of the body, if it is there.
    pub(crate) fn list(&self, name: &str) -> Option<Vec<&str>> {
        Some(self.body.get(name)?.as_array()?.iter().filter_map(Value::as_str).collect())
    }
}

impl WorldReply {
    /// A reply with status 200.
    pub(crate) fn ok(body: Value) -> Self {
        Self { status: StatusCode::OK, body, link: None }
    }

    /// A reply with status 202.
    pub(crate) fn accepted(body: Value) -> Self {
        Self { status: StatusCode::ACCEPTED, ..Self::ok(body) }
    }

    /// A reply with status 204, which has no body.
    pub(crate) fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, ..Self::ok(Value::Null) }
    }

    /// A reply with status 201.
    pub(crate) fn created(body: Value) -> Self {
        Self { status: StatusCode::CREATED, ..Self::ok(body) }
    }
}

impl Refusal {
    pub(crate) fn bad_request(message: &str) -> Self {
        Self::BadRequest(message.to_owned())
    }
}

/// A time as lists and details have it: `2024-02-11T16:40:12+00:00`.
pub(crate) fn time(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// The texts of a field that holds one of them, or a list.
pub(crate) fn texts(value: &Value) -> impl Iterator<Item = &str> {
    value
        .as_str()
        .into_iter()
        .chain(value.as_array().into_iter().flatten().filter_map(Value::as_str))
}
