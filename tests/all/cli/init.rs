//! `braze init`: a profile and its key, asked for, checked and written.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use super::profiles::{Home, assert_asked};
use super::pty::Conversation;
use super::{
    KEY, Reply, Server, TWO_ROWS, answering, assert_transcript, assert_usage, requests, succeeding,
};

const INSTANCE: &str = "Instance of the workspace, such as us-01, or its base URL: ";
const KEY_QUESTION: &str = "REST API key, which is not shown: ";

/// The file of profiles, the port masked.
fn profiles(home: &Home, server: &Server) -> String {
    let text = fs::read_to_string(home.path("settings/braze/braze.toml")).unwrap();
    text.replace(&server.url(), "http://127.0.0.1:[port]")
}

/// Checks that nothing was written.
fn assert_nothing(home: &Home) {
    assert_eq!(fs::read_dir(home.path("settings/braze")).unwrap().count(), 0);
}

fn mode(home: &Home, file: &str) -> u32 {
    fs::metadata(home.path(file)).unwrap().permissions().mode() & 0o777
}

#[test]
fn a_person_is_asked_and_the_profile_can_be_used_at_once() {
    let (home, server) = (Home::new(), succeeding(TWO_ROWS));
    let mut conversation = Conversation::start(home.braze("init"));
    conversation.wait_for(INSTANCE);
    conversation.type_line("us01x");
    conversation.wait_for(INSTANCE);
    conversation.type_line(&server.url());
    conversation.wait_for(KEY_QUESTION);
    assert!(!conversation.echoes());
    conversation.type_line(KEY);
    let (code, screen) = conversation.end();
    assert_eq!(code, Some(0), "{screen}");
    assert!(!screen.contains(KEY), "{screen}");
    assert!(screen.contains("there is no instance `us01x`"), "{screen}");
    assert!(screen.contains("the server accepts the key"), "{screen}");
    insta::assert_snapshot!(profiles(&home, &server), @r#"
    # The profile to use where none is chosen.
    profile = "default"

    [profiles.default]
    base_url = "http://127.0.0.1:[port]"
    api_key_file = "default.key"
    "#);
    let key = fs::read_to_string(home.path("settings/braze/default.key")).unwrap();
    assert_eq!((key, mode(&home, "settings/braze/default.key")), (format!("{KEY}\n"), 0o600));
    assert!(requests(&server)[0].starts_with("GET /sessions/data_series?length=1 "));
    assert_eq!(home.braze("sessions get --length 2").run().code(), Some(0));
}

#[test]
fn a_script_gives_everything_by_options() {
    let (home, server) = (Home::new(), succeeding(TWO_ROWS));
    fs::remove_dir(home.path("settings/braze")).unwrap();
    let line = format!("init --base-url {} --api-key-file -", server.url());
    let run = home.braze(&line).stdin(&format!("{KEY}\n")).run();
    assert_asked(&run, &server, KEY);
    assert_transcript!("init_script", run);
    assert_eq!(mode(&home, "settings/braze"), 0o700);
    let key = fs::read_to_string(home.path("settings/braze/default.key")).unwrap();
    assert_eq!(key, format!("{KEY}\n"));
}

#[test]
fn a_further_profile_leaves_the_others_as_they_are() {
    let (home, server) = (Home::new(), succeeding(TWO_ROWS));
    let before = "# mine\n[profiles.shop]\ninstance = \"us-01\"\napi_key_env = \"SHOP\"";
    home.write("settings/braze/braze.toml", before);
    let key = home.write("home/own \"key\".txt", KEY);
    let line = format!("init --name staging --base-url {} --api-key-file", server.url());
    let run = home.braze(&line).arg(key.to_str().unwrap()).run();
    assert_eq!(run.code(), Some(0), "{run}");
    let folder = home.path("home").display().to_string();
    let text = profiles(&home, &server).replace(&folder, "[home]");
    insta::assert_snapshot!(text, @r#"
    # mine
    [profiles.shop]
    instance = "us-01"
    api_key_env = "SHOP"

    [profiles.staging]
    base_url = "http://127.0.0.1:[port]"
    api_key_file = "[home]/own \"key\".txt"
    "#);
    assert!(!home.path("settings/braze/staging.key").exists());
    let run = home.braze("sessions get --length 2 --profile staging").run();
    assert_eq!(run.code(), Some(0), "{run}");
}

#[test]
fn nothing_is_replaced() {
    let home = Home::new();
    let init =
        || home.braze("init --name shop --instance us-01 --no-check").env("BRAZE_API_KEY", KEY);
    home.write("settings/braze/shop.key", "another");
    assert_usage!("init_key_exists", init().run());
    assert!(!home.path("settings/braze/braze.toml").exists());
    fs::remove_file(home.path("settings/braze/shop.key")).unwrap();
    let run = init().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let before = fs::read_to_string(home.path("settings/braze/braze.toml")).unwrap();
    assert!(before.contains("instance = \"us-01\""), "{before}");
    assert_usage!("init_profile_exists", init().run());
    assert_eq!(fs::read_to_string(home.path("settings/braze/braze.toml")).unwrap(), before);
    home.write("settings/braze/braze.toml", "[profiles.shop\n");
    assert_usage!("init_invalid_file", init().run());
}

#[test]
fn nothing_is_written_unless_the_key_is_accepted() {
    for (status, code, is_written) in
        [(200, 0, true), (401, 3, false), (403, 0, true), (503, 1, false)]
    {
        let body = if status == 200 { TWO_ROWS } else { r#"{"message":"no"}"# };
        let (home, server) = (Home::new(), answering(Reply::json(status, body)));
        let line = format!("init --base-url {}", server.url());
        let run = home.braze(&line).env("BRAZE_API_KEY", KEY).run();
        assert_eq!(run.code(), Some(code), "{run}");
        assert!(!run.to_string().contains(KEY), "{run}");
        match is_written {
            true => assert!(profiles(&home, &server).contains("default.key"), "{run}"),
            false => assert_nothing(&home),
        }
        match status {
            401 => {
                assert_transcript!("init_unauthorized", run);
            }
            403 => {
                assert_transcript!("init_forbidden", run);
            }
            _ => {}
        }
    }
}

#[test]
fn without_a_terminal_every_answer_must_be_given() {
    let home = Home::new();
    assert_usage!("init_no_server", home.braze("init").run());
    assert_usage!("init_no_key", home.braze("init --instance us-01").run());
    assert_usage!("init_bad_name", home.braze("init --name ../shop").run());
    let key = "3f6b0c1e-0000-4000-8000-2d9c1a7e5b44";
    let run = home.braze(&format!("init --name {key}")).run();
    assert_eq!(run.code(), Some(2), "{run}");
    let run = home.braze("init --instance us-01").env("BRAZE_API_KEY", "short").run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert_nothing(&home);
    let run = home.braze("init").env("XDG_CONFIG_HOME", "").env("HOME", "").run();
    assert_usage!("init_no_folder", run);
}

#[test]
fn a_file_in_the_working_directory_is_told() {
    let home = Home::with("[profiles.here]\ninstance = \"us-01\"\n");
    let run = home.braze("init --instance us-01 --no-check").env("BRAZE_API_KEY", KEY).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("init_overshadowed", run);
}

#[test]
fn an_interrupt_leaves_a_terminal_that_shows_what_is_typed() {
    let home = Home::new();
    let mut conversation = Conversation::start(home.braze("init --instance us-01"));
    conversation.wait_for(KEY_QUESTION);
    assert!(!conversation.echoes());
    let pid = conversation.pid().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    conversation.wait_for("interrupted\r\n");
    assert!(conversation.echoes());
    let (code, screen) = conversation.end();
    assert_eq!(code, Some(130), "{screen}");
    assert_nothing(&home);
}

#[test]
fn an_input_that_ends_is_no_answer() {
    let home = Home::new();
    let mut conversation = Conversation::start(home.braze("init --instance us-01"));
    conversation.wait_for(KEY_QUESTION);
    conversation.type_line("\u{4}");
    let (code, screen) = conversation.end();
    assert_eq!(code, Some(2), "{screen}");
    assert!(screen.contains("no API key is given, nothing was written"), "{screen}");
}
