//! A small spec that uses every part of the subset, to be changed by tests.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use xtask::Home;
use xtask::codegen::{self, CodegenError};
use xtask::spec::diagnostic::Report;
use xtask::spec::files;
use xtask::tree::Tree;

/// The spec's text.
pub(crate) const SHOP: &str = include_str!("../../fixtures/specs/shop.yaml");

/// The root of the workspace.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The spec of the workspace, in memory.
pub(crate) fn spec() -> BTreeMap<String, String> {
    let disk = files::Disk::new(workspace());
    let paths = files::Files::list(&disk, "spec");
    paths
        .into_iter()
        .map(|path| (path.clone(), files::Files::read(&disk, &path).unwrap()))
        .collect()
}

/// Code on top of the core, from one text.
pub(crate) fn generate(text: &str) -> Result<Tree, CodegenError> {
    let files = BTreeMap::from([("openapi.yaml".to_owned(), text.to_owned())]);
    generate_from(&files, "openapi.yaml", &Home::Elsewhere)
}

/// Code from several files.
pub(crate) fn generate_from(
    files: &BTreeMap<String, String>,
    root: &str,
    home: &Home,
) -> Result<Tree, CodegenError> {
    codegen::generate(files, root, home, &workspace().join("rustfmt.toml"))
}

/// The error in a text.
pub(crate) fn problems(text: &str) -> Box<Report> {
    match generate(text) {
        Err(CodegenError::Spec(report)) => report,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("nothing is wrong"),
    }
}

#[test]
fn the_shop_itself_is_in_order() {
    if let Err(CodegenError::Spec(report)) = generate(SHOP) {
        panic!("{}", report.render(xtask::spec::diagnostic::Format::Plain));
    }
}
