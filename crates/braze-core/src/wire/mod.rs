//! The text of requests: paths, queries, bodies, and the words that parameters and replies consist of.

mod choice;
mod writer;

pub use choice::{Choice, ParseChoiceError, Word, parse_choice, read_text, read_word, scrub_word};
pub(crate) use writer::Written;
pub use writer::{Encoder, RequestWriter, WireValue};

#[doc(inline)]
pub use crate::{__choice as choice, __word as word};
