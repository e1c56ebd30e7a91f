//! [`Edits`]: changes of a YAML text that leave everything else as it was written.

use std::ops::Range;

use super::build::Build;
use crate::yaml::{self, Kind, Node};

/// A text and what is to be changed in it.
#[derive(Debug)]
pub(super) struct Edits<'a> {
    text: &'a str,
    edits: Vec<(Range<usize>, String)>,
}

impl<'a> Edits<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, edits: Vec::new() }
    }

    /// How many changes there are.
    pub(super) fn len(&self) -> usize {
        self.edits.len()
    }

    /// The text with all changes; of two that overlap, the first counts.
    pub(super) fn apply(mut self) -> String {
        self.edits.sort_by_key(|(range, _)| (range.start, range.end));
        let mut out = String::with_capacity(self.text.len());
        let mut at = 0;
        for (range, new) in self.edits {
            if range.start >= at {
                out.push_str(self.text.get(at..range.start).unwrap_or_default());
                out.push_str(&new);
                at = range.end;
            }
        }
        out.push_str(self.text.get(at..).unwrap_or_default());
        out
    }

    /// Gives a key of a map a value, whether it is there already or not. A value over several lines
    /// is left as it is.
    pub(super) fn set(&mut self, map: &Node, key: &str, value: &Node) {
        let value = yaml::flow(value);
        if let Some(present) = map.get(key) {
            if let Some(range) = self.inline(present) {
                self.edits.push((range, value));
            }
            return;
        }
        let entry = format!("{key}: {value}");
        if let Some(range) = self.flow(map) {
            let inner = self.text.get(range.start + 1..range.end - 1).unwrap_or_default();
            let inner = inner.trim_end();
            let at = range.start + 1 + inner.len();
            let separator = if inner.trim().is_empty() { " " } else { ", " };
            self.edits.push((at..at, format!("{separator}{entry}")));
        } else if let (Some((first, _)), Some((last, _))) =
            (map.entries().first(), map.entries().last())
        {
            let indent = " ".repeat(self.column(first.span.start));
            let at = self.end_of_block(last.span.start);
            self.edits.push((at..at, format!("{indent}{entry}\n")));
        }
    }

    /// Puts an item into a list, behind that with an index, or first.
    pub(super) fn insert_item(&mut self, list: &Node, behind: Option<usize>, item: &Node) {
        let Kind::List(items) = &list.kind else { return };
        let Some(neighbour) = behind.and_then(|index| items.get(index)).or(items.first()) else {
            return;
        };
        let start = self.line_start(neighbour.span.start);
        let at = if behind.is_some() { self.end_of_block(start) } else { start };
        let indent = " ".repeat(self.indent(start));
        let written = yaml::write(&Build(item.span).list([item.clone()]));
        let lines: String = written.lines().map(|line| format!("{indent}{line}\n")).collect();
        self.edits.push((at..at, lines));
    }

    /// Takes an item, or an entry, out with all its lines.
    pub(super) fn remove_lines(&mut self, node: &Node) {
        let start = self.line_start(node.span.start);
        let end = self.end_of_block(start);
        self.edits.push((start..end, String::new()));
    }

    /// Where a value stands that begins and ends on one line.
    fn inline(&self, node: &Node) -> Option<Range<usize>> {
        let range = match &node.kind {
            Kind::Map(_) | Kind::List(_) => self.flow(node)?,
            _ => node.span.start..node.span.end,
        };
        let text = self.text.get(range.clone())?;
        (!text.is_empty() && !text.contains('\n') && !text.starts_with(['|', '>'])).then_some(range)
    }

    /// Where a map or list stands that is written in braces or brackets.
    fn flow(&self, node: &Node) -> Option<Range<usize>> {
        let start = node.span.start;
        let rest = self.text.get(start..)?;
        if !rest.starts_with(['{', '[']) {
            return None;
        }
        let mut depth = 0_usize;
        let mut quote = None;
        for (at, letter) in rest.char_indices() {
            match (quote, letter) {
                (Some(open), _) if open == letter => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(letter),
                (None, '{' | '[') => depth += 1,
                (None, '}' | ']') => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(start..start + at + 1);
                    }
                }
                _ => {}
            }
        }
        None
    }

    fn line_start(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn column(&self, at: usize) -> usize {
        self.text.get(self.line_start(at)..at).unwrap_or_default().chars().count()
    }

    fn indent(&self, line_start: usize) -> usize {
        let rest = self.text.get(line_start..).unwrap_or_default();
        rest.len() - rest.trim_start_matches(' ').len()
    }

    /// The end of the lines that belong to the one which holds a place: those that are indented
    /// further.
    fn end_of_block(&self, at: usize) -> usize {
        let start = self.line_start(at);
        // The key of a list's item is indented like the ones below it, the hyphen is not.
        let indent = self.column(at).max(self.indent(start));
        let mut end = start;
        let lines = self.text.get(start..).unwrap_or_default().split_inclusive('\n');
        for (index, line) in lines.enumerate() {
            let depth = line.len() - line.trim_start_matches(' ').len();
            if index > 0 && !line.trim().is_empty() && depth <= indent {
                break;
            }
            end += line.len();
        }
        end
    }
}
