//! [`write`]: writes a tree as a YAML document.

use super::{Key, Kind, Node};

/// The maximum width of a map or list on one line.
const WIDTH: usize = 100;

/// Returns the text of a document.
pub(crate) fn write(node: &Node) -> String {
    let mut out = String::new();
    block(node, 0, &mut out);
    out
}

/// Writes a value that begins on a line of its own.
fn block(node: &Node, indent: usize, out: &mut String) {
    let spaces = " ".repeat(indent);
    match &node.kind {
        Kind::Map(entries) if !entries.is_empty() => {
            for (key, value) in entries {
                out.push_str(&spaces);
                out.push_str(&text(&key.text));
                out.push(':');
                nested(value, indent, out);
            }
        }
        Kind::List(items) if !items.is_empty() => {
            for item in items {
                let mut below = String::new();
                nested(item, indent, &mut below);
                // The first entry of a map follows the hyphen.
                let below = below.trim_start_matches(['\n', ' ']);
                out.push_str(&format!("{spaces}- {below}"));
            }
        }
        _ => {
            out.push_str(&spaces);
            out.push_str(&flow(node));
            out.push('\n');
        }
    }
}

/// Writes a value after a key or a hyphen: on the same line if it fits, or below.
fn nested(node: &Node, indent: usize, out: &mut String) {
    let line = flow(node);
    let collection =
        !node.entries().is_empty() || matches!(&node.kind, Kind::List(items) if !items.is_empty());
    let deep = match &node.kind {
        Kind::Map(entries) => entries.iter().any(|(_, value)| !value.entries().is_empty()),
        Kind::List(items) => items.iter().any(|item| !item.entries().is_empty()),
        _ => false,
    };
    if collection && (deep || indent + line.chars().count() > WIDTH) {
        out.push('\n');
        block(node, indent + 2, out);
    } else {
        out.push(' ');
        out.push_str(&line);
        out.push('\n');
    }
}

/// Returns a value on one line.
fn flow(node: &Node) -> String {
    match &node.kind {
        Kind::Text(value) => text(value),
        Kind::List(items) => {
            format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", "))
        }
        Kind::Map(entries) if entries.is_empty() => "{}".to_owned(),
        Kind::Map(entries) => {
            let entry =
                |(key, value): &(Key, Node)| format!("{}: {}", text(&key.text), flow(value));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        _ => node.to_json().to_string(),
    }
}

/// Returns a string, in quotes unless every YAML parser reads it as a string without them.
fn text(text: &str) -> String {
    let starts = text
        .starts_with(|first: char| first.is_ascii_alphabetic() || "/_$".contains(first))
        || text.starts_with("../");
    let inner = |letter: char| letter.is_ascii_alphanumeric() || " /_.-$#".contains(letter);
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    let plain = starts && text.chars().all(inner) && !text.contains(" #") && !text.ends_with(' ');
    if plain && !word { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}
