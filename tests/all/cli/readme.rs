//! The commands of the README do what it shows.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{NOW, clear_environment};

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The commands of the README, each with the text that is shown below it.
fn commands() -> Vec<(String, String)> {
    let readme = fs::read_to_string(workspace().join("README.md")).unwrap();
    let blocks = readme.split("\n```console\n").skip(1);
    let blocks = blocks.map(|block| block.split_once("```").unwrap().0);
    let of_block = |block: &str| {
        let commands = block.strip_prefix("$ ").unwrap().split("\n$ ");
        let commands = commands.map(|text| text.split_once('\n').unwrap_or((text, "")));
        commands
            .map(|(line, shown)| (line.to_owned(), shown.trim_end().to_owned()))
            .collect::<Vec<_>>()
    };
    blocks.flat_map(of_block).collect()
}

/// A folder to run them in, where `braze` is the command under test on a pinned clock.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    symlink(env!("CARGO_BIN_EXE_braze-under-test"), folder.path().join("braze-under-test"))
        .unwrap();
    let shim = folder.path().join("braze");
    let script = "#!/bin/sh\nexec \"$(dirname \"$0\")/braze-under-test\" \"$@\" --now=";
    fs::write(&shim, format!("{script}{NOW}\n")).unwrap();
    fs::set_permissions(&shim, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

#[test]
fn every_command_prints_what_is_shown() {
    let folder = folder();
    let mut count = 0;
    for (line, shown) in commands() {
        // These build the workspace, which is what runs this test.
        if line.starts_with("cargo ") {
            continue;
        }
        let mut shell = Command::new("sh");
        clear_environment(&mut shell);
        let path = format!("{}:/usr/bin:/bin", folder.path().display());
        let run = shell.args(["-c", &line]).env("PATH", path).current_dir(folder.path()).output();
        let run = run.unwrap();
        let all = [run.stdout, run.stderr].concat();
        let all = String::from_utf8(all).unwrap();
        assert!(run.status.success(), "{line}\n{all}");
        match shown.split_once("…\n") {
            _ if shown.is_empty() => {}
            Some((begin, end)) => {
                let is_shown = all.starts_with(begin) && all.trim_end().ends_with(end);
                assert!(is_shown && begin.lines().count() > 2, "{line}\n{all}");
            }
            None => assert_eq!(all.trim_end(), shown, "{line}"),
        }
        count += 1;
    }
    assert!(count > 8, "{count} commands");
    let picture = fs::read(workspace().join("crates/braze-cli/chart.svg")).unwrap();
    let drawn = fs::read(folder.path().join("chart.svg")).unwrap();
    assert!(picture == drawn, "crates/braze-cli/chart.svg is out of date");
}
