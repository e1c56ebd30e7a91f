//! [`Overlay`]: the subset of the OpenAPI Overlay format that translations use.

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::model::{At, Read, declare::object};
use crate::spec::yaml::Node;

object! {
    /// An overlay: the texts of a document in another language.
    Overlay = "an overlay" {
        /// The version of the format: `1.1.0`.
        "overlay" => version: At<String>,
        /// The document that it applies to, relative to this one.
        "extends" => extends: Option<At<String>>,
        /// The translations.
        "actions" => actions: At<Vec<Action>>,
    }
    checked {
        /// Title and version of the overlay.
        "info": Info,
    }
}

object! {
    /// Title and version of an overlay.
    Info = "`info` of an overlay" {
    }
    checked {
        /// One line about the overlay.
        "title": String,
        /// The overlay's own version.
        "version": String,
        /// Some sentences about the overlay.
        "description": Option<String>,
    }
}

object! {
    /// One translation, for every place that the target selects.
    Action = "an action" {
        /// The places, as a query in `JSONPath`.
        "target" => target: At<String>,
        /// The translation: a string, or an object with strings.
        "update" => update: Node,
    }
    checked {
        /// The purpose of the translation.
        "description": Option<String>,
    }
    refused {
        "copy" => "a translation changes texts: use `update`",
        "remove" => "a translation changes texts: use `update`",
    }
}

impl Overlay {
    /// Reads an overlay. Returns `None` if its form is invalid.
    pub(super) fn parse(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let before = diagnostics.len();
        let overlay = Self::read(node, diagnostics).filter(|_| diagnostics.len() == before)?;
        let version = &overlay.version;
        if !version.value.starts_with("1.1.") {
            let message = format!("version `{}` of the format is not supported", version.value);
            diagnostics.push(
                Diagnostic::new("overlay-version", version.span, message)
                    .help("write `overlay: 1.1.0`"),
            );
            return None;
        }
        if overlay.actions.value.is_empty() {
            diagnostics.push(
                Diagnostic::new("no-action", overlay.actions.span, "the overlay has no action")
                    .help("add a translation, or remove the file"),
            );
            return None;
        }
        Some(overlay)
    }
}
