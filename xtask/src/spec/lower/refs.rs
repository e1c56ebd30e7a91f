//! References: to the definitions under `components` in the root document.

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::files::relative;
use crate::spec::model::{At, Entries, Header, OneOrRef, Parameter, Response, Schema};
use crate::spec::suggest::nearest;

/// The maximum depth of references to references.
const MAX_DEPTH: usize = 16;

impl<'a> Lower<'a> {
    /// Returns the shared schema that a reference names.
    pub(super) fn schema_ref(&mut self, target: &At<String>) -> Option<(String, &'a Schema)> {
        let components = self.document.components.as_ref();
        self.find(target, "schemas", components.and_then(|all| all.schemas.as_ref()))
    }

    /// Returns a parameter, in place or shared.
    pub(super) fn parameter(&mut self, one: &OneOrRef<Parameter>) -> Option<Parameter> {
        let components = self.document.components.as_ref();
        self.follow(one, "parameters", components.and_then(|all| all.parameters.as_ref()))
    }

    /// Returns a reply, in place or shared.
    pub(super) fn response(&mut self, one: &OneOrRef<Response>) -> Option<Response> {
        let components = self.document.components.as_ref();
        self.follow(one, "responses", components.and_then(|all| all.responses.as_ref()))
    }

    /// Returns a header, in place or shared.
    pub(super) fn header(&mut self, one: &OneOrRef<Header>) -> Option<Header> {
        let components = self.document.components.as_ref();
        self.follow(one, "headers", components.and_then(|all| all.headers.as_ref()))
    }

    fn follow<T: Clone>(
        &mut self,
        one: &OneOrRef<T>,
        section: &'static str,
        entries: Option<&'a Entries<OneOrRef<T>>>,
    ) -> Option<T> {
        let mut one = one;
        for _ in 0..MAX_DEPTH {
            match one {
                OneOrRef::One(piece) => return Some(piece.as_ref().clone()),
                OneOrRef::Ref(reference) => one = self.find(&reference.target, section, entries)?.1,
            }
        }
        if let OneOrRef::Ref(reference) = one {
            let message = format!("`{}` refers back to itself", reference.target.value);
            self.push(Diagnostic::new("endless-reference", reference.target.span, message));
        }
        None
    }

    /// Returns the shared definition that a reference names, and its name. Reports a missing one.
    fn find<T>(
        &mut self,
        target: &At<String>,
        section: &'static str,
        entries: Option<&'a Entries<T>>,
    ) -> Option<(String, &'a T)> {
        let (file, pointer) = target.value.split_once('#').unwrap_or((&target.value, ""));
        let from = &self.sources.get(target.span.source).path;
        let file = if file.is_empty() { from.clone() } else { relative(from, file) };
        let name = pointer.strip_prefix("/components/").and_then(|rest| rest.split_once('/'));
        let Some((found_section, name)) = name.filter(|_| file == self.root) else {
            let there = folder_to_root(from, self.root);
            self.push(
                Diagnostic::new(
                    "unsupported-reference",
                    target.span,
                    format!("`{}` is not a valid target of a reference", target.value),
                )
                .help(format!(
                    "only definitions under `components` in the root can be shared: write `{there}#/components/{section}/…`"
                )),
            );
            return None;
        };
        if found_section != section {
            self.push(Diagnostic::new(
                "unsupported-reference",
                target.span,
                format!("this names one of `{found_section}`, expected one of `{section}`"),
            ));
            return None;
        }
        let Some(piece) = entries.and_then(|entries| entries.get(name)) else {
            let diagnostic = Diagnostic::new(
                "missing-reference",
                target.span,
                format!("there is no `{name}` under `components`/`{section}`"),
            );
            let known: Vec<&str> = entries.map_or(Vec::new(), |entries| entries.names().collect());
            self.push(match nearest(name, known.iter().copied()) {
                Some(near) => {
                    let right = target.value.replace(&format!("/{name}"), &format!("/{near}"));
                    diagnostic.suggest(target.span, "there is one with a similar name", right)
                }
                None if known.is_empty() => diagnostic.help(format!("`{section}` is empty")),
                None => diagnostic.help(format!("known names: `{}`", known.join("`, `"))),
            });
            return None;
        };
        self.used.insert((section, name.to_owned()));
        Some((name.to_owned(), piece))
    }

    /// Reports shared definitions that nothing refers to.
    pub(super) fn unused(&mut self) {
        let Some(components) = &self.document.components else { return };
        let mut known = Vec::new();
        let mut collect = |section, keys: Vec<crate::spec::yaml::Key>| {
            known.extend(keys.into_iter().map(|key| (section, key)));
        };
        collect("schemas", keys(components.schemas.as_ref()));
        collect("parameters", keys(components.parameters.as_ref()));
        collect("responses", keys(components.responses.as_ref()));
        collect("headers", keys(components.headers.as_ref()));
        for (section, key) in known {
            if !self.used.contains(&(section, key.text.clone())) {
                let message = format!("nothing refers to `{}`", key.text);
                self.push(
                    Diagnostic::new("unused-component", key.span, message)
                        .help("remove it, or refer to it"),
                );
            }
        }
    }
}

fn keys<T>(entries: Option<&Entries<T>>) -> Vec<crate::spec::yaml::Key> {
    entries.into_iter().flat_map(Entries::iter).map(|(key, _)| key.clone()).collect()
}

/// Returns the path from a file to the root document.
fn folder_to_root(from: &str, root: &str) -> String {
    if from == root {
        return String::new();
    }
    let depth = |path: &str| path.matches('/').count();
    let up = "../".repeat(depth(from).saturating_sub(depth(root)));
    format!("{up}{}", root.rsplit_once('/').map_or(root, |(_, name)| name))
}
