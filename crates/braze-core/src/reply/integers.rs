//! [`with_integers`]: `12.0` and `1e3` are integers too.
//!
//! JSON Schema knows one kind of number: an integer is a number without a fractional part, however it is
//! spelled. Serde takes the spelling for the type. So a reply that it refuses is read again with such
//! numbers spelled as it expects; replies that it takes cost nothing.

use std::ops::Range;

use serde::de::IgnoredAny;

/// The greatest integer up to which a number with a point or an exponent is sure to be exact.
const MAX_EXACT: u64 = 1 << 53;

/// The text with every integral number spelled in digits alone; `None` where all are already.
pub(crate) fn with_integers(text: &str) -> Option<String> {
    let mut spelled = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(number) = next_number(text.as_bytes(), from) {
        from = number.end;
        if let Some(integer) = integer(&text[number.clone()]) {
            spelled.push_str(&text[copied..number.start]);
            // As long as it was where it can be, so that positions in messages stay right.
            let width = number.len();
            spelled.push_str(&format!("{integer:<width$}"));
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

/// A number in digits, if it is spelled in another way and is an integer all the same. It is read digit by
/// digit: a floating-point number would be rounded before it could be compared.
fn integer(number: &str) -> Option<String> {
    if !number.contains(['.', 'e', 'E']) {
        return None;
    }
    // Text that is not JSON stays as it is.
    let _: IgnoredAny = serde_json::from_str(number).ok()?;
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (decimal, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let all = [whole, fraction].concat();
    let digits = all.trim_end_matches('0');
    let zeros = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let zeros = zeros.checked_add(i32::try_from(all.len() - digits.len()).ok()?)?;
    // Not the sign of a zero, which no integer has.
    let (sign, zeros) =
        if digits.is_empty() { ("", 0) } else { (sign, u32::try_from(zeros).ok()?) };
    let digits: u64 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    let value = 10_u64.checked_pow(zeros).and_then(|power| digits.checked_mul(power))?;
    (value <= MAX_EXACT).then(|| format!("{sign}{value}"))
}
