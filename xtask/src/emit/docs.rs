//! Documentation comments: the spec's Markdown, wrapped, with notes on types and bounds.

use proc_macro2::TokenStream;
use quote::quote;

use super::markdown::harmless;
use super::text::WIDTH;
use crate::spec::ir::{Bound, Field, Type};

/// Returns the documentation comment of an item that is indented by a number of columns.
pub(super) fn docs(text: &str, indent: usize) -> TokenStream {
    let lines = wrapped(text, indent);
    let lines =
        lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #( #[doc = #lines] )* }
}

/// Returns the lines of a text, with paragraphs wrapped to the width that the comment leaves.
pub(super) fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let width = WIDTH - indent - "/// ".len();
    let mut lines: Vec<String> = Vec::new();
    let mut paragraph = String::new();
    // The number of backticks that opened the current block of code.
    let mut open: Option<usize> = None;
    for line in text.trim().lines() {
        let line = line.trim_end();
        let backticks = line.trim_start().bytes().take_while(|it| *it == b'`').count();
        let fence = backticks >= open.unwrap_or(3);
        let fenced = open.is_some();
        // Lists, headings, quotes and tables keep their lines.
        let kept = line.starts_with(['-', '*', '#', '>', '|', ' ', '\t'])
            || line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        if fenced || fence || line.is_empty() || kept {
            flush(&mut paragraph, width, &mut lines);
            lines.push(line.to_owned());
            if fence {
                open = if fenced { None } else { Some(backticks) };
            }
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    flush(&mut paragraph, width, &mut lines);
    lines
}

fn flush(paragraph: &mut String, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    paragraph.clear();
}

/// Returns the documentation of a field: its meaning, its bounds and its source.
pub(super) fn field(field: &Field, default: Option<&str>) -> String {
    let mut text = described(&field.description);
    // The type of a count says already that it is not negative.
    let mut bounds = field.bounds.clone();
    let unsigned = matches!(field.ty, Type::U32 | Type::U64);
    bounds.min = bounds.min.filter(|min| !(unsigned && *min == Bound::Integer(0)));
    let unit = if matches!(field.ty, Type::List(_)) { "items" } else { "characters" };
    // The notes continue the last paragraph.
    if let Some(allowed) = bounds.in_words(unit) {
        text.push_str(&format!(" {allowed}."));
    }
    if let Some(default) = default {
        text.push_str(&format!(" Default `{default}`."));
    }
    if field.deprecated {
        text.push_str(" The vendor advises against its use.");
    }
    if let Some(source) = &field.source {
        text.push_str(&format!("\n\nSource: {source}."));
    }
    text
}

/// Returns a description as sentences, or a placeholder. No code in it is compiled.
pub(super) fn described(description: &str) -> String {
    let text = harmless(description);
    match text.chars().last() {
        None => "Not described.".to_owned(),
        Some('.' | '!' | '?' | ':') => text,
        Some(_) if text.ends_with("```") => text,
        Some(_) => format!("{text}."),
    }
}
