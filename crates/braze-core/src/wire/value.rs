//! [`WireValue`]: a value as text, and the [`Encoder`] that takes it into a path or a query.

use std::fmt::Write;

use crate::time::Timestamp;
use crate::unreserved::plain_prefix;

/// A value that can stand in a path, a query, a header or a part of a form.
pub trait WireValue {
    /// Writes the value's text.
    fn write(&self, out: &mut Encoder<'_>);

    /// The value's text as it is.
    fn to_text(&self) -> String {
        let mut text = Vec::new();
        self.write(&mut Encoder { out: &mut text, is_plain: true, has_text: false });
        String::from_utf8_lossy(&text).into_owned()
    }
}

/// Percent-encodes everything that is written to it.
#[derive(Debug)]
pub struct Encoder<'a> {
    out: &'a mut Vec<u8>,
    /// Nothing is encoded.
    is_plain: bool,
    /// A text that a caller chose was written.
    pub(super) has_text: bool,
}

impl<'a> Encoder<'a> {
    pub(crate) fn new(out: &'a mut Vec<u8>) -> Self {
        Self { out, is_plain: false, has_text: false }
    }

    /// Appends text, encoded.
    pub fn text(&mut self, text: &str) {
        self.has_text = true;
        self.encode(text);
    }

    /// Appends text that is not a caller's own: a word of the spec, a number, a date.
    pub(super) fn encode(&mut self, text: &str) {
        const HEX: [u8; 16] = *b"0123456789ABCDEF";
        if self.is_plain {
            return self.out.extend_from_slice(text.as_bytes());
        }
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
