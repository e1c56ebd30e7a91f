//! `FILE.part`: the rows of an export that ended early, and how `--resume` completes them.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{
    Folder, JANUARY, OLD, Transcript, assert_transcript, export, export_from, names, sandbox,
};

/// Four requests, one after the other.
const RANGE: &str = "--from 2023 --to 2024 --concurrency 1";
/// A server that answers two of them.
const EARLY: &str = "rules:\n  - requests: 1..2\n  - status: 403";
const HEADER: &str = "time,unit,app_id,segment_id,sessions,complete\n";

/// The options that a run gave out to resume with.
fn resume(run: &Transcript) -> &str {
    let tip = run.stderr().split_once("repeat the command with `").map(|(_, rest)| rest);
    tip.and_then(|rest| rest.split_once('`')).unwrap_or_else(|| panic!("{run}")).0
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// A run that is refused before anything is sent, and leaves the folder as it is.
fn refused(folder: &Path, arguments: &str) -> Transcript {
    let contents = |folder: &Path| -> Vec<_> {
        let mut names = names(folder);
        names.sort();
        names.into_iter().map(|name| (read(&folder.join(&name)), name)).collect()
    };
    let sandbox = sandbox("name: calm");
    let before = contents(folder);
    let run = export_from(&sandbox, arguments).run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert_eq!(sandbox.request_count(), 0, "{run}");
    assert_eq!(contents(folder), before, "{run}");
    run
}

#[test]
fn an_export_that_ends_early_keeps_its_rows_and_is_completed_by_the_command_it_names() {
    for (name, series) in [
        ("sessions.csv", ""),
        ("sessions.jsonl", ""),
        ("sessions.tsv", "--app-id app-1 --app-id app-2"),
        ("fields.csv", "--delimiter semicolon"),
        ("two apps.csv", "--app-id app-1 --app-id app-2"),
        ("sessions.ndjson", "--app-id app-1 --app-id app-2"),
    ] {
        let folder = Folder::with_old(name);
        let range = format!("{RANGE} {series}");
        let first = export_from(&sandbox(EARLY), &range).arg("-o").arg(folder.file()).run();
        assert_eq!((first.code(), first.stdout()), (Some(3), ""), "{first}");
        assert_eq!(read(&folder.file), OLD);
        let part = folder.folder.path().join(format!("{name}.part"));
        let before = read(&part);
        assert!(before.lines().count() > 90, "{first}");
        assert!(first.stderr().contains(&format!("written to {}: ", part.display())), "{first}");
        assert!(first.stderr().contains(&format!("{name} was left as it was\n")), "{first}");

        // As a shell would split it.
        let (option, file) = resume(&first).split_once(" -o ").unwrap();
        assert_eq!(file.trim_matches('\''), folder.file());
        let second = export(&format!("{range} {option}")).arg("-o").arg(folder.file()).run();
        assert_eq!(second.code(), Some(0), "{second}");
        assert_eq!(names(folder.folder.path()), [name]);
        let format = match name.rsplit_once('.').unwrap().1 {
            "ndjson" => "jsonl",
            extension => extension,
        };
        let whole = export(&format!("{range} --format {format}")).run();
        assert_eq!(read(&folder.file), whole.stdout());
    }
}

#[test]
fn an_export_may_end_early_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sessions.csv");
    let part = folder.path().join("sessions.csv.part");
    let mut run = export_from(
        &sandbox("rules:\n  - requests: 1\n  - status: 403"),
        &format!("{RANGE} -o {}", file.display()),
    )
    .run();
    assert_transcript!("export_part_kept", run.stderr());
    for requests in [2, 0, 2] {
        assert_eq!(run.code(), Some(3), "{run}");
        let script = match requests {
            0 => "rules:\n  - status: 403".to_owned(),
            _ => format!("rules:\n  - requests: 1..{requests}\n  - status: 403"),
        };
        let before = read(&part);
        run = export_from(&sandbox(&script), &format!("{RANGE} {}", resume(&run))).run();
        assert!(read(&part).starts_with(&before), "{run}");
        assert_eq!(read(&part) == before, requests == 0, "{run}");
        if requests == 0 {
            assert!(run.stderr().contains("sessions.csv.part was left as it was\n"), "{run}");
        }
    }
    let last = export(&format!("{RANGE} {}", resume(&run))).run();
    assert_eq!(last.code(), Some(0), "{last}");
    assert_eq!(read(&file), export(RANGE).run().stdout());
    assert_eq!(names(folder.path()), ["sessions.csv"]);
}

#[test]
fn findings_of_the_first_piece_are_listed_before_it_ends_early() {
    let folder = Folder::with_old("sessions.csv");
    let script = "workspace:\n  gaps: 0.05\nrules:\n  - requests: 1..2\n  - status: 403";
    let run = export_from(&sandbox(script), &format!("{RANGE} -o {}", folder.file())).run();
    assert_eq!(run.code(), Some(3), "{run}");
    assert!(run.stderr().starts_with("finding: "), "{run}");
}

