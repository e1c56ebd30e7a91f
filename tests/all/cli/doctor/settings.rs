//! What is in force, and where it came from.

use serde_json::Value;

use super::{Home, KEY, assert_transcript, braze};

/// A home with a profile that sets everything.
fn home() -> Home {
    let home = Home::with(
        r#"profile = "shop"

[profiles.shop]
instance = "eu-01"
api_key_file = "../key"
workspace = "shop-eu"
concurrency = 4
reserve = 25
time_zone = "Europe/Berlin"

[profiles.empty]
"#,
    );
    home.write("key", KEY);
    home
}

#[test]
fn help_says_what_a_file_of_profiles_is() {
    assert_transcript!("help_doctor", braze("doctor --help").run());
    assert_transcript!("help_doctor_short", braze("doctor -h").run());
}

#[test]
fn everything_has_its_place() {
    let run = home().braze("doctor").run();
    assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
    assert_transcript!("doctor_profile", run);
}

#[test]
fn options_and_variables_are_told_by_their_names() {
    let run = home()
        .braze("doctor --base-url https://rest.us-99.braze.com --profile empty")
        .env("BRAZE_API_KEY", KEY)
        .env("BRAZE_PROFILE", "shop")
        .env("NO_COLOR", "1")
        .run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("doctor_options", run);
}

#[test]
fn problems_are_told_with_what_to_do_and_the_exit_code() {
    assert_transcript!("doctor_nothing", Home::new().braze("doctor").run());
    assert_transcript!("doctor_wrong_file", Home::with("profil = 1").braze("doctor").run());
    let run = home().braze("doctor --profile shp").run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stdout().contains("tip: a similar profile exists: `shop`"), "{run}");
}

#[test]
fn json_says_the_same_for_programs() {
    let run = home().braze("doctor --profile empty --format json").run();
    assert_eq!((run.code(), run.stderr()), (Some(2), ""), "{run}");
    let value: Value = serde_json::from_str(run.stdout()).unwrap();
    let settings = value["settings"].as_array().unwrap();
    let profile = settings.iter().find(|setting| setting["name"] == "profile").unwrap();
    assert_eq!((&profile["value"], &profile["origin"]), (&"empty".into(), &"--profile".into()));
    let problems = value["problems"].as_array().unwrap();
    assert_eq!(problems.len(), 2, "{run}");
    assert!(problems.iter().all(|problem| problem["exit_code"] == 2 && problem["tips"].is_array()));
    assert_eq!(value["probe"], Value::Null);
}

#[test]
fn the_key_and_its_length_are_nowhere() {
    let long = KEY.repeat(3);
    let reports = [KEY, &long].map(|key| {
        home().braze("doctor -v --format json").env("BRAZE_API_KEY", key).run().stdout().to_owned()
    });
    assert!(!reports[0].contains(KEY));
    assert_eq!(reports[0], reports[1]);
}

#[test]
fn a_proxy_is_shown_without_what_is_secret_in_it() {
    let doctor = |variables: &[(&str, &str)], url: &str| {
        let run = braze(&format!("doctor --base-url {url}")).env("BRAZE_API_KEY", KEY);
        let run = variables.iter().fold(run, |run, (name, value)| run.env(name, value)).run();
        assert!(!run.stdout().contains("hunter2"), "{run}");
        run.stdout().lines().find(|line| line.starts_with("proxy ")).unwrap().to_owned()
    };
    let url = "https://rest.us-99.braze.com";
    let proxy = ("HTTPS_PROXY", "http://user:hunter2@proxy.example:3128/");
    let shown = doctor(&[proxy], url);
    assert!(shown.contains(" http://proxy.example:3128 "), "{shown}");
    assert!(shown.ends_with(" HTTPS_PROXY"), "{shown}");
    let shown = doctor(&[proxy, ("NO_PROXY", "a.example,.braze.com")], url);
    assert!(shown.contains(" none ") && shown.ends_with(" NO_PROXY"), "{shown}");
    assert!(doctor(&[proxy], "http://127.0.0.1:9").contains(" none "));
}
