//! Files of others: no command replaces, removes or follows what it has not written.

use std::fs;
use std::path::Path;

use xtask::codegen;

use super::shop::{SHOP, generate, workspace};

/// Writes the code of the shop into a folder.
fn write(folder: &Path) -> Result<usize, String> {
    let spec = folder.parent().unwrap().join("shop.yaml");
    fs::write(&spec, SHOP).unwrap();
    let generated = codegen::elsewhere(&spec, folder, false).unwrap();
    let written = generated.write(&workspace());
    written.map(|drifts| drifts.len()).map_err(|error| error.to_string())
}

#[test]
fn a_folder_with_files_of_others_is_refused_and_they_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("src");
    fs::create_dir_all(out.join(".git/objects")).unwrap();
    for file in ["lib.rs", "mod.rs", ".git/HEAD", ".git/objects/a"] {
        fs::write(out.join(file), "ours").unwrap();
    }
    let error = write(&out).unwrap_err();
    for file in ["lib.rs", "mod.rs", ".git/HEAD", ".git/objects/a"] {
        assert!(error.contains(file), "{error}");
        assert_eq!(fs::read_to_string(out.join(file)).unwrap(), "ours");
    }
    assert!(error.contains("choose an empty folder"), "{error}");
    assert!(!out.join("operations.rs").exists(), "nothing is written beside them");
}

#[test]
fn what_was_generated_earlier_is_replaced_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("generated");
    let files = generate(SHOP).unwrap().files.len();
    assert_eq!(write(&out).unwrap(), files);
    let stale = fs::read_to_string(out.join("mod.rs")).unwrap();
    fs::create_dir_all(out.join("old")).unwrap();
    fs::write(out.join("old/mod.rs"), &stale).unwrap();
    fs::write(out.join("operations.rs"), &stale).unwrap();
    assert_eq!(write(&out).unwrap(), 2);
    assert!(!out.join("old").exists());
    assert_eq!(write(&out).unwrap(), 0);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let outside = elsewhere.path().join("mod.rs");
    // It looks like one of ours, so that only the link protects it.
    let text = "// Written from a.yaml by `cargo xtask codegen`.\n";
    fs::write(&outside, text).unwrap();
    let linked = |at: &str, to: &Path| {
        let out = folder.path().join(at);
        fs::create_dir_all(&out).unwrap();
        symlink(to, out.join("inner")).unwrap();
        out
    };
    let file = folder.path().join("file");
    fs::create_dir_all(&file).unwrap();
    symlink(&outside, file.join("mod.rs")).unwrap();
    let whole = folder.path().join("whole");
    symlink(elsewhere.path(), &whole).unwrap();
    for out in [linked("below", elsewhere.path()), file, whole] {
        assert!(write(&out).is_err(), "{}", out.display());
        assert_eq!(fs::read_to_string(&outside).unwrap(), text);
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
    }
}
