//! The fields of a profile, and errors in its file.

use std::fs;

use braze_core::{DateTime, Utc};
use braze_sandbox::Sandbox;
use rusqlite::Connection;

use super::super::{NOW, answering};
use super::{Home, KEY, Server, TWO_ROWS, assert_asked, assert_transcript, shop, succeeding};
use crate::conformance::{Exchange, Reply};

/// A run that must end as a mistake in the file, before anything is sent.
macro_rules! assert_wrong {
    ($name:literal, $toml:expr) => {
        let run = Home::with($toml).get("--instance us-01").env("BRAZE_API_KEY", KEY).run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        assert_transcript!($name, run);
    };
}

#[test]
fn all_that_is_wrong_with_a_file_is_told_at_once_with_its_place() {
    assert_wrong!(
        "file_fields",
        r#"profil = "shop"
api_key_file = "key"

[profiles.shop]
instanse = "eu-01"
time-zone = "UTC"
colour = true
  concurrency = 0
reserve = 101
workspace = ""

[profiles.other]
instance = "us-1O"
base_url = "https://rest.iad-01.braze.com/v2"
api_key_file = "~someone/key"
api_key_env = "MY KEY"
concurrency = "8"
reserve = 9.5
time_zone = "Europe/Atlantis"
workspace = 7
"#
    );
    assert_wrong!("file_tables", "profile = 1\nprofiles = \"shop\"\n");
    assert_wrong!("file_profile_is_no_table", "[profiles]\nshop = \"eu-01\"\n\" \" = {}\n");
    assert_wrong!("file_default_unknown", "profile = \"zzz\"\n[profiles.shop]\n");
}

#[test]
fn what_is_not_toml_is_told_with_its_place_and_without_its_text() {
    assert_wrong!("file_syntax", "[profiles.shop]\ninstance = eu-01\n");
    assert_wrong!("file_twice", "[profiles.shop]\nreserve = 1\nreserve = 2\n");
    assert_wrong!("file_unclosed", "[profiles.\"ä\"]\nworkspace = \"ä\nreserve = 1\n");
    assert_wrong!("file_words", "a profile for the shop\n");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let home = Home::new();
    fs::create_dir(home.path("here/braze.toml")).unwrap();
    assert_transcript!("file_is_a_folder", home.get("").run());
    let home = Home::new();
    fs::write(home.path("here/braze.toml"), b"profile = \"\xff\"").unwrap();
    assert_transcript!("file_is_not_text", home.get("").run());
    let home = Home::with(&"# \n".repeat(400_000));
    assert_transcript!("file_too_large", home.get("").run());
}

#[test]
fn the_file_of_the_key_is_found_from_the_folder_of_the_profile() {
    let home = Home::new();
    home.write("settings/braze/key", "key-beside-the-file\n");
    home.write("home/key", "key-in-the-home\n");
    home.write("here/key", "key-that-is-not-meant\n");
    let absolute = home.write("key", "key-somewhere-else\n");
    for (path, key) in [
        ("key", "key-beside-the-file"),
        ("~/key", "key-in-the-home"),
        (absolute.to_str().unwrap(), "key-somewhere-else"),
    ] {
        let server = succeeding(TWO_ROWS);
        let toml = format!(
            "[profiles.shop]\nbase_url = \"{}\"\napi_key_file = \"{path}\"\n",
            server.url()
        );
        home.write("settings/braze/braze.toml", &toml);
        assert_asked(&home.get("--profile shop").run(), &server, key);
    }
}

#[test]
fn a_key_that_is_not_there_is_told_by_the_place_that_promised_it() {
    let home =
        |field: &str| Home::with(&format!("[profiles.shop]\ninstance = \"us-01\"\n{field}\n"));
    let get = |field: &str| home(field).get("--profile shop").run();
    assert_transcript!("profile_key_missing", get(""));
    assert_transcript!("profile_key_unset", get("api_key_env = \"SHOP_KEY\""));
    assert_transcript!("profile_key_no_file", get("api_key_file = \"key\""));
    let home = home("api_key_env = \"SHOP_KEY\"");
    let quoted = home.get("--profile shop").env("SHOP_KEY", "\"k\"").run();
    assert_transcript!("profile_key_quoted", quoted);
}

