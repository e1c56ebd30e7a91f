//! Text from outside, made safe to show.

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
