//! Text from outside, made safe to show.

/// Cuts a text of the server that is long.
pub(crate) fn shortened(text: &str) -> String {
    const MAX_CHARACTERS: usize = 300;
    let mut cut: String = text.chars().take(MAX_CHARACTERS).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

/// Escapes control characters, which could steer a terminal or start a new line.
///
/// ```
/// assert_eq!(braze_core::text::printable("a\u{1b}[2J\n"), "a\\u{1b}[2J\\n");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, character| {
        if character.is_control() {
            out.extend(character.escape_default());
        } else {
            out.push(character);
        }
        out
    })
}
