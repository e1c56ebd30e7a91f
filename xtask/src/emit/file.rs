//! [`File`]: one file of generated code before it is printed.

use proc_macro2::TokenStream;

use super::docs::wrapped;
use super::scope::Scope;

/// The header of every generated file, after the name of its part of the spec.
const COMMAND: &str = "by `cargo xtask codegen`.\n// Change the spec, not this file.";

/// One file of generated code.
#[derive(Debug)]
pub(crate) struct File {
    /// The part of the spec that it is generated from.
    pub(crate) from: String,
    /// The inner documentation of the file.
    pub(crate) about: String,
    /// The groups of its imports.
    pub(crate) imports: Vec<TokenStream>,
    /// The items, in their order.
    pub(crate) items: Vec<TokenStream>,
}

impl File {
    /// Creates a file with the imports that its items need.
    pub(super) fn new(from: &str, about: &str, scope: Scope, items: Vec<TokenStream>) -> Self {
        Self {
            from: from.to_owned(),
            about: about.to_owned(),
            imports: scope.into_imports(),
            items,
        }
    }

    /// Returns the lines before the first item.
    pub(crate) fn head(&self) -> String {
        let mut head = format!("// Written from {} {COMMAND}\n\n", self.from);
        for line in wrapped(&self.about, 0) {
            head.push_str(format!("//! {line}").trim_end());
            head.push('\n');
        }
        head
    }
}
