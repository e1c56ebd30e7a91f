//! Text on lines that are no wider than the screen.

use unicode_width::UnicodeWidthStr;

use super::screen::Screen;

/// Parts, one after the other, on as many lines as they take. A part is broken only where it is wider than
/// the screen.
pub(crate) fn wrapped(parts: &[String], indent: &str, screen: Screen) -> String {
    let separator = if screen.in_unicode { " · " } else { ", " };
    let mut lines = Lines { screen, indent, done: String::new(), line: indent.to_owned() };
    for part in parts {
        if lines.add(separator, part) {
            continue;
        }
        lines.end();
        if lines.add("", part) {
            continue;
        }
        for word in part.split(' ') {
            if !lines.add(" ", word) {
                lines.end();
                lines.line.push_str(&cut(word, screen.narrowed(indent.len())));
            }
        }
    }
    lines.end();
    lines.done
}

struct Lines<'a> {
    screen: Screen,
    indent: &'a str,
    done: String,
    /// The last one.
    line: String,
}

impl Lines<'_> {
    /// Adds a text, if there is room for it.
    fn add(&mut self, gap: &str, text: &str) -> bool {
        let gap = if self.line == self.indent { "" } else { gap };
        let all = [&self.line, gap, text];
        let fits = all.iter().map(|it| width(it)).sum::<usize>() <= self.screen.columns;
        if fits {
            self.line.push_str(gap);
            self.line.push_str(text);
        }
        fits
    }

    fn end(&mut self) {
        if self.line != self.indent {
            self.done.push_str(&self.line);
            self.done.push('\n');
            self.indent.clone_into(&mut self.line);
        }
    }
}

/// A text that is no wider than the screen.
pub(crate) fn cut(text: &str, screen: Screen) -> String {
    let ellipsis = if screen.in_unicode { "…" } else { "..." };
    if width(text) <= screen.columns {
        return text.to_owned();
    }
    let room = screen.columns.saturating_sub(ellipsis.chars().count());
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if width(&kept) > room {
            kept.pop();
            break;
        }
    }
    kept + ellipsis
}

/// How many columns a text takes.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}
