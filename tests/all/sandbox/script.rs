//! Scenarios from YAML.

use std::io::Write;

use braze_sandbox::Scenario;

use super::wire::{at_fixed_time, send, status, times};

fn error(yaml: &str) -> String {
    Scenario::from_yaml(yaml).unwrap_err().to_string()
}

#[test]
fn a_script_does_what_it_says() {
    let yaml = "
name: mine
workspace: { zone: Asia/Kolkata, ending_bucket: included, hours: spaced }
pools:
  default: { limit: 5, window_seconds: 60 }
rules:
  - { requests: 1, rate_limited: { Retry-After: 3 } }
  - { requests: 2..3, status: 502, page: html }
  - { attempts: ..4, cut: reset }
";
    let scenario = Scenario::from_yaml(yaml).unwrap();
    assert_eq!(scenario.name(), "mine");
    let sandbox = at_fixed_time().scenario(scenario).start().unwrap();
    let target = "/sessions/data_series?length=1&unit=hour";
    let replies: Vec<_> = (0..5).map(|_| send(&sandbox, "GET", target)).collect();
    let replies: Vec<&str> = replies.iter().map(|reply| reply.as_deref().unwrap_or("")).collect();
    assert!(status(replies[0]) == 429 && replies[0].contains("retry-after: 3"));
    assert!(status(replies[1]) == 502 && replies[2].contains("<html>"));
    assert_eq!(replies[3], "");
    assert_eq!(times(replies[4]), ["2024-05-15 16:00:00 +0530"]);
    assert!(replies[4].contains("x-ratelimit-limit: 5\n"));
}

#[test]
fn an_empty_script_is_calm() {
    let sandbox = at_fixed_time().scenario(Scenario::from_yaml("{}").unwrap()).start().unwrap();
    assert_eq!(status(&send(&sandbox, "GET", "/sessions/data_series?length=1").unwrap()), 200);
}

#[test]
fn the_example_is_a_script() {
    let scenario = Scenario::from_yaml(Scenario::EXAMPLE).unwrap();
    assert_eq!(scenario.name(), "monday");
    at_fixed_time().scenario(scenario).start().unwrap();
}

#[test]
fn mistakes_are_shown_where_they_are() {
    let mistakes = [
        "rules:\n  - requests: 1\n    cut: rest\n",
        "rules:\n  - requests: one\n    cut: reset\n",
        "rules:\n  - chance: 1.5\n    cut: reset\n",
        "rules:\n  - status: 50\n",
        "rules:\n  - page: html\n",
        "rules:\n  - status: 500\n    cut: reset\n",
        "rules:\n  - latency: 50ms\n",
        "workspace:\n  zone: Kolkata\n",
        "workspace:\n  gaps: 7\n",
        "pools:\n  everything: { limit: 1, window_seconds: 60 }\n",
        "rules: [\n",
    ];
    let shown = mistakes.map(|yaml| {
        let error = error(yaml);
        assert_eq!(error.lines().count(), 1, "{error}");
        format!("{yaml}\n{error}\n")
    });
    insta::assert_snapshot!(shown.join("\n---\n\n"));
}

#[test]
fn a_scenario_is_loaded_by_name_or_from_a_file() {
    assert_eq!(Scenario::load("flaky").unwrap(), "flaky".parse().unwrap());

    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(b"name: from a file").unwrap();
    let path = &file.path().to_str().unwrap().to_owned();
    assert_eq!(Scenario::load(path).unwrap().name(), "from a file");

    file.write_all(b"\nrulez: []").unwrap();
    let error = Scenario::load(path).unwrap_err().to_string();
    assert!(error.starts_with(path.as_str()) && error.contains("rulez"), "{error}");

    let error = Scenario::load("no/such.yaml").unwrap_err().to_string();
    assert!(error.contains("`flaky`") && error.ends_with("or give the path of a file"), "{error}");
}
