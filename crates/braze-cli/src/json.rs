//! JSON as it was sent: other white space, and the pieces of objects and lists, every value as it stands.
//!
//! All functions take one JSON value. Of any other text they make some text or `None`, and never panic.

/// Writes the value on several lines, indented by two spaces.
pub(crate) fn indented(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut depth = 0_usize;
    let tokens: Vec<_> = tokens(text).map(|(_, token)| token).collect();
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    for (index, token) in tokens.iter().enumerate() {
        match *token {
            open @ ("{" | "[") => {
                out.push_str(open);
                depth += 1;
                if !matches!(tokens.get(index + 1), Some(&"}" | &"]")) {
                    line(&mut out, depth);
                }
            }
            close @ ("}" | "]") => {
                depth = depth.saturating_sub(1);
                if !index.checked_sub(1).is_some_and(|it| matches!(tokens[it], "{" | "[")) {
                    line(&mut out, depth);
                }
                out.push_str(close);
            }
            "," => {
                out.push(',');
                line(&mut out, depth);
            }
            ":" => out.push_str(": "),
            value => out.push_str(value),
        }
    }
    out
}

/// Writes the value on one line.
pub(crate) fn compact(text: &str) -> String {
    tokens(text).map(|(_, token)| token).collect()
}

/// The fields of an object, in order; `None` for any other value.
pub(crate) fn fields(text: &str) -> Option<Vec<(String, &str)>> {
    let pieces = pieces(text.trim().strip_prefix('{')?.strip_suffix('}')?);
    pieces.into_iter().map(field).collect()
}

/// The value of the field of this name.
pub(crate) fn value_of<'a>(fields: &[(String, &'a str)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
}

/// The items of a list, in order; `None` for any other value.
pub(crate) fn items(text: &str) -> Option<Vec<&str>> {
    Some(pieces(text.trim().strip_prefix('[')?.strip_suffix(']')?))
}

/// The value as text: a string without its quotes, nothing for `null`, anything else on one line.
pub(crate) fn cell(text: &str) -> String {
    match text.trim() {
        "null" => String::new(),
        text if text.starts_with('"') => string(text),
        text => compact(text),
    }
}

/// The name and the value of a field.
fn field(piece: &str) -> Option<(String, &str)> {
    let (_, key) = tokens(piece).next()?;
    let value = piece.get(key.len()..)?.trim_start().strip_prefix(':')?;
    Some((string(key), value.trim_start()))
}

/// The contents of a string; one with half a character stays as it stands.
fn string(text: &str) -> String {
    serde_json::from_str(text).unwrap_or_else(|_| text.trim_matches('"').to_owned())
}

/// The parts between commas that are not within anything.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, token) in tokens(text) {
        match token {
            "{" | "[" => depth += 1,
            "}" | "]" => depth = depth.saturating_sub(1),
            "," if depth == 0 => {
                pieces.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(text[start..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// The strings, words, numbers and signs of a text with their places, without the white space between them.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let at = text.len() - rest.len();
        let length = match rest.chars().next()? {
            '"' => string_length(rest),
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            _ => rest
                .find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c))
                .unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        Some((at, token))
    })
}

/// The length of the string that a text begins with, its quotes included.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return index + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_value_stays_as_it_stands() {
        let text =
            r#"{ "b":1.10, "a" : [ 12345678901234567890, {} , [ ], "x, \"]:{" ],"\u0061":null }"#;
        let compacted = r#"{"b":1.10,"a":[12345678901234567890,{},[],"x, \"]:{"],"\u0061":null}"#;
        assert_eq!(compact(text), compacted);
        let expected = "{\n  \"b\": 1.10,\n  \"a\": [\n    12345678901234567890,\n    {},\n    [],\n    \"x, \
                        \\\"]:{\"\n  ],\n  \"\\u0061\": null\n}";
        assert_eq!(indented(text), expected);
        let fields = fields(text).unwrap();
        let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["b", "a", "a"]);
        assert_eq!(fields[0].1, "1.10");
        let list = items(fields[1].1).unwrap();
        assert_eq!(list, ["12345678901234567890", "{}", "[ ]", r#""x, \"]:{""#]);
        assert_eq!(list.map_cells(), ["12345678901234567890", "{}", "[]", "x, \"]:{"]);
        assert_eq!((super::fields("[]"), items("{}")), (None, None));
        assert_eq!((super::fields("{ }"), items(" [ ] ")), (Some(Vec::new()), Some(Vec::new())));
    }

    trait Cells {
        fn map_cells(&self) -> Vec<String>;
    }

    impl Cells for Vec<&str> {
        fn map_cells(&self) -> Vec<String> {
            self.iter().map(|item| cell(item)).collect()
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\[\\]{},:\" \\\\a1é\u{1f600}]{0,40}") {
            let _ = (indented(&text), compact(&text), fields(&text), items(&text), cell(&text));
        }
    }
}
