//! Requests of the scenarios: one of the spec, and some written by hand.

use braze_core::http::{Method, response::Parts};
use braze_core::{DecodeError, Endpoint, Meta, Replay, RequestWriter, Violations, reply, sessions};
use serde_json::Value;

/// The request of most scenarios.
pub(crate) fn sessions() -> sessions::DataSeriesRequest {
    sessions::DataSeriesRequest::new(2)
}

/// Declares a request by hand: a type around an optional JSON body.
macro_rules! by_hand {
    ($($(#[$doc:meta])* $name:ident = $meta:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone)]
        pub(crate) struct $name(pub(crate) Option<Value>);

        impl Endpoint for $name {
            type Output = Value;

            const META: Meta = $meta;

            fn validate(&self, _: &mut Violations) {}

            fn encode(&self, w: &mut RequestWriter) {
                w.path(Self::META.path);
                if let Some(body) = &self.0 {
                    w.json(body);
                }
            }

            fn decode(_: &Parts, body: &[u8]) -> Result<Value, DecodeError> {
                reply::json(body)
            }
        }
    )*};
}

by_hand! {
    /// Not safe to repeat.
    Post = Meta::new("post", Method::POST, "/hand/post");
    /// Safe to repeat.
    Put = Meta::new("put", Method::PUT, "/hand/put").replay(Replay::Idempotent);
    Patch = Meta::new("patch", Method::PATCH, "/hand/patch");
    Delete = Meta::new("delete", Method::DELETE, "/hand/delete").replay(Replay::Idempotent);
}
