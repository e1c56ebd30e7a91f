//! [`Modules`]: the module tree of a crate, with the names in each module.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use syn::{Item, UseTree, Visibility};

use super::error::CirclesError;
use super::names::{self, Import};

/// A path of module names from the root of the crate.
pub(super) type ModulePath = Vec<String>;

/// The modules of a crate, by their paths.
pub(super) struct Modules(BTreeMap<ModulePath, Module>);

/// One module: a file, or a part of one.
pub(super) struct Module {
    pub(super) file: PathBuf,
    pub(super) items: Vec<Item>,
    /// The names in scope by definition or `use`.
    names: BTreeMap<String, Name>,
    /// The paths whose names are all in scope.
    globs: Vec<Vec<String>>,
}

/// The meaning of a name in a module.
enum Name {
    Definition,
    Module,
    Import(Vec<String>),
}

/// The target of a path.
pub(super) enum Target {
    Module(ModulePath),
    /// The file that defines an item.
    Definition(PathBuf),
}

/// The maximum length of a chain of imports that is followed.
const MAX_DEPTH: usize = 16;

impl Modules {
    pub(super) fn read(root: &Path) -> Result<Self, CirclesError> {
        let mut modules = Self(BTreeMap::new());
        let folder = root.parent().unwrap_or(Path::new("")).to_path_buf();
        let items = items(root)?;
        modules.add(Vec::new(), root, &folder, items)?;
        Ok(modules)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&ModulePath, &Module)> {
        self.0.iter()
    }

    /// Adds a module and those within it, whose files are in `folder`.
    fn add(
        &mut self,
        path: ModulePath,
        file: &Path,
        folder: &Path,
        mut all: Vec<Item>,
    ) -> Result<(), CirclesError> {
        let mut module = Module {
            file: file.to_path_buf(),
            items: Vec::new(),
            names: BTreeMap::new(),
            globs: Vec::new(),
        };
        for item in &mut all {
            let Item::Mod(child) = item else { continue };
            let name = child.ident.to_string();
            let below = folder.join(&name);
            let inner = path.iter().cloned().chain([name.clone()]).collect();
            module.names.insert(name.clone(), Name::Module);
            match child.content.take() {
                Some((_, inline)) => self.add(inner, file, &below, inline)?,
                None => {
                    let own = attribute_path(child).map(|path| folder.join(path));
                    let flat = folder.join(format!("{name}.rs"));
                    let nested = below.join("mod.rs");
                    let found = own.unwrap_or(if flat.exists() { flat } else { nested });
                    let contents = items(&found)?;
                    self.add(inner, &found, &below, contents)?;
                }
            }
        }
        for item in &all {
            if let Item::Use(import) = item {
                module.import(&import.tree);
            } else if let Some(name) = names::defined(item) {
                module.names.insert(name, Name::Definition);
            }
        }
        module.items = all;
        self.0.insert(path, module);
        Ok(())
    }

    /// Resolves a path within a module. Returns `None` for names from other crates.
    pub(super) fn resolve(&self, from: &ModulePath, path: &[String]) -> Option<Target> {
        self.resolve_at(from, path, 0)
    }

    fn resolve_at(&self, from: &ModulePath, path: &[String], depth: usize) -> Option<Target> {
        if depth > MAX_DEPTH {
            return None;
        }
        let (mut module, mut rest) = (from.clone(), path);
        while let [first, behind @ ..] = rest {
            match first.as_str() {
                "crate" => module.clear(),
                "self" => {}
                "super" => drop(module.pop()?),
                _ => break,
            }
            rest = behind;
        }
        let [first, behind @ ..] = rest else { return Some(Target::Module(module)) };
        let is_local = rest.len() < path.len();
        match self.name(&module, first, depth)? {
            Target::Module(inner) if is_local || self.0.contains_key(&inner) => {
                if behind.is_empty() {
                    Some(Target::Module(inner))
                } else {
                    // The next segment is a name in that module.
                    let path: Vec<_> =
                        ["self".to_owned()].into_iter().chain(behind.iter().cloned()).collect();
                    self.resolve_at(&inner, &path, depth + 1)
                }
            }
            target => Some(target),
        }
    }

    /// Resolves a name in a module.
    fn name(&self, module: &ModulePath, name: &str, depth: usize) -> Option<Target> {
        let found = self.0.get(module)?;
        match found.names.get(name) {
            Some(Name::Definition) => Some(Target::Definition(found.file.clone())),
            Some(Name::Module) => {
                Some(Target::Module(module.iter().cloned().chain([name.to_owned()]).collect()))
            }
            // A name whose import cannot be resolved is from another crate.
            Some(Name::Import(path)) => {
                let is_itself = path.len() == 1 && path[0] == name;
                if is_itself { None } else { self.resolve_at(module, path, depth + 1) }
            }
            None => found.globs.iter().find_map(|glob| {
                let path: Vec<_> = glob.iter().cloned().chain([name.to_owned()]).collect();
                self.resolve_at(module, &path, depth + 1)
            }),
        }
    }
}

impl Module {
    fn import(&mut self, tree: &UseTree) {
        for import in names::imports(tree) {
            match import {
                Import::Name { name, path } => {
                    self.names.entry(name).or_insert(Name::Import(path));
                }
                Import::Glob(path) => self.globs.push(path),
            }
        }
    }
}

/// Returns `true` for a re-export.
pub(super) fn is_re_export(import: &syn::ItemUse) -> bool {
    !matches!(import.vis, Visibility::Inherited)
}

fn items(file: &Path) -> Result<Vec<Item>, CirclesError> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| CirclesError::Io(file.to_path_buf(), error))?;
    let parsed =
        syn::parse_file(&text).map_err(|error| CirclesError::Syntax(file.to_path_buf(), error))?;
    Ok(parsed.items)
}

/// Returns the file that `#[path = "…"]` names.
fn attribute_path(module: &syn::ItemMod) -> Option<String> {
    module.attrs.iter().find_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    })
}
