//! Placeholders: texts that stand for a real value, in documentation and in redacted output.

/// The text that replaces the API key in all output.
pub(crate) const REDACTED: &str = "[redacted]";

/// Returns the text if it is a placeholder: `{{app_identifier}}`, `<app_id>`, `YOUR-REST-API-KEY`.
pub(crate) fn placeholder(value: &str) -> Option<&str> {
    let value = value.trim();
    let bracketed = |open, close| value.starts_with(open) && value.ends_with(close);
    (bracketed('{', '}') || bracketed('<', '>') || value.contains("{{") || is_yours(value))
        .then_some(value)
}

/// Tells whether a text begins like `YOUR-…` or `your_…`.
pub(crate) fn is_yours(value: &str) -> bool {
    value.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("your"))
        && matches!(value.as_bytes().get(4), Some(b'-' | b'_'))
}
