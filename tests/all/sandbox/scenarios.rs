//! Scenarios: what goes wrong is deterministic, and each name does what it says.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use braze_sandbox::{Builder, Fault, Rule, Sandbox, Scenario};

use super::wire::{at_fixed_time, get, raw, send, status};

const TARGET: &str = "/sessions/data_series?length=1";

fn named(name: &str) -> Builder {
    at_fixed_time().scenario(name.parse().unwrap())
}

/// The reply as a client sees it, cut to a readable length.
fn outcome(sandbox: &Sandbox) -> String {
    let mut text = match send(sandbox, "GET", TARGET) {
        Ok(reply) => reply,
        Err(error) => format!("{:?}", error.kind()),
    };
    if text.len() > 700 {
        let length = text.len();
        text.truncate(text.find("\n\n").unwrap());
        text.push_str(&format!("\n\n… {length} bytes in all"));
    }
    text
}

#[test]
fn each_name_does_what_it_says() {
    // Those that take their time or a timeout have tests of their own.
    let names = Scenario::names().filter(|(name, _)| !matches!(*name, "slow" | "stalled"));
    for (name, summary) in names {
        let sandbox = named(name).start().unwrap();
        let outcomes: Vec<String> = (0..2).map(|_| outcome(&sandbox)).collect();
        insta::assert_snapshot!(name, format!("{summary}\n\n{}", outcomes.join("\n\n--\n\n")));
    }
}

#[test]
fn flaky_ends_well_at_the_fourth_attempt() {
    let sandbox = named("flaky").start().unwrap();
    let outcomes: Vec<String> = (0..5)
        .map(|_| match send(&sandbox, "GET", TARGET) {
            Ok(reply) => status(&reply).to_string(),
            Err(error) => format!("{:?}", error.kind()),
        })
        .collect();
    assert_eq!(outcomes, ["429", "502", "ConnectionReset", "200", "200"]);
}

#[test]
fn flaky_hits_later_requests_at_their_first_attempt_only() {
    let sandbox = named("flaky").in_process();
    let ask = |app: u32| {
        let uri = format!("http://localhost/sessions/data_series?length=1&app_id={app}");
        let request =
            http::Request::get(uri).header("authorization", sandbox.api_key().authorization());
        let reply = sandbox.exchange(request.body(bytes::Bytes::new()).unwrap()).reply;
        reply.is_ok_and(|reply| reply.status().is_success())
    };
    let first = (0..1_000).filter(|app| ask(*app)).count();
    assert!((800..950).contains(&first), "{first} of 1000");
    assert!((0..1_000).all(ask));
}

#[test]
fn slow_takes_its_time() {
    let sandbox = named("slow").start().unwrap();
    let start = Instant::now();
    assert_eq!(status(&get(&sandbox, TARGET)), 200);
    assert!(start.elapsed() >= Duration::from_millis(1_500));
}

#[test]
fn stalled_sends_half_and_keeps_the_connection() {
    use std::io::{Read, Write};

    let sandbox = named("stalled").start().unwrap();
    let mut stream = std::net::TcpStream::connect(sandbox.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let key = sandbox.api_key_text();
    let request =
        format!("GET {TARGET} HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer {key}\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut received = Vec::new();
    let error = stream.read_to_end(&mut received).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut));
    let received = String::from_utf8(received).unwrap();
    assert!(received.contains("content-length: ") && !received.ends_with("]}"), "{received}");
}

#[test]
fn an_unknown_name_is_an_error_that_lists_the_names() {
    insta::assert_snapshot!("flakey".parse::<Scenario>().unwrap_err());
}

#[test]
fn the_first_rule_that_fits_decides() {
    let scenario = Scenario::new("mine")
        .rule(Rule::good().path("/sessions/data_series").requests(..=1))
        .rule(Rule::fault(Fault::Closed).every(3))
        .rule(Rule::fault(Fault::status(http::StatusCode::GATEWAY_TIMEOUT)).requests(2..));
    let sandbox = at_fixed_time().scenario(scenario).start().unwrap();
    let outcomes: Vec<String> = (0..4)
        .map(|_| send(&sandbox, "GET", TARGET).unwrap())
        .map(|reply| reply.lines().next().unwrap_or("nothing").to_owned())
        .collect();
    assert_eq!(
        outcomes,
        [
            "HTTP/1.1 200 OK",
            "HTTP/1.1 504 Gateway Timeout",
            "nothing",
            "HTTP/1.1 504 Gateway Timeout"
        ]
    );
}

#[test]
fn chance_is_decided_by_the_seed() {
    let faults = |seed: u64| -> Vec<bool> {
        let rule = Rule::fault(Fault::Reset).chance(0.5);
        let sandbox =
            at_fixed_time().scenario(Scenario::new("mine").seed(seed).rule(rule)).in_process();
        let ask = |_| {
            let request = http::Request::get(format!("http://localhost{TARGET}"));
            sandbox.exchange(request.body(bytes::Bytes::new()).unwrap()).reply.is_err()
        };
        (0..64).map(ask).collect()
    };
    assert_eq!(faults(1), faults(1));
    assert_ne!(faults(1), faults(2));
    assert!((16..48).contains(&faults(1).into_iter().filter(|fault| *fault).count()));
}

#[test]
fn a_connection_goes_on_after_an_error() {
    let sandbox = named("down").start().unwrap();
    let request = "GET /a HTTP/1.1\r\nHost: sandbox\r\n\r\n";
    let last = "GET /b HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\n\r\n";
    let replies = raw(&sandbox, format!("{request}{last}").as_bytes()).unwrap();
    assert_eq!(replies.matches("HTTP/1.1 503").count(), 2);
}
