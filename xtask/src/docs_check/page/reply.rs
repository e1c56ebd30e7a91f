//! The reply on a page: approximate JSON, with types in brackets instead of values, header
//! lines before it and dots for omitted parts.

use crate::docs_check::facts::{Field, Kind, Statement, Value};
use crate::docs_check::words;

/// Returns `true` for a fenced text that looks like the body of a request or a reply.
pub(super) fn is_body(text: &str) -> bool {
    text.contains('{') && text.contains('"')
}

/// Reads the fields of a fenced text, and the facts about them.
pub(super) fn value(text: &str, first_line: usize) -> Statement<Value> {
    let mut scanner = Scanner { text, at: 0, line: first_line, stack: Vec::new(), found: None };
    scanner.run();
    match scanner.found {
        Some(value) => Statement::at(value, Some(first_line)),
        None => Statement::Missing,
    }
}

/// The maximum depth of braces.
const MAX_DEPTH: usize = 32;

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    /// The open values, outer ones first.
    stack: Vec<Open>,
    /// The whole value, once it is closed.
    found: Option<Value>,
}

/// An object or a list that is being read.
struct Open {
    value: Value,
    /// The field whose value comes next.
    pending: Option<Field>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        while let Some(next) = self.rest().chars().next() {
            match next {
                '{' => self.open(Kind::Object),
                '[' => self.open(Kind::List),
                '}' | ']' => self.close(),
                '"' if !self.stack.is_empty() => {
                    self.string();
                    continue;
                }
                '(' if self.stack.last().is_some_and(|open| open.pending.is_some()) => {
                    self.annotation();
                    continue;
                }
                '/' if self.rest().starts_with("//") => {
                    self.skip_line();
                    continue;
                }
                '\n' => self.line += 1,
                digit if digit.is_ascii_digit() || digit == '-' => {
                    self.number();
                    continue;
                }
                letter if letter.is_alphabetic() && !self.stack.is_empty() => {
                    self.bare_word();
                    continue;
                }
                _ => {}
            }
            self.at += next.len_utf8();
        }
        while !self.stack.is_empty() {
            self.close();
        }
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn open(&mut self, kind: Kind) {
        if self.found.is_none() && self.stack.len() < MAX_DEPTH {
            let value = Value::with_kind(Statement::at(kind, Some(self.line)));
            self.stack.push(Open { value, pending: None });
        }
    }

    fn close(&mut self) {
        self.flush();
        let Some(closed) = self.stack.pop() else { return };
        if self.stack.is_empty() {
            self.found = Some(closed.value);
        } else {
            self.put(closed.value);
        }
    }

    /// Adds a value: that of the pending field, or an item.
    fn put(&mut self, value: Value) {
        let Some(open) = self.stack.last_mut() else { return };
        match open.value.kind.value() {
            Some(Kind::List) => {
                if open.value.items.is_none() {
                    open.value.items = Some(Box::new(value));
                }
            }
            _ => {
                if let Some(mut field) = open.pending.take() {
                    field.value = value;
                    add(&mut open.value, field);
                }
            }
        }
    }

    fn scalar(&mut self, kind: Kind) {
        self.put(Value::with_kind(Statement::at(kind, Some(self.line))));
    }

    fn number(&mut self) {
        let rest = self.rest();
        let digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(|byte| digit(*byte)).count();
        let kind = if rest[..length].contains('.') { Kind::Number } else { Kind::Integer };
        if rest[..length].bytes().any(|byte| byte.is_ascii_digit()) {
            self.scalar(kind);
        }
        self.at += length;
    }

    /// Reads a name, if a colon follows, or else a string.
    fn string(&mut self) {
        let rest = self.rest();
        let inner = &rest[1..];
        let line_end = inner.find('\n').unwrap_or(inner.len());
        let mut escaped = false;
        let end = inner[..line_end].char_indices().find(|(_, letter)| {
            let closes = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            closes
        });
        let Some((end, _)) = end else {
            self.at += 1;
            return;
        };
        let name = inner[..end].to_owned();
        let behind = inner[end + 1..].trim_start_matches([' ', '\t']);
        let skipped = rest.len() - behind.len();
        let in_object =
            self.stack.last().is_some_and(|open| open.value.kind.value() == Some(&Kind::Object));
        if behind.starts_with(':') && in_object {
            self.at += skipped + 1;
            self.flush();
            let field = Field::new(name, Some(self.line));
            if let Some(open) = self.stack.last_mut() {
                open.pending = Some(field);
            }
        } else {
            self.at += skipped;
            self.scalar(Kind::Text);
        }
    }

    /// Adds the pending field without a value.
    fn flush(&mut self) {
        if let Some(open) = self.stack.last_mut()
            && let Some(field) = open.pending.take()
        {
            add(&mut open.value, field);
        }
    }

    /// Reads `(required, string) and some words` up to the end of the line, except a bracket that opens
    /// there.
    fn annotation(&mut self) {
        let rest = self.rest();
        let end = rest.find('\n').unwrap_or(rest.len());
        let text = &rest[..end];
        let inner = text[1..].split(')').next().unwrap_or_default().to_owned();
        let opens = text.trim_end().ends_with(['{', '[']);
        let length = if opens { text.trim_end().len() - 1 } else { end };
        let Some(mut field) = self.stack.last_mut().and_then(|open| open.pending.take()) else {
            return;
        };
        for piece in inner.split([',', ';']) {
            let piece = piece.trim();
            if let Some(required) = words::required(piece) {
                field.required = Statement::at(required, Some(self.line));
            } else if let Some(value) = words::value_type(piece, Some(self.line)) {
                field.value = value;
            }
        }
        self.at += length;
        if let Some(open) = self.stack.last_mut() {
            if opens {
                open.pending = Some(field);
            } else {
                add(&mut open.value, field);
            }
        }
    }

    /// Reads `true`, `false`, `null`, or a remark up to the end of the line.
    fn bare_word(&mut self) {
        let rest = self.rest();
        let word = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let length = word.len();
        match word {
            "true" | "false" => {
                self.scalar(Kind::Boolean);
                self.at += length;
            }
            "null" => {
                self.flush();
                self.at += length;
            }
            _ => {
                self.flush();
                self.skip_line();
            }
        }
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find('\n').unwrap_or(rest.len());
    }
}

/// Adds a field to an object, unless it has one of that name.
fn add(object: &mut Value, field: Field) {
    let line = field.line;
    match &mut object.fields {
        Statement::Known { value, .. } => {
            if !value.iter().any(|known| known.name == field.name) {
                value.push(field);
            }
        }
        fields => *fields = Statement::at(vec![field], line),
    }
}
