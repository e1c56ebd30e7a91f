//! Overlays: documents of the [OpenAPI Overlay] format, each of which puts the spec's texts into
//! another language.
//!
//! `document` is how an overlay is written, `apply` what its actions do to any document, `texts`
//! where a spec holds texts for people, and `translate` the rules for translations: texts change and
//! nothing else does.
//!
//! [OpenAPI Overlay]: https://spec.openapis.org/overlay/v1.1.0.html

mod apply;
mod document;
mod location;
mod texts;
mod translate;

use serde_json::Value;

use crate::spec::diagnostic::{Diagnostics, Report};
use crate::spec::source::Sources;
use crate::spec::yaml;

pub(crate) use texts::kept;
pub(crate) use translate::{TRANSLATED, Translation, translate};

use document::Overlay;

/// The document after the actions of an overlay, which is YAML or JSON. `path` is the overlay's name
/// in messages.
///
/// A target that selects nothing leaves the document as it is.
///
/// # Errors
///
/// All problems of the overlay, with their places.
pub fn apply(path: &str, overlay: &str, document: &Value) -> Result<Value, Box<Report>> {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let source = sources.add(path.to_owned(), overlay.to_owned());
    let mut changed = document.clone();
    if let Some(node) = yaml::parse(&sources, source, &mut diagnostics)
        && let Some(overlay) = Overlay::open(&node, &mut diagnostics)
    {
        apply::apply(&overlay, &mut changed, &mut diagnostics);
    }
    if diagnostics.is_empty() {
        return Ok(changed);
    }
    Err(Box::new(Report::new(sources, diagnostics.into_sorted())))
}
