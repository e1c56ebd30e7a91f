//! The tables: what is in them is what an export gives.

use braze_core::operation::{self, Operation};
use braze_core::{Point, Series};

use super::{Folder, JANUARY, braze, complete, counts, sandbox};

/// The rows of an export of the same range.
fn exported(words: &str, arguments: &str) -> Vec<String> {
    let run = braze(&format!("{words} export --sandbox {arguments}")).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let mut rows: Vec<_> = run.stdout().lines().skip(1).map(str::to_owned).collect();
    let key = |row: &String| {
        let fields: Vec<_> = row.split(',').map(str::to_owned).collect();
        // Between time and unit and the number stands what the row is about.
        (fields[2..fields.len() - 2].to_vec(), fields[0].clone())
    };
    rows.sort_by_key(key);
    rows
}

#[test]
fn the_rows_are_those_of_an_export() {
    for range in [
        JANUARY,
        "--from 2021-05-01 --to 2024-03-02",
        "--unit hour --from 2024-01-01 --to 2024-01-20",
        "--unit hour --time-zone America/New_York --from 2024-03-09 --to 2024-03-12",
        "--from 2023-01-01 --to 2023-07-01 --app-id a --app-id b --segment-id s --segment-id t",
    ] {
        let folder = Folder::new();
        let run = complete(folder.sync(range));
        let expected = exported("sessions", range);
        assert_eq!(folder.sessions(), expected, "{run}");
        assert_eq!(counts(&run), (expected.len() as u64, 0, 0), "{run}");
    }
}

/// Words and number of every series.
struct AllSeries(Vec<(String, &'static str)>);

impl operation::Visitor for AllSeries {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + Series>(&mut self) {
        self.0.push((E::DESCRIPTION.command.join(" "), E::Point::VALUE));
    }
}

#[test]
fn every_series_has_its_table_and_an_example_that_runs_as_it_stands() {
    let mut all = AllSeries(Vec::new());
    operation::visit(&mut all);
    assert!(!all.0.is_empty());
    let folder = Folder::new();
    for (words, value) in all.0 {
        let help = braze(&format!("{words} sync --help")).run();
        let text = help.stdout().replace(" \\\n", "");
        let mut examples = text.lines().filter(|line| line.contains(" sync --sandbox"));
        let example = examples.next().and_then(|line| line.strip_prefix("  braze ")).unwrap();
        complete(folder.braze(&example.replace("sandbox.db", "numbers.db")).pinned());

        let table = words.replace([' ', '-'], "_");
        let (rows, shown) = (folder.rows(&table, value), format!("`{table}`"));
        assert!(text.contains(&shown), "{help}");
        let parameters = example.split_once(" --sandbox ").unwrap().1;
        let parameters = parameters.split("--db ").next().unwrap();
        let expected = exported(&words, &format!("{parameters} --include-open --from -30d"));
        // The current day counts up while the clock runs.
        let complete = |rows: &[String]| -> Vec<_> {
            let rows = rows.iter().filter(|row| row.ends_with("true"));
            // The columns between are those of the series in one, and of all series in the other.
            let fields = rows.map(|row| row.split(',').map(str::to_owned).collect::<Vec<_>>());
            fields.map(|it| [it[..2].to_vec(), it[it.len() - 2..].to_vec()].concat()).collect()
        };
        assert_eq!(complete(&rows), complete(&expected), "{words}");
        assert_eq!(rows.len(), expected.len());
    }
    // Nobody else's table can be mistaken for that of a series.
    let others = folder.query(
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name LIKE 'braze%' AND c.name = 'time'",
    );
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn the_columns_are_those_that_are_promised() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    assert_eq!(
        folder.query("SELECT name, type, pk FROM pragma_table_info('sessions')"),
        [
            "workspace,TEXT,1",
            "app_id,TEXT,2",
            "segment_id,TEXT,3",
            "unit,TEXT,4",
            "time,TEXT,5",
            "sessions,INTEGER,0",
            "complete,INTEGER,0",
            "fetched_at,TEXT,0",
        ]
    );
    let row = "SELECT workspace, app_id, segment_id, unit, time, complete FROM sessions LIMIT 1";
    assert_eq!(folder.query(row), ["default,,,day,2024-01-01,1"]);
    let fetched =
        folder.query("SELECT DISTINCT fetched_at GLOB '????-??-??T??:??:??Z' FROM sessions");
    assert_eq!(fetched, ["1"]);
}

#[test]
fn units_apps_and_workspaces_stand_side_by_side() {
    let folder = Folder::new();
    let day = "--from 2024-01-01 --to 2024-01-02";
    for arguments in ["", "--unit hour", "--app-id a", "--workspace other", "--segment-id s"] {
        complete(folder.sync(&format!("{day} {arguments}")));
    }
    let kinds =
        "SELECT workspace, app_id, segment_id, unit, COUNT(*) FROM sessions GROUP BY 1, 2, 3, 4";
    assert_eq!(
        folder.query(kinds),
        [
            "default,,,day,1",
            "default,,,hour,24",
            "default,,s,day,1",
            "default,a,,day,1",
            "other,,,day,1"
        ]
    );
}

#[test]
fn events_of_another_name_are_other_rows() {
    let folder = Folder::new();
    for event in ["signup", "purchase made"] {
        let line =
            "events sync --sandbox --db numbers.db --from 2024-01-01 --to 2024-01-03 --event";
        let run = complete(folder.braze(line).arg(event));
        assert_eq!(counts(&run), (2, 0, 0), "{run}");
    }
    assert_eq!(
        folder.query("SELECT event, COUNT(*) FROM events GROUP BY event"),
        ["purchase made,2", "signup,2"]
    );
    let key = "SELECT name FROM pragma_table_info('events') WHERE pk > 0 ORDER BY pk";
    assert_eq!(folder.query(key), ["workspace", "app_id", "segment_id", "unit", "time", "event"]);
}

#[test]
fn between_runs_it_is_one_plain_file() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    assert_eq!(folder.names(), ["numbers.db", "numbers.db-lock"]);
    assert_eq!(folder.query("PRAGMA journal_mode"), ["wal"]);
    assert_eq!(folder.query("PRAGMA integrity_check"), ["ok"]);
}

#[test]
fn columns_that_somebody_has_added_stay_as_they_are() {
    let folder = Folder::new();
    complete(folder.sync(JANUARY));
    let sql = "ALTER TABLE sessions ADD COLUMN remark TEXT;
               UPDATE sessions SET remark = 'holiday', sessions = 0 WHERE time = '2024-01-01'";
    folder.open().execute_batch(sql).unwrap();
    let run = complete(folder.sync(&format!("{JANUARY} --lookback 36500")));
    assert_eq!(counts(&run), (0, 1, 30), "{run}");
    let first = "SELECT remark, sessions > 0 FROM sessions WHERE time = '2024-01-01'";
    assert_eq!(folder.query(first), ["holiday,1"]);
}

#[test]
fn the_key_is_not_in_the_file() {
    let sandbox = sandbox("name: calm");
    let folder = Folder::new();
    complete(folder.sync_from(&sandbox, &format!("{JANUARY} --verbose")));
    let (key, file) = (sandbox.api_key_text(), std::fs::read(folder.file()).unwrap());
    assert!(!file.windows(key.len()).any(|bytes| bytes == key.as_bytes()));
}
