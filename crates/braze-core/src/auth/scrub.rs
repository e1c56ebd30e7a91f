//! [`Scrub`]: takes the API key out of what the server sent.
//!
//! The service repeats the key in the message of a 401, and nothing promises that it stays the only
//! place. So every text of a reply is cleaned before anyone sees it.

use serde_json::Value;

use super::escape::{Letter, as_it_stands, unescaped};
use super::key::ApiKey;
use super::placeholder::REDACTED;
use super::search::Search;
use crate::message::Message;
use crate::time::SeriesTime;

/// A value whose texts can be cleaned of the API key.
///
/// The key is found whole, cut to [eight characters or more](ApiKey), in either letter case, and
/// with any of its characters escaped as in URLs (`%33`) or in JSON (`\u0033`).
pub trait Scrub {
    /// Replaces the key in every text that `self` holds.
    fn scrub(&mut self, key: &ApiKey);
}

/// The text without the key, if the key is in it. Takes time in proportion to the text's length, and
/// memory only if something is found.
pub(crate) fn scrubbed(text: &[u8], key: &ApiKey) -> Option<Vec<u8>> {
    let search = key.search(text);
    let once = search.plain.then(|| cut(text, &search, as_it_stands)).flatten();
    let text = once.as_deref().unwrap_or(text);
    let twice = search.escapes.then(|| cut(text, &search, unescaped));
    twice.flatten().or(once)
}

/// The text without the pieces of the key, if there are any.
fn cut(text: &[u8], search: &Search<'_>, letter: fn(&[u8]) -> Option<Letter>) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    let mut kept = 0;
    while let Some(found) = search.next(text, kept, letter) {
        let out = out.get_or_insert_with(Vec::new);
        out.extend_from_slice(&text[kept..found.start]);
        out.extend_from_slice(REDACTED.as_bytes());
        kept = found.end;
    }
    out.map(|mut out| {
        out.extend_from_slice(&text[kept..]);
        out
    })
}

impl Scrub for String {
    fn scrub(&mut self, key: &ApiKey) {
        if let Some(clean) = scrubbed(self.as_bytes(), key) {
            *self = String::from_utf8_lossy(&clean).into_owned();
        }
    }
}

impl Scrub for Box<str> {
    fn scrub(&mut self, key: &ApiKey) {
        if let Some(clean) = scrubbed(self.as_bytes(), key) {
            *self = String::from_utf8_lossy(&clean).into();
        }
    }
}

impl Scrub for Message {
    fn scrub(&mut self, key: &ApiKey) {
        if let Self::Other(text) = self {
            text.scrub(key);
        }
    }
}

impl Scrub for SeriesTime {
    fn scrub(&mut self, key: &ApiKey) {
        if let Some(text) = self.other_mut() {
            text.scrub(key);
        }
    }
}

impl Scrub for Value {
    fn scrub(&mut self, key: &ApiKey) {
        match self {
            Self::Null | Self::Bool(_) => {}
            Self::Number(number) => {
                let mut text = number.to_string();
                let before = text.len();
                text.scrub(key);
                if text.len() != before || text.contains(REDACTED) {
                    *self = Self::String(text);
                }
            }
            Self::String(text) => text.scrub(key),
            Self::Array(items) => items.scrub(key),
            Self::Object(fields) => {
                for (mut name, mut value) in std::mem::take(fields) {
                    name.scrub(key);
                    value.scrub(key);
                    fields.insert(name, value);
                }
            }
        }
    }
}

impl<T: Scrub> Scrub for Vec<T> {
    fn scrub(&mut self, key: &ApiKey) {
        for item in self {
            item.scrub(key);
        }
    }
}

impl<T: Scrub> Scrub for Box<T> {
    fn scrub(&mut self, key: &ApiKey) {
        self.as_mut().scrub(key);
    }
}

impl<T: Scrub> Scrub for Option<T> {
    fn scrub(&mut self, key: &ApiKey) {
        if let Some(value) = self {
            value.scrub(key);
        }
    }
}

impl<T: Scrub> Scrub for std::collections::BTreeMap<String, T> {
    fn scrub(&mut self, key: &ApiKey) {
        for (mut name, mut value) in std::mem::take(self) {
            name.scrub(key);
            value.scrub(key);
            self.insert(name, value);
        }
    }
}

macro_rules! nothing_to_scrub {
    ($($type:ty),*) => {$(
        impl Scrub for $type {
            fn scrub(&mut self, _key: &ApiKey) {}
        }
    )*};
}

nothing_to_scrub!((), bool, u32, u64, i32, i64, f64, chrono::NaiveDate, chrono::NaiveDateTime);
