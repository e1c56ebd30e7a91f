//! Endpoints that only this test knows, added as `spec/README.md` says: files of YAML in a copy of the
//! workspace are all it takes for pages, sandbox and command to have them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::codegen::{self, CodegenError, SPEC};
use xtask::new_endpoint::NewEndpoint;

use super::cargo::{cargo, target};
use super::shop::workspace;

/// Folders that the copy leaves out.
const LEFT_OUT: &[&str] = &["target", ".git", ".gen", "tests", "xtask/src"];

/// Copies what differs and removes what is gone, so that cargo builds only what has changed since
/// the last run of this test.
fn synchronise(from: &Path, to: &Path, below: &str) {
    std::fs::create_dir_all(to).unwrap();
    let names = |folder: &Path| -> BTreeSet<_> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    };
    let wanted = names(from);
    for name in names(to).difference(&wanted) {
        let path = to.join(name);
        let _ = std::fs::remove_dir_all(&path).or_else(|_| std::fs::remove_file(&path));
    }
    for name in wanted {
        let (from, to) = (from.join(&name), to.join(&name));
        let shown = format!("{below}{}", name.to_string_lossy());
        if LEFT_OUT.contains(&shown.as_str()) {
            continue;
        }
        if from.is_dir() {
            synchronise(&from, &to, &format!("{shown}/"));
        } else {
            let text = std::fs::read(&from).unwrap();
            if std::fs::read(&to).ok().as_ref() != Some(&text) {
                std::fs::write(&to, text).unwrap();
            }
        }
    }
}

/// The new operations: a list, a series, one with a placeholder, and two of one path with bodies.
const BEGUN: &[(&str, &str, Option<&str>)] = &[
    ("GET", "/loyalty/tiers/list", None),
    ("GET", "/loyalty/points", Some("points")),
    ("GET", "/loyalty/members/{external_id}", None),
    ("POST", "/loyalty/members", None),
    ("DELETE", "/loyalty/members", None),
];

/// A copy of the workspace in which the new operations are begun, and then described.
fn with_new_endpoints() -> PathBuf {
    let copy = target().join("tmp/tenth");
    synchronise(&workspace(), &copy, "");
    synchronise(&workspace().join("xtask/src/reference"), &copy.join("xtask/src/reference"), "");
    for (method, path, series) in BEGUN {
        let endpoint = NewEndpoint {
            path: (*path).to_owned(),
            method: (*method).to_owned(),
            tag: None,
            series: series.map(str::to_owned),
        };
        endpoint.write(&copy).unwrap();
    }
    let CodegenError::Spec(report) = codegen::write(&copy).unwrap_err() else { panic!() };
    assert!(report.codes().all(|code| code == "undescribed"));
    let spec = workspace().join("tests/fixtures/specs/tenth");
    let begun = copy.join("spec/paths/loyalty");
    let names = |folder: &Path| -> BTreeSet<_> {
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    };
    assert_eq!(names(&begun), names(&spec));
    synchronise(&spec, &begun, "");
    let root = copy.join(SPEC);
    let text = std::fs::read_to_string(&root).unwrap();
    std::fs::write(root, text.replace("describe this", "Loyalty.")).unwrap();
    copy
}

/// The program of the copy: the command, under a name that no other program has.
fn program(copy: &Path) -> PathBuf {
    let manifest = std::fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members = "members = [\"crates/*\", \"tests\", \"tests/bench\", \"xtask\"]";
    assert!(manifest.contains(members));
    let manifest = manifest.replace(members, "members = [\"crates/*\", \"tenth\"]");
    // With a version of their own its crates are others than those of the workspace, which share the folder
    // for what is built: nothing of the copy ends up in the workspace's programs.
    let manifest = manifest.replace("version = \"0.1.0\"", "version = \"0.1.99\"");
    std::fs::write(copy.join("Cargo.toml"), manifest).unwrap();
    std::fs::create_dir_all(copy.join("tenth")).unwrap();
    let package = "[package]\nname = \"tenth\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
                   [[bin]]\nname = \"tenth\"\npath = \"main.rs\"\n\n\
                   [dependencies]\nbraze-cli.workspace = true\n";
    std::fs::write(copy.join("tenth/Cargo.toml"), package).unwrap();
    let main = "fn main() -> braze_cli::Exit { braze_cli::main() }\n";
    std::fs::write(copy.join("tenth/main.rs"), main).unwrap();
    cargo(copy, &["build", "--package", "tenth"]);
    target().join("debug").join(format!("tenth{}", std::env::consts::EXE_SUFFIX))
}

#[test]
fn new_endpoints_have_pages_answers_and_commands() {
    let copy = with_new_endpoints();
    let generated = codegen::workspace(&copy).unwrap();
    assert!(generated.warnings.is_empty());
    let written = generated.write(&copy).unwrap();
    let names: Vec<_> = written.iter().map(ToString::to_string).collect();
    let rust = names.iter().filter(|name| name.contains("braze-core/src/generated/loyalty/"));
    // A module for each operation, and one for the tag.
    assert_eq!(rust.count(), BEGUN.len() + 1, "{names:?}");

    let program = program(&copy);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        let output = command.args(arguments).env_remove("BRAZE_API_KEY").output().unwrap();
        format!(
            "$ braze {}\n{}{}exit code {}\n\n",
            arguments.join(" "),
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
            output.status.code().unwrap(),
        )
    };
    let words = |line: &str| run(&line.split(' ').collect::<Vec<_>>());
    let end = "--ending-at 2024-05-03T12:00:00Z --format csv";
    let add = ["loyalty", "members", "add", "--sandbox"];
    let body = r#"{"tier": "gold", "members": [{"external_id": "user-1"}]}"#;
    let file = copy.join("body.json");
    std::fs::write(&file, r#"{"external_ids": ["user-1"]}"#).unwrap();
    let shown = [
        words(&format!("loyalty points get --sandbox --tier gold --length 3 {end}")),
        words(&format!("loyalty points get --sandbox --tier silver --unit hour --length 2 {end}")),
        words("loyalty points get --sandbox --tier tin --length 31"),
        words("loyalty tiers list --sandbox"),
        words("loyalty members details --sandbox --external-id user-1"),
        run(&[&add[..], &["--body", body]].concat()),
        run(&[&add[..], &["--body", r#"{"tier": "tin", "members": []}"#]].concat()),
        run(&[&add[..], &["--body", "missing.json"]].concat()),
        run(&add),
        words("loyalty members remove -h"),
        words("reference loyalty members add"),
        words("reference loyalty members add --lang de").lines().take(4).collect(),
    ];
    insta::assert_snapshot!(shown.concat());
    let removed = words(&format!("loyalty members remove --sandbox --body {}", file.display()));
    assert!(removed.contains("\"count\": 1"), "{removed}");
    let help = words("loyalty points get -h");
    for piece in ["The tier of the members. [silver, gold]", "[1 to 30]", "[default: day]"] {
        assert!(help.contains(piece), "{help}");
    }

    let table = std::fs::read_to_string(copy.join("spec/operations.md")).unwrap();
    for command in ["tiers list", "points get", "members details", "members add", "members remove"]
    {
        assert!(table.contains(&format!("| `braze loyalty {command}` |")), "{command}");
        let help = words(&format!("loyalty {command} --help"));
        assert!(help.contains("exit code 0"), "{help}");
    }
}
