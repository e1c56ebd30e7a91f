//! [`Letter`]: one character of a text, in whatever way it is escaped.

/// The depth to which escapes may be nested: `\\u0033`, `%2533`.
const MAX_DEPTH: usize = 8;

/// One letter of a text: the byte that it stands for, and how many bytes it is written with.
pub(crate) struct Letter {
    pub(crate) byte: u8,
    pub(crate) length: usize,
}

pub(crate) fn as_it_stands(text: &[u8]) -> Option<Letter> {
    text.first().map(|byte| Letter { byte: *byte, length: 1 })
}

/// The first letter of a text, with escapes of JSON and of URLs resolved, also those of escapes.
pub(crate) fn unescaped(text: &[u8]) -> Option<Letter> {
    let mut letter = of_json(text)?;
    for _ in 0..MAX_DEPTH {
        if letter.byte != b'%' {
            break;
        }
        let Some((byte, length)) = hexadecimal(text.get(letter.length..)?) else { break };
        // A percent sign that was escaped itself stands for the one before it.
        letter = Letter { byte, length: letter.length + length };
    }
    Some(letter)
}

/// The byte of the two digits that a text begins with, and how many bytes they are written with.
fn hexadecimal(text: &[u8]) -> Option<(u8, usize)> {
    let high = of_json(text)?;
    let low = of_json(text.get(high.length..)?)?;
    Some((escaped(&[b'%', high.byte, low.byte])?, high.length + low.length))
}

fn of_json(text: &[u8]) -> Option<Letter> {
    let escape = if text.first() == Some(&b'\\') { json_escape(text) } else { None };
    escape.or_else(|| as_it_stands(text))
}

/// `\u0033`, `\/`, and what they become when they are escaped again.
fn json_escape(text: &[u8]) -> Option<Letter> {
    let signs = text.iter().take(MAX_DEPTH).take_while(|byte| **byte == b'\\').count();
    let (byte, length) = match text.get(signs..)? {
        [b'u', b'0', b'0', high, low, ..] => (escaped(&[b'%', *high, *low])?, 5),
        [byte @ (b'/' | b'"'), ..] => (*byte, 1),
        _ if signs > 1 => return Some(Letter { byte: b'\\', length: 2 }),
        _ => return None,
    };
    Some(Letter { byte, length: signs + length })
}

/// The byte that the first three stand for, where they are a percent escape.
pub(crate) fn escaped(text: &[u8]) -> Option<u8> {
    let &[b'%', high, low, ..] = text else { return None };
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// A text with its percent escapes resolved, once. Anything else stays, a plus too.
pub(crate) fn percent_decoded(mut text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    while let Some((&first, rest)) = text.split_first() {
        let (byte, rest) = escaped(text).map_or((first, rest), |byte| (byte, &text[3..]));
        out.push(byte);
        text = rest;
    }
    out
}
