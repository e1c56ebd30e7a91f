//! The probe's answers, over real sockets.

use braze_sandbox::{Clock, EndingBucket, HourSpelling, IncompleteBucket, Sandbox, Workspace};
use serde_json::Value;

use super::{Braze, KEY, Reply, Transcript, answering, assert_transcript, braze};

/// A workspace in a zone, asked at a certain time.
fn sandbox() -> Sandbox {
    let workspace = Workspace::new()
        .zone("Asia/Kolkata".parse().unwrap())
        .ending_bucket(EndingBucket::Included)
        .incomplete_bucket(IncompleteBucket::Absent)
        .hours(HourSpelling::Local);
    let clock = Clock::fixed("2024-05-15T10:37:00Z".parse().unwrap());
    Sandbox::builder().workspace(workspace).clock(clock).start().unwrap()
}

fn probe(url: &str, key: &str) -> Braze {
    braze(&format!("doctor --probe --base-url {url}")).env("BRAZE_API_KEY", key)
}

/// The part of a report that is about the workspace.
fn findings(run: &Transcript) -> String {
    let at = run.stdout().find("\n\n").unwrap();
    run.stdout()[at + 2..].to_owned()
}

#[test]
fn each_fact_has_its_evidence() {
    let sandbox = sandbox();
    let run = probe(sandbox.url(), &sandbox.api_key_text()).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_eq!(
        run.stderr(),
        "note: the probe makes at most 60 GET requests, which change nothing\n"
    );
    insta::assert_snapshot!("doctor_probe", findings(&run));
    assert!(sandbox.request_count() <= 60, "{}", sandbox.request_count());
    assert!(sandbox.requests().iter().all(|request| request.method == "GET"));
}

#[test]
fn json_has_the_same_facts() {
    let sandbox = sandbox();
    let run = probe(sandbox.url(), &sandbox.api_key_text()).arg("--format").arg("json").run();
    let value: Value = serde_json::from_str(run.stdout()).unwrap();
    let facts = value["probe"].as_array().unwrap();
    let fact = |question: &str| facts.iter().find(|fact| fact["question"] == question).unwrap();
    let cut = fact("time zone of days");
    assert_eq!((&cut["settled"], &cut["certainty"]), (&true.into(), &"sure".into()));
    assert!(cut["answer"].as_str().unwrap().starts_with("UTC+05:30"), "{cut}");
}

#[test]
fn no_number_of_sessions_and_no_identifier_is_shown() {
    let rows: Vec<String> = (1..=28)
        .map(|day| format!(r#"{{"time":"2024-05-{day:02}","sessions":{}}}"#, 7_000_000 + day))
        .collect();
    let app = "6c1f5f3a-93a4-4d0b-9d6f-0c7f0a5d2b11";
    let body = format!(r#"{{"message":"success","app":"{app}","data":[{}]}}"#, rows.join(","));
    let server = crate::conformance::Server::start(std::iter::repeat_n(
        crate::conformance::Exchange::from(Reply::json(200, &body).until_close()),
        80,
    ));
    let run = probe(&server.url(), KEY).run();
    assert_eq!(run.code(), Some(0), "{run}");
    for secret in ["70000", app, KEY] {
        assert!(
            !run.stdout().contains(secret) && !run.stderr().contains(secret),
            "{secret}: {run}"
        );
    }
}

#[test]
fn a_key_that_is_refused_is_a_problem_and_ends_the_probe() {
    let body = format!(r#"{{"message":"Invalid API key: {KEY}"}}"#);
    let run = probe(&answering(Reply::json(401, &body)).url(), KEY).run();
    assert_eq!(run.code(), Some(3), "{run}");
    assert!(!run.stdout().contains(KEY), "{run}");
    let problem = run.stdout().find("problem: the server answered 401").unwrap();
    insta::with_settings!({ filters => vec![(r"127\.0\.0\.1:\d+", "127.0.0.1:[port]")] }, {
        insta::assert_snapshot!("doctor_probe_401", run.stdout()[problem..]);
    });
}

#[test]
fn a_missing_permission_is_told_and_the_others_are_looked_at() {
    let key = braze_core::ApiKey::new(KEY).unwrap();
    let sandbox = Sandbox::builder().restricted_key(key, ["kpi.dau.data_series"]).start().unwrap();
    let run = probe(sandbox.url(), KEY).run();
    assert_eq!(run.code(), Some(3), "{run}");
    for line in [
        "kpi.dau.data_series: granted",
        "kpi.mau.data_series: refused",
        "sessions.data_series: refused",
        "tip: give the key the permission `sessions.data_series`",
    ] {
        assert!(run.stdout().contains(line), "{line}: {run}");
    }
}

#[test]
fn the_sandbox_inside_the_command_can_be_probed_in_every_mood() {
    for mood in ["calm", "untidy", "flaky", "drifting-clock"] {
        let run = braze(&format!("doctor --probe --sandbox={mood} --quiet")).run();
        assert_eq!(run.code(), Some(0), "{run}");
        assert!(run.stdout().contains("time zone of days"), "{run}");
        assert!(!run.stderr().contains("note:"), "{run}");
    }
}

#[test]
fn without_what_it_needs_nothing_is_sent() {
    let run = braze("doctor --probe --instance us-01").run();
    assert_eq!((run.code(), run.stderr()), (Some(2), ""), "{run}");
    assert!(run.stdout().contains("problem: no API key"), "{run}");
    assert_transcript!("doctor_probe_twice", braze("doctor --probe --probe").run());
}
