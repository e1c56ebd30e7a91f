//! `--output`: a file appears when it is complete.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::{Folder, JANUARY, OLD, assert_transcript, braze, export, names};

#[test]
fn a_file_is_replaced_by_a_complete_export() {
    let folder = Folder::with_old("sessions.csv");
    let run = export(&format!("{JANUARY} -o {}", folder.file())).run();
    assert_eq!((run.code(), run.stdout()), (Some(0), ""), "{run}");
    assert_eq!(fs::read_to_string(&folder.file).unwrap(), export(JANUARY).run().stdout());
    assert_eq!(names(folder.folder.path()), ["sessions.csv"]);
}

#[test]
fn the_name_of_the_file_decides_the_format_unless_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    for (name, options, format) in [
        ("a.csv", "", "csv"),
        ("a.JSONL", "", "jsonl"),
        ("a.ndjson", "", "jsonl"),
        ("a.json", "", "json"),
        ("a.md", "", "markdown"),
        ("a", "", "csv"),
        ("a.txt", "--format table", "table"),
        ("b.csv", "--format json", "json"),
    ] {
        let file = folder.path().join(name);
        let run = export(&format!("{JANUARY} {options} -o {}", file.display())).run();
        assert_eq!(run.code(), Some(0), "{run}");
        let expected = export(&format!("{JANUARY} --format {format}")).run();
        assert_eq!(fs::read_to_string(file).unwrap(), expected.stdout(), "{name}");
    }
    let run = export(&format!("{JANUARY} -o sessions.xlsx")).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert_transcript!("export_unknown_extension", run);
}

#[test]
fn a_dash_is_standard_output() {
    let run = export(&format!("{JANUARY} --output -")).run();
    assert_eq!(run.stdout(), export(JANUARY).run().stdout());
}

#[test]
fn a_file_keeps_its_permissions_and_a_new_one_has_the_usual_ones() {
    let folder = Folder::with_old("sessions.csv");
    fs::set_permissions(&folder.file, Permissions::from_mode(0o640)).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(export(&format!("{JANUARY} -o {}", folder.file())).run().code(), Some(0));
    assert_eq!(mode(&folder.file), 0o640);

    let (new, usual) = (folder.folder.path().join("new.csv"), folder.folder.path().join("usual"));
    assert_eq!(export(&format!("{JANUARY} -o {}", new.display())).run().code(), Some(0));
    fs::write(&usual, "").unwrap();
    assert_eq!(mode(&new), mode(&usual));
}

#[test]
fn what_is_no_file_is_written_as_it_is() {
    let run = export(&format!("{JANUARY} --format csv -o /dev/stdout")).run();
    assert_eq!(run.stdout(), export(JANUARY).run().stdout());
    assert_eq!(export(&format!("{JANUARY} -o /dev/null")).run().code(), Some(0));

    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let mut run = export(&format!("{JANUARY} --format json -o {}", pipe.display()));
    let mut child = run.command.spawn().unwrap();
    let read = fs::read_to_string(&pipe).unwrap();
    assert!(child.wait().unwrap().success());
    assert_eq!(read, export(&format!("{JANUARY} --format json")).run().stdout());
}

#[test]
fn a_failed_export_leaves_the_old_file_as_it_was() {
    let folder = Folder::with_old("sessions.csv");
    for scenario in ["down", "wrong-key", "not-json", "rate-limited"] {
        let line = format!("sessions export --sandbox={scenario} {JANUARY}");
        let run = braze(&format!("{line} -o {}", folder.file())).run();
        assert!(!matches!(run.code(), Some(0 | 5)), "{run}");
        assert!(run.stderr().contains("sessions.csv was left as it was\n"), "{run}");
        assert!(folder.is_untouched(), "{scenario}");
    }
    assert_eq!(fs::read_to_string(&folder.file).unwrap(), OLD);
    let new = folder.folder.path().join("new.csv");
    let run =
        braze(&format!("sessions export --sandbox=wrong-key {JANUARY} -o {}", new.display())).run();
    assert!(run.stderr().contains("new.csv was not written\n"), "{run}");
    assert!(!new.exists());
}
