//! `braze users import --state` against a sandbox in a process of its own, through kills and faults of the server:
//! users, attributes and events read back are what the account says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use braze_core::users::{ExportIdsBody, ExportIdsRequest};
use braze_core::{ApiKey, BaseUrl};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::super::braze;

/// Numbers that follow from a seed.
struct Numbers(u64);

impl Numbers {
    /// A number below a bound.
    fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// A sandbox in a process of its own, and an import that is run again and again.
struct Storm {
    seed: u64,
    numbers: Numbers,
    folder: TempDir,
    sandbox: Child,
    base_url: String,
    key: String,
    /// The user of each line, the first one at 1.
    users: Vec<String>,
}

/// The end of a run that was not killed.
struct Ending {
    code: Option<i32>,
    text: String,
    account: Account,
    unknown: BTreeSet<usize>,
}

/// The account of a run, as its last line says it.
#[derive(Debug, Default)]
struct Account {
    records: usize,
    accepted: usize,
    rejected: usize,
    unknown: usize,
}

/// Users who are rejected.
const REJECTIONS: &str = "rejections: [{ field: external_id, like: 'bad-*', reason: blocked }]\n";

impl Storm {
    fn new(seed: u64, rules: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let scenario = folder.path().join("scenario.yaml");
        fs::write(&scenario, format!("seed: {seed}\n{REJECTIONS}rules:\n{rules}")).unwrap();
        fs::write(folder.path().join("users.csv"), HEADER).unwrap();
        let mut command = braze("sandbox --scenario").arg(scenario.to_str().unwrap()).command;
        let mut sandbox = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(sandbox.stdout.take().unwrap()).lines().map(Result::unwrap);
        let mut word = || lines.next().unwrap().split_whitespace().last().unwrap().to_owned();
        let (base_url, key) = (word(), word());
        let numbers = Numbers(seed);
        Self { seed, numbers, folder, sandbox, base_url, key, users: Vec::new() }
    }

    /// Adds lines to the input: each with an attribute and an event of a user.
    fn grow(&mut self, lines: usize) {
        let path = self.folder.path().join("users.csv");
        let mut file = OpenOptions::new().append(true).open(path).unwrap();
        for _ in 0..lines {
            let user = match self.numbers.below(40) {
                0 => "bad-1".to_owned(),
                number => format!("storm-{number}"),
            };
            self.users.push(user.clone());
            let number = self.users.len();
            writeln!(file, "{user},{number},opened,2024-05-01T08:00:00Z").unwrap();
        }
    }

    fn start(&self) -> Child {
        let line = format!(
            "users import users.csv --state users.state --yes --base-url {} --verbose",
            self.base_url
        );
        let mut run = braze(&line).env("BRAZE_API_KEY", &self.key);
        run.command.current_dir(self.folder.path());
        run.start()
    }

    /// Starts a run, and kills it once the server has seen some of its requests. Tells whether it was killed.
    fn kill_one(&mut self) -> bool {
        self.control("DELETE");
        let (requests, delay) = (1 + self.numbers.below(4), self.numbers.below(20));
        let mut run = self.start();
        let begin = Instant::now();
        let was_killed = loop {
            if run.try_wait().unwrap().is_some() {
                break false;
            }
            if self.control("GET").matches("/users/track").count() as u64 >= requests {
                sleep(Duration::from_millis(delay));
                run.kill().unwrap();
                break true;
            }
            assert!(begin.elapsed() < Duration::from_secs(30), "seed {}: it hangs", self.seed);
            sleep(Duration::from_millis(2));
        };
        run.wait().unwrap();
        was_killed
    }

