//! The files that ARCHITECTURE.md names exist.

use std::fs;
use std::path::Path;

#[test]
fn every_file_of_the_guide_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let guide = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let mut questions = 0;
    let mut missing = Vec::new();
    for line in guide.lines().filter(|line| line.starts_with('|')) {
        let named = line.split('`').skip(1).step_by(2).filter(|name| is_path(name));
        for name in named {
            questions += usize::from(line.contains('?'));
            if !root.join(name).exists() {
                missing.push(name);
            }
        }
    }
    assert!(missing.is_empty(), "ARCHITECTURE.md names files that do not exist: {missing:#?}");
    assert!(questions >= 10, "ARCHITECTURE.md answers {questions} questions");
}

/// True for code in the guide that names a file or a folder of the workspace, not a command or a type.
fn is_path(code: &str) -> bool {
    let first = code.split('/').next().unwrap_or_default();
    !code.contains(' ')
        && (["crates", "spec", "tests", "xtask", ".ci"].contains(&first) || code.ends_with(".toml"))
}
