//! `braze sandbox`: a server that another run of the command can ask.

use std::fs;
use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, Stdio};

use super::{assert_transcript, braze};

/// A running sandbox, ended with the test.
struct Running {
    child: Child,
    base_url: String,
    key: String,
}

fn start(arguments: &str) -> Running {
    let mut sandbox = braze(&format!("sandbox {arguments}"));
    let mut child = sandbox.command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let mut value = |label: &str| {
        let line = lines.next().unwrap();
        line.strip_prefix(label).unwrap().trim().to_owned()
    };
    let (base_url, key) = (value("base URL"), value("API key"));
    Running { child, base_url, key }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_running_sandbox_answers_another_run() {
    let sandbox = start("");
    let line = "sessions get --length 3 --ending-at 2024-05-15T00:00:00Z";
    let own = braze(&format!("{line} --sandbox")).run();
    let get = |key: &str| {
        braze(&format!("{line} --base-url {}", sandbox.base_url)).env("BRAZE_API_KEY", key).run()
    };
    let asked = get(&sandbox.key);
    assert_eq!((asked.code(), asked.stdout()), (Some(0), own.stdout()), "{asked}");
    let refused = get("another-key-altogether");
    assert_eq!((refused.code(), refused.stdout()), (Some(3), ""), "{refused}");
}

#[test]
fn key_seed_and_clock_can_be_chosen() {
    let arguments = "--api-key made-up-for-a-test --now 2024-05-15T10:30:00Z";
    let sandbox = start(&format!("{arguments} --seed 1"));
    assert_eq!(sandbox.key, "made-up-for-a-test");
    let other = start(&format!("{arguments} --seed 2"));
    let line = "sessions get --length 10 --format csv --ending-at 2024-05-20T00:00:00Z";
    let rows = [&sandbox, &other].map(|sandbox| {
        let run = braze(&format!("{line} --base-url {}", sandbox.base_url))
            .env("BRAZE_API_KEY", &sandbox.key)
            .run();
        assert_eq!(run.code(), Some(0), "{run}");
        run.stdout().to_owned()
    });
    assert!(rows[0].contains("2024-05-15") && !rows[0].contains("2024-05-16"), "{}", rows[0]);
    assert_ne!(rows[0], rows[1]);
}

#[test]
fn an_interrupt_ends_it() {
    let mut sandbox = start("--scenario calm");
    let pid = sandbox.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    // A shell reports this as 130.
    assert_eq!(sandbox.child.wait().unwrap().signal(), Some(2));
}

#[test]
fn a_port_that_is_taken_or_none_is_told() {
    let sandbox = start("");
    let port = sandbox.base_url.rsplit(':').next().unwrap();
    let run = braze(&format!("sandbox --port {port}")).run();
    assert_eq!((run.code(), run.stdout()), (Some(1), ""), "{run}");
    assert!(run.stderr().starts_with("error: the sandbox cannot be started: "), "{run}");
    assert_transcript!("sandbox_port", braze("sandbox --port 70000").run());
}

#[test]
fn a_scenario_comes_from_a_file_and_a_log_goes_to_one() {
    let folder = tempfile::tempdir().unwrap();
    let (script, log) = (folder.path().join("tuesday.yaml"), folder.path().join("requests.log"));
    fs::write(&script, "rules:\n  - requests: 1\n    status: 502\n").unwrap();
    let sandbox = start(&format!("--scenario {} --log {}", script.display(), log.display()));
    let line = format!("sessions get --length 1 --base-url {}", sandbox.base_url);
    let run = braze(&line).env("BRAZE_API_KEY", &sandbox.key).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stderr().starts_with("note: the server answered 502 Bad Gateway"), "{run}");
    let log = fs::read_to_string(log).unwrap();
    assert_eq!(log.lines().count(), 2, "{log}");
    assert!(!log.contains(&sandbox.key), "{log}");
}

#[test]
fn the_journal_goes_to_a_file_as_lines_of_json() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("requests.jsonl");
    let sandbox = start(&format!("--journal {}", journal.display()));
    let line = format!("sessions get --length 1 --base-url {}", sandbox.base_url);
    let run = braze(&line).env("BRAZE_API_KEY", &sandbox.key).run();
    assert_eq!(run.code(), Some(0), "{run}");
    let text = fs::read_to_string(journal).unwrap();
    let request: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&request["number"], &request["status"]), (&1.into(), &200.into()));
    assert!(!text.contains(&sandbox.key), "{text}");
}

#[test]
fn a_flaky_server_costs_time_and_no_numbers() {
    let get = |sandbox: &str| {
        braze(&format!("sessions get {sandbox} --length 14 --ending-at 2024-05-15T00:00:00Z")).run()
    };
    let flaky = get("--sandbox=flaky");
    assert_eq!((flaky.code(), flaky.stdout()), (Some(0), get("--sandbox").stdout()), "{flaky}");
    assert_transcript!("sandbox_flaky", flaky.stderr());
}
