//! The range of an export, as `--from` and `--to` ask for it.

mod buckets;
mod clock;
mod ends;
mod word;

pub(crate) use buckets::{after, start};
pub(crate) use clock::Clock;
pub(crate) use ends::{Ends, FROM, RangeError, TO, Wanted, arguments};
pub(crate) use word::{FORMS, UnknownWord, Word};
