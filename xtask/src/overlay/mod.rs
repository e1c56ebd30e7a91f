//! Overlays: the texts of the spec in other languages, in the [OpenAPI Overlay] format.
//!
//! A translation changes only texts, so only that part of the format is supported.
//!
//! [OpenAPI Overlay]: https://spec.openapis.org/overlay/v1.1.0.html

mod document;
mod location;
mod texts;
mod translate;

pub(crate) use texts::{fixed_pieces, translated_operations};
pub(crate) use translate::{Translation, translate};
