//! The range of an export, as `--from` and `--to` ask for it.

mod clock;
mod ends;
mod span;
mod word;

pub(crate) use clock::Clock;
pub(crate) use ends::{Ends, FROM, RangeError, TO, Wanted, arguments};
pub(crate) use span::{Span, after, start};
pub(crate) use word::{UnknownWord, Word};
