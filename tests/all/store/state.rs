//! States of imports: what they refuse, what they keep, and what is sent again.

use std::env;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use braze_core::Pacing;
use braze_core::import::{
    Account, Import, ImportError, ImportRecorder, Record, RecordKind, RecordStatus,
};
use braze_sandbox::{Rejection, Sandbox, Scenario};
use braze_store::{ImportDestination, ImportState, Store, StoreError, StoreErrorKind};
use rusqlite::Connection;
use tempfile::TempDir;

use super::holder;
use crate::export::clients::{blocking, config, sandbox};

fn target() -> ImportDestination {
    ImportDestination {
        workspace: "default".to_owned(),
        server: "https://rest.iad-01.braze.com".to_owned(),
        operation: "users.track".to_owned(),
    }
}

/// A folder with room for a state.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("users.state");
    (folder, path)
}

fn open(path: &Path) -> ImportState {
    ImportState::open(path, &target()).unwrap()
}

/// Events of users, each on a line of its own.
fn events(names: &[&str]) -> Vec<Record> {
    let record = |(at, name): (usize, &&str)| {
        let json = format!(
            r#"{{"external_id":"{name}","email":"{name}@example.com","name":"opened","time":"2024-05-01T08:00:00Z"}}"#
        );
        Record::parse(RecordKind::Event, json).unwrap().with_line(at as u64 + 1)
    };
    names.iter().enumerate().map(record).collect()
}

fn import(
    sandbox: &Sandbox,
    state: ImportState,
    records: Vec<Record>,
) -> Result<Account, ImportError> {
    let client = blocking(config(sandbox).pacing(Pacing::off()));
    client.import(Import::new(records).concurrency(1).max_records(2).recorder(state)).into_account()
}

fn check(state: &ImportState, records: &[Record]) -> Result<[u64; 5], StoreError> {
    let mut check = state.check();
    records.iter().try_for_each(|record| check.push(record).map(drop))?;
    let summary = check.finish()?;
    assert_eq!(summary.records, records.len() as u64);
    let new = summary.new_records();
    Ok([summary.accepted, summary.rejected, summary.unknown, summary.changed, new])
}

#[test]
fn a_file_of_another_kind_or_import_is_refused_as_it_is() {
    let (folder, path) = folder();
    drop(open(&path));
    let file = |name: &str| folder.path().join(name);
    std::fs::write(file("text"), "external_id\nu-1\n").unwrap();
    Store::open(file("rows")).unwrap();
    Connection::open(file("foreign")).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    drop(open(&file("newer")));
    Connection::open(file("newer")).unwrap().pragma_update(None, "user_version", 9).unwrap();
    let before = std::fs::read(file("text")).unwrap();
    let other = |change: fn(&mut ImportDestination)| {
        let mut target = target();
        change(&mut target);
        ImportState::open(&path, &target)
    };
    let held = open(&file("held"));
    let refused = [
        ImportState::open(file("text"), &target()),
        ImportState::open(file("rows"), &target()),
        ImportState::open(file("foreign"), &target()),
        ImportState::open(file("newer"), &target()),
        ImportState::open(file("nowhere/state"), &target()),
        ImportState::open(file("held"), &target()),
        other(|target| target.workspace = "shop".to_owned()),
        other(|target| target.server = "https://rest.fra-01.braze.eu".to_owned()),
        other(|target| target.operation = "users.delete".to_owned()),
    ];
    drop(held);
    let place = folder.path().canonicalize().unwrap();
    let texts = refused.map(|refused| {
        let text = refused.unwrap_err().to_string();
        text.replace(place.to_str().unwrap(), "DIR").replace(folder.path().to_str().unwrap(), "DIR")
    });
    insta::assert_snapshot!(texts.join("\n"));
    assert_eq!(std::fs::read(file("text")).unwrap(), before);
    // The reverse: a state is no file of rows.
    let error = Store::open(&path).unwrap_err();
    assert!(matches!(error.kind(), StoreErrorKind::OtherContent { .. }), "{error}");
    // Another spelling of the same server is the same server.
    other(|target| target.server = "https://REST.iad-01.braze.com/".to_owned()).unwrap();
}

