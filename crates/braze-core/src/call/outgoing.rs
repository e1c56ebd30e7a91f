//! [`Outgoing`]: what a call sends.

use bytes::Bytes;
use http::header::{AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Method, Request, Uri};

use super::config::Config;
use crate::auth::{Credential, Credentials, Secret};
use crate::endpoint::{Endpoint, Meta};
use crate::error::Error;
use crate::validate::Violations;
use crate::wire::{RequestWriter, Written};

/// A request's address, headers and body, the same in every attempt.
#[derive(Clone, Default)]
pub(crate) struct Outgoing {
    uri: Uri,
    /// The authorisation of an operation that does not need the API key.
    authorization: Option<HeaderValue>,
    headers: Vec<(HeaderName, HeaderValue)>,
    /// The content type of a body that is not JSON.
    content_type: Option<HeaderValue>,
    body: Bytes,
    /// The secrets in the body.
    secrets: Vec<Secret>,
}

impl Outgoing {
    /// Checks and writes.
    pub(crate) fn new<E: Endpoint>(config: &Config, endpoint: &E) -> Result<Self, Error> {
        let mut violations = Violations::default();
        endpoint.validate(&mut violations);
        let secrets = violations.take_secrets();
        violations.into_result()?;
        let meta = endpoint.meta();
        let authorization = authorization(config, meta)?;
        let unwritable = |problem: &dyn std::fmt::Display| {
            let mut violations = Violations::default();
            violations.note("request", format!("cannot be written: {problem}"));
            Error::Invalid(violations)
        };
        let mut writer = RequestWriter::new();
        endpoint.encode(&mut writer);
        let written = writer.finish().map_err(|error| unwritable(&error))?;
        if let Some((field, credential)) = field_with_secret(&written, &config.credentials) {
            let mut violations = Violations::default();
            let problem =
                format!("holds the {credential}: give the identifier or name that is meant");
            violations.note(field, problem);
            return Err(Error::Invalid(violations));
        }
        let Written { target, headers, content_type, body, .. } = written;
        if let Some(max) = meta.max_body.filter(|max| body.len() > *max) {
            let mut violations = Violations::default();
            let problem = format!("has {} bytes, but at most {max} are allowed", body.len());
            violations.note("body", problem);
            return Err(Error::Invalid(violations));
        }
        let uri = config.base_url.join(target).map_err(|error| unwritable(&error))?;
        Ok(Self { uri, authorization, headers, content_type, body, secrets })
    }

    /// The request of one attempt.
    pub(crate) fn into_request(self, config: &Config, meta: &Meta) -> Request<Bytes> {
        let mut headers = config.headers.clone();
        if let Some(authorization) = self.authorization {
            headers.insert(AUTHORIZATION, authorization);
        }
        for (name, value) in self.headers {
            headers.insert(name, value);
        }
        if !self.body.is_empty() {
            let json = HeaderValue::from_static("application/json");
            headers.insert(CONTENT_TYPE, self.content_type.unwrap_or(json));
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

    /// The secrets in the body.
    pub(crate) fn secrets(&self) -> &[Secret] {
        &self.secrets
    }
}

/// The authorisation of an operation, unless it is the API key, which is among the headers of every request.
fn authorization(config: &Config, meta: &Meta) -> Result<Option<HeaderValue>, Error> {
    let (operation, credential) = (meta.name, meta.credential);
    match config.credentials.authorization(credential) {
        Some(_) if credential == Credential::ApiKey => Ok(None),
        Some(authorization) => Ok(Some(authorization)),
        None => Err(Error::MissingCredential { operation, credential }),
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
    /// [`Error::Invalid`] with everything that is wrong with the request, [`Error::MissingCredential`] if it needs a
    /// secret that is not set.
    pub fn request<E: Endpoint>(&self, request: &E) -> Result<Request<Bytes>, Error> {
        Ok(Outgoing::new(self, request)?.into_request(self, request.meta()))
    }
}

/// Finds the field of a request whose value contains a secret of the client, and the kind of that secret.
///
/// Logs of servers and proxies would contain it, and everything that is stored under it.
fn field_with_secret(written: &Written, credentials: &Credentials) -> Option<(String, Credential)> {
    let found = |(credential, secret)| Some((field_with(written, secret)?, credential));
    credentials.secrets().find_map(found)
}

fn field_with(written: &Written, secret: &Secret) -> Option<String> {
    let Written { target, path, texts, headers, body, .. } = written;
    if secret.may_be_in(texts.longest) && secret.is_in(&target[texts.range.clone()]) {
        let pairs = target[*path..].split(|byte| matches!(byte, b'?' | b'&'));
        let name = pairs.filter(|pair| secret.is_in(pair)).find_map(|pair| {
            let name = pair.split(|byte| *byte == b'=').next()?;
            Some(String::from_utf8_lossy(name).into_owned())
        });
        return Some(name.unwrap_or_else(|| "query".to_owned()));
    }
    if secret.may_be_in(*path) && secret.is_in(&target[..*path]) {
        return Some("path".to_owned());
    }
    if let Some((name, _)) = headers.iter().find(|(_, value)| secret.is_in(value)) {
        return Some(name.to_string());
    }
    if !secret.may_be_in(body.len()) || !secret.is_in(body) {
        return None;
    }
    let fields: serde_json::Map<_, _> = serde_json::from_slice(body).unwrap_or_default();
    let field = fields.into_iter().find(|(_, value)| secret.is_in(value.to_string()));
    Some(field.map_or_else(|| "body".to_owned(), |(name, _)| name))
}
