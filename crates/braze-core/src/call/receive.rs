//! From what a transport received to a reply or an error, free of secrets.

mod envelope;
#[cfg(feature = "gzip")]
mod inflate;

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;
use chrono::{DateTime, Utc};
use http::response::Parts;
use http::{HeaderMap, HeaderName, HeaderValue};

use self::envelope::Envelope;
use crate::auth::{Redaction, Scrub, Secret, scrubbed};
use crate::endpoint::Endpoint;
use crate::error::{ApiError, DecodeError, Error, IoError, IoKind};
use crate::headers::{ReplyHeaders, unread};
use crate::machine::Now;
use crate::message::Message;
use crate::reply::Reply;

/// The reply as it was before compression, with secrets redacted from its headers.
pub(crate) fn unpack<'a>(
    mut head: Parts,
    body: &'a [u8],
    secrets: Redaction<'_>,
    max_body: u64,
) -> Result<(Parts, Cow<'a, [u8]>), IoError> {
    scrub_headers(&mut head.headers, secrets);
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
    secrets: Redaction<'_>,
    circumstances: Circumstances,
) -> Result<Reply<E::Output>, Error> {
    if !head.status.is_success() {
        return Err(api_error(head, body, secrets, circumstances));
    }
    match E::decode(&head, body) {
        Ok(mut value) => match E::message(&value) {
            Some(message) if !message.is_success() => {
                Err(api_error(head, body, secrets, circumstances))
            }
            _ => {
                secrets.apply(&mut value);
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
                Err(api_error(head, body, secrets, circumstances))
            }
            _ => {
                if let Some(encoding) = unread(&head.headers) {
                    error = DecodeError::new("", format!("its {encoding}"), body);
                }
                secrets.apply(&mut error);
                Err(Error::Decode(Box::new(error)))
            }
        },
    }
}

/// The error for a reply that did not arrive.
pub(crate) fn failure(mut failure: IoError, secrets: Redaction<'_>, max_body: u64) -> Error {
    secrets.apply(failure.reason_mut());
    match failure.kind() {
        IoKind::TooLarge => Error::TooLarge { limit: max_body },
        IoKind::Cancelled => Error::Cancelled,
        _ => Error::Io(failure),
    }
}

fn api_error(
    head: Parts,
    body: &[u8],
    secrets: Redaction<'_>,
    circumstances: Circumstances,
) -> Error {
    let mut envelope = Envelope::read(body);
    secrets.apply(&mut envelope.message);
    secrets.apply(&mut envelope.errors);
    Error::Api(Box::new(ApiError {
        status: head.status,
        message: envelope.message,
        errors: envelope.errors,
        is_summary: envelope.is_summary,
        rate_limit: circumstances.headers.rate_limit,
        retry_after: circumstances.retry_after,
        retry_at: circumstances.retry_at,
        headers: head.headers,
        body: secrets.scrubbed(body).unwrap_or_else(|| body.to_vec()).into(),
    }))
}

fn scrub_headers(headers: &mut HeaderMap, secrets: Redaction<'_>) {
    let holds_secret = |name: &&HeaderName| secrets.scrubbed(name.as_str().as_bytes()).is_some();
    let leaks: Vec<_> = headers.keys().filter(holds_secret).cloned().collect();
    for name in leaks {
        headers.remove(name);
    }
    for value in headers.values_mut() {
        if let Some(clean) = secrets.scrubbed(value.as_bytes()) {
            *value = HeaderValue::from_bytes(&clean)
                .unwrap_or_else(|_| HeaderValue::from_static("[redacted]"));
        }
    }
}

impl Scrub for DecodeError {
    fn scrub(&mut self, secret: &Secret) {
        let (path, problem, body) = self.parts_mut();
        path.scrub(secret);
        problem.scrub(secret);
        if let Some(clean) = scrubbed(body, secret) {
            *body = Bytes::from(clean);
        }
    }
}
