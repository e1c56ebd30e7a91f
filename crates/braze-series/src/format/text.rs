//! Text from elsewhere on one line, without control characters.

/// A text on one line, with control characters escaped, which could steer a terminal.
///
/// ```
/// assert_eq!(braze_series::format::printable("a\u{1b}[2J\n"), "a\\u{1b}[2J\\n");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if c.is_control() {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
        out
    })
}
