//! [`Lower`]: the state that lowering shares.

use std::collections::{BTreeMap, BTreeSet};

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::ir::{Bounds, Definition, Type};
use crate::spec::model::Document;
use crate::spec::source::{Sources, Span};
use crate::spec::yaml::Node;

/// The state that all steps of lowering share.
pub(super) struct Lower<'a> {
    pub(super) document: &'a Document,
    /// The path of the root document.
    pub(super) root: &'a str,
    pub(super) sources: &'a Sources,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// Shared definitions that are referred to: section and name.
    pub(super) used: BTreeSet<(&'static str, String)>,
    /// Shared types that were lowered, by name.
    pub(super) shared: BTreeMap<String, Shared>,
    /// Shared schemas that are being lowered now, outer ones first.
    pub(super) open: Vec<String>,
    /// The field that holds the rows of the series that is being lowered now.
    pub(super) rows: Option<String>,
    /// True within the body of a form, which may have files.
    pub(super) in_form: bool,
}

/// A shared type.
pub(super) struct Shared {
    /// The place of the first reference.
    pub(super) first: Span,
    pub(super) in_reply: bool,
    pub(super) value: Option<Value>,
    pub(super) definition: Option<Definition>,
}

/// The module that an operation belongs to.
pub(super) struct Tagged {
    pub(super) module: String,
    pub(super) description: String,
}

impl Lower<'_> {
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }
}

/// The lowered schema of a value.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub(super) ty: Type,
    pub(super) nullable: bool,
    pub(super) bounds: Bounds,
    pub(super) description: Option<String>,
    /// The source of the facts, if it is named here.
    pub(super) source: Option<String>,
    pub(super) deprecated: bool,
    /// The value that the server assumes if it is omitted.
    pub(super) default: Option<Node>,
}

impl Value {
    /// Returns `true` for a list that has a meaning even if it is empty.
    pub(super) fn may_be_empty(&self) -> bool {
        matches!(self.ty, Type::List(_)) && self.bounds.shortest == Some(0)
    }
}
