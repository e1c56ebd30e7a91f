//! A spec of many made-up endpoints, to measure the generator with.
//!
//! The endpoints take turns: series of counts and of amounts, lists, details, reports, searches. The first ones of
//! a large spec are those of a small one. The text depends on the number of endpoints alone.

mod endpoint;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use endpoint::{Endpoint, MAX_ENDPOINTS};

/// The root document without its tags and paths.
const HEAD: &str = include_str!("openapi.yaml");

/// Writes a spec of some endpoints into a new folder, and the same endpoints in OpenAPI 3.0 for other generators.
pub(crate) fn write_with_twin(endpoints: usize, folder: &Path) -> Result<(), Failure> {
    write(endpoints, folder)?;
    let (document, _) = xtask::codegen::bundled_as_30(folder, true)?;
    fs::write(folder.join("openapi-3.0.json"), document)?;
    Ok(())
}

/// Measures the time from the files of a spec to those of the code, both in a new folder. The code has the style of
/// the workspace at `root`.
pub(crate) fn time(endpoints: usize, folder: &Path, root: &Path) -> Result<Duration, Failure> {
    write(endpoints, folder)?;
    let (spec, code) = (folder.join(xtask::codegen::SPEC), folder.join("code"));
    let start = Instant::now();
    xtask::codegen::elsewhere(&spec, &code, true)?.write(root)?;
    Ok(start.elapsed())
}

/// Writes a spec as the generator reads it: the root document and a file for each path.
fn write(endpoints: usize, folder: &Path) -> Result<(), Failure> {
    if !(6..=MAX_ENDPOINTS).contains(&endpoints) {
        return Err(
            format!("endpoints must be between 6 and {MAX_ENDPOINTS}, got {endpoints}").into()
        );
    }
    fs::create_dir_all(folder.parent().unwrap_or(folder))?;
    fs::create_dir(folder)?;
    let endpoints: Vec<_> = (0..endpoints).map(Endpoint::new).collect();
    let tags: BTreeSet<_> = endpoints.iter().map(|endpoint| endpoint.tag).collect();
    let mut text = format!("{HEAD}tags:\n");
    for tag in tags {
        writeln!(text, "  - {{ name: {tag}, description: Everything about {tag}. }}")?;
    }
    text.push_str("paths:\n");
    let root = folder.join(xtask::codegen::SPEC);
    for endpoint in &endpoints {
        writeln!(text, "  {}: {{ $ref: {} }}", endpoint.path(), endpoint.file())?;
        let file = root.with_file_name(endpoint.file());
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, endpoint.text())?;
    }
    fs::write(root, text)?;
    Ok(())
}
