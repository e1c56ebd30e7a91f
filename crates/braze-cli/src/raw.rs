//! [`RawReply`]: a reply as the server sent it, of an operation of the spec or of any other path.

use braze_blocking::Client;
use braze_core::http::Method;
use braze_core::http::response::Parts;
use braze_core::operation::{self, Operation};
use braze_core::{
    ApiKey, Config, DecodeError, Effect, Endpoint as Request, Error, Message, Meta, RequestWriter,
    Scrub, Violations, reply,
};
use serde_json::Value;

use crate::endpoint::{Endpoint, Pairs, Written};

/// A reply as the server sent it, but for the API key.
pub(crate) struct RawReply {
    /// JSON, or nothing.
    pub(crate) text: String,
    message: Option<Message>,
    errors: Vec<Value>,
}

impl RawReply {
    /// Takes a body, which must be JSON or empty.
    fn parse(body: &[u8]) -> Result<Self, DecodeError> {
        let envelope = if body.is_empty() { Value::Null } else { reply::json::<Value>(body)? };
        let message = envelope.get("message").and_then(Value::as_str).map(Message::from);
        let errors = envelope.get("errors").and_then(Value::as_array).cloned();
        let text = String::from_utf8_lossy(body).into_owned();
        Ok(Self { text, message, errors: errors.unwrap_or_default() })
    }
}

impl Scrub for RawReply {
    fn scrub(&mut self, key: &ApiKey) {
        self.text.scrub(key);
        self.message.scrub(key);
        self.errors.scrub(key);
    }
}

/// Reads and checks a request from its path, its parameters and its body.
type Read = fn(&str, Pairs, &[u8]) -> Result<Box<dyn Sendable>, Violations>;

/// An operation of the spec that returns its reply as it was sent.
pub(crate) struct RawRequest {
    pub(crate) endpoint: Endpoint,
    read: Read,
}

/// A checked request.
pub(crate) trait Sendable {
    /// The constants of its operation.
    fn meta(&self) -> Meta;

    /// Sends it. The problems stand beside a success.
    fn send(&self, client: &Client) -> Result<(RawReply, Vec<String>), Error>;

    /// Writes it as it would be sent.
    fn write(&self, config: &Config) -> Result<Written, Error>;
}

impl RawRequest {
    /// All operations of the spec.
    pub(crate) fn all() -> Vec<Self> {
        struct Collector(Vec<RawRequest>);

        impl operation::Visitor for Collector {
            fn endpoint<E: Operation>(&mut self) {
                self.0.push(RawRequest { endpoint: Endpoint::new::<E>(), read: read::<E> });
            }
        }

        let mut collector = Collector(Vec::new());
        operation::visit(&mut collector);
        collector.0
    }

    /// Checks a request. Each parameter of the query must be one of the operation.
    pub(crate) fn check(
        &self,
        path: &str,
        query: Pairs,
        body: &[u8],
    ) -> Result<Box<dyn Sendable>, Violations> {
        (self.read)(path, query, body)
    }
}

fn read<E: Operation>(
    path: &str,
    query: Pairs,
    body: &[u8],
) -> Result<Box<dyn Sendable>, Violations> {
    let mut pairs = operation::pairs::<E>(path);
    pairs.extend(query);
    let read = operation::from_pairs::<E>(pairs, body)?;
    let mut violations = Violations::default();
    for name in read.unknown {
        violations.note(name, "is not a parameter of this operation");
    }
    violations.into_result()?;
    Ok(Box::new(OfSpec(read.request)))
}

/// A request of the spec with its reply as it was sent.
struct OfSpec<E>(E);

impl<E: Request> Request for OfSpec<E> {
    type Output = RawReply;

    const META: Meta = E::META;

    fn validate(&self, v: &mut Violations) {
        self.0.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        self.0.encode(w);
    }

    fn decode(_head: &Parts, body: &[u8]) -> Result<RawReply, DecodeError> {
        RawReply::parse(body)
    }

    fn message(output: &RawReply) -> Option<&Message> {
        output.message.as_ref()
    }

    fn errors(output: &RawReply) -> &[Value] {
        &output.errors
    }
}

impl<E: Request<Output = RawReply>> Sendable for E {
    fn meta(&self) -> Meta {
        E::META
    }

    fn send(&self, client: &Client) -> Result<(RawReply, Vec<String>), Error> {
        let reply = Client::send(client, self)?.into_value();
        let problems = E::problems(&reply);
        Ok((reply, problems))
    }

    fn write(&self, config: &Config) -> Result<Written, Error> {
        config.request(self)
    }
}

/// A request to a path that the spec lacks. The numbers of the methods are those of [`unchecked`].
struct Unchecked<const METHOD: usize> {
    path: String,
    query: Pairs,
    body: Option<Value>,
}

/// A request to a path that the spec lacks.
pub(crate) fn unchecked(
    method: &Method,
    path: String,
    query: Pairs,
    body: Option<Value>,
) -> Box<dyn Sendable> {
    match *method {
        Method::GET => Box::new(Unchecked::<0> { path, query, body }),
        Method::POST => Box::new(Unchecked::<1> { path, query, body }),
        Method::PUT => Box::new(Unchecked::<2> { path, query, body }),
        Method::PATCH => Box::new(Unchecked::<3> { path, query, body }),
        _ => Box::new(Unchecked::<4> { path, query, body }),
    }
}

const NAME: &str = "unchecked";
const PATH: &str = "(a path that is not in the spec)";

impl<const METHOD: usize> Request for Unchecked<METHOD> {
    type Output = RawReply;

    /// Anything but `GET` may send messages.
    const META: Meta = match METHOD {
        0 => Meta::get(NAME, PATH),
        1 => Meta::new(NAME, Method::POST, PATH).effect(Effect::Sends),
        2 => Meta::new(NAME, Method::PUT, PATH).effect(Effect::Sends),
        3 => Meta::new(NAME, Method::PATCH, PATH).effect(Effect::Sends),
        _ => Meta::new(NAME, Method::DELETE, PATH).effect(Effect::Sends),
    };

    fn validate(&self, v: &mut Violations) {
        let is_plain = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}#?".contains(c);
        if !self.path.starts_with('/') || !self.path.chars().all(is_plain) {
            v.note("PATH", "must begin with `/` and be percent-encoded, such as `/campaigns/list`");
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path(&self.path);
        for (index, (name, value)) in self.query.iter().enumerate() {
            w.path(if index == 0 { "?" } else { "&" });
            w.path_value(name);
            w.path("=");
            w.path_value(value);
        }
        if let Some(body) = &self.body {
            w.json(body);
        }
    }

    fn decode(_head: &Parts, body: &[u8]) -> Result<RawReply, DecodeError> {
        RawReply::parse(body)
    }

    fn message(output: &RawReply) -> Option<&Message> {
        output.message.as_ref()
    }

    fn errors(output: &RawReply) -> &[Value] {
        &output.errors
    }
}
