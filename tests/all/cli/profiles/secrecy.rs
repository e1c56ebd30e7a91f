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
            assert!(run.stderr().contains("does not belong into this file"), "{toml}{run}");
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
