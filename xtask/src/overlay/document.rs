//! [`Overlay`]: an overlay as it is written.

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::model::{At, Read, declare::object};
use crate::spec::yaml::Node;

object! {
    /// An overlay: actions on a document, one after the other.
    Overlay = "an overlay" {
        /// The version of the format: `1.1.0`.
        "overlay" => version: At<String>,
        /// The document that it is for, relative to this one.
        "extends" => extends: Option<At<String>>,
        /// What is done, in this order.
        "actions" => actions: At<Vec<Action>>,
    }
    checked {
        /// What the overlay is for.
        "info": Info,
    }
}

object! {
    /// What an overlay is for.
    Info = "`info` of an overlay" {
    }
    checked {
        /// In one line.
        "title": String,
        /// The overlay's own version.
        "version": String,
        /// In some sentences.
        "description": Option<String>,
    }
}

object! {
    /// One change, wherever the target points.
    Action = "an action" with span {
        /// The places, as a query in `JSONPath`.
        "target" => target: At<String>,
        /// What is merged into each place.
        "update" => update: Option<Node>,
        /// Another place, whose value is merged into each of the target's.
        "copy" => copy: Option<At<String>>,
        /// Whether each place is removed.
        "remove" => remove: Option<bool>,
    }
    checked {
        /// What the change is for.
        "description": Option<String>,
    }
}

/// What differs between versions of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Version {
    /// Targets are objects and arrays, and whatever an array is updated with becomes one item.
    V1_0,
    /// Targets may be primitives, arrays are joined, and there is `copy`.
    V1_1,
}

impl Overlay {
    /// An overlay of a version that is understood here, with nothing wrong in how it is written.
    pub(super) fn open(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let before = diagnostics.len();
        let overlay = Self::read(node, diagnostics).filter(|_| diagnostics.len() == before)?;
        let version = &overlay.version;
        if overlay.format().is_none() {
            diagnostics.push(
                Diagnostic::new(
                    "overlay-version",
                    version.span,
                    format!("version `{}` of the format is not known here", version.value),
                )
                .help("write `overlay: 1.1.0`"),
            );
            return None;
        }
        if overlay.actions.value.is_empty() {
            diagnostics.push(
                Diagnostic::new("no-action", overlay.actions.span, "an overlay has an action")
                    .help("remove the file if there is nothing to do"),
            );
            return None;
        }
        Some(overlay)
    }

    /// The version of the format. Its last number makes no difference.
    pub(super) fn format(&self) -> Option<Version> {
        match self.version.value.rsplit_once('.') {
            Some(("1.0", _)) => Some(Version::V1_0),
            Some(("1.1", _)) => Some(Version::V1_1),
            _ => None,
        }
    }
}
