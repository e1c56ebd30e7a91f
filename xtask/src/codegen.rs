//! `cargo xtask codegen`: generates Rust from the spec.

use std::io;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::emit::{Home, emit, print};
pub use crate::error::CodegenError;
use crate::foreign;
use crate::reference;
use crate::spec::bundle::bundle;
use crate::spec::compile::read;
use crate::spec::diagnostic::{Diagnostics, Report};
use crate::spec::explicit::spell_out;
use crate::spec::files::{Disk, Files};
use crate::spec::ir::Api;
use crate::spec::json_schema;
use crate::spec::older::{simplify, to_openapi_30};
use crate::spec::source::Sources;
use crate::spec::yaml;
use crate::tables;
pub use crate::tree::Drift;
use crate::tree::{Tree, compare_file, write_file};

/// The root document, from the root of the workspace.
pub const SPEC: &str = "spec/openapi.yaml";

/// The folder for generated code, from the root of the workspace.
pub const GENERATED: &str = "crates/braze-core/src/generated";

/// Generates code from a spec.
///
/// # Errors
///
/// All problems of the spec, or that of rustfmt.
pub fn generate(
    files: &dyn Files,
    spec: &str,
    home: &Home,
    style: &Path,
) -> Result<Tree, CodegenError> {
    let api = read(files, spec).map_err(CodegenError::Spec)?;
    let style = (*home == Home::Core).then_some(style);
    let files = print(emit(&api, home), style).map_err(CodegenError::Print)?;
    Ok(Tree { files })
}

/// All generated files of a workspace.
#[derive(Debug)]
pub struct Generated {
    /// Folders, from the root of the workspace, with their files.
    pub folders: Vec<(PathBuf, Tree)>,
    /// Single files among others, from the root of the workspace, with their texts.
    pub files: Vec<(PathBuf, String)>,
    /// The problems that did not stop the generation.
    pub warnings: Report,
}

/// Generates all files of a workspace.
///
/// # Errors
///
/// Those of [`generate`], and all problems of the overlays.
pub fn workspace(root: &Path) -> Result<Generated, CodegenError> {
    let (files, style) = (Disk::new(root), root.join("rustfmt.toml"));
    let api = read(&files, SPEC).map_err(CodegenError::Spec)?;
    let core =
        Tree { files: print(emit(&api, &Home::Core), Some(&style)).map_err(CodegenError::Print)? };
    let reference = reference::generate(&files, SPEC, &style)?;
    let folders = [
        (GENERATED, core),
        ("crates/braze-cli/src/generated", reference.embedded),
        ("tests/generated", reference.compiled),
    ];
    let folders = folders.map(|(folder, tree)| (folder.into(), tree)).into();
    let files = beside(&api, root)?;
    Ok(Generated { folders, files, warnings: Report::default() })
}

/// Generates the single files among others.
fn beside(api: &Api, root: &Path) -> Result<Vec<(PathBuf, String)>, CodegenError> {
    let schema = json_schema();
    let tabled = |file: &str, name: &str, table: &str| {
        let path = root.join(file);
        let text = std::fs::read_to_string(&path);
        let text = text.map_err(|error| CodegenError::Io(path.clone(), error))?;
        let lost = || io::Error::other(format!("the markers of the table `{name}` are missing"));
        let text = tables::with_table(&text, name, table);
        Ok((file.into(), text.ok_or_else(|| CodegenError::Io(path, lost()))?))
    };
    Ok(vec![
        tabled("README.md", "families", &tables::families(api))?,
        tabled("spec/README.md", "keys", &tables::keys(&schema))?,
        ("spec/operations.md".into(), tables::operations(api)),
        ("spec/schema.json".into(), format!("{schema:#}\n")),
    ])
}

/// Returns the spec of a workspace as one self-contained YAML document, with the meaning of our own keys
/// spelled out.
///
/// # Errors
///
/// All problems of the spec.
pub fn bundled(root: &Path) -> Result<String, CodegenError> {
    let mut node = whole(root)?;
    spell_out(&mut node);
    Ok(format!("# Written from {SPEC} by `cargo xtask bundle`.\n{}", yaml::write(&node)))
}

