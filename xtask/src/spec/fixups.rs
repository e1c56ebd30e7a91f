//! [`Fixups`]: corrects a foreign spec place by place, and reports corrections that are out of date.
//!
//! Fixups are in `fixups.yaml` beside the root document.

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::files::{Files, read_node, relative};
use crate::spec::model::{Fixup, Read};
use crate::spec::source::{Sources, Span};
use crate::spec::yaml::{Key, Kind, Node};

/// The file of the fixups, relative to the root document.
const FILE: &str = "fixups.yaml";

/// The fixups of a spec, and the files that they have been applied to.
#[derive(Debug, Default)]
pub(crate) struct Fixups {
    fixups: Vec<(String, Fixup)>,
    corrected: Vec<String>,
}

impl Fixups {
    /// Reads the fixups beside a root document, if there are any.
    pub(crate) fn beside(
        root: &str,
        files: &dyn Files,
        sources: &mut Sources,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let path = relative(root, FILE);
        if files.read(&path).is_err() {
            return Self::default();
        }
        let node = read_node(files, &path, sources, diagnostics).1;
        let fixups =
            node.and_then(|node| Vec::<Fixup>::read(&node, diagnostics)).unwrap_or_default();
        let file = |fixup: &Fixup| match &fixup.file {
            Some(file) => relative(root, &file.value),
            None => root.to_owned(),
        };
        let fixups = fixups.into_iter().map(|fixup| (file(&fixup), fixup)).collect();
        Self { fixups, corrected: Vec::new() }
    }

    /// Applies the fixups of one file.
    pub(crate) fn apply(&mut self, file: &str, node: &mut Node, diagnostics: &mut Diagnostics) {
        self.corrected.push(file.to_owned());
        for (_, fixup) in self.fixups.iter().filter(|(named, _)| named == file) {
            if let Err(problem) = apply(fixup, node) {
                diagnostics.push(*problem);
            }
        }
    }

    /// Reports fixups of files that were not read.
    pub(crate) fn finish(self, diagnostics: &mut Diagnostics) {
        for (file, fixup) in &self.fixups {
            if !self.corrected.contains(file) {
                let span = fixup.file.as_ref().map_or(fixup.at.span, |file| file.span);
                let message = format!("`{file}` is not a file of this spec");
                diagnostics.push(stale(span, &message));
            }
        }
    }
}

/// The change that a fixup makes.
enum Change<'a> {
    Replace(&'a Node, &'a Node),
    Add(&'a Node),
    Remove(&'a Node),
}

fn apply(fixup: &Fixup, document: &mut Node) -> Result<(), Box<Diagnostic>> {
    let change = match (&fixup.replace, &fixup.add, &fixup.remove) {
        (Some(it), None, None) => Change::Replace(&it.value.from, &it.value.to),
        (None, Some(it), None) => Change::Add(&it.value),
        (None, None, Some(it)) => Change::Remove(&it.value),
        _ => {
            let message = "a fixup must have exactly one of `replace`, `add` and `remove`";
            return Err(Diagnostic::new("bad-fixup", fixup.at.span, message).into());
        }
    };
    let (owner, name) = find_owner(document, fixup)?;
    let owner_span = owner.span;
    let index = position(owner, &name);
    match (&mut owner.kind, index, change) {
        (Kind::Map(entries), Some(index), Change::Replace(from, to)) => {
            expect(&entries[index].1, from)?;
            entries[index].1 = to.clone();
        }
        (Kind::List(items), Some(index), Change::Replace(from, to)) => {
            expect(&items[index], from)?;
            items[index] = to.clone();
        }
        (Kind::Map(entries), Some(index), Change::Remove(from)) => {
            expect(&entries[index].1, from)?;
            entries.remove(index);
        }
        (Kind::List(items), Some(index), Change::Remove(from)) => {
            expect(&items[index], from)?;
            items.remove(index);
        }
        (Kind::Map(entries), None, Change::Add(value)) => {
            entries.push((Key { text: name, span: fixup.at.span }, value.clone()));
        }
        (Kind::List(items), None, Change::Add(value)) if name == "-" => items.push(value.clone()),
        (_, Some(_), Change::Add(value)) => {
            let message = format!("`{name}` already exists");
            return Err(stale(value.span, &message).also(owner_span, "here").into());
        }
        (_, None, _) => {
            let message = format!("`{name}` no longer exists");
            return Err(stale(fixup.at.span, &message).also(owner_span, "expected in here").into());
        }
        (_, Some(_), _) => {}
    }
    Ok(())
}

/// Returns the map or list around the place of a fixup, and the last part of its pointer.
fn find_owner<'a>(
    document: &'a mut Node,
    fixup: &Fixup,
) -> Result<(&'a mut Node, String), Box<Diagnostic>> {
    let pointer = &fixup.at;
    let parts = pointer.value.strip_prefix('/').map(|rest| rest.split('/'));
    let parts = parts.into_iter().flatten().map(|part| part.replace("~1", "/").replace("~0", "~"));
    let mut parts: Vec<String> = parts.collect();
    let Some(last) = parts.pop() else {
        let message = "a place is a JSON pointer that begins with a slash";
        return Err(Diagnostic::new("bad-fixup", pointer.span, message).into());
    };
    let mut owner = document;
    for part in parts {
        let span = owner.span;
        let Some(index) = position(owner, &part) else {
            let message = format!("`{part}` no longer exists");
            return Err(stale(pointer.span, &message).also(span, "expected in here").into());
        };
        owner = match &mut owner.kind {
            Kind::Map(entries) => &mut entries[index].1,
            Kind::List(items) => &mut items[index],
            _ => {
                return Err(stale(pointer.span, &format!("`{part}` contains nothing")).into());
            }
        };
    }
    Ok((owner, last))
}

/// Returns the index of an entry of a map or of an item of a list.
fn position(owner: &Node, name: &str) -> Option<usize> {
    match &owner.kind {
        Kind::Map(entries) => entries.iter().position(|(key, _)| key.text == name),
        Kind::List(items) => name.parse().ok().filter(|index| *index < items.len()),
        _ => None,
    }
}

fn expect(found: &Node, wanted: &Node) -> Result<(), Box<Diagnostic>> {
    if found.to_json() == wanted.to_json() {
        return Ok(());
    }
    Err(stale(wanted.span, &format!("the value is now {}", found.shown()))
        .also(found.span, "here")
        .into())
}

fn stale(span: Span, message: &str) -> Diagnostic {
    Diagnostic::new("stale-fixup", span, format!("this fixup no longer applies: {message}"))
        .help("update it, or remove it if the spec is now correct")
}
