//! [`Outgoing`]: what a call sends.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Uri};

use super::config::Config;
use crate::auth::ApiKey;
use crate::endpoint::{Endpoint, Meta};
use crate::error::Error;
use crate::validate::Violations;
use crate::wire::{RequestWriter, Written};

/// A request's address and body, the same in every attempt.
#[derive(Clone, Default)]
pub(crate) struct Outgoing {
    uri: Uri,
    body: Bytes,
}

impl Outgoing {
    /// Checks and writes.
    pub(crate) fn new<E: Endpoint>(config: &Config, endpoint: &E) -> Result<Self, Error> {
        endpoint.check()?;
        let unwritable = |problem: &dyn std::fmt::Display| {
            let mut violations = Violations::default();
            violations.note("request", format!("cannot be written: {problem}"));
            Error::Invalid(violations)
        };
        let mut writer = RequestWriter::new();
        endpoint.encode(&mut writer);
        let written = writer.finish().map_err(|error| unwritable(&error))?;
        if let Some(field) = field_with_key(&written, &config.api_key) {
            let mut violations = Violations::default();
            violations.note(field, "holds the API key: give the identifier or name that is meant");
            return Err(Error::Invalid(violations));
        }
        let Written { target, body, .. } = written;
        if let Some(max) = endpoint.meta().max_body.filter(|max| body.len() > *max) {
            let mut violations = Violations::default();
            let problem = format!("has {} bytes, but at most {max} are allowed", body.len());
            violations.note("body", problem);
            return Err(Error::Invalid(violations));
        }
        let uri = config.base_url.join(target).map_err(|error| unwritable(&error))?;
        Ok(Self { uri, body })
    }

    /// The request of one attempt.
    pub(crate) fn into_request(self, config: &Config, meta: &Meta) -> Request<Bytes> {
        let mut headers = config.headers.clone();
        if !self.body.is_empty() {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        } else if !matches!(meta.method, Method::GET | Method::HEAD | Method::DELETE) {
            // HTTP libraries disagree on how to send a body of nothing.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let mut request = Request::new(self.body);
        *request.method_mut() = meta.method.clone();
        *request.uri_mut() = self.uri;
        *request.headers_mut() = headers;
        request
    }
}

impl Config {
    /// A request as it would be sent, for those who carry it without a [`Call`](crate::Call): nothing paces or repeats it.
    ///
    /// ```
    /// use braze_core::{ApiKey, Config, Instance, sessions};
    ///
    /// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
    /// let config = Config::new(Instance::Us01, key);
    /// let request = config.request(&sessions::DataSeriesRequest::new(14))?;
    /// assert_eq!(request.uri().query(), Some("length=14"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with everything that is wrong with the request.
    pub fn request<E: Endpoint>(&self, request: &E) -> Result<Request<Bytes>, Error> {
        Ok(Outgoing::new(self, request)?.into_request(self, request.meta()))
    }
}

/// Finds the field of a request whose value contains the API key.
///
/// Logs of servers and proxies would contain it, and everything that is stored under it.
fn field_with_key(written: &Written, key: &ApiKey) -> Option<String> {
    let Written { target, path, texts, body } = written;
    if key.may_be_in(texts.longest) && key.is_in(&target[texts.range.clone()]) {
        let pairs = target[*path..].split(|byte| matches!(byte, b'?' | b'&'));
        let name = pairs.filter(|pair| key.is_in(pair)).find_map(|pair| {
            let name = pair.split(|byte| *byte == b'=').next()?;
            Some(String::from_utf8_lossy(name).into_owned())
        });
        return Some(name.unwrap_or_else(|| "query".to_owned()));
    }
    if key.may_be_in(*path) && key.is_in(&target[..*path]) {
        return Some("path".to_owned());
    }
    if !key.may_be_in(body.len()) || !key.is_in(body) {
        return None;
    }
    let fields: serde_json::Map<_, _> = serde_json::from_slice(body).unwrap_or_default();
    let field = fields.into_iter().find(|(_, value)| key.is_in(value.to_string()));
    Some(field.map_or_else(|| "body".to_owned(), |(name, _)| name))
}