/// Returns the spec of a workspace as one document in JSON, with the project's own keys.
///
/// # Errors
///
/// All problems of the spec.
pub fn bundled_as_json(root: &Path) -> Result<Value, CodegenError> {
    Ok(whole(root)?.to_json())
}

/// Returns the spec of a workspace as JSON of OpenAPI 3.0, for tools that read nothing newer.
///
/// With `plain`, each operation has one success and one failure, and those that cannot be reduced so far are left
/// out: they are the second result, as `POST /media_library/create`.
///
/// # Errors
///
/// All problems of the spec.
pub fn bundled_as_30(root: &Path, plain: bool) -> Result<(String, Vec<String>), CodegenError> {
    let mut document = bundled_as_json(root)?;
    let left_out = if plain { simplify(&mut document) } else { Vec::new() };
    to_openapi_30(&mut document);
    Ok((format!("{document:#}\n"), left_out))
}

/// Reads the spec of a workspace as one document.
fn whole(root: &Path) -> Result<yaml::Node, CodegenError> {
    let files = Disk::new(root);
    read(&files, SPEC).map_err(CodegenError::Spec)?;
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    bundle(&files, SPEC, &mut sources, &mut diagnostics).ok_or_else(|| {
        CodegenError::Spec(Box::new(Report::new(sources, diagnostics.into_sorted())))
    })
}

/// Generates the code of a spec outside the workspace into a folder.
///
/// Of a document without the project's own keys, the supported part is generated, and the rest
/// is listed in the warnings. With `strict`, unsupported parts are errors.
///
/// # Errors
///
/// Those of [`generate`].
pub fn elsewhere(spec: &Path, out: &Path, strict: bool) -> Result<Generated, CodegenError> {
    let folder = spec.parent().map(Path::to_path_buf).unwrap_or_default();
    let name = spec.file_name().unwrap_or_default().to_string_lossy();
    let files = Disk::new(folder);
    let (api, warnings) = if strict || !foreign::is_foreign(&files, &name) {
        (read(&files, &name).map_err(CodegenError::Spec)?, Report::default())
    } else {
        foreign::read(&files, &name).map_err(CodegenError::Spec)?
    };
    let printed = print(emit(&api, &Home::Elsewhere), None);
    let tree = Tree { files: printed.map_err(CodegenError::Print)? };
    // A relative path starts at the working directory, not at the workspace.
    let out = std::path::absolute(out).map_err(|error| CodegenError::Io(out.into(), error))?;
    Ok(Generated { folders: vec![(out, tree)], files: Vec::new(), warnings })
}

impl Generated {
    /// Writes the files that are out of date, and returns them.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn write(&self, root: &Path) -> Result<Vec<Drift>, CodegenError> {
        self.each(root, Tree::write, write_file)
    }

    /// Returns the files that are out of date.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn compare(&self, root: &Path) -> Result<Vec<Drift>, CodegenError> {
        self.each(root, Tree::compare, compare_file)
    }

    fn each(
        &self,
        root: &Path,
        folder_act: fn(&Tree, &Path) -> io::Result<Vec<Drift>>,
        file_act: fn(&Path, &str) -> io::Result<Option<Drift>>,
    ) -> Result<Vec<Drift>, CodegenError> {
        let mut drifts = Vec::new();
        for (folder, tree) in &self.folders {
            let folder = root.join(folder);
            let found = folder_act(tree, &folder);
            drifts.extend(found.map_err(|error| CodegenError::Io(folder, error))?);
        }
        for (file, text) in &self.files {
            let file = root.join(file);
            let found = file_act(&file, text);
            drifts.extend(found.map_err(|error| CodegenError::Io(file, error))?);
        }
        Ok(drifts)
    }
}

/// Writes the generated files of a workspace that are out of date, and returns them.
///
/// # Errors
///
/// Those of [`workspace`] and of the file system.
pub fn write(root: &Path) -> Result<Vec<Drift>, CodegenError> {
    workspace(root)?.write(root)
}

/// Returns the generated files of a workspace that are out of date.
///
/// # Errors
///
/// Those of [`workspace`] and of the file system.
pub fn check(root: &Path) -> Result<Vec<Drift>, CodegenError> {
    workspace(root)?.compare(root)
}