#[test]
fn a_complete_file_is_continued_in_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sessions.csv");
    let to_file = |rest: &str| format!("{rest} -o {}", file.display());
    assert_eq!(export(&to_file("--from 2023-01-01 --to 2023-03-01")).run().code(), Some(0));
    let before = read(&file);
    fs::set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    let line = to_file(&format!("{RANGE} --resume 2023-03-01"));

    let early = export_from(&sandbox("rules:\n  - status: 403"), &line).run();
    assert_eq!(early.code(), Some(3), "{early}");
    assert_eq!(
        (read(&file), names(folder.path())),
        (before.clone(), vec!["sessions.csv".to_owned()])
    );

    let early = export_from(&sandbox(EARLY), &line).run();
    assert_eq!((early.code(), read(&file)), (Some(3), before), "{early}");
    let run = export(&format!("{RANGE} {}", resume(&early))).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_eq!(read(&file), export(RANGE).run().stdout());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_file_that_does_not_end_at_the_position_is_refused() {
    let row = "2024-01-18,day,,,1,true\n";
    let rows = format!("{HEADER}{row}2024-01-19,day,,,1,true\n");
    let hours = format!("{HEADER}2024-01-19T23:00:00Z,hour,,,1,true\n");
    let app = format!("{HEADER}2024-01-19,day,ios,,1,true\n");
    for (name, content) in [
        ("empty", String::new()),
        ("header", HEADER.to_owned()),
        ("half_header", "time,unit".to_owned()),
        ("foreign", OLD.to_owned()),
        ("columns", format!("{}{row}", HEADER.replace("sessions", "dau"))),
        ("later", format!("{rows}2024-01-20,day,,,1,true\n")),
        ("earlier", format!("{HEADER}{row}")),
        ("cut_off", format!("{rows}2024-01-20,day,,")),
        ("cut_off_first", format!("{HEADER}2024-01-01,da")),
        ("garbage", format!("{rows}2024-01-20\n")),
        ("time", format!("{HEADER}soon,day,,,1,true\n")),
        ("unit", hours),
        ("app", app),
    ] {
        let folder = tempfile::tempdir().unwrap();
        // A part comes before a file, which would do here.
        for place in ["sessions.csv.part", "sessions.csv"] {
            fs::write(folder.path().join(place), &content).unwrap();
            let file = folder.path().join("sessions.csv");
            let run = refused(
                folder.path(),
                &format!("{JANUARY} --resume 2024-01-20 -o {}", file.display()),
            );
            if place.ends_with("part") {
                let text = run.stderr().replace(folder.path().to_str().unwrap(), "[folder]");
                insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(format!("export_tail_{name}"), text);
                });
            }
            fs::write(&file, &rows).unwrap();
        }
    }
}

#[test]
fn json_lines_that_do_not_end_at_the_position_are_refused() {
    let row = r#"{"time":"2024-01-19","time_text":"2024-01-19","unit":"day","app_id":"","segment_id":"","sessions":1,"complete":true}"#;
    for (name, content) in [
        ("json_empty", String::new()),
        ("json_foreign", OLD.to_owned()),
        ("json_columns", format!("{}\n", row.replace("sessions", "dau"))),
        ("json_cut_off", format!("{row}\n{}", &row[..40])),
        ("json_unit", format!("{}\n", row.replace("day", "hour"))),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sessions.jsonl");
        fs::write(&file, content).unwrap();
        let line = format!("{JANUARY} --resume 2024-01-20 -o {}", file.display());
        let text = refused(folder.path(), &line)
            .stderr()
            .replace(folder.path().to_str().unwrap(), "[folder]");
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("export_tail_{name}"), text);
        });
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sessions.jsonl");
    fs::write(&file, format!("{row}\n")).unwrap();
    let run = export(&format!("{JANUARY} --resume 2024-01-20 -o {}", file.display())).run();
    assert_eq!((run.code(), read(&file).lines().count()), (Some(0), 13), "{run}");
}

#[test]
fn without_an_output_there_is_nothing_to_resume() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sessions.csv");
    let line = format!("{JANUARY} --resume 2024-01-20 -o {}", file.display());
    assert_transcript!("export_nothing_to_resume", refused(folder.path(), &line).stderr());
}

#[test]
fn a_format_that_is_written_as_a_whole_is_neither_resumed_nor_kept_in_part() {
    for format in ["json", "table", "markdown", "parquet"] {
        let run = export(&format!("{JANUARY} --resume 2024-01-20 --format {format}")).run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        assert!(run.stderr().contains(&format!("nothing can be appended to {format}")), "{run}");
    }
    for options in ["--format json", "--format table", "--format markdown", "--format csv --strict"]
    {
        let folder = Folder::with_old("sessions");
        let line = format!("{RANGE} {options} -o {}", folder.file());
        let run = export_from(&sandbox(EARLY), &line).run();
        assert_eq!(run.code(), Some(3), "{run}");
        assert!(!run.stderr().contains("--resume"), "{run}");
        assert!(folder.is_untouched(), "{run}");
    }
}

#[test]
fn a_part_of_an_earlier_run_stays_until_there_is_a_row() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sessions.csv");
    let part = folder.path().join("sessions.csv.part");
    fs::write(&part, OLD).unwrap();
    let line = format!("{JANUARY} -o {}", file.display());
    let run = export_from(&sandbox("rules:\n  - status: 403"), &line).run();
    assert_eq!((run.code(), read(&part)), (Some(3), OLD.to_owned()), "{run}");
    assert_eq!(export(&line).run().code(), Some(0));
    assert_eq!(read(&file), export(JANUARY).run().stdout());
    assert_eq!(names(folder.path()), ["sessions.csv"]);
}

#[test]
fn two_runs_do_not_write_the_same_file_at_once() {
    let folder = Folder::with_old("sessions.csv");
    let part = File::create(folder.folder.path().join("sessions.csv.part")).unwrap();
    part.lock().unwrap();
    for options in ["", "--resume 2024-01-20"] {
        let line = format!("{JANUARY} {options} -o {}", folder.file());
        let run = refused(folder.folder.path(), &line);
        assert!(run.stderr().contains("another run is writing "), "{run}");
    }
    drop(part);
    assert_eq!(export(&format!("{JANUARY} -o {}", folder.file())).run().code(), Some(0));
}
