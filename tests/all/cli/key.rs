//! The API key: where it comes from, and that it never comes out.

use std::fs;

use super::{
    KEY, Reply, Server, TWO_ROWS, answering, assert_transcript, braze, get, requests, succeeding,
};

fn assert_sent(server: &Server) {
    let requests = requests(server);
    assert_eq!(requests.len(), 1);
    assert!(requests[0].contains(&format!("\nauthorization: Bearer {KEY}")), "{requests:?}");
}

#[test]
fn a_key_is_taken_from_the_environment() {
    let server = succeeding(TWO_ROWS);
    let run = get(&server).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_sent(&server);
}

#[test]
fn a_key_is_taken_from_a_file_without_its_line_break() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.txt");
    for ending in ["", "\n", "\r\n"] {
        let server = succeeding(TWO_ROWS);
        fs::write(&file, format!("{KEY}{ending}")).unwrap();
        let run =
            braze(&format!("sessions get --length 2 --base-url {} --api-key-file", server.url()))
                .arg(file.to_str().unwrap())
                .run();
        assert_eq!(run.code(), Some(0), "{ending:?}: {run}");
        assert_sent(&server);
    }
}

#[test]
fn a_key_is_taken_from_standard_input_before_the_environment() {
    let server = succeeding(TWO_ROWS);
    let line = format!("sessions get --length 2 --base-url {} --api-key-file -", server.url());
    let run = braze(&line).env("BRAZE_API_KEY", "another").stdin(&format!("{KEY}\n")).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_sent(&server);
}

#[test]
fn what_cannot_be_a_key_is_refused_before_anything_is_sent() {
    let stdin = |text: &str| {
        braze("sessions get --length 2 --instance us-01 --api-key-file -").stdin(text).run()
    };
    assert_transcript!("key_missing", braze("sessions get --length 2 --instance us-01").run());
    assert_transcript!("key_empty", stdin(""));
    assert_transcript!("key_two_lines", stdin(&format!("{KEY}\nmore\n")));
    assert_transcript!("key_with_space", stdin(&format!(" {KEY}\n")));
    assert_transcript!("key_quoted", stdin(&format!("\"{KEY}\"\n")));
    assert_transcript!("key_with_bearer", stdin(&format!("Bearer {KEY}")));
    assert_transcript!("key_too_long", stdin(&KEY.repeat(1000)));
    assert_transcript!(
        "key_placeholder",
        braze("sessions get --length 2 --instance us-01")
            .env("BRAZE_API_KEY", "YOUR-REST-API-KEY")
            .run()
    );
}

#[test]
fn a_key_in_the_place_of_its_file_is_not_repeated() {
    let line = format!("sessions get --length 2 --instance us-01 --api-key-file {KEY}");
    let run = braze(&line).run();
    assert_eq!((run.code(), run.stdout()), (Some(2), ""));
    assert!(run.stderr().contains("takes the name of a file that holds the key"), "{run}");
    assert_secret(&run);
}

#[test]
fn a_file_of_a_key_and_the_sandbox_exclude_each_other() {
    assert_transcript!(
        "key_with_sandbox",
        braze("sessions get --length 2 --sandbox --api-key-file key.txt").run()
    );
}

/// Neither the key nor a piece of eight characters of it.
fn assert_secret(run: &super::Transcript) {
    for piece in KEY.as_bytes().windows(8) {
        let piece = std::str::from_utf8(piece).unwrap();
        assert!(
            !run.stdout().contains(piece) && !run.stderr().contains(piece),
            "`{piece}` in {run}"
        );
    }
}

