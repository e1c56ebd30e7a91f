//! Undoes the compression that the request asked for.
//!
//! Done here and not by the HTTP libraries, since they differ: in streams of several members, in what may
//! stand behind them, in a body of nothing, and in whether a cap counts before or after.

use std::borrow::Cow;
use std::io::{ErrorKind, Read};

use flate2::bufread::MultiGzDecoder;
use http::HeaderValue;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::response::Parts;

use crate::error::{IoError, IoKind, Sent};

/// The first bytes of a gzip stream.
const MAGIC: [u8; 2] = [0x1f, 0x8b];

/// The body as it was before it was compressed, of at most `max_body` bytes; and the head without what is
/// then no longer true. A body that is compressed in name only is taken as it is.
pub(super) fn inflate(
    mut head: Parts,
    body: &[u8],
    max_body: u64,
) -> Result<(Parts, Cow<'_, [u8]>), IoError> {
    if !head.headers.get(CONTENT_ENCODING).is_some_and(is_gzip) {
        return Ok((head, Cow::Borrowed(body)));
    }
    head.headers.remove(CONTENT_ENCODING);
    if !body.starts_with(&MAGIC) {
        return Ok((head, Cow::Borrowed(body)));
    }
    head.headers.remove(CONTENT_LENGTH);
    let mut inflated = Vec::with_capacity(body.len());
    let mut decoder = MultiGzDecoder::new(body).take(max_body.saturating_add(1));
    decoder.read_to_end(&mut inflated).map_err(|error| {
        let kind = match error.kind() {
            ErrorKind::UnexpectedEof => IoKind::Closed,
            _ => IoKind::Other,
        };
        IoError::new(kind, Sent::Maybe, format!("the gzip stream is broken: {error}"))
    })?;
    if inflated.len() as u64 > max_body {
        return Err(IoError::new(IoKind::TooLarge, Sent::Maybe, ""));
    }
    Ok((head, Cow::Owned(inflated)))
}

fn is_gzip(encoding: &HeaderValue) -> bool {
    let encoding = encoding.as_bytes().trim_ascii();
    encoding.eq_ignore_ascii_case(b"gzip") || encoding.eq_ignore_ascii_case(b"x-gzip")
}
