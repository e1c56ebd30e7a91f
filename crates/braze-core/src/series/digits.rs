//! [`Digits`]: reads the numbers of a series from the bytes of a reply.

/// A number that can be read from the bytes of a row.
pub trait Digits: Sized {
    /// Reads the number that a text begins with, if a `}` follows it, and counts the bytes it takes. `None`
    /// leaves the reading to serde.
    fn read(text: &[u8]) -> Option<(Self, usize)>;
}

impl Digits for u64 {
    #[inline]
    fn read(text: &[u8]) -> Option<(Self, usize)> {
        count(text)
    }
}

impl Digits for f64 {
    #[inline]
    fn read(text: &[u8]) -> Option<(Self, usize)> {
        amount(text)
    }
}

/// A count, and how many bytes it takes.
#[inline]
fn count(text: &[u8]) -> Option<(u64, usize)> {
    let (value, digits) = digits(text);
    ends(text, digits).then_some((value, digits))
}

/// An amount, and how many bytes it takes. Only what an `f64` holds exactly before and after the point is
/// read here, so that one division gives the nearest value.
#[inline]
fn amount(text: &[u8]) -> Option<(f64, usize)> {
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

/// True if a whole number ends with its digits: followed by the end of the row, without a leading zero.
fn ends(text: &[u8], digits: usize) -> bool {
    digits > 0 && text.get(digits) == Some(&b'}') && (digits == 1 || text[0] != b'0')
}
