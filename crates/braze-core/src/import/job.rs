//! [`ImportJob`]: one request of an import, and its reply.

use bytes::Bytes;
use http::response::Parts;
use http::{Method, StatusCode};
use serde_json::{Map, Value};

use super::record::RecordKind;
use crate::auth::{ApiKey, Scrub};
use crate::call::{Call, Session};
use crate::endpoint::{Effect, Endpoint, Meta, Pool, Replay};
use crate::error::{DecodeError, Error, IoError, Sent};
use crate::machine::{Machine, Now, Step};
use crate::message::Message;
use crate::partial_errors::PartialErrors;
use crate::reply;
use crate::validate::Violations;
use crate::wire::RequestWriter;

/// One request of an import, to be driven as a [`Machine`] and given back with its outcome.
#[derive(Debug)]
pub struct ImportJob {
    number: u64,
    call: Call<Track>,
    may_have_arrived: bool,
}

/// The reply to a job.
#[derive(Debug, Clone)]
pub struct ImportReply {
    message: Option<Message>,
    /// The number that was taken in, of each kind.
    pub(super) processed: [Option<u64>; RecordKind::ALL.len()],
    pub(super) errors: PartialErrors,
}

impl ImportJob {
    pub(super) fn new(session: &Session, number: u64, body: Bytes, replay: Replay) -> Self {
        let call = session.call(&Track { body, replay });
        Self { number, call, may_have_arrived: false }
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Tells whether the server may have acted on one of the attempts.
    pub(super) fn may_have_arrived(&self) -> bool {
        self.may_have_arrived
    }
}

impl Machine for ImportJob {
    type Item = Result<ImportReply, Error>;

    fn poll(&mut self, now: Now) -> Step<Self::Item> {
        match self.call.poll(now) {
            Step::Send(request) => Step::Send(request),
            Step::Sleep(wait) => Step::Sleep(wait),
            Step::Done => Step::Done,
            Step::Yield(item) => Step::Yield(item.map(reply::Reply::into_value)),
        }
    }

    fn resume(&mut self, now: Now, outcome: Result<(Parts, &[u8]), IoError>) {
        self.may_have_arrived |= match &outcome {
            Ok((head, _)) => may_act(head.status),
            Err(failure) => failure.sent() == Sent::Maybe,
        };
        self.call.resume(now, outcome);
    }
}

/// Tells whether a request may have been acted on beside a status.
fn may_act(status: StatusCode) -> bool {
    status.is_success() || status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT
}

/// `POST /users/track`, with a body that is joined from records.
struct Track {
    body: Bytes,
    replay: Replay,
}

impl Endpoint for Track {
    type Output = ImportReply;

    const META: Meta = Meta::new("users.track", Method::POST, "/users/track")
        .permission("users.track")
        .effect(Effect::Sends)
        .pool(&Pool::USERS_TRACK);

    fn replay(&self) -> Replay {
        self.replay
    }

    fn validate(&self, _: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path(Self::META.path);
        w.written_json(self.body.clone());
    }

    /// Reads what is there. Only a body that is no JSON object is an error: a value of an unforeseen shape must
    /// not hide the others.
    fn decode(_head: &Parts, body: &[u8]) -> Result<ImportReply, DecodeError> {
        let mut fields: Map<String, Value> = reply::json(body)?;
        let message = match fields.remove("message") {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(Message::from(text.as_str())),
            Some(other) => Some(Message::from(other.to_string().as_str())),
        };
        let processed = RecordKind::ALL
            .map(|kind| fields.get(&format!("{}_processed", kind.array())).and_then(Value::as_u64));
        // Anything can be read as errors.
        let errors = fields.remove("errors").unwrap_or_default();
        let errors = serde_json::from_value(errors).unwrap_or_default();
        Ok(ImportReply { message, processed, errors })
    }

    fn message(output: &ImportReply) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &ImportReply) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

impl Scrub for ImportReply {
    fn scrub(&mut self, key: &ApiKey) {
        self.message.scrub(key);
        self.errors.scrub(key);
    }
}