#[test]
fn what_was_answered_is_not_sent_again() {
    let (_folder, path) = folder();
    let reject = Rejection::new("blocked").like("external_id", "bad*");
    let sandbox = sandbox().scenario(Scenario::new("s").rejection(reject)).start().unwrap();
    let first = events(&["a", "bad-1", "c", "d"]);
    let account = import(&sandbox, open(&path), first).unwrap();
    assert_eq!((account.accepted, account.rejected, account.recalled), (3, 1, 0));
    assert_eq!(sandbox.request_count(), 2);

    // The input has grown.
    let grown = || events(&["a", "bad-1", "c", "d", "e"]);
    assert_eq!(check(&open(&path), &grown()).unwrap(), [3, 1, 0, 0, 1]);
    let account = import(&sandbox, open(&path), grown()).unwrap();
    assert_eq!(account.to_string(), "import: 5 of 5 records: 4 accepted, 1 rejected, 0 unknown");
    assert_eq!((account.recalled, account.requests), (4, 1));

    // Nothing is left to send, but what was rejected if that is asked for.
    let account = import(&sandbox, open(&path), grown()).unwrap();
    assert_eq!((account.recalled, account.requests), (5, 0));
    let account = import(&sandbox, open(&path).repeat_rejected(true), grown()).unwrap();
    assert_eq!((account.recalled, account.requests, account.rejected), (4, 1, 1));
    let targets: Vec<_> = sandbox.requests().iter().map(|it| it.body.len()).collect();
    assert_eq!(targets.len(), 4);
}

#[test]
fn a_changed_line_is_noticed_before_anything_is_sent() {
    let (_folder, path) = folder();
    let sandbox = sandbox().start().unwrap();
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    import(&sandbox, open(&path), events(&names)).unwrap();
    let sent = sandbox.request_count();

    // A line in front moves all others.
    let moved = events(&["new", "a", "b", "c", "d", "e", "f", "g", "h"]);
    let changed = events(&["a", "b", "C", "d", "e", "f", "g", "h"]);
    let shorter = events(&["a", "b", "c"]);
    let texts = [&moved, &changed, &shorter].map(|records| {
        let text = check(&open(&path), records).unwrap_err().to_string();
        text.replace(path.to_str().unwrap(), "FILE")
    });
    insta::assert_snapshot!(texts.join("\n"));

    // Without a check the import ends at the record.
    let error = import(&sandbox, open(&path), changed.clone()).unwrap_err();
    assert!(error.call().is_none());
    let text = error.recorder().unwrap().to_string();
    assert!(text.contains("1 of the records that were sent is different now (line 3)"), "{text}");
    assert_eq!(sandbox.request_count(), sent);

    let state = open(&path).send_changed(true);
    assert_eq!(check(&state, &changed).unwrap(), [7, 0, 0, 1, 0]);
    let account = import(&sandbox, state, changed.clone()).unwrap();
    assert_eq!((account.accepted, account.recalled, account.requests), (8, 7, 1));
    assert_eq!(check(&open(&path), &changed).unwrap(), [8, 0, 0, 0, 0]);
}

