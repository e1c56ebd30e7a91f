//! [`ImportJob`]: one request of an import, and its reply.

use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;
use serde_json::{Map, Value};

use super::batch::Batch;
use super::target::{ImportList, ImportTarget};
use crate::auth::{Scrub, Secret};
use crate::call::{Call, Session};
use crate::endpoint::{Endpoint, Meta, Replay};
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
    call: Call<BatchRequest>,
    /// The attempts that the server may have acted on.
    arrivals: u32,
}

/// The reply to a job.
#[derive(Debug, Clone)]
pub struct ImportReply {
    message: Option<Message>,
    /// The other fields.
    fields: Value,
    pub(super) errors: PartialErrors,
}

impl ImportReply {
    /// The number of records of an array that were taken in, if the reply says it.
    pub(super) fn count(&self, list: &ImportList) -> Option<u64> {
        match self.fields.get(list.count?)? {
            Value::Array(items) => Some(items.len() as u64),
            other => other.as_u64(),
        }
    }
}

impl ImportJob {
    pub(super) fn new(
        session: &Session,
        number: u64,
        target: &'static ImportTarget,
        batch: &Batch,
        replay: Replay,
    ) -> Self {
        let (path_value, body) = (batch.path_value().map(Box::from), batch.body());
        let call = session.call(&BatchRequest { target, path_value, body, replay });
        Self { number, call, arrivals: 0 }
    }

    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The attempts that the server may have acted on.
    pub(super) fn arrivals(&self) -> u32 {
        self.arrivals
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
        let may_have_arrived = match &outcome {
            Ok((head, _)) => may_act(head.status),
            Err(failure) => failure.sent() == Sent::Maybe,
        };
        self.arrivals += u32::from(may_have_arrived);
        self.call.resume(now, outcome);
    }
}

/// Tells whether a request may have been acted on beside a status.
fn may_act(status: StatusCode) -> bool {
    status.is_success() || status.is_server_error() || status == StatusCode::REQUEST_TIMEOUT
}

/// A request with a body that is joined from records.
struct BatchRequest {
    target: &'static ImportTarget,
    /// The value of the placeholder in the path.
    path_value: Option<Box<str>>,
    body: Bytes,
    replay: Replay,
}

impl Endpoint for BatchRequest {
    type Output = ImportReply;

    /// The operation of most imports. [`meta`](Self::meta) tells the one of a request.
    const META: Meta = Meta::USERS_TRACK;

    fn meta(&self) -> &'static Meta {
        self.target.meta
    }

    fn replay(&self) -> Replay {
        self.replay
    }

    fn validate(&self, _: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        let path = self.target.meta.path;
        let (before, placeholder) = path.split_at(path.find('{').unwrap_or(path.len()));
        w.path(before);
        if let (Some(value), Some((_, after))) = (&self.path_value, placeholder.split_once('}')) {
            w.path_value(&**value);
            w.path(after);
        }
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
        let errors = ["errors", "rename_errors", "removal_errors"];
        let errors = errors.iter().filter_map(|name| fields.remove(*name)).collect();
        Ok(ImportReply { message, fields: Value::Object(fields), errors })
    }

    fn message(output: &ImportReply) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &ImportReply) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

impl Scrub for ImportReply {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.fields.scrub(secret);
        self.errors.scrub(secret);
    }
}
