//! Text from elsewhere, without what a terminal or a shell would take for commands.

use std::io::{self, Write};

pub(crate) use braze_core::text::printable;

/// A text as one word of a shell, in quotes where it needs them.
pub(crate) fn shell_word(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_.:+,/@%".contains(c);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

/// Passes text on to a terminal: lines as they are, other control characters escaped.
pub(crate) struct Escaping<W> {
    terminal: W,
    /// The end of what came last, if it is a character that has only begun.
    begun: Vec<u8>,
}

impl<W> Escaping<W> {
    pub(crate) fn new(terminal: W) -> Self {
        Self { terminal, begun: Vec::new() }
    }
}

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        // No character takes more than four bytes.
        let is_begun = |at: &usize| {
            let rest = self.begun.get(*at..).unwrap_or_default();
            std::str::from_utf8(rest)
                .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
        };
        let length = self.begun.len();
        let whole = (length.saturating_sub(3)..length).find(is_begun).unwrap_or(length);
        let rest = self.begun.split_off(whole);
        let text = std::mem::replace(&mut self.begun, rest);
        let lines = String::from_utf8_lossy(&text);
        let lines: Vec<_> = lines.split('\n').map(printable).collect();
        self.terminal.write_all(lines.join("\n").as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.terminal.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped_however_the_bytes_are_cut() {
        let text = "a\u{1b}[2J\u{9b}31m\u{7f}é世🦀\r\nb\tc\n";
        for size in 1..=text.len() {
            let mut out = Vec::new();
            let mut escaping = Escaping::new(&mut out);
            for piece in text.as_bytes().chunks(size) {
                escaping.write_all(piece).unwrap();
            }
            let expected = "a\\u{1b}[2J\\u{9b}31m\\u{7f}é世🦀\\r\nb\\tc\n";
            assert_eq!(String::from_utf8(out).unwrap(), expected, "{size}");
        }
    }
}
