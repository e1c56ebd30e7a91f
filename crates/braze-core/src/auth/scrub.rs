//! [`Scrub`]: takes secrets out of what the server sent.
//!
//! The service repeats the API key in the message of a 401, and nothing promises that it stays the only
//! place. So every text of a reply is cleaned before anyone sees it.

use serde_json::Value;

use super::escape::{Letter, as_it_stands, unescaped};
use super::placeholder::REDACTED;
use super::search::Search;
use super::secret::Secret;
use crate::message::Message;
use crate::time::SeriesTime;

/// A value whose texts can be cleaned of a [`Secret`], such as the API key.
///
/// The secret is found whole, cut to eight characters or more, in either letter case, and
/// with any of its characters escaped as in URLs (`%33`) or in JSON (`\u0033`).
pub trait Scrub {
    /// Replaces the secret in every text that `self` holds.
    fn scrub(&mut self, secret: &Secret);
}

/// The text without the secret, if the secret is in it. Takes time in proportion to the text's length, and
/// memory only if something is found.
pub(crate) fn scrubbed(text: &[u8], secret: &Secret) -> Option<Vec<u8>> {
    if !secret.is_long() {
        return None;
    }
    let search = secret.search(text);
    let once = search.plain.then(|| cut(text, &search, as_it_stands)).flatten();
    let text = once.as_deref().unwrap_or(text);
    let twice = search.escapes.then(|| cut(text, &search, unescaped));
    twice.flatten().or(once)
}

/// The text without the pieces of the secret, if there are any.
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
    fn scrub(&mut self, secret: &Secret) {
        if let Some(clean) = scrubbed(self.as_bytes(), secret) {
            *self = String::from_utf8_lossy(&clean).into_owned();
        }
    }
}

impl Scrub for Box<str> {
    fn scrub(&mut self, secret: &Secret) {
        if let Some(clean) = scrubbed(self.as_bytes(), secret) {
            *self = String::from_utf8_lossy(&clean).into();
        }
    }
}

impl Scrub for Message {
    fn scrub(&mut self, secret: &Secret) {
        if let Self::Other(text) = self {
            text.scrub(secret);
        }
    }
}

impl Scrub for SeriesTime {
    fn scrub(&mut self, secret: &Secret) {
        if let Some(text) = self.other_mut() {
            text.scrub(secret);
        }
    }
}

impl Scrub for Value {
    fn scrub(&mut self, secret: &Secret) {
        match self {
            Self::Null | Self::Bool(_) => {}
            Self::Number(number) => {
                let mut text = number.to_string();
                let before = text.len();
                text.scrub(secret);
                if text.len() != before || text.contains(REDACTED) {
                    *self = Self::String(text);
                }
            }
            Self::String(text) => text.scrub(secret),
            Self::Array(items) => items.scrub(secret),
            Self::Object(fields) => {
                for (mut name, mut value) in std::mem::take(fields) {
                    name.scrub(secret);
                    value.scrub(secret);
                    fields.insert(name, value);
                }
            }
        }
    }
}

impl<T: Scrub> Scrub for Vec<T> {
    fn scrub(&mut self, secret: &Secret) {
        for item in self {
            item.scrub(secret);
        }
    }
}

impl<T: Scrub> Scrub for Box<T> {
    fn scrub(&mut self, secret: &Secret) {
        self.as_mut().scrub(secret);
    }
}

impl<T: Scrub> Scrub for Option<T> {
    fn scrub(&mut self, secret: &Secret) {
        if let Some(value) = self {
            value.scrub(secret);
        }
    }
}

impl<T: Scrub> Scrub for std::collections::BTreeMap<String, T> {
    fn scrub(&mut self, secret: &Secret) {
        for (mut name, mut value) in std::mem::take(self) {
            name.scrub(secret);
            value.scrub(secret);
            self.insert(name, value);
        }
    }
}

macro_rules! nothing_to_scrub {
    ($($type:ty),*) => {$(
        impl Scrub for $type {
            fn scrub(&mut self, _secret: &Secret) {}
        }
    )*};
}

nothing_to_scrub!((), bool, u32, u64, i32, i64, f64, chrono::NaiveDate, chrono::NaiveDateTime);
