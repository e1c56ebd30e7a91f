//! Each family of the spec is a cargo feature of the libraries, and the programs have all of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The text of a file of the workspace.
fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).unwrap()
}

/// The families that the spec describes.
fn families() -> BTreeSet<String> {
    let spec = read("spec/openapi.yaml");
    let (_, rest) = spec.split_once("\nx-braze-families:\n").unwrap();
    let lines = rest.lines().take_while(|line| line.starts_with("  "));
    lines.map(|line| line.trim().split(':').next().unwrap().to_owned()).collect()
}

#[test]
fn each_family_is_a_feature_of_the_core_and_of_both_clients() {
    let families = families();
    assert!(families.len() >= 10, "{families:?}");
    for package in ["braze-core", "braze-blocking", "braze-async"] {
        let manifest = read(&format!("crates/{package}/Cargo.toml"));
        for family in &families {
            let feature = match package {
                "braze-core" => format!("\n{family} = []\n"),
                _ => format!("\n{family} = [\"braze-core/{family}\"]\n"),
            };
            assert!(manifest.contains(&feature), "{package} lacks the feature `{family}`");
        }
    }
}

#[test]
fn the_command_and_the_sandbox_have_every_family() {
    for package in ["crates/braze-cli", "crates/braze-sandbox", "tests"] {
        let manifest = read(&format!("{package}/Cargo.toml"));
        let (_, rest) = manifest.split_once("\nbraze-core = ").unwrap();
        let (core, _) = rest.split_once('}').unwrap();
        for family in families() {
            assert!(
                core.contains(&format!("\"{family}\"")),
                "{package} lacks `{family}` of the core"
            );
        }
    }
}
