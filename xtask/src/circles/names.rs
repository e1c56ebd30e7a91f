//! Names that items define, and those that a `use` brings into scope.

use syn::{Item, UseTree};

/// An import of a `use` declaration.
#[derive(Debug)]
pub(super) enum Import {
    Name { name: String, path: Vec<String> },
    Glob(Vec<String>),
}

/// Returns all imports of a tree.
pub(super) fn imports(tree: &UseTree) -> Vec<Import> {
    let mut all = Vec::new();
    collect(tree, Vec::new(), &mut all);
    all
}

fn collect(tree: &UseTree, mut before: Vec<String>, all: &mut Vec<Import>) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            collect(&path.tree, before, all);
        }
        UseTree::Name(name) if name.ident == "self" => {
            if let Some(last) = before.last().cloned() {
                all.push(Import::Name { name: last, path: before });
            }
        }
        UseTree::Name(name) => {
            let name = name.ident.to_string();
            before.push(name.clone());
            all.push(Import::Name { name, path: before });
        }
        UseTree::Rename(renamed) => {
            if renamed.ident != "self" {
                before.push(renamed.ident.to_string());
            }
            all.push(Import::Name { name: renamed.rename.to_string(), path: before });
        }
        UseTree::Glob(_) => all.push(Import::Glob(before)),
        UseTree::Group(group) => {
            for tree in &group.items {
                collect(tree, before.clone(), all);
            }
        }
    }
}

/// Returns the name that an item defines.
pub(super) fn defined(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}
