//! Text on lines that fit on the screen.

use unicode_width::UnicodeWidthStr;

use super::screen::Screen;

/// Joins parts and breaks them into lines. A part is broken only if it is wider than the screen.
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
    /// The current line.
    line: String,
}

impl Lines<'_> {
    /// Adds a text if there is room, and returns true if there was.
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

/// Shortens a text to the width of the screen.
pub(crate) fn cut(text: &str, screen: Screen) -> String {
    let ellipsis = if screen.in_unicode { "…" } else { "..." };
    if width(text) <= screen.columns {
        return text.to_owned();
    }
    let room = screen.columns.saturating_sub(ellipsis.chars().count());
    let mut short = String::new();
    for character in text.chars() {
        short.push(character);
        if width(&short) > room {
            short.pop();
            break;
        }
    }
    short + ellipsis
}

/// Returns the width of a text in columns.
pub(crate) fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}