#[test]
fn a_profile_without_a_server_says_what_it_lacks() {
    let home = Home::with("[profiles.shop]\napi_key_env = \"SHOP_KEY\"\n");
    assert_transcript!("profile_no_server", home.get("--profile shop").run());
}

#[test]
fn the_time_zone_of_a_profile_is_that_of_an_export() {
    let row = r#"{"time":"2024-01-01T01:00:00","sessions":7}"#;
    let body = format!(r#"{{"message":"success","data":[{row}]}}"#);
    let export = |arguments: &str| {
        let server = succeeding(&body);
        let zone = "time_zone = \"Europe/Berlin\"";
        let home = Home::with(&format!("{}{zone}\n", shop(&server)));
        let line = "sessions export --profile shop --unit hour --from 2024-01-01T00:00:00Z";
        let line = format!("{line} --to 2024-01-01T01:00:00Z {arguments}");
        home.braze(&line).env("SHOP_KEY", KEY).run()
    };
    let run = export("");
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stdout().ends_with("\n2024-01-01T00:00:00Z,hour,,,7,true\n"), "{run}");
    assert_eq!(export("--time-zone UTC").code(), Some(5));
}

#[test]
fn the_pacing_of_a_profile_is_that_of_an_export() {
    let now: DateTime<Utc> = NOW.parse().unwrap();
    let reply = Reply::json(200, r#"{"message":"success","data":[]}"#)
        .header("x-ratelimit-limit", "100")
        .header("x-ratelimit-remaining", "15")
        .header("x-ratelimit-reset", (now.timestamp() + 3000).to_string());
    let export = |arguments: &str| {
        let server = Server::start([(); 2].map(|()| Exchange::from(reply.clone().until_close())));
        let pacing = "concurrency = 1\nreserve = 20";
        let home = Home::with(&format!("{}{pacing}\n", shop(&server)));
        let line = "sessions export --profile shop --from 2023-01-01 --to 2023-06-01";
        home.braze(&format!("{line} {arguments}")).pinned().env("SHOP_KEY", KEY).run()
    };
    let run = export("");
    assert_eq!(run.code(), Some(4), "a fifth is left to others: {run}");
}

#[test]
fn a_database_keeps_rows_under_the_workspace_of_the_profile() {
    let sandbox = Sandbox::start().unwrap();
    for (field, workspace) in [("", "shop"), ("workspace = \"eu\"\n", "eu")] {
        let home = Home::with(&format!(
            "[profiles.shop]\nbase_url = \"{}\"\napi_key_env = \"SHOP_KEY\"\n{field}",
            sandbox.url()
        ));
        let line = "sessions sync --profile shop --db rows.db --from 2024-01-01 --to 2024-01-03";
        let run = home.braze(line).env("SHOP_KEY", &sandbox.api_key_text()).run();
        assert_eq!(run.code(), Some(0), "{run}");
        let rows = Connection::open(home.path("here/rows.db")).unwrap();
        let count = "SELECT count(*) FROM sessions WHERE workspace = ?1";
        assert_eq!(rows.query_row(count, [workspace], |row| row.get::<_, i64>(0)), Ok(2), "{run}");
    }
}

#[test]
fn a_failure_names_the_profile() {
    let server = answering(Reply::json(403, r#"{"message":"no"}"#));
    let home = Home::with(&shop(&server));
    let run = home.get("--profile shop").env("SHOP_KEY", KEY).run();
    assert_eq!(run.code(), Some(3), "{run}");
    assert!(run.stderr().contains("connection: profile `shop`, a base URL of your own"), "{run}");
}