    /// Runs the import to its end.
    fn finish(&self) -> Ending {
        let output = self.start().wait_with_output().unwrap();
        let text = String::from_utf8(output.stderr).unwrap();
        let mut unknown = BTreeSet::new();
        for line in text.lines().filter_map(|line| line.strip_prefix("finding: ")) {
            if !line.contains(": unknown: ") {
                continue;
            }
            let numbers = line.split(':').next().unwrap().split(|it: char| !it.is_ascii_digit());
            let numbers: Vec<usize> = numbers.filter_map(|it| it.parse().ok()).collect();
            // The header is the first line.
            unknown.extend((numbers[0]..=*numbers.last().unwrap()).map(|line| line - 1));
        }
        Ending { code: output.status.code(), account: Account::read(&text), text, unknown }
    }

    /// Asks the sandbox for its journal, or clears it.
    fn control(&self, method: &str) -> String {
        let address = self.base_url.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(address).unwrap();
        let request = format!(
            "{method} /__sandbox/journal HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        reply
    }

    /// For each user the attribute and the number of events.
    fn read_back(&self) -> BTreeMap<String, (usize, usize)> {
        let key = ApiKey::new(self.key.as_str()).unwrap();
        let client =
            braze_blocking::Client::new(self.base_url.parse::<BaseUrl>().unwrap(), key).unwrap();
        let mut body = ExportIdsBody::new();
        let users: BTreeSet<_> = self.users.iter().cloned().collect();
        body.external_ids = users.into_iter().collect();
        let reply = client.send(&ExportIdsRequest::new(body)).unwrap();
        let reply: Value = serde_json::to_value(&reply.value).unwrap();
        let users = reply["users"].as_array().unwrap().iter().map(|user| {
            let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or(0)).unwrap();
            let attribute = number(&user["custom_attributes"]["line"]);
            let events = number(&user["custom_events"][0]["count"]);
            (user["external_id"].as_str().unwrap().to_owned(), (attribute, events))
        });
        users.collect()
    }

