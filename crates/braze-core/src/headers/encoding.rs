//! [`unread`]: the `Content-Encoding` of a body that could not be decoded.

use http::HeaderMap;
use http::header::CONTENT_ENCODING;

/// The problem with a body that is still encoded. Where a body was decoded, its header is gone.
pub(crate) fn unread(headers: &HeaderMap) -> Option<String> {
    const MAX_SHOWN: usize = 40;
    const SUPPORTED: &str =
        if cfg!(feature = "gzip") { "`gzip` and `identity` are" } else { "`identity` is" };
    let encoding = headers.get(CONTENT_ENCODING)?.as_bytes().trim_ascii();
    if encoding.is_empty() || encoding.eq_ignore_ascii_case(b"identity") {
        return None;
    }
    let shown: String = encoding.escape_ascii().to_string().chars().take(MAX_SHOWN).collect();
    Some(format!(
        "`Content-Encoding` is `{shown}`, and only {SUPPORTED} supported: does a proxy re-encode replies?"
    ))
}
