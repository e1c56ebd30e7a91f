//! The command prints what the README shows.

use std::fs;
use std::path::{Path, PathBuf};

use super::braze;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The README's text below a command line, up to the next one or the end of the block.
fn shown_below(line: &str) -> String {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let (_, below) =
        readme.split_once(&format!("\n$ {line}\n")).unwrap_or_else(|| panic!("{line}"));
    let end = below.find("\n$ ").into_iter().chain(below.find("```")).min().unwrap();
    below[..end].to_owned()
}

#[test]
fn the_picture_is_the_one_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chart.svg");
    let line = "sessions chart --sandbox --unit hour --from 2024-05-06 --to 2024-05-13 \
                --app-id ios --app-id android";
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    assert!(readme.contains(&format!("\n$ braze {line} -o chart.svg\n")));
    let run = braze(&format!("{line} -o {}", file.display())).run();
    assert_eq!(run.code(), Some(0), "{run}");
    let committed = workspace().join("crates/braze-cli/chart.svg");
    assert!(
        fs::read(&committed).unwrap() == fs::read(file).unwrap(),
        "crates/braze-cli/chart.svg is out of date"
    );
}

#[test]
fn the_rows_of_the_export_are_those_that_are_printed() {
    let line = "braze sessions export --sandbox --from 2024-01-01 --to 2024-02-01";
    let run = braze(line.strip_prefix("braze ").unwrap()).run();
    let (begin, end) =
        shown_below(line).split_once("…\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let all = format!("{}{}", run.stdout(), run.stderr());
    assert!(begin.lines().count() > 2 && all.starts_with(&begin), "{all}");
    assert!(end.lines().count() > 2 && all.ends_with(&end), "{all}");
}
