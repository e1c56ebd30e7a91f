//! The unreserved characters of RFC 3986: those that URLs contain as they are.

/// Tells whether all bytes stand for themselves in a path or a query.
pub(crate) fn are_unreserved(bytes: &[u8]) -> bool {
    plain_prefix(bytes) == bytes.len()
}

/// Counts the bytes before the first that must be encoded.
pub(crate) fn plain_prefix(bytes: &[u8]) -> usize {
    // Eight at a time without a branch for each: half the instructions for an identifier.
    let eights = bytes
        .chunks_exact(8)
        .take_while(|eight| eight.iter().fold(true, |plain, byte| plain & is_unreserved(*byte)));
    let plain = 8 * eights.count();
    plain + bytes[plain..].iter().take_while(|byte| is_unreserved(**byte)).count()
}

#[inline]
pub(crate) fn is_unreserved(byte: u8) -> bool {
    const TABLE: [bool; 256] = {
        let mut table = [false; 256];
        let mut byte = 0;
        while byte < 128 {
            let plain = byte as u8;
            table[byte] =
                plain.is_ascii_alphanumeric() || matches!(plain, b'-' | b'.' | b'_' | b'~');
            byte += 1;
        }
        table
    };
    TABLE[usize::from(byte)]
}
