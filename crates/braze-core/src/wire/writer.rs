//! [`RequestWriter`]: where a request writes its path, query and body.

use std::fmt::Write;
use std::ops::Range;

use bytes::Bytes;
use serde::Serialize;

use crate::time::Timestamp;
use crate::unreserved::plain_prefix;

/// Collects the path, the query and the body of one request.
///
/// Everything but the unreserved characters of RFC 3986 is percent-encoded, so that a `+` in an
/// offset arrives as a plus and not as a space.
#[derive(Debug)]
pub struct RequestWriter {
    target: Vec<u8>,
    /// The length of the path, once a query follows it.
    path: Option<usize>,
    texts: Texts,
    body: Bytes,
    failure: Option<serde_json::Error>,
}

/// A request as it was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// Path and query.
    pub(crate) target: Vec<u8>,
    /// The length of the path.
    pub(crate) path: usize,
    /// The texts in the query.
    pub(crate) texts: Texts,
    pub(crate) body: Bytes,
}

/// The places of the texts that a caller chose, within a target.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    /// The bytes from the first to the last of them.
    pub(crate) range: Range<usize>,
    /// The length of the longest one.
    pub(crate) longest: usize,
}

impl Texts {
    fn add(&mut self, place: Range<usize>) {
        if self.longest == 0 {
            self.range.start = place.start;
        }
        self.range.end = place.end;
        self.longest = self.longest.max(place.len());
    }
}

impl RequestWriter {
    pub(crate) fn new() -> Self {
        Self {
            // Long enough for the longest request of the spec, so that it is allocated once.
            target: Vec::with_capacity(256),
            path: None,
            texts: Texts::default(),
            body: Bytes::new(),
            failure: None,
        }
    }

    /// Appends fixed text of the path, as it is.
    pub fn path(&mut self, text: &str) {
        self.target.extend_from_slice(text.as_bytes());
    }

    /// Appends a value within the path, encoded so that it stays one segment.
    pub fn path_value(&mut self, value: &(impl WireValue + ?Sized)) {
        value.write(&mut Encoder::new(&mut self.target));
    }

    /// Appends a query parameter.
    pub fn query(&mut self, name: &str, value: &(impl WireValue + ?Sized)) {
        let separator = if self.path.is_some() { b'&' } else { b'?' };
        self.path.get_or_insert(self.target.len());
        self.target.push(separator);
        self.target.extend_from_slice(name.as_bytes());
        self.target.push(b'=');
        let start = self.target.len();
        let mut encoder = Encoder::new(&mut self.target);
        value.write(&mut encoder);
        if encoder.has_text {
            self.texts.add(start..self.target.len());
        }
    }

    /// Appends a query parameter if it has a value.
    pub fn query_opt(&mut self, name: &str, value: Option<&(impl WireValue + ?Sized)>) {
        if let Some(value) = value {
            self.query(name, value);
        }
    }

    /// Appends a query parameter once for each item: `name=a&name=b`.
    pub fn query_each<T: WireValue>(&mut self, name: &str, values: &[T]) {
        for value in values {
            self.query(name, value);
        }
    }

    /// Appends a query parameter whose value is the items with commas between them, if there are any.
    pub fn query_list<T: WireValue>(&mut self, name: &str, values: &[T]) {
        if !values.is_empty() {
            self.query(name, values);
        }
    }

    /// Sets the body.
    pub fn json(&mut self, body: &impl Serialize) {
        match serde_json::to_vec(body) {
            Ok(bytes) => self.body = bytes.into(),
            Err(error) => self.failure = Some(error),
        }
    }

    /// Sets a body that is written as JSON already.
    pub fn written_json(&mut self, body: Bytes) {
        self.body = body;
    }

    pub(crate) fn finish(self) -> Result<Written, serde_json::Error> {
        let Self { target, path, texts, body, failure } = self;
        match failure {
            Some(error) => Err(error),
            None => Ok(Written { path: path.unwrap_or(target.len()), target, texts, body }),
        }
    }
}

/// A value that can stand in a path or a query.
pub trait WireValue {
    /// Writes the value's text.
    fn write(&self, out: &mut Encoder<'_>);
}

/// Percent-encodes everything that is written to it.
#[derive(Debug)]
pub struct Encoder<'a> {
    out: &'a mut Vec<u8>,
    /// A text that a caller chose was written.
    has_text: bool,
}

impl<'a> Encoder<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, has_text: false }
    }

    /// Appends text, encoded.
    pub fn text(&mut self, text: &str) {
        self.has_text = true;
        self.encode(text);
    }

    /// Appends text that is not a caller's own: a word of the spec, a number, a date.
    pub(super) fn encode(&mut self, text: &str) {
        const HEX: [u8; 16] = *b"0123456789ABCDEF";
        let mut rest = text.as_bytes();
        loop {
            let (plain, other) = rest.split_at(plain_prefix(rest));
            self.out.extend_from_slice(plain);
            let Some((byte, after)) = other.split_first() else { return };
            let [high, low] = [byte >> 4, byte & 15].map(|half| HEX[usize::from(half)]);
            self.out.extend_from_slice(&[b'%', high, low]);
            rest = after;
        }
    }
}

impl Write for Encoder<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.text(text);
        Ok(())
    }
}

impl WireValue for str {
    fn write(&self, out: &mut Encoder<'_>) {
        out.text(self);
    }
}

impl WireValue for String {
    fn write(&self, out: &mut Encoder<'_>) {
        out.text(self);
    }
}

impl WireValue for bool {
    fn write(&self, out: &mut Encoder<'_>) {
        out.encode(if *self { "true" } else { "false" });
    }
}

macro_rules! wire_value_by_display {
    ($($type:ty),*) => {$(
        impl WireValue for $type {
            fn write(&self, out: &mut Encoder<'_>) {
                out.encode(&self.to_string());
            }
        }
    )*};
}

wire_value_by_display!(i32, i64, f64, chrono::NaiveDate);

impl WireValue for chrono::NaiveDateTime {
    fn write(&self, out: &mut Encoder<'_>) {
        out.encode(&self.format("%Y-%m-%dT%H:%M:%S%.6f").to_string());
    }
}

impl WireValue for u32 {
    fn write(&self, out: &mut Encoder<'_>) {
        u64::from(*self).write(out);
    }
}

impl WireValue for u64 {
    fn write(&self, out: &mut Encoder<'_>) {
        const MAX_DIGITS: usize = u64::MAX.ilog10() as usize + 1;
        let mut digits = [0; MAX_DIGITS];
        let (mut first, mut rest) = (MAX_DIGITS, *self);
        loop {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        out.out.extend_from_slice(&digits[first..]);
    }
}

impl WireValue for Timestamp {
    fn write(&self, out: &mut Encoder<'_>) {
        self.written(|text| out.encode(text));
    }
}

impl<T: WireValue> WireValue for [T] {
    /// The items, with a comma between them.
    fn write(&self, out: &mut Encoder<'_>) {
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.out.push(b',');
            }
            item.write(out);
        }
    }
}
