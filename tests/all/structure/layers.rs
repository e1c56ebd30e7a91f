//! The layers of the command: the argument parser stops at `args/`, words for people at `ui/`.

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// A rule: the folders and files that may have a pattern in the code of the command.
struct Rule {
    pattern: &'static str,
    allowed: &'static [&'static str],
}

const RULES: [Rule; 4] = [
    Rule { pattern: r"\bclap(_\w+)?\b", allowed: &["args/"] },
    Rule {
        pattern: r"\.(get_one|get_many|get_flag|try_get_one|get_raw|value_source|contains_id)\b",
        allowed: &["args/"],
    },
    Rule { pattern: r"\.subcommand\(\)", allowed: &["args/tree.rs"] },
    Rule { pattern: r"\bFailure\b", allowed: &["ui/", "commands/"] },
];

/// The places in a file that break a rule, as `path:line: line`.
fn breaches(path: &str, text: &str) -> String {
    let mut found = String::new();
    for Rule { pattern, allowed } in RULES {
        let pattern = Regex::new(pattern).unwrap();
        if allowed.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        for (number, line) in text.lines().enumerate() {
            let code = line.split("//").next().unwrap();
            if pattern.is_match(code) {
                found.push_str(&format!("{path}:{}: {}\n", number + 1, line.trim()));
            }
        }
    }
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn a_file_outside_its_layer_is_found() {
    let text = "use clap::Arg;\n// clap\nfn f() -> Failure { matches.get_flag(A) }\n";
    assert_eq!(breaches("series.rs", text).lines().count(), 3);
    assert_eq!(breaches("settings/key.rs", text).lines().count(), 3);
    assert_eq!(breaches("commands/get/mod.rs", text).lines().count(), 2);
    assert_eq!(
        breaches("args/get.rs", text),
        "args/get.rs:3: fn f() -> Failure { matches.get_flag(A) }\n"
    );
}

#[test]
fn the_command_keeps_to_its_layers() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("crates/braze-cli/src");
    let mut found = String::new();
    for path in sources(&root) {
        let shown = path.strip_prefix(&root).unwrap().to_str().unwrap();
        found.push_str(&breaches(shown, &fs::read_to_string(&path).unwrap()));
    }
    assert!(found.is_empty(), "code outside its layer:\n\n{found}");
}
