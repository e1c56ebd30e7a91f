//! The effective settings, and where each comes from.

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
    let file = home.write("key", KEY);
    #[cfg(unix)]
    std::fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o600)).unwrap();
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

/// The line about the proxy, and what is said of problems.
fn proxy_line(variables: &[(&str, &str)], url: &str) -> String {
    let run = braze(&format!("doctor --base-url {url}")).env("BRAZE_API_KEY", KEY);
    let run = variables.iter().fold(run, |run, (name, value)| run.env(name, value)).run();
    assert!(!run.stdout().contains("hunter2"), "{run}");
    let lines = run.stdout().lines().filter(|line| line.starts_with("proxy "));
    let words = lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    let problems = run.stdout().split_once("\nproblem: ").map_or("", |(_, problems)| problems);
    format!("{words}\n{problems}").trim().to_owned()
}

#[test]
fn of_the_proxy_the_effect_is_shown_and_nothing_secret() {
    let url = "https://rest.us-99.braze.com";
    let proxy = ("HTTPS_PROXY", "http://user:hunter2@proxy.example:3128/");
    let socks = ("ALL_PROXY", "socks5h://user:hunter2@[::1]");
    for (variables, url, expected) in [
        (&[][..], url, "proxy direct default"),
        (&[proxy, socks], url, "proxy http://proxy.example:3128 HTTPS_PROXY"),
        (&[socks], url, "proxy socks5h://[::1]:1080 ALL_PROXY"),
        (
            &[proxy, ("NO_PROXY", "a.example, braze.com")],
            url,
            "proxy direct NO_PROXY has `braze.com`",
        ),
        (&[proxy], "http://127.0.0.1:9", "proxy direct the server is on this machine"),
        (
            &[("HTTP_PROXY", "http://user:hunter2@proxy.example")],
            url,
            "proxy direct HTTP_PROXY does not count for `https`: set HTTPS_PROXY",
        ),
    ] {
        assert_eq!(proxy_line(variables, url), expected);
    }
}

#[test]
fn a_proxy_that_cannot_be_used_is_a_problem_and_stops_every_command() {
    let wrong = ("HTTPS_PROXY", "http:/hunter2:3128");
    let shown = proxy_line(&[wrong], "https://rest.us-99.braze.com");
    insta::assert_snapshot!(shown, @r"
    proxy cannot be used, see below HTTPS_PROXY
    HTTPS_PROXY cannot be used: `http:` must be followed by `//`: write `http://`
      tip: write it like `http://proxy.example:3128` or `socks5h://user:password@proxy.example:1080`
    ");
    let run = braze("sessions get --length 1 --instance us-01").env("BRAZE_API_KEY", KEY);
    let run = run.env(wrong.0, wrong.1).run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stderr().contains("HTTPS_PROXY cannot be used: "), "{run}");
    let run = braze("sessions get --length 1 --sandbox").env(wrong.0, wrong.1).run();
    assert_eq!(run.code(), Some(0), "{run}");
}
