//! [`with_integers`]: `12.0` and `1e3` are integers too.
//!
//! JSON Schema knows one kind of number: an integer is a number without a fractional part, however it is
//! spelled. Serde takes the spelling for the type. So a reply that it refuses is read again with such
//! numbers spelled as it expects; replies that it takes cost nothing.

use std::ops::Range;

/// The greatest integer up to which a number with a point or an exponent is sure to be exact.
const MAX_EXACT: f64 = 9_007_199_254_740_992.0;

/// The text with every integral number spelled in digits alone; `None` where all are already.
pub(crate) fn with_integers(text: &str) -> Option<String> {
    let mut spelled = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(number) = next_number(text.as_bytes(), from) {
        from = number.end;
        if let Some(integer) = integer(&text[number.clone()]) {
            spelled.push_str(&text[copied..number.start]);
            spelled.push_str(&integer);
            copied = number.end;
        }
    }
    (copied > 0).then(|| spelled + &text[copied..])
}

/// The next number outside of strings.
fn next_number(text: &[u8], from: usize) -> Option<Range<usize>> {
    let is_part =
        |byte: &u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-');
    let mut at = from;
    loop {
        match text.get(at)? {
            b'"' => at = string_end(text, at + 1)?,
            b'-' | b'0'..=b'9' => {
                let length = text[at..].iter().take_while(|byte| is_part(byte)).count();
                return Some(at..at + length);
            }
            _ => at += 1,
        }
    }
}

/// The place after the quote that ends a string.
fn string_end(text: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match text.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// A number in digits, if it is spelled in another way and is an integer all the same.
fn integer(number: &str) -> Option<String> {
    if !number.contains(['.', 'e', 'E']) {
        return None;
    }
    let value: f64 = serde_json::from_str(number).ok()?;
    // Not the sign of a zero, which no integer has.
    (value.fract() == 0.0 && value.abs() <= MAX_EXACT).then(|| format!("{:.0}", value + 0.0))
}
