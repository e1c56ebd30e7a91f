//! From what a transport received to a reply or an error, free of the API key.

#[cfg(feature = "gzip")]
mod inflate;

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::response::Parts;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::auth::{ApiKey, Scrub, scrubbed};
use crate::endpoint::Endpoint;
use crate::error::{ApiError, DecodeError, Envelope, Error, IoError, IoKind};
use crate::headers::{ReplyHeaders, unread};
use crate::machine::Now;
use crate::message::Message;
use crate::reply::Reply;

/// The reply as it was before compression, with the key redacted from its headers.
pub(crate) fn unpack<'a>(
    mut head: Parts,
    body: &'a [u8],
    key: &ApiKey,
    max_body: u64,
) -> Result<(Parts, Cow<'a, [u8]>), IoError> {
    scrub_headers(&mut head.headers, key);
    #[cfg(feature = "gzip")]
    return inflate::inflate(head, body, max_body);
    #[cfg(not(feature = "gzip"))]
    {
        let _ = max_body;
        Ok((head, Cow::Borrowed(body)))
    }
}

/// Facts about a reply beside its head and body.
#[derive(Clone, Copy)]
pub(crate) struct Circumstances {
    pub(crate) attempts: u32,
    pub(crate) headers: ReplyHeaders,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) retry_at: Option<DateTime<Utc>>,
}

/// Reads a reply. A success status with a `message` that is not one is an error of the server.
pub(crate) fn reply<E: Endpoint>(
    head: Parts,
    body: &[u8],
    key: &ApiKey,
    circumstances: Circumstances,
) -> Result<Reply<E::Output>, Error> {
    if !head.status.is_success() {
        return Err(api_error(head, body, key, circumstances));
    }
    match E::decode(&head, body) {
        Ok(mut value) => match E::message(&value) {
            Some(message) if !message.is_success() => {
                Err(api_error(head, body, key, circumstances))
            }
            _ => {
                value.scrub(key);
                let Circumstances { attempts, headers: read, .. } = circumstances;
                let Parts { status, headers, .. } = head;
                let date = read.date.map(|unix| Now { mono: Duration::ZERO, unix }.date_time());
                let ReplyHeaders { rate_limit, age, .. } = read;
                Ok(Reply { value, status, rate_limit, date, age, headers, attempts })
            }
        },
        // A refusal need not hold the fields that a success promises.
        Err(mut error) => match Envelope::refusal(body) {
            Some(message) if !Message::from(message.as_str()).is_success() => {
                Err(api_error(head, body, key, circumstances))
            }
            _ => {
                if let Some(encoding) = unread(&head.headers) {
                    error = DecodeError::new("", format!("its {encoding}"), body);
                }
                error.scrub(key);
                Err(Error::Decode(Box::new(error)))
            }
        },
    }
}

/// The error for a reply that did not arrive.
pub(crate) fn failure(mut failure: IoError, key: &ApiKey, max_body: u64) -> Error {
    failure.reason_mut().scrub(key);
    match failure.kind() {
        IoKind::TooLarge => Error::TooLarge { limit: max_body },
        IoKind::Cancelled => Error::Cancelled,
        _ => Error::Io(failure),
    }
}

fn api_error(head: Parts, body: &[u8], key: &ApiKey, circumstances: Circumstances) -> Error {
    let mut envelope = Envelope::read(body);
    envelope.message.scrub(key);
    envelope.errors.scrub(key);
    Error::Api(Box::new(ApiError {
        status: head.status,
        message: envelope.message,
        errors: envelope.errors,
        is_summary: envelope.is_summary,
        rate_limit: circumstances.headers.rate_limit,
        retry_after: circumstances.retry_after,
        retry_at: circumstances.retry_at,
        headers: head.headers,
        body: scrubbed(body, key).unwrap_or_else(|| body.to_vec()).into(),
    }))
}

fn scrub_headers(headers: &mut HeaderMap, key: &ApiKey) {
    let holds_key = |name: &&HeaderName| scrubbed(name.as_str().as_bytes(), key).is_some();
    let leaks: Vec<_> = headers.keys().filter(holds_key).cloned().collect();
    for name in leaks {
        headers.remove(name);
    }
    for value in headers.values_mut() {
        if let Some(clean) = scrubbed(value.as_bytes(), key) {
            *value = HeaderValue::from_bytes(&clean)
                .unwrap_or_else(|_| HeaderValue::from_static("[redacted]"));
        }
    }
}

impl Scrub for DecodeError {
    fn scrub(&mut self, key: &ApiKey) {
        let (path, problem, body) = self.parts_mut();
        path.scrub(key);
        problem.scrub(key);
        if let Some(clean) = scrubbed(body, key) {
            *body = Bytes::from(clean);
        }
    }
}
