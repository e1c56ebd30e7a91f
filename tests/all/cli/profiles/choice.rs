//! The choice of a profile, and what takes precedence over it.

use crate::cli::braze;

use super::{Home, KEY, TWO_ROWS, assert_asked, assert_transcript, requests, shop, succeeding};

#[test]
fn a_profile_says_server_and_key() {
    let server = succeeding(TWO_ROWS);
    let home = Home::with(&shop(&server));
    let run = home.get("--profile shop").env("SHOP_KEY", KEY).run();
    assert_asked(&run, &server, KEY);
    assert_eq!(run.stderr(), "");
}

#[test]
fn a_profile_is_chosen_by_option_then_environment_then_file() {
    let servers = [(); 3].map(|()| succeeding(TWO_ROWS));
    let mut toml = "profile = \"c\"\n".to_owned();
    for (name, server) in ["a", "b", "c"].iter().zip(&servers) {
        toml.push_str(&format!(
            "[profiles.{name}]\nbase_url = \"{}\"\napi_key_env = \"THE_KEY\"\n",
            server.url()
        ));
    }
    let home = Home::with(&toml);
    let run = |arguments: &str, variable: &str| {
        home.get(arguments).env("BRAZE_PROFILE", variable).env("THE_KEY", KEY).run()
    };
    assert_asked(&run("--profile a", "b"), &servers[0], KEY);
    assert_asked(&run("", "b"), &servers[1], KEY);
    assert_asked(&run("", ""), &servers[2], KEY);
}

#[test]
fn without_a_choice_no_profile_is_in_force() {
    let server = succeeding(TWO_ROWS);
    let home = Home::with(&shop(&server));
    let run = home.get("").env("SHOP_KEY", KEY).run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
    assert!(run.stderr().starts_with("error: no server is chosen"), "{run}");
    assert!(requests(&server).is_empty());
}

#[test]
fn options_come_before_the_environment_and_that_before_the_profile() {
    let servers = [(); 3].map(|()| succeeding(TWO_ROWS));
    let [by_option, by_variable, by_profile] = &servers;
    let home = Home::with(&format!("profile = \"shop\"\n{}", shop(by_profile)));
    let file = home.write("here/key", "key-of-the-option");
    let run = |arguments: &str, variables: &[(&str, &str)]| {
        let run = home.get(arguments).env("SHOP_KEY", "key-of-the-profile");
        variables.iter().fold(run, |run, (name, value)| run.env(name, value)).run()
    };
    let (url, key) = (by_variable.url(), "key-of-the-environment");
    let variables = [("BRAZE_BASE_URL", url.as_str()), ("BRAZE_API_KEY", key)];
    let options = format!("--base-url {} --api-key-file {}", by_option.url(), file.display());
    assert_asked(&run(&options, &variables), by_option, "key-of-the-option");
    assert_asked(&run("", &variables), by_variable, key);
    assert_asked(&run("", &[]), by_profile, "key-of-the-profile");
}

#[test]
fn a_variable_that_overrules_a_profile_asked_for_by_name_is_told() {
    let server = succeeding(TWO_ROWS);
    let home = Home::with(&shop(&server));
    let run =
        home.get("--profile shop").env("SHOP_KEY", KEY).env("BRAZE_API_KEY", "another-key").run();
    assert_asked(&run, &server, "another-key");
    assert_transcript!("profile_overruled", run.stderr());
}

#[test]
fn the_working_directory_comes_before_the_folder_for_settings() {
    let servers = [(); 2].map(|()| succeeding(TWO_ROWS));
    let [here, settings] = &servers;
    let home = Home::new();
    home.write("settings/braze/braze.toml", &shop(settings));
    let get = || home.get("--profile shop").env("SHOP_KEY", KEY).run();
    assert_asked(&get(), settings, KEY);
    home.write("here/braze.toml", &shop(here));
    assert_asked(&get(), here, KEY);
}

#[test]
fn without_xdg_the_folder_for_settings_is_in_the_home() {
    let server = succeeding(TWO_ROWS);
    let home = Home::new();
    std::fs::create_dir_all(home.path("home/.config/braze")).unwrap();
    home.write("home/.config/braze/braze.toml", &shop(&server));
    for relative in ["", "settings"] {
        let run = home.get("--profile shop").env("SHOP_KEY", KEY).env("XDG_CONFIG_HOME", relative);
        assert_eq!(run.run().code(), Some(0), "{relative:?}");
    }
    assert_eq!(requests(&server).len(), 2);
}

#[test]
fn the_sandbox_is_asked_without_a_profile() {
    let home = Home::with("profile = \"shop\"\nthis is not TOML");
    let run = home.get("--sandbox").env("BRAZE_PROFILE", "none").run();
    assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
    assert_transcript!("profile_with_sandbox", home.get("--sandbox --profile shop").run());
}

#[test]
fn a_profile_that_is_not_there_is_told_with_what_is() {
    let home = Home::with("[profiles.production]\n[profiles.staging]\n");
    assert_transcript!("profile_near", home.get("--profile prodution").run());
    assert_transcript!("profile_unknown", home.get("").env("BRAZE_PROFILE", "zzz").run());
    assert_transcript!("profile_none", Home::with("").get("--profile shop").run());
    assert_transcript!("profile_no_file", Home::new().get("--profile shop").run());
}

#[test]
fn two_servers_in_the_environment_are_one_too_many() {
    let run = Home::new()
        .get("")
        .env("BRAZE_INSTANCE", "us-01")
        .env("BRAZE_BASE_URL", "https://rest.us-10.braze.com")
        .run();
    assert_transcript!("environment_two_servers", run);
}

#[test]
fn a_wrong_server_in_the_environment_is_told_by_its_variable() {
    let get = |name: &str, value: &str| Home::new().get("").env(name, value).run();
    assert_transcript!("environment_instance", get("BRAZE_INSTANCE", "us-09"));
    assert_transcript!("environment_base_url", get("BRAZE_BASE_URL", "rest.iad-01.braze.com"));
}

#[test]
fn a_default_place_that_cannot_be_read_is_fatal_only_where_a_profile_is_wanted() {
    let server = succeeding(TWO_ROWS);
    let run = |options: &str| {
        braze(&format!("sessions get --length 2 --base-url {} {options}", server.url()))
            .env("BRAZE_API_KEY", KEY)
            .env("XDG_CONFIG_HOME", "/dev/null")
            .run()
    };
    let without = run("");
    assert_eq!(without.code(), Some(0), "{without}");
    let warning = "warning: /dev/null/braze/braze.toml cannot be read: Not a directory";
    assert!(without.stderr().starts_with(warning), "{without}");
    let with = run("--profile shop");
    assert_eq!((with.code(), with.stdout()), (Some(2), ""), "{with}");
    assert!(with.stderr().contains("braze.toml cannot be read: Not a directory"), "{with}");
}
