//! A key that was put where it does not belong is not repeated.

use super::super::{Reply, answering};
use super::{Home, KEY, assert_transcript, shop, succeeding};

#[test]
fn a_key_in_the_file_is_refused_under_every_name_and_not_repeated() {
    let run = Home::with(&format!("[profiles.shop]\napi_key = \"{KEY}\"\n")).get("").run();
    assert_transcript!("file_api_key", run);
    for name in ["api_key", "api-key", "API_KEY", "key", "token", "rest_api_key", "\"api key\""] {
        for toml in [
            format!("{name} = \"{KEY}\"\n"),
            format!("[profiles.shop]\n{name} = \"{KEY}\"\n"),
            format!("[{name}]\nvalue = \"{KEY}\"\n"),
            format!("[profiles]\n{name} = \"{KEY}\"\n"),
        ] {
            let run = Home::with(&toml).get("--sandbox=calm").run();
            assert_eq!(run.code(), Some(0), "the sandbox needs no file: {run}");
            let run = Home::with(&toml).get("--instance us-01").run();
            assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{toml}{run}");
            assert!(run.stderr().contains("does not belong in this file"), "{toml}{run}");
            assert!(!run.stderr().contains(KEY), "{toml}{run}");
        }
    }
}

#[test]
fn a_key_in_the_place_of_anything_else_is_not_repeated() {
    for field in [
        "instance",
        "base_url",
        "api_key_file",
        "api_key_env",
        "concurrency",
        "reserve",
        "time_zone",
    ] {
        let toml = format!("profile = \"shop\"\n[profiles.shop]\n{field} = \"{KEY}\"\n");
        for command in ["sessions get --length 2", "doctor", "doctor --format json"] {
            let run = Home::with(&toml).braze(command).run();
            assert_eq!(run.code(), Some(2), "{toml}{run}");
            assert!(!run.stderr().contains(KEY) && !run.stdout().contains(KEY), "{toml}{run}");
        }
    }
    for toml in [KEY.to_owned(), format!("api_key_env = {KEY}"), format!("x = \"{KEY}")] {
        let run = Home::with(&toml).get("").run();
        assert_eq!(run.code(), Some(2), "{run}");
        assert!(!run.stderr().contains(KEY), "{run}");
    }
}

#[test]
fn a_key_from_a_profile_is_in_no_output() {
    let body = format!(r#"{{"message":"Invalid API key: {KEY}"}}"#);
    let server = answering(Reply::json(401, &body));
    let run = Home::with(&shop(&server)).get("--profile shop -v").env("SHOP_KEY", KEY).run();
    assert_eq!((run.code(), run.stdout()), (Some(3), ""), "{run}");
    assert!(!run.stderr().contains(KEY), "{run}");
    let server = succeeding(&format!(r#"{{"message":"success","data":"{KEY}"}}"#));
    let run = Home::with(&shop(&server)).get("--profile shop -v").env("SHOP_KEY", KEY).run();
    assert!(!run.stderr().contains(KEY), "{run}");
}

/// A key that only what is kept elsewhere tells to be one: it looks like any other name.
#[test]
fn a_key_in_the_place_of_a_name_or_a_value_is_not_repeated() {
    let elsewhere = "[profiles.other]\napi_key_file = \"key\"\n";
    for toml in [
        format!("{KEY} = 1\n"),
        format!("profile = \"{KEY}\"\n"),
        format!("[profiles.shop]\n{KEY} = 1\n"),
        format!("[profiles.{KEY}]\nbase_url = \"x\"\n"),
        format!("[profiles.{KEY}]\ninstance = \"us-01\"\n"),
        format!("[profiles.shop]\nbase_url = \"https://{KEY}.example.\u{1F4A5}\"\n"),
        format!("[profiles.shop]\ninstance = \"us-01\"\nworkspace = \"{KEY}\"\n"),
    ] {
        for command in [
            "sessions get --length 2 --profile sho",
            "sessions get --length 2 --profile shop --app-id x",
            "doctor --profile shop",
            "doctor --profile shop --format json",
        ] {
            for (source, toml) in [
                ("", format!("{toml}{elsewhere}")),
                ("--api-key-file key", toml.clone()),
                ("--api-key-file -", toml.clone()),
                ("environment", toml.clone()),
            ] {
                let home = Home::with(&toml);
                home.write("here/key", KEY);
                let run = match source {
                    "environment" => home.braze(command).env("BRAZE_API_KEY", KEY),
                    _ => home.braze(&format!("{command} {source}")).stdin(KEY),
                };
                let run = run.run();
                assert!(run.code() == Some(2) || command.starts_with("doctor"), "{toml}{run}");
                assert!(!run.stderr().contains(KEY) && !run.stdout().contains(KEY), "{toml}{run}");
            }
        }
    }
}
