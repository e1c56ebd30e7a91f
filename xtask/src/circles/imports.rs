//! The names that a module imports from other files.

use std::path::PathBuf;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

use super::modules::{self, Module, ModulePath, Modules, Target};
use super::names::{self, Import};

/// Returns each name that a module imports, with the file that defines it.
pub(super) fn imports_of_module(
    modules: &Modules,
    path: &ModulePath,
    module: &Module,
) -> Vec<(PathBuf, String)> {
    let mut visitor = Visitor { modules, path, found: Vec::new() };
    module.items.iter().for_each(|item| visitor.visit_item(item));
    visitor.found
}

struct Visitor<'a> {
    modules: &'a Modules,
    path: &'a ModulePath,
    found: Vec<(PathBuf, String)>,
}

impl Visitor<'_> {
    fn take(&mut self, segments: &[String]) {
        if let Some(Target::Definition(file)) = self.modules.resolve(self.path, segments) {
            let name = segments.iter().find(|name| name.starts_with(char::is_uppercase));
            let name = name.or(segments.last()).cloned().unwrap_or_default();
            self.found.push((file, name));
        }
    }

    /// Collects the paths in the arguments of a macro, which need not be Rust.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.path_in_tokens(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    self.path_in_tokens(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.path_in_tokens(&mut path);
    }

    /// Adds a path from a macro, except a single name in lower case: it may be a field or a variable.
    fn path_in_tokens(&mut self, path: &mut Vec<String>) {
        let is_type = |name: &String| name.starts_with(char::is_uppercase);
        if path.len() > 1 || path.iter().any(is_type) {
            self.take(path);
        }
        path.clear();
    }
}

impl<'ast> Visit<'ast> for Visitor<'_> {
    fn visit_item_use(&mut self, import: &'ast syn::ItemUse) {
        if modules::is_re_export(import) {
            return;
        }
        for import in names::imports(&import.tree) {
            if let Import::Name { path, .. } = import {
                self.take(&path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<_> =
            path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.take(&segments);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invoked: &'ast syn::Macro) {
        self.tokens(invoked.tokens.clone());
        visit::visit_macro(self, invoked);
    }
}
