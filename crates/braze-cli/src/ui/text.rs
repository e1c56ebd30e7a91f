//! Texts for people: [`Counted`] things, and lines that fit a screen.

use std::fmt;

/// `1 record`, `2 records`
pub(crate) struct Counted(pub(crate) u64, pub(crate) &'static str);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(count, noun) = self;
        write!(f, "{count} {noun}{}", if *count == 1 { "" } else { "s" })
    }
}

/// The width of a screen, in columns.
pub(crate) const SCREEN: usize = 80;

/// A text in lines that are no wider than a number of columns, unless a word is. `indents`: those of the first line,
/// and of the others.
pub(crate) fn wrapped(text: &str, width: usize, [first, other]: [&str; 2]) -> Vec<String> {
    let (mut lines, mut line, mut is_begun) = (Vec::new(), first.to_owned(), false);
    for word in text.split(' ') {
        if is_begun && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(std::mem::replace(&mut line, other.to_owned()));
        } else if is_begun {
            line.push(' ');
        }
        line.push_str(word);
        is_begun = true;
    }
    lines.push(line);
    lines
}
