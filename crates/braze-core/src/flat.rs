//! Reads a flat series in the layout that the documentation shows, several times faster than serde does.
//!
//! `{"message":"success","data":[{"time":"2024-05-01","sessions":12},…]}`: at the first byte that differs
//! the whole body goes to serde instead, which reads any JSON. So the result is the same either way, and
//! only time is at stake.

use crate::series::{Point, SeriesValue};
use crate::time::SeriesTime;

/// The rows, or `None` where the body is not in the layout.
pub(crate) fn rows<P: Point>(body: &[u8], list: &str) -> Option<Vec<P>> {
    let mut rest = Layout(body);
    rest.text("{\"message\":\"success\",\"")?;
    rest.text(list)?;
    rest.text("\":[")?;
    let first = rest.0.len();
    let mut rows = Vec::new();
    let mut time_length = 0;
    while rest.text("{\"").is_some() {
        rest.text(P::TIME)?;
        rest.text("\":\"")?;
        let time = rest.time(&mut time_length)?;
        rest.text("\",\"")?;
        rest.text(P::VALUE)?;
        rest.text("\":")?;
        let (value, read) = P::Value::read(rest.0)?;
        rest.0 = &rest.0[read..];
        if rows.is_empty() {
            // Rows are about as long as the first one.
            rows.reserve(first / (first - rest.0.len()) + 1);
        }
        rows.push(P::new(time, value));
        rest.text("}")?;
        if rest.text(",").is_none() {
            break;
        }
        // A comma with nothing behind it is for serde to refuse.
        (rest.0.first() == Some(&b'{')).then_some(())?;
    }
    rest.text("]}")?;
    rest.0.is_empty().then_some(rows)
}

/// What is left of the body.
struct Layout<'a>(&'a [u8]);

impl Layout<'_> {
    /// Passes over fixed text.
    #[inline]
    fn text(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text.as_bytes())?;
        Some(())
    }

    /// Passes over the inside of a string without escapes. It is probably as long as the one before, and
    /// no known spelling holds a quote, so that is tried first.
    #[inline]
    fn time(&mut self, length: &mut usize) -> Option<SeriesTime> {
        if self.0.get(*length) != Some(&b'"') {
            *length = self.0.iter().position(|byte| *byte == b'"')?;
        }
        let (text, rest) = self.0.split_at_checked(*length)?;
        let time = SeriesTime::known(text)?;
        self.0 = rest;
        Some(time)
    }
}

/// A count, and how many bytes it takes.
#[inline]
pub(crate) fn count(text: &[u8]) -> Option<(u64, usize)> {
    let (value, digits) = digits(text);
    ends(text, digits).then_some((value, digits))
}

/// An amount, and how many bytes it takes. Only what an `f64` holds exactly before and after the point is
/// read here, so that one division gives the nearest value.
#[inline]
pub(crate) fn amount(text: &[u8]) -> Option<(f64, usize)> {
    const POWERS: [f64; 16] =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    let (whole, mut read) = digits(text);
    if text.get(read) != Some(&b'.') {
        return (ends(text, read) && read <= 15).then_some((whole as f64, read));
    }
    let (fraction, places) = digits(&text[read + 1..]);
    let is_exact = read + places <= 15;
    if read == 0 || places == 0 || !is_exact || (read > 1 && text[0] == b'0') {
        return None;
    }
    read += 1 + places;
    let significand = whole * 10_u64.pow(u32::try_from(places).ok()?) + fraction;
    (text.get(read) == Some(&b'}')).then(|| (significand as f64 / POWERS[places], read))
}

/// The digits that a text begins with, as far as their value is sure to fit.
#[inline]
fn digits(text: &[u8]) -> (u64, usize) {
    let mut value = 0;
    for (read, byte) in text.iter().take(18).enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return (value, read);
        }
        value = value * 10 + u64::from(digit);
    }
    (value, text.len().min(18))
}

/// Whether a whole number ends where its digits do: followed by the end of the row, without a leading zero.
fn ends(text: &[u8], digits: usize) -> bool {
    digits > 0 && text.get(digits) == Some(&b'}') && (digits == 1 || text[0] != b'0')
}
