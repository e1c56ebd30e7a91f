//! [`Net`]: catches all output, and searches it for the key.

use std::error::Error as StdError;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use braze_core::http::HeaderMap;
use braze_core::{Error, Event, Observer, Reply};

use crate::conformance::collect;

/// The shortest piece of a key that gives something away.
const PIECE: usize = 8;

/// Everything that came out, in one text.
#[derive(Clone, Default)]
pub(super) struct Net(Arc<Mutex<String>>);

impl Net {
    pub(super) fn catch(&self, text: &str) {
        let mut caught = self.0.lock().unwrap();
        caught.push_str(text);
        // Pieces of two texts are no piece of the key.
        caught.push('\n');
    }

    pub(super) fn debug(&self, value: &impl Debug) {
        self.catch(&format!("{value:?}\n{value:#?}"));
    }

    pub(super) fn bytes(&self, bytes: &[u8]) {
        self.catch(&String::from_utf8_lossy(bytes));
    }

    fn headers(&self, headers: &HeaderMap) {
        self.debug(headers);
        for (name, value) in headers {
            self.catch(name.as_str());
            self.bytes(value.as_bytes());
        }
    }

    /// Runs this, and catches all that is given to `tracing` meanwhile, by any crate.
    pub(super) fn traces<T>(&self, run: impl FnOnce() -> T) -> T {
        let (result, traces) = collect("", run);
        traces.iter().for_each(|trace| self.catch(trace));
        result
    }

    /// An error: what it says, what it holds, and what caused it.
    pub(super) fn error(&self, error: &Error) {
        self.debug(error);
        self.catch(&error.to_string());
        let mut source = error.source();
        while let Some(error) = source {
            self.debug(&error);
            self.catch(&error.to_string());
            source = error.source();
        }
        match error.cause() {
            Error::Api(api) => {
                self.catch(api.message().unwrap_or_default());
                self.debug(&api.errors());
                self.catch(&serde_json::to_string(api.errors()).unwrap());
                self.debug(&api.rate_limit());
                self.headers(api.headers());
                self.bytes(api.body());
            }
            Error::Decode(decode) => {
                self.catch(decode.path());
                self.catch(decode.problem());
                self.bytes(decode.body());
            }
            Error::Io(io) => self.catch(io.reason()),
            _ => {}
        }
    }

    /// A reply: its value as Rust and as JSON, and what came around it.
    pub(super) fn reply<T: Debug + serde::Serialize>(&self, reply: &Reply<T>) {
        self.debug(reply);
        self.debug(&reply.value);
        self.catch(&serde_json::to_string(&reply.value).unwrap());
        self.headers(&reply.headers);
    }

    /// Panics if the key, or a piece of it, is in what was caught since the last time.
    pub(super) fn assert_free_of(&self, key: &str, what: &str) {
        let caught = std::mem::take(&mut *self.0.lock().unwrap());
        assert!(!caught.is_empty(), "{what}: nothing was caught");
        if find(&caught, key).is_some() {
            let leaks: Vec<_> = caught.lines().filter(|line| find(line, key).is_some()).collect();
            panic!("{what}: the key came out in {leaks:#?}");
        }
    }
}

/// Says nothing, since it is part of what is caught.
impl Debug for Net {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Net")
    }
}

impl Observer for Net {
    fn observe(&self, event: &Event<'_>) {
        self.debug(event);
    }
}

/// A piece of the key that the text holds, in any letter case, plain or escaped.
pub(super) fn find<'a>(text: &str, key: &'a str) -> Option<&'a str> {
    let plain = text.to_ascii_lowercase();
    let decoded = unescaped(plain.as_bytes()).to_ascii_lowercase();
    let decoded = String::from_utf8_lossy(&decoded);
    let texts = if plain == decoded { vec![&*plain] } else { vec![&*plain, &*decoded] };
    let shortest = PIECE.min(key.len());
    (0..=key.len() - shortest).map(|at| &key[at..at + shortest]).find(|piece| {
        let piece = piece.to_ascii_lowercase();
        texts.iter().any(|text| text.contains(&piece))
    })
}

/// The text with every escape of JSON and of URLs resolved, and those that come out of it.
pub(crate) fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, tail)) = rest.split_first() {
        let escape = [&b"\\u00"[..], b"%"].iter().find_map(|sign| {
            let hex = rest.strip_prefix(*sign)?.get(..2)?;
            let byte = u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?;
            Some((byte, &rest[sign.len() + 2..]))
        });
        let (byte, left) = escape.unwrap_or((first, tail));
        decoded.push(byte);
        rest = left;
    }
    if decoded == text { decoded } else { unescaped(&decoded) }
}

/// The search itself: a net with holes would let every other test pass.
#[test]
fn the_net_holds_what_it_should() {
    const KEY: &str = "Zq7XwV2p-9Kd4";
    for text in [
        "Zq7XwV2p-9Kd4",
        "..zq7xwv2p..",
        "Bearer ZQ7XWV2P-9KD4",
        "7XwV2p-9",
        "a=%5a%71%37%58%77%56%32%70",
        "V2p%2D9Kd4 XwV2p%2d9K",
        "\\u005aq7%58w\\u0056%32p",
        "\\u00255aq7%2558wV2p",
    ] {
        assert!(find(text, KEY).is_some(), "{text}");
    }
    for text in ["", "Zq7XwV2", "Zq7XwV2 p-9Kd4", "Zq7XwV2%p-9Kd4x"] {
        assert!(find(text, KEY).is_none(), "{text}");
    }
    let net = Net::default();
    net.catch(&format!("key: {KEY}"));
    assert!(std::panic::catch_unwind(|| net.assert_free_of(KEY, "a leak")).is_err());
}
