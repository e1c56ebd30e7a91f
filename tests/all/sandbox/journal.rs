//! The journal, the log, and `verify`.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use braze_core::sessions::DataSeriesRequest;
use braze_core::{ApiKey, Timestamp, Unit};
use braze_sandbox::{ExpectedRequest, Sandbox};

use super::wire::{at_fixed_time, get, send, send_with_key};

/// A log that can be read while the sandbox writes it.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Shared {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[test]
fn the_log_has_a_line_for_each_request_without_any_key() {
    let log = Shared::default();
    let own = ApiKey::new("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee").unwrap();
    let sandbox = at_fixed_time()
        .scenario("flaky".parse().unwrap())
        .api_key(own)
        .log(log.clone())
        .start()
        .unwrap();
    for _ in 0..3 {
        let _ = send(&sandbox, "GET", "/sessions/data_series?length=1");
    }
    get(&sandbox, "/sessions/data_series?length=1&lenght=2&fancy=3");
    get(&sandbox, "/sessions/data_series?length=1&api_key=aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee");
    let foreign = "Authorization: Bearer 99999999-8888-7777\r\n";
    let target = "/sessions/data_series?length=1&api_key=99999999-8888-7777";
    send_with_key(&sandbox, "GET", target, foreign).unwrap();
    let text = log.text();
    insta::assert_snapshot!(text);
    assert!(!text.contains("aaaaaaaa") && !text.contains("99999999"));
    let journal = format!("{:?}", sandbox.requests());
    assert!(!journal.contains("aaaaaaaa") && !journal.contains("99999999"), "{journal}");
}

#[test]
fn headers_and_bodies_are_kept_without_keys() {
    let sandbox = at_fixed_time().in_process();
    let key = sandbox.api_key_text();
    let body = format!(r#"{{"api_key":"{key}","length":14}}"#);
    let request = http::Request::post("http://localhost/nowhere").header("x-api-key", &key);
    let _ = sandbox.exchange(request.body(bytes::Bytes::from(body)).unwrap());
    let received = &sandbox.requests()[0];
    assert_eq!(received.headers["x-api-key"], "[redacted]");
    assert_eq!(received.body, r#"{"api_key":"[redacted]","length":14}"#);
}

#[test]
fn slow_replies_are_logged_with_their_latency() {
    let log = Shared::default();
    let sandbox = at_fixed_time().scenario("slow".parse().unwrap()).log(log.clone()).in_process();
    let request = http::Request::get("http://localhost/nowhere").body(bytes::Bytes::new());
    let exchanged = sandbox.exchange(request.unwrap());
    assert_eq!(exchanged.delay.as_millis(), 1_500);
    insta::assert_snapshot!(log.text(), @"2024-05-15T10:30:00.000Z #1 GET /nowhere -> 404, 34 bytes [latency: 1.5s]");
}

#[test]
fn a_parameter_cannot_write_a_line_of_its_own_nor_a_key() {
    let log = Shared::default();
    let sandbox = at_fixed_time().log(log.clone()).start().unwrap();
    let key = sandbox.api_key_text();
    get(&sandbox, &format!("/sessions/data_series?length=1&a%0Ab%1B=1&x{key}=2"));
    let mismatch = sandbox.verify([]).unwrap_err().to_string();
    let text = log.text();
    assert_eq!((text.lines().count(), mismatch.lines().count()), (1, 2), "{text}{mismatch}");
    assert!(!text.contains(&key) && !mismatch.contains(&key), "{text}{mismatch}");
    assert!(text.ends_with("[unknown parameters, ignored: a\\nb\\u{1b}, x[redacted]]\n"), "{text}");
}

#[test]
fn the_journal_has_what_came() {
    let sandbox = at_fixed_time().start().unwrap();
    get(&sandbox, "/sessions/data_series?length=1&ending_at=2024-05-01T00:00:00%2B02:00&x=a+b");
    let requests = sandbox.requests();
    let request = &requests[0];
    assert_eq!((request.number, request.path()), (1, "/sessions/data_series"));
    let query = request.query();
    let query: Vec<_> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(query, [("length", "1"), ("ending_at", "2024-05-01T00:00:00+02:00"), ("x", "a b")]);
    assert_eq!(request.headers["host"], "localhost");
    assert_eq!(request.unknown, ["x"]);
    assert_eq!(request.reply.unwrap().0, 200);
}

fn after_three_calls() -> Sandbox {
    let sandbox = at_fixed_time().start().unwrap();
    get(&sandbox, "/sessions/data_series?length=1");
    get(&sandbox, "/sessions/data_series?unit=day&length=2&app_id=a");
    get(&sandbox, "/sessions/data_series?length=3&ending_at=2024-05-01T00%3A00%3A00Z");
    sandbox
}

fn third() -> DataSeriesRequest {
    DataSeriesRequest::new(3).ending_at("2024-05-01T00:00:00Z".parse::<Timestamp>().unwrap())
}

#[test]
fn verify_takes_the_parameters_in_any_order() {
    let second = DataSeriesRequest::new(2).unit(Unit::Day).app_id("a");
    let expected = [
        ExpectedRequest::get("/sessions/data_series?length=1"),
        ExpectedRequest::from_request(&second),
        ExpectedRequest::from_request(&third()),
    ];
    after_three_calls().verify(expected).unwrap();
}

#[test]
fn verify_shows_the_difference() {
    let sandbox = after_three_calls();
    let mismatch = sandbox.verify([
        ExpectedRequest::get("/sessions/data_series?length=1"),
        ExpectedRequest::from_request(&DataSeriesRequest::new(2).unit(Unit::Hour).segment_id("s")),
        ExpectedRequest::from_request(&third()),
        ExpectedRequest::get("/campaigns/list").any_query(),
    ]);
    insta::assert_snapshot!(mismatch.unwrap_err());
}

#[test]
fn the_order_matters_unless_it_is_said_not_to() {
    let sandbox = after_three_calls();
    let reversed = || {
        [
            ExpectedRequest::from_request(&third()),
            ExpectedRequest::get("/sessions/data_series").any_query(),
            ExpectedRequest::get("/sessions/data_series?length=1"),
        ]
    };
    insta::assert_snapshot!(sandbox.verify(reversed()).unwrap_err());
    sandbox.verify_in_any_order([ExpectedRequest::from_request(&third())]).unwrap_err();
    let expected = [
        ExpectedRequest::from_request(&third()),
        ExpectedRequest::get("/sessions/data_series?length=1"),
        ExpectedRequest::get("/sessions/data_series").any_query(),
    ];
    sandbox.verify_in_any_order(expected).unwrap();
}

#[test]
fn a_journal_that_is_full_forgets_the_oldest_and_says_so() {
    let sandbox = at_fixed_time().journal(2).start().unwrap();
    for length in 1..=3 {
        get(&sandbox, &format!("/sessions/data_series?length={length}"));
    }
    let numbers: Vec<u64> = sandbox.requests().iter().map(|request| request.number).collect();
    assert_eq!((numbers.as_slice(), sandbox.request_count()), (&[2, 3][..], 3));
    let expected =
        [2, 3].map(|length| ExpectedRequest::from_request(&DataSeriesRequest::new(length)));
    insta::assert_snapshot!(sandbox.verify(expected).unwrap_err());
    sandbox.forget_requests();
    sandbox.verify([]).unwrap();
}
