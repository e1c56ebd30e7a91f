//! The text of requests: paths, queries, bodies, and the words that parameters and replies consist of.

mod choice;
mod form;
mod value;
mod writer;

pub use choice::{Choice, ParseChoiceError, Word, parse_choice, read_text, read_word, scrub_word};
pub use form::Form;
pub use value::{Encoder, WireValue};
pub use writer::RequestWriter;
pub(crate) use writer::Written;

/// The names and values of what is there.
#[must_use]
pub fn named(pairs: &[(&'static str, Option<&str>)]) -> Vec<(&'static str, String)> {
    pairs.iter().filter_map(|(name, value)| Some((*name, (*value)?.to_owned()))).collect()
}

#[doc(inline)]
pub use crate::{__choice as choice, __word as word};
