//! [`RequestWriter`]: where a request writes its path, query and body.

use std::ops::Range;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use serde::Serialize;

use super::form::Form;
use super::value::{Encoder, WireValue};

/// Collects the path, the query, the headers and the body of one request.
///
/// Everything but the unreserved characters of RFC 3986 is percent-encoded, so that a `+` in an
/// offset arrives as a plus and not as a space.
#[derive(Debug)]
pub struct RequestWriter {
    target: Vec<u8>,
    /// The length of the path, once a query follows it.
    path: Option<usize>,
    texts: Texts,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The content type of a body that is not JSON.
    content_type: Option<HeaderValue>,
    body: Bytes,
    failure: Option<String>,
}

/// A request as it was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// Path and query.
    pub(crate) target: Vec<u8>,
    /// The length of the path.
    pub(crate) path: usize,
    /// The texts in the query.
    pub(crate) texts: Texts,
    /// The headers of this request alone.
    pub(crate) headers: Vec<(HeaderName, HeaderValue)>,
    /// The content type of a body that is not JSON.
    pub(crate) content_type: Option<HeaderValue>,
    pub(crate) body: Bytes,
}

/// The places of the texts that a caller chose, within a target.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// The bytes from the first to the last of them.
    pub(crate) range: Range<usize>,
    /// The length of the longest one.
    pub(crate) longest: usize,
}

impl Texts {
    fn add(&mut self, place: Range<usize>) {
        if self.longest == 0 {
            self.range.start = place.start;
        }
        self.range.end = place.end;
        self.longest = self.longest.max(place.len());
    }
}

impl RequestWriter {
    pub(crate) fn new() -> Self {
        Self {
            // Long enough for the longest request of the spec, so that it is allocated once.
            target: Vec::with_capacity(256),
            path: None,
            texts: Texts::default(),
            headers: Vec::new(),
            content_type: None,
            body: Bytes::new(),
            failure: None,
        }
    }

    /// Appends fixed text of the path, as it is.
    pub fn path(&mut self, text: &str) {
        self.target.extend_from_slice(text.as_bytes());
    }

    /// Appends a value within the path, encoded so that it stays one segment.
    pub fn path_value(&mut self, value: &(impl WireValue + ?Sized)) {
        value.write(&mut Encoder::new(&mut self.target));
    }

    /// Appends a query parameter.
    pub fn query(&mut self, name: &str, value: &(impl WireValue + ?Sized)) {
        let separator = if self.path.is_some() { b'&' } else { b'?' };
        self.path.get_or_insert(self.target.len());
        self.target.push(separator);
        self.target.extend_from_slice(name.as_bytes());
        self.target.push(b'=');
        let start = self.target.len();
        let mut encoder = Encoder::new(&mut self.target);
        value.write(&mut encoder);
        if encoder.has_text {
            self.texts.add(start..self.target.len());
        }
    }

    /// Appends a query parameter if it has a value.
    pub fn query_opt(&mut self, name: &str, value: Option<&(impl WireValue + ?Sized)>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Appends a query parameter once for each item: `name=a&name=b`.
    pub fn query_each<T: WireValue>(&mut self, name: &str, values: &[T]) {
        for value in values {
            self.query(name, value);
        }
    }

    /// Appends a query parameter whose value is the items with commas between them, if there are any.
    pub fn query_list<T: WireValue>(&mut self, name: &str, values: &[T]) {
        if !values.is_empty() {
            self.query(name, values);
        }
    }

    /// Sets a header.
    pub fn header(&mut self, name: &'static str, value: &(impl WireValue + ?Sized)) {
        let header = HeaderName::from_bytes(name.as_bytes());
        match (header, HeaderValue::from_bytes(value.to_text().as_bytes())) {
            (Ok(name), Ok(value)) => self.headers.push((name, value)),
            _ => self.failure = Some(format!("`{name}` is not a header, or its value is not one")),
        }
    }

    /// Sets a header if it has a value.
    pub fn header_opt(&mut self, name: &'static str, value: Option<&(impl WireValue + ?Sized)>) {
        if let Some(value) = value {
            self.header(name, value);
        }
    }

    /// Sets the body.
    pub fn json(&mut self, body: &impl Serialize) {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body = bytes.into(),
            Err(error) => self.failure = Some(error.to_string()),
        }
    }

    /// Sets a body of the type `multipart/form-data`.
    pub fn form(&mut self, form: Form) {
        let (content_type, body) = form.finish();
        self.content_type = Some(content_type);
        self.body = body;
    }

    /// Sets a body that is written as JSON already.
    pub fn written_json(&mut self, body: Bytes) {
        self.body = body;
    }

    /// Returns the written request, or the reason why it cannot be sent.
    pub(crate) fn finish(self) -> Result<Written, String> {
        let Self { target, path, texts, headers, content_type, body, failure } = self;
        let path = path.unwrap_or(target.len());
        match failure {
            Some(reason) => Err(reason),
            None => Ok(Written { target, path, texts, headers, content_type, body }),
        }
    }
}
