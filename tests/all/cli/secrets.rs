//! Commands that need another secret than the API key, and secrets within bodies.

use std::fs;

use super::{KEY, Reply, answering, assert_transcript, assert_usage, braze, requests};

const TOKEN: &str = "marker-of-scim-5c1a70c5";

const FIND: &str = "scim list-users --x-request-origin https://sso.example.com --filter x";

#[test]
fn the_token_comes_from_the_environment_a_file_or_a_profile() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("token");
    fs::write(&file, format!("{TOKEN}\n")).unwrap();
    let server = answering(Reply::json(200, r#"{"totalResults":0,"Resources":[]}"#));
    let find = || braze(FIND).arg("--base-url").arg(&server.url()).env("BRAZE_API_KEY", KEY);
    let by_variable = find().env("BRAZE_SCIM_TOKEN", TOKEN);
    let by_file = find().arg("--scim-token-file").arg(file.to_str().unwrap());
    for run in [by_variable, by_file] {
        let run = run.run();
        assert_eq!(run.code(), Some(0), "{run}");
    }
    for request in requests(&server) {
        assert!(
            request.contains(&format!("Bearer {TOKEN}")) && !request.contains(KEY),
            "{request}"
        );
        assert!(request.to_lowercase().contains("x-request-origin: https://sso.example.com"));
    }
    let help = braze("scim list-users --help").run();
    assert!(help.stdout().contains("BRAZE_SCIM_TOKEN"), "{help}");
    assert!(!help.stdout().contains("--api-key-file"), "{help}");
}

#[test]
fn without_it_nothing_is_sent() {
    let server = answering(Reply::json(200, "{}"));
    let run = braze(FIND).arg("--base-url").arg(&server.url()).env("BRAZE_API_KEY", KEY).run();
    assert!(requests(&server).is_empty(), "{run}");
    assert_usage!("missing_token", run);
    let run =
        braze("scim list-users --x-request-origin https://sso.example.com --sandbox --filter");
    let run = run.arg("userName eq \"ada@example.com\"").run();
    assert_eq!(run.code(), Some(0), "{run}");
}

#[test]
fn a_dry_run_names_the_variable_of_the_token() {
    let run = braze(FIND).arg("--dry-run").arg("--instance").arg("us-01");
    assert_transcript!("dry_run_token", run.env("BRAZE_SCIM_TOKEN", TOKEN).run());
}

#[test]
fn a_secret_of_a_body_is_shown_nowhere() {
    let secret = "marker-of-huawei";
    let server = answering(Reply::json(400, &format!("{{\"message\":\"not {secret}\"}}")));
    for (secret, line) in
        [(secret, "--dry-run"), ("s3cret", "--dry-run"), (secret, "-v"), (secret, "--verbose")]
    {
        let body = format!(r#"{{"app_id":"a","huawei":{{"app_id":"1","app_secret":"{secret}"}}}}"#);
        let run = braze("apps push-credential-update").arg("--base-url").arg(&server.url());
        let run = run.arg("--body").arg(&body).arg(line).env("BRAZE_API_KEY", KEY).run();
        let shown = format!("{}{}", run.stdout(), run.stderr());
        assert!(!shown.contains(secret), "{shown}");
        assert!(shown.contains("[redacted]"), "{line}: {shown}");
    }
    let misread = r#"{"app_id":"a","huawei":"marker-of-huawei"}"#;
    let run = braze("apps push-credential-update --sandbox").arg("--body").arg(misread).run();
    assert!(run.code() == Some(2) && !run.stderr().contains(secret), "{}", run.stderr());
}
