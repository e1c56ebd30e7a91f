//! Failures after something was sent: what, where, what to do; standard output stays empty.

use std::net::TcpListener;

use super::{KEY, Reply, TWO_ROWS, answering, assert_transcript, braze, get, requests, succeeding};
use crate::conformance::{Exchange, Server};

/// A run that must end with this exit code and nothing on standard output.
macro_rules! assert_failure {
    ($name:literal, $code:literal, $run:expr) => {
        let run = $run;
        assert_eq!((run.code(), run.stdout()), (Some($code), ""), "{run}");
        assert!(!run.stderr().contains("panicked"), "{run}");
        assert_transcript!($name, run);
    };
}

#[test]
fn an_unknown_key_points_at_the_instance_first() {
    let reply = Reply::json(401, &format!(r#"{{"message":"Invalid API key: {KEY}"}}"#))
        .header("x-ratelimit-limit", "")
        .header("x-ratelimit-remaining", "")
        .header("x-ratelimit-reset", "");
    let run = get(&answering(reply)).run();
    let places = ["check the instance first", "check the key"].map(|text| run.stderr().find(text));
    assert!(places[0].is_some() && places[0] < places[1], "{run}");
    assert_failure!("failure_401", 3, run);
}

#[test]
fn a_missing_permission_is_named() {
    let server = answering(Reply::json(403, r#"{"message":"Forbidden"}"#));
    assert_failure!("failure_403", 3, get(&server).run());
}

#[test]
fn a_used_up_rate_limit_says_when_to_come_back() {
    let reply = Reply::new(429)
        .header("x-ratelimit-limit", "250000")
        .header("x-ratelimit-remaining", "0")
        .header("x-ratelimit-reset", "4102444800");
    let run = get(&Server::start([Exchange::from(reply)])).at("2099-12-31T23:00:00Z").run();
    assert_eq!((run.code(), run.stdout()), (Some(4), ""), "{run}");
    assert!(run.stderr().contains("tip: try again at 2100-01-01T00:00:0"), "{run}");
}

#[test]
fn a_rate_limit_that_does_not_end_is_given_up() {
    let server = answering(Reply::json(429, r#"{"message":"slow down"}"#));
    let run = get(&server).run();
    assert_eq!((run.code(), run.stdout()), (Some(4), ""), "{run}");
    assert!(run.stderr().contains("error: gave up after 4 attempts"), "{run}");
    assert!(run.stderr().contains("tip: try again at "), "{run}");
    assert_eq!(requests(&server).len(), 4, "{run}");
}

#[test]
fn an_error_of_the_server_is_retried_and_told() {
    let server = answering(Reply::new(502).body("<html>bad gateway</html>"));
    assert_failure!("failure_502", 1, get(&server).run());
}

#[test]
fn what_was_survived_is_told_beside_the_result() {
    let unavailable = Reply::new(503).header("retry-after", "0");
    let script = [unavailable.clone(), unavailable, Reply::json(200, TWO_ROWS)];
    let run = get(&Server::start(script.map(Exchange::from))).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("survived_503", run);
}

#[test]
fn a_connection_that_is_cut_is_tried_again() {
    let reply = Reply::json(200, TWO_ROWS);
    let cut = Exchange::on_request().write_all_but(9, &reply.bytes()).close();
    let run = get(&Server::start([cut, Exchange::from(reply)])).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("survived_cut", run);
}

#[test]
fn a_refused_request_repeats_what_the_server_says() {
    let body = r#"{"message":"Bad request","errors":["length is odd",{"field":"length"}]}"#;
    assert_failure!("failure_400", 1, get(&answering(Reply::json(400, body))).run());
}

#[test]
fn an_unknown_address_points_at_the_base_url() {
    assert_failure!("failure_404", 1, get(&answering(Reply::new(404))).run());
}

#[test]
fn a_redirect_is_not_followed() {
    let server = answering(Reply::new(302).header("location", "https://example.com/"));
    assert_failure!("failure_302", 1, get(&server).run());
}

#[test]
fn a_success_whose_message_is_none_is_a_failure() {
    let server = succeeding(r#"{"message":"export is switched off"}"#);
    assert_failure!("failure_message", 1, get(&server).run());
}

#[test]
fn a_value_that_is_not_a_number_is_named_with_its_path() {
    let body = r#"{"message":"success","data":[{"time":"2024-05-01","sessions":"many"}]}"#;
    assert_failure!("failure_decode", 1, get(&succeeding(body)).run());
}

#[test]
fn a_page_instead_of_a_reply_is_recognised() {
    let server = succeeding("<!doctype html><title>Sign in</title>");
    assert_failure!("failure_html", 1, get(&server).run());
}

#[test]
fn a_reply_that_is_too_large_is_not_read_to_its_end() {
    let server = succeeding(&" ".repeat((8 << 20) + 1));
    assert_failure!("failure_too_large", 1, get(&server).run());
}

#[test]
fn control_characters_of_a_server_do_not_reach_the_terminal() {
    let server = answering(Reply::json(400, r#"{"message":"a\u001b[31mred\nline"}"#));
    assert_failure!("failure_control_characters", 1, get(&server).run());
}

#[test]
fn a_server_that_is_not_there_is_named() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let run = braze(&format!("sessions get --length 2 --base-url http://{free}"))
        .env("BRAZE_API_KEY", KEY)
        .run();
    assert_eq!((run.code(), run.stdout()), (Some(1), ""), "{run}");
    assert!(run.stderr().contains("could not connect"), "{run}");
    assert!(run.stderr().contains(&format!("http://{free}/sessions/data_series")), "{run}");
}