    /// Compares what the server has with the input and the account.
    fn verify(&self, ending: &Ending) {
        let (seed, text, account) = (self.seed, &ending.text, &ending.account);
        let bad = self.users.iter().filter(|user| user.starts_with("bad")).count();
        assert_eq!(account.records, 2 * self.users.len(), "seed {seed}: {text}");
        let sum = account.accepted + account.rejected + account.unknown;
        assert_eq!(sum, account.records, "seed {seed}: {text}");
        assert!(account.rejected <= 2 * bad && bad > 0, "seed {seed}: {text}");
        assert_eq!(account.unknown > 0, !ending.unknown.is_empty(), "seed {seed}: {text}");
        assert_eq!(ending.code, Some(5), "seed {seed}: {text}");
        // The least and the most events of each user, and its attributes from the last sure one on.
        let mut expected: BTreeMap<&str, (usize, usize, BTreeSet<usize>)> = BTreeMap::new();
        for (line, user) in (1..).zip(&self.users).filter(|(_, user)| !user.starts_with("bad")) {
            let (least, most, attributes) = expected.entry(user).or_default();
            let is_known = !ending.unknown.contains(&line);
            *least += usize::from(is_known);
            *most += 1;
            if is_known {
                attributes.clear();
            }
            attributes.insert(line);
        }
        let found = self.read_back();
        for (user, (least, most, attributes)) in expected {
            let (attribute, events) = found.get(user).copied().unwrap_or_default();
            assert!(
                (least..=most).contains(&events),
                "seed {seed}: {user} has {events} events, not {least} to {most}\n{text}"
            );
            let is_sure = attributes.contains(&attribute);
            assert!(is_sure, "seed {seed}: {user} has {attribute} of {attributes:?}\n{text}");
        }
        assert!(found.keys().all(|user| !user.starts_with("bad")), "seed {seed}");
    }
}

impl Drop for Storm {
    fn drop(&mut self) {
        let _ = self.sandbox.kill();
        let _ = self.sandbox.wait();
    }
}

impl Account {
    fn read(text: &str) -> Self {
        let line =
            text.lines().rfind(|line| line.contains("import: ") && line.contains(" unknown"));
        let plain = line.unwrap_or_default().replace(',', "");
        let plain = plain.split_once("import: ").map_or("", |(_, rest)| rest);
        let numbers = plain.split(|it: char| !it.is_ascii_digit());
        let numbers: Vec<usize> = numbers.filter_map(|it| it.parse().ok()).collect();
        match numbers[..] {
            [_, records, accepted, rejected, unknown, ..] => {
                Self { records, accepted, rejected, unknown }
            }
            _ => Self::default(),
        }
    }
}

const HEADER: &str = "external_id,attributes.line:integer,events.name,events.time\n";

#[test]
fn an_import_that_is_killed_again_and_again_leaves_nothing_out_and_counts_nothing_twice() {
    let mut storm = Storm::new(11, "  - { path: /users/track, latency_ms: 12 }\n");
    let (mut kills, mut tries) = (0, 0);
    while kills < 30 {
        tries += 1;
        assert!(tries < 90, "seed {}: {kills} kills", storm.seed);
        storm.grow(120);
        kills += usize::from(storm.kill_one());
    }
    let ending = storm.finish();
    storm.verify(&ending);
    // A run that has nothing to send says the same.
    storm.control("DELETE");
    let again = storm.finish();
    assert!(!storm.control("GET").contains("/users/track"));
    storm.verify(&again);
    assert_eq!(again.unknown, ending.unknown);
}

/// Replies lost before and after acting, rate limits, and errors of the server.
const FAULTS: &str = "
  - { path: /users/track, chance: 0.10, rate_limited: { Retry-After: 0 } }
  - { path: /users/track, chance: 0.04, status: 503 }
  - { path: /users/track, chance: 0.04, status: 502, acted: true, page: html }
  - { path: /users/track, chance: 0.04, cut: closed }
  - { path: /users/track, chance: 0.04, cut: reset, acted: true }
  - { path: /users/track, chance: 0.04, cut: truncated }
  - { path: /users/track, latency_ms: 8 }
";

#[test]
fn kills_and_faults_in_any_mix_leave_an_account_that_is_true() {
    let mut storm = Storm::new(29, FAULTS);
    let (mut kills, mut tries) = (0, 0);
    while kills < 20 {
        tries += 1;
        assert!(tries < 60, "seed {}: {kills} kills", storm.seed);
        storm.grow(120);
        kills += usize::from(storm.kill_one());
    }
    // A run may end early, because no reply came for long.
    let mut ending = storm.finish();
    for _ in 0..10 {
        if ending.code == Some(5) {
            break;
        }
        ending = storm.finish();
    }
    storm.verify(&ending);
}

#[test]
fn an_unknown_line_is_named_and_sent_again_only_if_asked_for() {
    let mut storm =
        Storm::new(7, "  - { path: /users/track, requests: 1, cut: reset, acted: true }\n");
    storm.users.push("storm-1".to_owned());
    let events = json!({ "external_id": "storm-1", "events": [{ "name": "opened", "time": "2024-05-01T08:00:00Z" }] });
    fs::write(storm.folder.path().join("users.jsonl"), format!("{events}\n")).unwrap();
    let run = |options: &str| {
        let line = format!(
            "users import users.jsonl --state users.state --yes --base-url {} {options}",
            storm.base_url
        );
        let mut run = braze(&line).env("BRAZE_API_KEY", &storm.key);
        run.command.current_dir(storm.folder.path());
        run.run()
    };
    let first = run("");
    assert_eq!(first.code(), Some(5), "{first}");
    assert!(first.stderr().contains("1 unknown"), "{first}");
    let second = run("");
    assert!(second.stderr().contains("line 1: unknown: sent by an earlier run"), "{second}");
    assert_eq!(storm.read_back()["storm-1"].1, 1);
    let third = run("--repeat-unknown");
    assert_eq!(third.code(), Some(0), "{third}");
    assert_eq!(storm.read_back()["storm-1"].1, 2);
}
