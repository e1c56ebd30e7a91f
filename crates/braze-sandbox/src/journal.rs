//! [`RecordedRequest`], and the journal that keeps the requests.

use std::collections::VecDeque;
use std::fmt;
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use braze_core::operation::query_pairs;
use braze_core::text::printable;
use braze_core::{ApiKey, Scrub, Secret};
use bytes::Bytes;
use chrono::{DateTime, SecondsFormat, Utc};
use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue, Method, request};

use crate::access::presented;
use crate::redaction::without;

/// A request to the sandbox and a summary of its reply. `Display` is its line in the log.
///
/// API keys are redacted: the `Authorization` header is absent, and elsewhere they are replaced.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The position among all requests, from 1.
    pub number: u64,
    /// The time of the request, by the sandbox's clock.
    pub at: DateTime<Utc>,
    /// The method.
    pub method: Method,
    /// Path and query, encoded as in the request.
    pub target: String,
    /// The headers, without `Authorization`.
    pub headers: HeaderMap,
    /// The body, or its first [`MAX_BODY`](Self::MAX_BODY) bytes.
    pub body: Bytes,
    /// The length of the whole body in bytes.
    pub body_length: u64,
    /// Status and body length of the reply; `None` if the connection was cut instead.
    pub reply: Option<(u16, u64)>,
    /// The fault that the scenario chose.
    pub fault: Option<String>,
    /// The latency that the scenario added.
    pub latency: Duration,
    /// Names of query parameters that the endpoint does not have. The service ignores them.
    pub unknown: Vec<String>,
}

impl RecordedRequest {
    /// The maximum number of bytes that are kept of a body.
    pub const MAX_BODY: usize = 64 << 10;

    /// Returns the path.
    #[must_use]
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Returns names and values of the query, decoded and in order.
    #[must_use]
    pub fn query(&self) -> Vec<(String, String)> {
        query_pairs(self.target.split_once('?').map_or("", |(_, query)| query)).collect()
    }
}

impl fmt::Display for RecordedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = self.at.to_rfc3339_opts(SecondsFormat::Millis, true);
        write!(f, "{at} #{} {} {} -> ", self.number, self.method, self.target)?;
        match self.reply {
            Some((status, length)) => write!(f, "{status}, {length} bytes")?,
            None => f.write_str("no reply")?,
        }
        if let Some(fault) = &self.fault {
            write!(f, " [fault: {fault}]")?;
        }
        if !self.latency.is_zero() {
            write!(f, " [latency: {:?}]", self.latency)?;
        }
        for (index, name) in self.unknown.iter().enumerate() {
            let before = if index == 0 { " [unknown parameters, ignored: " } else { ", " };
            write!(f, "{before}{}", printable(name))?;
        }
        if self.unknown.is_empty() { Ok(()) } else { f.write_str("]") }
    }
}

/// The latest requests, and the outputs that they are written to.
pub(crate) struct Journal {
    entries: VecDeque<Arc<Entry>>,
    /// The maximum number of entries.
    capacity: usize,
    /// The maximum size of all entries in bytes.
    max_bytes: usize,
    bytes: usize,
    forgotten: u64,
    outputs: Outputs,
    keys: Arc<[Secret]>,
}

/// The files to which every request is written.
#[derive(Default)]
pub(crate) struct Outputs {
    /// A line for people about each request.
    pub(crate) log: Option<Box<dyn Write + Send>>,
    /// A line of JSON about each request.
    pub(crate) json: Option<Box<dyn Write + Send>>,
}

/// A request with its keys. The sandbox shows it only as a [`RecordedRequest`].
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) at: DateTime<Utc>,
    pub(crate) head: request::Parts,
    pub(crate) body: Bytes,
    pub(crate) body_length: u64,
    pub(crate) reply: Option<(u16, u64)>,
    pub(crate) fault: Option<String>,
    pub(crate) latency: Duration,
    pub(crate) unknown: Vec<String>,
}

impl Journal {
    pub(crate) fn new(
        capacity: usize,
        max_bytes: usize,
        outputs: Outputs,
        keys: Vec<Secret>,
    ) -> Self {
        Self {
            entries: VecDeque::new(),
            capacity,
            max_bytes,
            bytes: 0,
            forgotten: 0,
            outputs,
            keys: keys.into(),
        }
    }

