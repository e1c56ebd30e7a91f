//! [`Outgoing`]: what a call sends.

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderValue, USER_AGENT,
};
use http::{Method, Request, Uri};

use crate::auth::ApiKey;
use crate::config::Config;
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
        Violations::of(endpoint)?;
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

/// The headers that every request has.
pub(crate) fn headers(api_key: &ApiKey, user_agent: HeaderValue) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(5);
    headers.insert(AUTHORIZATION, api_key.authorization());
    headers.insert(USER_AGENT, user_agent);
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    #[cfg(feature = "gzip")]
    headers.insert(http::header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    headers
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
