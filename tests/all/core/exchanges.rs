//! The examples of the spec, which are promises: each request is written as it stands there, and each
//! reply is read and written again without loss.

use braze_core::Error;
use braze_core::operation::{self, Exchange, Operation, Visitor};
use serde_json::{Value, json};

use super::peer::{answered, reply};

#[test]
fn the_examples_of_the_spec_hold() {
    operation::visit(&mut Examples);
}

struct Examples;

impl Visitor for Examples {
    fn endpoint<E: Operation>(&mut self) {
        let examples = E::DESCRIPTION.exchanges;
        assert!(!examples.is_empty(), "{} has no example", E::META.name);
        for example in examples {
            holds::<E>(example);
        }
    }
}

fn holds<E: Operation>(example: &Exchange) {
    let name = format!("{}.{}", E::META.name, example.name);
    let body = example.body.unwrap_or_default().as_bytes();
    let pairs = operation::exchange_pairs::<E>(example);
    let read = operation::from_pairs::<E>(pairs, body).unwrap_or_else(|problems| {
        panic!("{name}: the request breaks the spec's own rules: {problems}")
    });
    assert_eq!(read.unknown, [""; 0], "{name}: parameters that the operation does not have");
    assert_eq!(operation::target(&read.request), example.target, "{name}: the request");
    match answered(&read.request, reply(example.status, &[], example.reply)) {
        Ok(reply) => {
            let json = |body: &[u8]| without_absent(serde_json::from_slice(body).unwrap());
            let written = E::write(&reply.value);
            assert_eq!(json(&written), json(example.reply.as_bytes()), "{name}: the reply");
            insta::assert_debug_snapshot!(name, reply.value);
        }
        Err(Error::Api(error)) => {
            assert_eq!(error.status(), example.status);
            insta::assert_snapshot!(name, error);
        }
        Err(error) => panic!("{name}: {error}"),
    }
}

/// A value without fields that are `null` or empty: omitting them says the same.
fn without_absent(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, without_absent(value)));
            let is_empty = |value: &Value| {
                matches!(value, Value::Null) || *value == json!([]) || *value == json!({})
            };
            fields.filter(|(_, value)| !is_empty(value)).collect()
        }
        Value::Array(items) => items.into_iter().map(without_absent).collect(),
        other => other,
    }
}