    pub(crate) fn add(&mut self, mut entry: Entry) {
        if self.outputs.log.is_some() || self.outputs.json.is_some() {
            self.outputs.write(&entry.received(&self.keys));
        }
        if self.capacity == 0 {
            self.forgotten += 1;
            return;
        }
        entry.detach();
        self.bytes += entry.size();
        self.entries.push_back(Arc::new(entry));
        while self.entries.len() > self.capacity || self.bytes > self.max_bytes {
            let Some(oldest) = self.entries.pop_front() else { break };
            self.bytes -= oldest.size();
            self.forgotten += 1;
        }
    }

    /// Returns the current entries. Keys are redacted later, outside the journal's lock.
    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot {
            entries: self.entries.iter().cloned().collect(),
            forgotten: self.forgotten,
            keys: Arc::clone(&self.keys),
        }
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.bytes = 0;
        self.forgotten = 0;
    }
}

/// The entries of a journal at one moment.
pub(crate) struct Snapshot {
    entries: Vec<Arc<Entry>>,
    forgotten: u64,
    keys: Arc<[Secret]>,
}

impl Snapshot {
    /// Returns the requests without API keys, and the number of dropped requests.
    pub(crate) fn received(&self) -> (Vec<RecordedRequest>, u64) {
        let received = self.entries.iter().map(|entry| entry.received(&self.keys));
        (received.collect(), self.forgotten)
    }
}

impl Outputs {
    fn write(&mut self, received: &RecordedRequest) {
        // A file that cannot be written must not change what the sandbox answers.
        if let Some(log) = &mut self.log {
            let _ = log.write_all(format!("{received}\n").as_bytes()).and_then(|()| log.flush());
        }
        if let Some(json) = &mut self.json {
            let line = received.to_json() + "\n";
            let _ = json.write_all(line.as_bytes()).and_then(|()| json.flush());
        }
    }
}

impl Entry {
    /// Copies the part of a body that the journal keeps. A slice would hold the whole body.
    pub(crate) fn kept_body(body: &Bytes) -> Bytes {
        Bytes::copy_from_slice(&body[..body.len().min(RecordedRequest::MAX_BODY)])
    }

    /// Copies parts that share the connection's buffer, so that the entry does not keep it alive.
    fn detach(&mut self) {
        if let Ok(uri) = self.head.uri.to_string().parse() {
            self.head.uri = uri;
        }
        for value in self.head.headers.values_mut() {
            if let Ok(copy) = HeaderValue::from_bytes(value.as_bytes()) {
                *value = copy;
            }
        }
        self.head.extensions.clear();
    }

    /// The approximate size in bytes.
    fn size(&self) -> usize {
        let target = self.head.uri.path_and_query().map_or(0, |target| target.as_str().len());
        let headers = &self.head.headers;
        let headers = headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 64);
        let unknown = self.unknown.iter().map(|name| name.len() + size_of::<String>());
        size_of::<Self>()
            + target
            + headers.sum::<usize>()
            + self.body.len()
            + unknown.sum::<usize>()
            + self.fault.as_ref().map_or(0, String::len)
    }

    fn received(&self, keys: &[Secret]) -> RecordedRequest {
        let target = self.head.uri.path_and_query().map_or("/", |target| target.as_str());
        let (mut target, mut unknown) = (target.to_owned(), self.unknown.clone());
        let (mut headers, mut body) = (self.head.headers.clone(), self.body.clone());
        headers.remove(AUTHORIZATION);
        // A key that is not accepted may be a real key of another workspace.
        let presented = ApiKey::new(presented(&self.head.headers));
        for key in keys.iter().chain(presented.as_deref().ok()) {
            target.scrub(key);
            unknown.scrub(key);
            for value in headers.values_mut() {
                let clean = without(key, value.as_bytes()).map(HeaderValue::try_from);
                if let Some(Ok(clean)) = clean {
                    *value = clean;
                }
            }
            if let Some(clean) = without(key, &body) {
                body = clean.into();
            }
        }
        RecordedRequest {
            number: self.number,
            at: self.at,
            method: self.head.method.clone(),
            target,
            headers,
            body,
            body_length: self.body_length,
            reply: self.reply,
            fault: self.fault.clone(),
            latency: self.latency,
            unknown,
        }
    }
}
