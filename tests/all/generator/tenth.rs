//! A tenth endpoint that only this test knows: a file of YAML in a copy of the workspace is all it
//! takes for the sandbox and the command to have it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use xtask::codegen::{self, SPEC};

use super::cargo::{cargo, target};
use super::shop::workspace;

/// What the copy leaves out.
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

/// A copy of the workspace with one more path in its spec, and nothing else that is new.
fn with_a_tenth_endpoint() -> PathBuf {
    let copy = target().join("tmp/tenth");
    synchronise(&workspace(), &copy, "");
    synchronise(&workspace().join("xtask/src/reference"), &copy.join("xtask/src/reference"), "");
    let spec = workspace().join("tests/fixtures/specs/tenth");
    synchronise(&spec, &copy.join("spec/paths/loyalty"), "");
    let root = copy.join(SPEC);
    let text = std::fs::read_to_string(&root).unwrap();
    let listed = "paths:\n  /loyalty/points: { $ref: paths/loyalty/points_series.yaml }\n";
    let tagged = "tags:\n  - name: loyalty\n    description: Loyalty.\n";
    let text = text.replacen("paths:\n", listed, 1).replacen("tags:\n", tagged, 1);
    std::fs::write(root, text).unwrap();
    copy
}

/// The program of the copy: the command, under a name that no other program has.
fn program(copy: &Path) -> PathBuf {
    let manifest = std::fs::read_to_string(workspace().join("Cargo.toml")).unwrap();
    let members = "members = [\"crates/*\", \"tests\", \"tests/bench\", \"xtask\"]";
    assert!(manifest.contains(members));
    let manifest = manifest.replace(members, "members = [\"crates/*\", \"tenth\"]");
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
fn a_tenth_endpoint_answers_through_sandbox_and_command() {
    let copy = with_a_tenth_endpoint();
    let written = codegen::write(&copy).unwrap();
    let names: Vec<_> = written.iter().map(ToString::to_string).collect();
    assert!(
        names.iter().any(|name| name.contains("generated/loyalty/points_series.rs")),
        "{names:?}"
    );

    let program = program(&copy);
    let run = |arguments: &str| {
        let mut command = Command::new(&program);
        let output =
            command.args(arguments.split(' ')).env_remove("BRAZE_API_KEY").output().unwrap();
        format!(
            "$ braze {arguments}\n{}{}exit code {}\n\n",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
            output.status.code().unwrap(),
        )
    };
    let end = "--ending-at 2024-05-03T12:00:00Z --format csv";
    let shown = [
        run(&format!("loyalty points get --sandbox --tier gold --length 3 {end}")),
        run(&format!("loyalty points get --sandbox --tier silver --unit hour --length 2 {end}")),
        run("loyalty points get --sandbox --tier tin --length 31"),
    ];
    insta::assert_snapshot!(shown.concat());
    let help = run("loyalty points get -h");
    for piece in ["The tier of the members. [silver, gold]", "[1 to 30]", "[default: day]"] {
        assert!(help.contains(piece), "{help}");
    }
}
