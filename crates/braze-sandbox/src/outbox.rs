//! [`Dispatch`], and the outbox that keeps them.

use std::collections::VecDeque;
use std::fmt;
use std::sync::Arc;

use braze_core::Secret;
use bytes::Bytes;
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::redaction::without;
use crate::workspace::Noise;

/// A send that the sandbox carried out, as a test reads it.
///
/// A request that is carried out twice is there twice. API keys are redacted.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Dispatch {
    /// The position of its request among all requests, from 1.
    pub number: u64,
    /// The time of the request, by the sandbox's clock.
    pub at: DateTime<Utc>,
    /// The path, such as `/campaigns/trigger/send`.
    pub path: String,
    /// The identifier in the reply.
    pub dispatch_id: String,
    /// The body of the request.
    pub body: Bytes,
}

impl Dispatch {
    /// Returns the send as one line of JSON, with the fields `number`, `at`, `path`, `dispatch_id` and `body`.
    ///
    /// ```
    /// use braze_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::builder().in_process();
    /// let body = r#"{"campaign_id":"may-news","recipients":[{"external_user_id":"u-17"}]}"#;
    /// let key = sandbox.api_key().authorization();
    /// let request = http::Request::post("http://localhost/campaigns/trigger/send")
    ///     .header("authorization", key)
    ///     .header("content-type", "application/json")
    ///     .body(body.into())?;
    /// let _ = sandbox.exchange(request);
    /// let line = sandbox.outbox()[0].to_json();
    /// assert!(line.contains(r#""path":"/campaigns/trigger/send""#) && line.contains("u-17"));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        json!({
            "number": self.number,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            "path": self.path,
            "dispatch_id": self.dispatch_id,
            "body": serde_json::from_slice::<Value>(&self.body).unwrap_or_default(),
        })
        .to_string()
    }
}

/// The latest sends.
pub(crate) struct Outbox {
    noise: Noise,
    dispatches: VecDeque<Arc<Dispatch>>,
    /// External identifiers with the time and the dispatch of their first send.
    external: VecDeque<(String, DateTime<Utc>, String)>,
    /// The number of all sends.
    count: u64,
    /// The size of all bodies in bytes.
    bytes: usize,
    forgotten: u64,
    /// The maximum size of all bodies in bytes.
    max_bytes: usize,
}

/// A send before it is carried out.
pub(crate) struct SendRequest<'a> {
    pub(crate) number: u64,
    pub(crate) at: DateTime<Utc>,
    pub(crate) path: &'a str,
    pub(crate) body: &'a Value,
}

impl Outbox {
    /// The maximum number of sends that are kept.
    const MAX_DISPATCHES: usize = 10_000;

    pub(crate) fn new(seed: u64, max_bytes: usize) -> Self {
        Self {
            noise: Noise::new(seed).text("dispatches"),
            dispatches: VecDeque::new(),
            external: VecDeque::new(),
            count: 0,
            bytes: 0,
            forgotten: 0,
            max_bytes,
        }
    }

    /// Carries a send out, and returns the identifier of its dispatch. A send with an external identifier that was
    /// sent within 24 hours is not carried out again.
    pub(crate) fn send(&mut self, send: &SendRequest<'_>) -> String {
        self.external.retain(|(_, at, _)| send.at - *at < TimeDelta::hours(24));
        let external = send.body.get("external_send_id").and_then(Value::as_str);
        let known = self.external.iter().find(|(id, ..)| Some(id.as_str()) == external);
        if let Some((_, _, dispatch_id)) = known {
            return dispatch_id.clone();
        }
        let noise = self.noise.number(self.count as i64);
        let dispatch_id =
            format!("{:016x}{:016x}", noise.text("high").bits(), noise.text("low").bits());
        self.count += 1;
        if let Some(external) = external {
            self.external.push_back((external.to_owned(), send.at, dispatch_id.clone()));
            self.external.drain(..self.external.len().saturating_sub(Self::MAX_DISPATCHES));
        }
        let body = Bytes::from(send.body.to_string());
        self.bytes += body.len();
        self.dispatches.push_back(Arc::new(Dispatch {
            number: send.number,
            at: send.at,
            path: send.path.to_owned(),
            dispatch_id: dispatch_id.clone(),
            body,
        }));
        while self.dispatches.len() > Self::MAX_DISPATCHES || self.bytes > self.max_bytes {
            let Some(oldest) = self.dispatches.pop_front() else { break };
            self.bytes -= oldest.body.len();
            self.forgotten += 1;
        }
        dispatch_id
    }

    /// Returns the current sends, and the number of dropped ones. Keys are redacted later, outside the lock.
    pub(crate) fn snapshot(&self) -> (Vec<Arc<Dispatch>>, u64) {
        (self.dispatches.iter().cloned().collect(), self.forgotten)
    }

    pub(crate) fn clear(&mut self) {
        self.dispatches.clear();
        self.bytes = 0;
        self.forgotten = 0;
    }
}

/// Copies a send without the keys.
pub(crate) fn without_keys<'a>(
    dispatch: &Dispatch,
    keys: impl IntoIterator<Item = &'a Secret>,
) -> Dispatch {
    let mut copy = dispatch.clone();
    for key in keys {
        if let Some(clean) = without(key, &copy.body) {
            copy.body = clean.into();
        }
    }
    copy
}

impl fmt::Display for Dispatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at.to_rfc3339_opts(SecondsFormat::Millis, true);
        write!(f, "{at} #{} {} -> {}", self.number, self.path, self.dispatch_id)
    }
}