#[test]
fn the_key_is_in_no_output_whatever_the_server_does_with_it() {
    let short = &KEY[..12];
    let encoded = KEY.replace('-', "%2D");
    let bodies = [
        format!(r#"{{"message":"Invalid API key: {KEY}"}}"#),
        format!(r#"{{"message":"Invalid API key: {short}..."}}"#),
        format!(r#"{{"message":"see /{encoded}"}}"#),
        format!(r#"{{"message":"no","errors":["{KEY}",{{"key":"{KEY}"}}]}}"#),
        format!("<html>{KEY}</html>"),
        format!(
            r#"{{"message":"success","data":[{{"time":"{KEY}","sessions":1}}],"errors":["{KEY}"]}}"#
        ),
        format!(r#"{{"message":"success","data":"{KEY}"}}"#),
        format!(r#"{{"message":"{KEY}","data":[]}}"#),
    ];
    for status in [200, 400, 401, 429] {
        for body in &bodies {
            for format in ["table", "json", "csv"] {
                let server = answering(Reply::json(status, body).header("x-echo", KEY));
                let run = get(&server).arg("--format").arg(format).run();
                assert!(run.code().is_some(), "{run}");
                assert_secret(&run);
                assert!(requests(&server)[0].contains(KEY), "{run}");
            }
        }
    }
}

#[test]
fn the_key_is_in_no_usage_error() {
    let server = succeeding(TWO_ROWS);
    for line in [
        KEY.to_owned(),
        format!("sessions get --length {KEY} --sandbox"),
        format!("sessions get --app-id {KEY}"),
        format!("sessions get --length 2 --api-key {KEY} --sandbox"),
        format!("sessions get --length 2 --api-key={KEY} --sandbox"),
        format!("sessions get --length 2 --instance {KEY}"),
        format!("sessions get --length 2 --base-url {}/?api_key={KEY}", server.url()),
        format!("sessions get --length 2 --base-url https://user:{KEY}@rest.iad-01.braze.com"),
    ] {
        let mut run = braze(&line).env("BRAZE_API_KEY", KEY);
        run.command.env("RUST_BACKTRACE", "1");
        let run = run.run();
        assert_eq!(run.code(), Some(2), "{run}");
        assert!(!run.stderr().contains(KEY), "{run}");
    }
    assert!(requests(&server).is_empty());
}

/// Nothing is sent, stored or said of a key that was put where an identifier or a name belongs.
#[test]
fn a_key_in_the_place_of_a_name_is_refused_and_not_repeated() {
    for line in [
        format!("sessions get --length 2 --app-id {KEY}"),
        format!("sessions export --from 2024-01-01 --to 2024-01-03 --segment-id {KEY}"),
        format!("sessions chart --from 2024-01-01 --to 2024-01-03 --app-id x --app-id {KEY}"),
        format!("events get --length 2 --event {KEY}"),
        format!("purchases revenue get --length 2 --product x{KEY}"),
        format!("sessions sync --db /nowhere/x.db --from 2024-01-01 --workspace {KEY}"),
    ] {
        for server in ["--sandbox", "--instance us-01"] {
            let run = braze(&format!("{line} {server}")).env("BRAZE_API_KEY", KEY).run();
            assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
            assert!(run.stderr().contains("holds the API key, nothing was sent"), "{run}");
            assert!(!run.stderr().contains(KEY), "{run}");
        }
    }
}

#[test]
fn a_key_in_the_place_of_a_setting_is_not_repeated() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    std::fs::write(&file, format!("{KEY}\n")).unwrap();
    let file = file.to_str().unwrap();
    for (variable, value) in [
        ("BRAZE_INSTANCE", KEY.to_owned()),
        ("BRAZE_BASE_URL", KEY.to_owned()),
        ("BRAZE_BASE_URL", format!("https://rest.test/{KEY}")),
        ("BRAZE_BASE_URL", format!("ftp://{KEY}.test")),
        ("BRAZE_PROFILE", KEY.to_owned()),
    ] {
        for line in ["sessions get --length 2", "doctor"] {
            let with = |line: &str| braze(line).env(variable, &value);
            for run in [
                with(line).env("BRAZE_API_KEY", KEY).run(),
                with(line).env("BRAZE_API_KEY", &format!("{KEY}\n")).run(),
                with(&format!("sessions get --length 2 --api-key-file {file}")).run(),
            ] {
                assert_eq!(run.code(), Some(2), "{run}");
                assert!(!run.to_string().replace(file, "").contains(KEY), "{run}");
            }
        }
    }
    // Not known as a key, but like one.
    const UUID: &str = "3f6b0c1e-0000-4000-8000-2d9c1a7e5b44";
    for variable in ["BRAZE_INSTANCE", "BRAZE_BASE_URL", "BRAZE_PROFILE"] {
        let run = braze("sessions get --length 2").env(variable, UUID).run();
        assert!(run.code() == Some(2) && !run.stderr().contains("3f6b"), "{run}");
    }
}

#[cfg(unix)]
#[test]
fn a_key_file_that_others_can_read_is_warned_of() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    std::fs::write(&file, KEY).unwrap();
    let warned = |mode: u32| {
        std::fs::set_permissions(&file, PermissionsExt::from_mode(mode)).unwrap();
        let server = succeeding(r#"{"message":"success","data":[]}"#);
        let line = format!("sessions get --length 2 --base-url {} --api-key-file", server.url());
        let run = braze(&line).arg(file.to_str().unwrap()).run();
        assert_eq!(run.code(), Some(0), "{run}");
        run.stderr().contains(
            "warning: other users can read the file of `--api-key-file`: `chmod 600` it\n",
        )
    };
    assert_eq!([0o600, 0o400, 0o644, 0o640, 0o604].map(warned), [false, false, true, true, true]);
}

/// A server may send what it likes: what is said stays readable.
#[test]
fn a_long_message_is_cut_with_a_note_of_the_rest() {
    let body = format!(r#"{{"message":"{}"}}"#, "\\u0000".repeat(1_000_000));
    let server = answering(Reply::json(400, &body));
    let line = format!("sessions get --length 2 --base-url {}", server.url());
    let run = braze(&line).env("BRAZE_API_KEY", KEY).run();
    assert_eq!(run.code(), Some(1), "{run}");
    assert!(run.stderr().len() < 40_000, "{} bytes", run.stderr().len());
    assert!(run.stderr().contains("{0} … 995 kB more\n"), "{run}");
}

#[test]
fn what_is_wrong_with_a_line_or_the_settings_is_said_at_a_length_that_can_be_read() {
    let long = "x".repeat(100_000);
    for run in [
        braze("sessions get --sandbox --length").arg(&long).run(),
        braze("sessions get --sandbox").arg(&format!("--{long}")).run(),
        braze("sessions get --sandbox").arg(&"x\n".repeat(50_000)).run(),
        braze("doctor").env("BRAZE_INSTANCE", &long).run(),
        braze("doctor --format json").env("BRAZE_INSTANCE", &long).run(),
    ] {
        assert_eq!(run.code(), Some(2), "{run}");
        let said = format!("{}{}", run.stdout(), run.stderr());
        assert!(said.len() < 10_000, "{} bytes", said.len());
        assert!(said.contains(" more"), "{run}");
    }
}

/// A key that nothing but a file or standard input tells to be one, and a command that fails before it
/// has read it, in every place that an error may name.
#[test]
fn a_key_that_was_not_read_yet_is_in_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key");
    fs::write(&file, format!("{KEY}\n")).unwrap();
    let option = format!("--api-key-file {}", file.display());
    let joined = format!("--api-key-file={}", file.display());
    for source in ["--api-key-file -", "--api-key-file=-", &option, &joined] {
        for (line, variable) in [
            (format!("sessions get --length {KEY} --instance us-01"), ""),
            (format!("sessions get --length 2 --app-id x --{KEY}"), ""),
            (format!("sessions get --length 2 --app-id x {KEY}"), ""),
            (format!("sessions get --length 2 --app-id {KEY} --instance us-01"), ""),
            (format!("sessions get --length 2 --instance {KEY}"), ""),
            (format!("sessions get --length 2 --profile {KEY}"), ""),
            ("sessions get --length 2".to_owned(), "BRAZE_INSTANCE"),
            ("sessions get --length 2".to_owned(), "BRAZE_BASE_URL"),
            ("sessions get --length 2".to_owned(), "BRAZE_PROFILE"),
            ("doctor".to_owned(), "BRAZE_INSTANCE"),
            ("doctor --format json".to_owned(), "BRAZE_PROFILE"),
        ] {
            let run = braze(&format!("{line} {source}")).stdin(&format!("{KEY}\n"));
            let run = if variable.is_empty() { run } else { run.env(variable, KEY) }.run();
            assert_eq!(run.code(), Some(2), "{run}");
            assert_secret(&run);
        }
    }
}

#[test]
fn the_password_of_a_proxy_is_in_no_output() {
    const PASSWORD: &str = "hunter2-of-ann";
    for (scheme, address) in [
        ("http", "127.0.0.1:PORT"),
        ("http", "127.0.0.1:PORT/x?y#z"),
        ("http", "127.0.0.1:99999"),
        ("socks5h", "a b:1"),
        ("ftp", "127.0.0.1:1"),
    ] {
        for line in ["sessions get -v --length 2", "doctor", "doctor --format json"] {
            let proxy = answering(Reply::json(403, &format!(r#"{{"message":"{PASSWORD}"}}"#)));
            let port = proxy.url().rsplit(':').next().unwrap().to_owned();
            let address = address.replace("PORT", &port);
            let run = braze(&format!("{line} --base-url https://rest.test.invalid"))
                .env("BRAZE_API_KEY", KEY)
                .env("HTTPS_PROXY", &format!("{scheme}://ann:{PASSWORD}@{address}"))
                .run();
            assert!(run.stderr().len() + run.stdout().len() > 0, "{run}");
            assert!(!format!("{}{}", run.stdout(), run.stderr()).contains("hunter2"), "{run}");
        }
    }
}
