//! [`Search`]: finds a secret, or a piece of it, in any text.

use std::ops::Range;

use super::escape::{Letter, unescaped};

/// The shortest piece of a secret that counts as the secret; no key is shorter.
pub(crate) const MIN_PIECE: usize = 8;

/// A search for the pieces of a secret in a text. Its time is in proportion to the text's length.
pub(crate) struct Search<'a> {
    secret: &'a [u8],
    pieces: &'a Pieces,
    /// The text must be read as it stands.
    pub(crate) plain: bool,
    /// The text must be read with its escapes resolved.
    pub(crate) escapes: bool,
}

impl<'a> Search<'a> {
    /// Looks which readings of the text could hold a piece of the key.
    pub(crate) fn new(secret: &'a [u8], pieces: &'a Pieces, text: &[u8]) -> Self {
        let escapes = text.len() >= MIN_PIECE && has_signs(text);
        let plain = needs_plain(escapes, secret) && pieces.may_be_in(text, secret);
        Self { secret, pieces, plain, escapes }
    }

    /// The first piece at or after a byte.
    pub(crate) fn next(
        &self,
        text: &[u8],
        from: usize,
        letter: impl Fn(&[u8]) -> Option<Letter>,
    ) -> Option<Range<usize>> {
        let starts = from..(text.len() + 1).saturating_sub(MIN_PIECE).max(from);
        starts.filter(|at| self.may_begin(&text[*at..], &letter)).find_map(|at| {
            let length = self.longest(&text[at..], &letter)?;
            Some(at..at + length)
        })
    }

    /// True if the text holds the whole key.
    pub(crate) fn finds_whole(secret: &'a [u8], pieces: &'a Pieces, text: &[u8]) -> bool {
        let escapes = has_signs(text);
        let search = Self { secret, pieces, plain: needs_plain(escapes, secret), escapes };
        search.plain && search.finds_plain(text) || escapes && search.finds_escaped(text)
    }

    /// True if the text, as it stands, holds the whole key. Wherever that begins, it has four bytes at one of the
    /// places that are looked at.
    fn finds_plain(&self, text: &[u8]) -> bool {
        let length = self.secret.len();
        let places = (0..text.len()).step_by(length.saturating_sub(3).max(1));
        let begins = |four: [u8; 4]| {
            let pieces = self.secret.windows(4).enumerate();
            pieces.filter(move |(_, piece)| piece.eq_ignore_ascii_case(&four)).map(|(at, _)| at)
        };
        places.filter_map(|at| Some((at, *text[at..].first_chunk()?))).any(|(at, four)| {
            self.pieces.may_hold(four)
                && begins(four).any(|before| {
                    let start = at.checked_sub(before);
                    let part = start.and_then(|start| text.get(start..start + length));
                    part.is_some_and(|part| part.eq_ignore_ascii_case(self.secret))
                })
        })
    }

    /// True if the text, with its escapes resolved, holds the whole key.
    fn finds_escaped(&self, text: &[u8]) -> bool {
        let Some(first) = self.secret.first() else { return false };
        // Each letter of the key takes at least one byte of the text.
        let mut starts = 0..(text.len() + 1).saturating_sub(self.secret.len());
        starts.any(|from| {
            let byte = text[from];
            (byte.eq_ignore_ascii_case(first) || matches!(byte, b'%' | b'\\'))
                && self.may_begin(&text[from..], unescaped)
                && self.run(&text[from..], 0, unescaped).0 == self.secret.len()
        })
    }

    /// True if the first four letters are in the key.
    fn may_begin(&self, text: &[u8], letter: impl Fn(&[u8]) -> Option<Letter>) -> bool {
        let mut four = [0; 4];
        let mut at = 0;
        for byte in &mut four {
            let next = text.get(at..).and_then(&letter);
            let next = next.filter(|next| self.pieces.hold_letter(next.byte));
            let Some(next) = next else { return false };
            *byte = next.byte;
            at += next.length;
        }
        self.pieces.hold(four, self.secret)
    }

    /// The length of the longest piece that the text begins with, in bytes of the text.
    fn longest(&self, text: &[u8], letter: impl Fn(&[u8]) -> Option<Letter>) -> Option<usize> {
        let runs = (0..self.secret.len()).map(|from| self.run(text, from, &letter));
        let (letters, length) = runs.max().unwrap_or_default();
        (letters >= MIN_PIECE).then_some(length)
    }

    /// Counts the letters that the text shares with the key from there on, and their bytes in the text.
    fn run(
        &self,
        text: &[u8],
        from: usize,
        letter: impl Fn(&[u8]) -> Option<Letter>,
    ) -> (usize, usize) {
        let (mut letters, mut at) = (0, 0);
        for byte in &self.secret[from..] {
            let next = text.get(at..).and_then(&letter);
            let Some(next) = next.filter(|next| next.byte.eq_ignore_ascii_case(byte)) else {
                break;
            };
            letters += 1;
            at += next.length;
        }
        (letters, at)
    }
}

