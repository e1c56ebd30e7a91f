//! [`path_at`]: the path of the value that a parser stopped at.

use std::fmt::Write as _;

/// Returns the path of the value at a byte of JSON text, such as `data[1].sessions`; empty for the whole.
///
/// The position is one at which `serde_json` reports a value that does not fit: right behind a scalar or an object,
/// or before the bracket of a list or an object. Found only when a body cannot be read, so that reading it needs
/// no code that keeps track.
pub(super) fn path_at(text: &str, offset: usize) -> String {
    let bytes = text.as_bytes();
    let mut place = Place::default();
    let mut at = 0;
    while at < offset.min(bytes.len()) {
        let end = token_end(bytes, at);
        place.pass(&text[at..end]);
        at = end;
    }
    place.path(bytes.get(at).copied())
}

/// Returns the byte that a line and a column of `serde_json` stand for: lines from 1, columns in bytes read.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    before + column
}

/// The end of the token, or of the run of white space, that begins at a byte.
fn token_end(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    let length = match rest[0] {
        b'"' => string_length(rest),
        b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
        byte => {
            let is_space = byte.is_ascii_whitespace();
            let ends =
                |byte: &u8| byte.is_ascii_whitespace() != is_space || b"{}[],:\"".contains(byte);
            rest.iter().position(ends).unwrap_or(rest.len())
        }
    };
    at + length
}

/// The length of a string, quotes included.
fn string_length(rest: &[u8]) -> usize {
    let mut at = 1;
    loop {
        match rest.get(at) {
            None => return rest.len(),
            Some(b'"') => return at + 1,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// The place in a document after a number of its tokens.
#[derive(Default)]
struct Place {
    containers: Vec<Container>,
    /// The value that was read last is one of the innermost container, or the whole.
    follows_value: bool,
}

/// An object or a list that has begun and not ended.
enum Container {
    /// The name that was read last, and whether its colon was.
    Object { name: Option<String>, has_colon: bool },
    /// The number of commas so far.
    List { index: usize },
}

impl Place {
    fn pass(&mut self, token: &str) {
        match (token.as_bytes()[0], self.containers.last_mut()) {
            (b'{', _) => self.begin(Container::Object { name: None, has_colon: false }),
            (b'[', _) => self.begin(Container::List { index: 0 }),
            (b'}' | b']', _) => {
                self.containers.pop();
                self.follows_value = true;
            }
            (b':', Some(Container::Object { has_colon, .. })) => *has_colon = true,
            (b',', Some(Container::Object { name, has_colon })) => {
                *name = None;
                *has_colon = false;
                self.follows_value = false;
            }
            (b',', Some(Container::List { index })) => {
                *index += 1;
                self.follows_value = false;
            }
            (b'"', Some(Container::Object { name, has_colon: false })) => {
                *name = serde_json::from_str(token).ok();
            }
            (byte, _) if byte.is_ascii_whitespace() => {}
            _ => self.follows_value = true,
        }
    }

    fn begin(&mut self, container: Container) {
        self.containers.push(container);
        self.follows_value = false;
    }

    /// The path, before a byte that is not read yet.
    fn path(&self, next: Option<u8>) -> String {
        let mut path = String::new();
        let innermost = self.containers.len().saturating_sub(1);
        for (depth, container) in self.containers.iter().enumerate() {
            match container {
                Container::Object { name: Some(name), has_colon: true } => {
                    let dot = if path.is_empty() { "" } else { "." };
                    let _ = write!(path, "{dot}{name}");
                }
                Container::Object { .. } => {}
                Container::List { index } => {
                    // A list may be left behind its bracket, or behind the comma after the value that does not fit.
                    let begins_value = matches!(next, Some(b'{' | b'['));
                    let is_left = depth == innermost && !self.follows_value && !begins_value;
                    let index = if is_left { index.checked_sub(1) } else { Some(*index) };
                    let _ = index.map(|index| write!(path, "[{index}]"));
                }
            }
        }
        path
    }
}
