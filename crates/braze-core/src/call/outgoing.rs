//! [`Outgoing`]: what a call sends.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Uri};

use super::config::Config;
use crate::auth::ApiKey;
use crate::endpoint::{Endpoint, Meta};
use crate::error::Error;
use crate::validate::Violations;
use crate::wire::RequestWriter;

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
        let (target, body) = writer.finish().map_err(|error| unwritable(&error))?;
        if let Some(field) = field_with_key(&target, &body, &config.api_key) {
            let mut violations = Violations::default();
            violations.note(field, "holds the API key: give the identifier or name that is meant");
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
    /// A request as it would be sent, for those who carry it without a [`Call`]: nothing paces or repeats it.
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
        Ok(Outgoing::new(self, request)?.into_request(self, &E::META))
    }
}

/// The field of a request whose value holds the API key. It would be in the logs of servers and proxies, and
/// in what is stored under it.
fn field_with_key(target: &[u8], body: &[u8], key: &ApiKey) -> Option<String> {
    if key.is_in_target(target) {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let query = target.splitn(2, |byte| *byte == b'?').nth(1).unwrap_or_default();
        let mut pairs = query.split(|byte| *byte == b'&').filter(|pair| key.is_in(pair));
        let name = pairs.next().and_then(|pair| pair.split(|byte| *byte == b'=').next());
        return Some(name.map_or_else(|| "path".to_owned(), text));
    }
    if body.is_empty() || !key.is_in(body) {
        return None;
    }
    let fields: serde_json::Map<_, _> = serde_json::from_slice(body).unwrap_or_default();
    let field = fields.into_iter().find(|(_, value)| key.is_in(value.to_string()));
    Some(field.map_or_else(|| "body".to_owned(), |(name, _)| name))
}