/// An import that ended before a reply leaves this behind.
#[test]
fn what_was_only_sent_is_unknown() {
    let (_folder, path) = folder();
    let sandbox = sandbox().start().unwrap();
    let attributes =
        Record::parse(RecordKind::Attributes, r#"{"external_id":"u","tier":"gold"}"#).unwrap();
    let records = [attributes, events(&["u"]).remove(0)];
    let mut state = open(&path);
    state.announce(&mut (0..).zip(&records)).unwrap();
    drop(state);

    assert_eq!(check(&open(&path), &records).unwrap(), [0, 0, 2, 0, 0]);
    let client = blocking(config(&sandbox));
    let run = |repeat| {
        let import = Import::new(records.to_vec()).recorder(open(&path)).repeat_unknown(repeat);
        let outcomes: Vec<_> = client.import(import).map(Result::unwrap).collect();
        let mut statuses: Vec<_> = outcomes.into_iter().map(|it| (it.index, it.status)).collect();
        statuses.sort_by_key(|(index, _)| *index);
        statuses.into_iter().map(|(_, status)| status).collect::<Vec<_>>()
    };
    let reason = "sent by an earlier run that ended before the reply".to_owned();
    assert_eq!(run(false), [RecordStatus::Accepted, RecordStatus::Unknown { reason }]);
    assert_eq!(run(true), [RecordStatus::Accepted, RecordStatus::Accepted]);
    assert_eq!(sandbox.request_count(), 2);
}

/// To repeat an old value after a newer one was accepted would undo the newer one.
#[test]
fn a_lost_record_is_not_repeated_once_a_later_one_of_its_user_was_sent() {
    let attributes = |user: &str, tier: &str| {
        let json = format!(r#"{{"external_id":"{user}","tier":"{tier}"}}"#);
        Record::parse(RecordKind::Attributes, json).unwrap()
    };
    let (_folder, path) = folder();
    let faults = "rules: [{ requests: 1, cut: reset, acted: true }]";
    let sandbox = sandbox().scenario(Scenario::from_yaml(faults).unwrap()).start().unwrap();
    let records = || vec![attributes("u", "tin"), attributes("v", "tin"), attributes("u", "gold")];
    let config = || config(&sandbox).pacing(Pacing::off()).retry(braze_core::RetryPolicy::none());
    let run = || {
        let import = Import::new(records()).max_records(2).concurrency(1).recorder(open(&path));
        blocking(config()).import(import).into_account().unwrap()
    };
    let account = run();
    assert_eq!((account.accepted, account.unknown), (1, 2));
    let account = run();
    assert_eq!((account.accepted, account.unknown, account.requests), (2, 1, 1));
}

#[test]
fn the_file_holds_no_personal_data_and_only_its_owner_reads_it() {
    let (folder, path) = folder();
    let reject = Rejection::new("blocked: mona").like("external_id", "mona");
    let sandbox = sandbox().scenario(Scenario::new("s").rejection(reject)).start().unwrap();
    import(&sandbox, open(&path), events(&["mona", "kit"])).unwrap();
    let state = open(&path);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let file = entry.unwrap().path();
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("mona") && !text.contains("kit"), "{file:?}");
        #[cfg(unix)]
        if !file.to_str().unwrap().ends_with("-lock") {
            let mode = std::os::unix::fs::PermissionsExt::mode(
                &std::fs::metadata(&file).unwrap().permissions(),
            );
            assert_eq!(mode & 0o777, 0o600, "{file:?}");
        }
    }
    drop(state);
}

/// Refuses further records, as a full disk may.
const TRIGGER: &str = "CREATE TRIGGER full BEFORE INSERT ON braze_records WHEN NEW.position = 3 \
                       BEGIN SELECT RAISE(ABORT, 'no room left'); END";

#[test]
fn what_cannot_be_recorded_is_not_sent() {
    let (_folder, path) = folder();
    let sandbox = sandbox().start().unwrap();
    let state = open(&path);
    Connection::open(&path).unwrap().execute_batch(TRIGGER).unwrap();
    let error = import(&sandbox, state, events(&["a", "b", "c", "d", "e"])).unwrap_err();
    assert_eq!(error.resume_at(), 2);
    let text = error.recorder().unwrap().to_string();
    assert!(text.ends_with("users.state: no room left"), "{text}");
    assert_eq!(sandbox.request_count(), 1);
    Connection::open(&path).unwrap().execute_batch("DROP TRIGGER full").unwrap();
    let account = import(&sandbox, open(&path), events(&["a", "b", "c", "d", "e"])).unwrap();
    assert_eq!((account.accepted, account.recalled), (5, 2));
}

/// The variable that turns [`other_run`] into the other process, with the path of the state.
const FILE: &str = "BRAZE_TEST_STATE_FILE";

#[test]
fn other_run() {
    let Some(path) = env::var_os(FILE) else { return };
    let mut state = open(Path::new(&path));
    state.announce(&mut (0..).zip(&events(&["a"]))).unwrap();
    println!("\nannounced");
    let _ = io::stdin().read_to_end(&mut Vec::new());
}

#[test]
fn two_runs_exclude_each_other_and_a_killed_one_leaves_what_it_announced() {
    let (_folder, path) = folder();
    let mut child = holder::start("store::state::other_run", FILE, &path, "announced");
    let error = ImportState::open(&path, &target()).unwrap_err();
    assert!(matches!(error.kind(), StoreErrorKind::InUse), "{error}");
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(check(&open(&path), &events(&["a"])).unwrap(), [0, 0, 1, 0, 0]);
}