/// True if a text must be read as it stands, beside its reading with escapes: that one finds a key without such
/// signs, too.
fn needs_plain(escapes: bool, secret: &[u8]) -> bool {
    !escapes || has_signs(secret)
}

/// True if a text has signs that begin an escape.
fn has_signs(text: &[u8]) -> bool {
    text.contains(&b'%') || text.contains(&b'\\')
}

/// The parts of a secret: a quick look at them rules out nearly every text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pieces {
    /// Its pieces of four bytes, as one of 512 bits each.
    fours: [u64; 8],
    /// Its letters, in lower case.
    letters: u128,
}

impl Pieces {
    pub(crate) fn new(secret: &[u8]) -> Self {
        let mut fours = [0; 8];
        for piece in secret.windows(4).filter_map(<[u8]>::first_chunk) {
            let (word, bit) = Self::bit(*piece);
            fours[word] |= bit;
        }
        let letters = secret.iter().fold(0, |letters, byte| letters | Self::letter(*byte));
        Self { fours, letters }
    }

    /// True if a text, as it stands, may hold a piece of eight bytes. Such a piece holds four bytes at a place
    /// that is a multiple of five, so it is enough to look there.
    fn may_be_in(&self, text: &[u8], secret: &[u8]) -> bool {
        text.len() >= MIN_PIECE
            && text.chunks(5).filter_map(<[u8]>::first_chunk).any(|four| self.hold(*four, secret))
    }

    /// True if the secret holds these four bytes, in either letter case.
    fn hold(&self, four: [u8; 4], secret: &[u8]) -> bool {
        self.may_hold(four) && secret.windows(4).any(|piece| piece.eq_ignore_ascii_case(&four))
    }

    /// True if the secret holds these four bytes, and seldom else.
    fn may_hold(&self, four: [u8; 4]) -> bool {
        let (word, bit) = Self::bit(four);
        self.fours[word] & bit != 0
    }

    fn hold_letter(&self, byte: u8) -> bool {
        self.letters & Self::letter(byte) != 0
    }

    /// The same for either letter case.
    fn bit(four: [u8; 4]) -> (usize, u64) {
        let lower = u32::from_le_bytes(four) | 0x2020_2020;
        let hash = lower.wrapping_mul(0x9E37_79B1) >> 23;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    /// The same for either letter case; nothing beyond ASCII.
    fn letter(byte: u8) -> u128 {
        1_u128.checked_shl(byte.to_ascii_lowercase().into()).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    const SECRET: &[u8] = b"3f6b0c1e-0000-4000-8000-2d9c1a7e5b44";

    /// Ten times the text takes ten times the work, whatever the text is.
    #[test]
    fn the_work_is_in_proportion_to_the_text() {
        let pieces = Pieces::new(SECRET);
        let work = |text: &[u8]| {
            let reads = Cell::new(0_usize);
            let search = Search::new(SECRET, &pieces, text);
            let found = search.next(text, 0, |rest| {
                reads.set(reads.get() + 1);
                unescaped(rest)
            });
            assert_eq!(found, None);
            reads.get()
        };
        for part in
            ["%", "\\", "\\u", "%25", "\\u0025", "%33", "-000", "3f6b0c1", "3f6b0c1 \\u0033"]
        {
            let (short, long) = (part.repeat(100), part.repeat(1_000));
            let (of_short, of_long) = (work(short.as_bytes()), work(long.as_bytes()));
            assert!(of_long <= 11 * of_short, "{part}: {of_short} and {of_long}");
            assert!(of_long <= 100 * long.len(), "{part}: {of_long} for {}", long.len());
        }
        assert!(work(&[b'%'; 10_000]) <= 10_000);
    }

    /// A look at every 33rd byte passes over none, even among pieces of the key.
    #[test]
    fn a_whole_key_is_found_wherever_it_stands() {
        let pieces = Pieces::new(SECRET);
        let finds = |text: &[u8]| Search::finds_whole(SECRET, &pieces, text);
        for filler in ["x", "0", "-0000-4000", "3f6b0c1e-0000-4000-8000-2d9c1a7e5b4"] {
            for (before, after) in (0..80).flat_map(|before| [(before, 0), (before, 41)]) {
                let around = |count| filler.bytes().cycle().take(count);
                for key in [SECRET.to_vec(), SECRET.to_ascii_uppercase()] {
                    let mut text: Vec<u8> =
                        around(before).chain(key).chain(around(after)).collect();
                    assert!(finds(&text), "{filler} {before}");
                    text[before + before % SECRET.len()] = b'_';
                    assert!(!finds(&text), "{filler} {before}");
                    text.push(b'%');
                    assert!(!finds(&text), "{filler} {before}");
                }
            }
        }
        let escaped = String::from_utf8_lossy(SECRET).replace('-', "%2D");
        assert!(finds(format!("a {escaped} b").as_bytes()));
        assert!(finds(format!("100% {}", String::from_utf8_lossy(SECRET)).as_bytes()));
    }
}
