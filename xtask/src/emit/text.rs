//! Long texts as literals within the width of a line.

use proc_macro2::Literal;

use crate::spec::yaml::{Key, Kind, Node};

/// The maximum width of a line of generated code.
pub(super) const WIDTH: usize = 100;

/// The maximum width of a JSON document on one line.
const SHORT: usize = 60;

/// Returns a text as a literal, split after spaces; `indent` is the column of its lines.
pub(super) fn sentence(text: &str, indent: usize) -> Literal {
    let words = text.trim().split_inclusive([' ', '\n']).map(str::to_owned);
    literal(words.collect(), indent)
}

/// Returns path and query as a literal, split before ampersands.
pub(super) fn target(text: &str, indent: usize) -> Literal {
    let pairs = text.split('&').enumerate();
    let pairs =
        pairs.map(|(index, pair)| if index == 0 { pair.to_owned() } else { format!("&{pair}") });
    literal(pairs.collect(), indent)
}

/// Joins unbreakable pieces to a literal of as many lines as needed.
fn literal(pieces: Vec<String>, indent: usize) -> Literal {
    // Two quotes and a comma, or a quote and a backslash.
    let width = WIDTH - indent - 3;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces {
        let piece = escaped(&piece);
        if !line.is_empty() && line.chars().count() + piece.trim_end().chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(&piece);
    }
    lines.push(line);
    let joined = lines.join(&format!("\\\n{}", " ".repeat(indent + 1)));
    format!("\"{joined}\"").parse().unwrap_or_else(|_| Literal::string(&joined))
}

fn escaped(text: &str) -> String {
    let literal = Literal::string(text).to_string();
    literal[1..literal.len() - 1].to_owned()
}

/// Returns a JSON document as a raw literal, over several lines if it is long.
pub(super) fn json(node: &Node) -> Literal {
    let text = json_text(node);
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(&text))
}

/// Returns a JSON document, over several lines if it is long. Keys keep their order.
pub(crate) fn json_text(node: &Node) -> String {
    let mut text = String::new();
    write_json(node, 0, &mut text);
    text
}

/// Writes JSON on one line if it fits, or else one entry per line. Keys keep their order.
fn write_json(node: &Node, depth: usize, out: &mut String) {
    let (open, close, entries): (_, _, Vec<(Option<&Key>, &Node)>) = match &node.kind {
        Kind::Map(entries) if !entries.is_empty() => {
            ('{', '}', entries.iter().map(|(key, value)| (Some(key), value)).collect())
        }
        Kind::List(items) if !items.is_empty() => {
            ('[', ']', items.iter().map(|item| (None, item)).collect())
        }
        _ => return out.push_str(&node.to_json().to_string()),
    };
    let nested = entries.iter().any(|(_, value)| !value.entries().is_empty());
    let room = if depth == 0 { SHORT } else { (WIDTH - 4).saturating_sub(depth * 2) };
    if (depth > 1 || !nested) && write_line(node, out.len(), room, out) {
        return;
    }
    let indent = "  ".repeat(depth + 1);
    out.push(open);
    for (index, (key, value)) in entries.into_iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&indent);
        write_key(key, out);
        write_json(value, depth + 1, out);
    }
    out.push('\n');
    out.push_str(&indent[2..]);
    out.push(close);
}

/// Writes JSON on one line if it takes fewer than `room` characters from `start`, or else nothing.
fn write_line(node: &Node, start: usize, room: usize, out: &mut String) -> bool {
    let before = out.len();
    let pieces = |out: &mut String, pieces: &mut dyn Iterator<Item = (Option<&Key>, &Node)>| {
        pieces.enumerate().all(|(index, (key, value))| {
            out.push_str(if index == 0 { "" } else { ", " });
            write_key(key, out);
            write_line(value, start, room, out)
        })
    };
    let written = match &node.kind {
        Kind::List(items) => {
            out.push('[');
            let written = pieces(out, &mut items.iter().map(|item| (None, item)));
            out.push(']');
            written
        }
        Kind::Map(entries) => {
            out.push('{');
            let written = pieces(out, &mut entries.iter().map(|(key, it)| (Some(key), it)));
            out.push('}');
            written
        }
        _ => {
            out.push_str(&node.to_json().to_string());
            true
        }
    };
    let fits = written && out[start..].chars().count() < room;
    if !fits {
        out.truncate(before);
    }
    fits
}

fn write_key(key: Option<&Key>, out: &mut String) {
    if let Some(key) = key {
        out.push_str(&format!("{}: ", serde_json::Value::from(key.text.as_str())));
    }
}

/// Returns a number with its digits in groups of three.
pub(super) fn grouped(number: u32) -> Literal {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join("_").parse().unwrap_or_else(|_| Literal::u32_unsuffixed(number))
}
