//! [`Unchecked`]: a request to a path that the spec lacks.

use braze_core::http::Method;
use braze_core::http::response::Parts;
use braze_core::{
    DecodeError, Effect, Endpoint, Message, Meta, RequestWriter, Scrub, Secret, Violations, reply,
};
use serde_json::Value;

use crate::endpoint::Pairs;
use crate::request::{Sendable, sendable};

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
        Method::GET => sendable(Unchecked::<0> { path, query, body }),
        Method::POST => sendable(Unchecked::<1> { path, query, body }),
        Method::PUT => sendable(Unchecked::<2> { path, query, body }),
        Method::PATCH => sendable(Unchecked::<3> { path, query, body }),
        _ => sendable(Unchecked::<4> { path, query, body }),
    }
}

const NAME: &str = "unchecked";
const PATH: &str = "(a path that is not in the spec)";

/// The parts of a reply that say how a call went.
struct Envelope {
    message: Option<Message>,
    errors: Vec<Value>,
}

impl Scrub for Envelope {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.errors.scrub(secret);
    }
}

impl<const METHOD: usize> Endpoint for Unchecked<METHOD> {
    type Output = Envelope;

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

    /// Takes any JSON, or nothing.
    fn decode(_head: &Parts, body: &[u8]) -> Result<Envelope, DecodeError> {
        let reply = if body.is_empty() { Value::Null } else { reply::json::<Value>(body)? };
        let message = reply.get("message").and_then(Value::as_str).map(Message::from);
        let errors = reply.get("errors").and_then(Value::as_array).cloned();
        Ok(Envelope { message, errors: errors.unwrap_or_default() })
    }

    fn message(output: &Envelope) -> Option<&Message> {
        output.message.as_ref()
    }

    fn errors(output: &Envelope) -> &[Value] {
        &output.errors
    }
}
