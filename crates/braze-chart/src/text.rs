//! Text from elsewhere.

/// Escapes control characters, which could steer a terminal and are not allowed in SVG.
pub(crate) fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, character| {
        match character.is_control() {
            true => out.extend(character.escape_default()),
            false => out.push(character),
        }
        out
    })
}
