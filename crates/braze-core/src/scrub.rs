//! [`Scrub`]: takes the API key out of what the server sent.
//!
//! The service repeats the key in the message of a 401, and nothing promises that it stays the only
//! place. So every text of a reply is cleaned before anyone sees it.

use serde_json::Value;

use crate::auth::ApiKey;
use crate::message::Message;
use crate::time::SeriesTime;
use crate::wire::escaped;

/// What stands in the place of the key.
const REDACTED: &str = "[redacted]";

/// The shortest piece of a key that counts as the key.
const SHORTEST: usize = 8;

/// A value whose texts can be cleaned of the API key.
///
/// The key is found whole, cut to [eight characters or more](ApiKey), in either letter case, and
/// percent-encoded.
pub trait Scrub {
    /// Replaces the key in every text that `self` holds.
    fn scrub(&mut self, key: &ApiKey);
}

/// The text without the key, if the key is in it.
pub(crate) fn scrubbed(text: &[u8], key: &ApiKey) -> Option<Vec<u8>> {
    let secret = key.secret();
    let shortest = SHORTEST.min(secret.len());
    if text.len() < shortest || (shortest == SHORTEST && !key.pieces().may_be_in(text, secret)) {
        return None;
    }
    let once = cut(text, &letters(text, |_| None), secret, shortest);
    let text = once.as_deref().unwrap_or(text);
    // A percent sign may be an escape, and may just stand there: both readings count.
    let twice = text.contains(&b'%').then(|| cut(text, &letters(text, escaped), secret, shortest));
    twice.flatten().or(once)
}

/// The text without the runs of letters that are pieces of the secret, if there are any.
fn cut(text: &[u8], letters: &[Letter], secret: &[u8], shortest: usize) -> Option<Vec<u8>> {
    let mut out: Option<Vec<u8>> = None;
    let (mut kept, mut at) = (0, 0);
    while at + shortest <= letters.len() {
        let run = longest_run(&letters[at..], secret);
        if run < shortest {
            at += 1;
            continue;
        }
        let out = out.get_or_insert_with(Vec::new);
        out.extend_from_slice(&text[kept..letters[at].start]);
        out.extend_from_slice(REDACTED.as_bytes());
        kept = letters[at + run - 1].end;
        at += run;
    }
    out.map(|mut out| {
        out.extend_from_slice(&text[kept..]);
        out
    })
}

/// Which pieces of four bytes a secret holds, as one of 512 bits each: a quick look that rules out nearly
/// every text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pieces([u64; 8]);

impl Pieces {
    pub(crate) fn of(secret: &[u8]) -> Self {
        let mut bits = [0; 8];
        for piece in secret.windows(4).filter_map(<[u8]>::first_chunk) {
            let (word, bit) = Self::bit(*piece);
            bits[word] |= bit;
        }
        Self(bits)
    }

    /// A piece of eight bytes holds four bytes at a place that is a multiple of five, so it is enough to look
    /// there.
    fn may_be_in(&self, text: &[u8], secret: &[u8]) -> bool {
        let is_piece = |four: &[u8; 4]| {
            let (word, bit) = Self::bit(*four);
            self.0[word] & bit != 0
                && secret.windows(4).any(|piece| piece.eq_ignore_ascii_case(four))
        };
        text.contains(&b'%') || text.chunks(5).filter_map(<[u8]>::first_chunk).any(is_piece)
    }

    /// The same for either letter case.
    fn bit(four: [u8; 4]) -> (usize, u64) {
        let lower = u32::from_le_bytes(four) | 0x2020_2020;
        let hash = lower.wrapping_mul(0x9E37_79B1) >> 23;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }
}

/// One byte of a text as it is read, and where it stands in the text.
struct Letter {
    byte: u8,
    start: usize,
    end: usize,
}

/// The letters of a text. `escape` reads three bytes as one, where they are an escape.
fn letters(text: &[u8], escape: impl Fn(&[u8]) -> Option<u8>) -> Vec<Letter> {
    let mut letters = Vec::with_capacity(text.len());
    let mut start = 0;
    while let Some(&byte) = text.get(start) {
        let (byte, end) = match escape(&text[start..]) {
            Some(byte) => (byte, start + 3),
            None => (byte, start + 1),
        };
        letters.push(Letter { byte, start, end });
        start = end;
    }
    letters
}

/// The length of the longest piece of the key that the letters begin with.
fn longest_run(letters: &[Letter], secret: &[u8]) -> usize {
    let run = |from: usize| {
        let pairs = letters.iter().zip(&secret[from..]);
        pairs.take_while(|(letter, byte)| letter.byte.eq_ignore_ascii_case(byte)).count()
    };
    (0..secret.len()).map(run).max().unwrap_or(0)
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
                let clean = std::mem::take(fields).into_iter().map(|(mut name, mut value)| {
                    name.scrub(key);
                    value.scrub(key);
                    (name, value)
                });
                *fields = clean.collect();
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

impl<T: Scrub> Scrub for Option<T> {
    fn scrub(&mut self, key: &ApiKey) {
        if let Some(value) = self {
            value.scrub(key);
        }
    }
}

impl<T: Scrub> Scrub for std::collections::BTreeMap<String, T> {
    fn scrub(&mut self, key: &ApiKey) {
        let clean = std::mem::take(self).into_iter().map(|(mut name, mut value)| {
            name.scrub(key);
            value.scrub(key);
            (name, value)
        });
        *self = clean.collect();
    }
}

macro_rules! nothing_to_scrub {
    ($($type:ty),*) => {$(
        impl Scrub for $type {
            fn scrub(&mut self, _key: &ApiKey) {}
        }
    )*};
}

nothing_to_scrub!((), bool, u32, u64, i32, i64, f64, chrono::NaiveDate);
