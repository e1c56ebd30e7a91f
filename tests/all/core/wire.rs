//! Requests as bytes: method, address, headers and body.

use std::fmt::Write;

use braze_core::http::response::Parts;
use braze_core::http::{Method, Request};
use braze_core::{
    Bytes, Config, DecodeError, Endpoint, Machine, Meta, RequestWriter, Step, Timestamp, Unit,
    Violations, sessions,
};

use super::peer::{START, session, uri_of};

#[test]
fn every_value_arrives_as_it_was_given() {
    let plain = || sessions::DataSeriesRequest::new(14);
    let end = |text: &str| text.parse::<Timestamp>().unwrap();
    let requests = [
        plain(),
        plain().unit(Unit::Day),
        plain().unit(Unit::Hour),
        plain().ending_at(end("2018-06-28T23:59:59-5:00")),
        plain().ending_at(end("2018-06-28T23:59:59+05:45")),
        plain().ending_at(end("2018-06-28T23:59:59.5Z")),
        plain().app_id("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44"),
        plain().app_id("AZaz09-._~"),
        plain().app_id("!\"#$%&'()*+/:;<=>?@[\\]^`{|}"),
        plain().app_id("%2B"),
        plain().app_id("a+b"),
        plain().app_id("ä日本🦀"),
        plain()
            .segment_id("s&length=1#x")
            .app_id("a")
            .ending_at(chrono::DateTime::UNIX_EPOCH)
            .unit(Unit::Hour),
    ];
    let mut table = String::new();
    for request in &requests {
        writeln!(table, "{}", uri_of(request)).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_word_that_is_no_choice_is_answered_with_the_words() {
    assert_eq!("hour".parse::<Unit>().unwrap(), Unit::Hour);
    for word in ["week", "Day", ""] {
        let error = word.parse::<Unit>().unwrap_err();
        assert_eq!(error.to_string(), format!("`{word}` is not one of `day`, `hour`"));
    }
}

#[test]
fn a_read_has_no_body_and_says_so_by_saying_nothing() {
    insta::assert_snapshot!(message(&sessions::DataSeriesRequest::new(1)));
}

#[test]
fn a_write_with_a_body_is_json() {
    insta::assert_snapshot!(message(&Note { path: "a/b?c", text: Some("ü") }));
}

#[test]
fn a_write_without_a_body_announces_its_length() {
    insta::assert_snapshot!(message(&Note { path: "1", text: None }));
}

#[test]
fn the_user_agent_can_be_added_to() {
    let suffixed = |suffix: &str| {
        let config = |config: Config| config.user_agent_suffix(suffix).unwrap();
        sent(&sessions::DataSeriesRequest::new(1), config).headers()["user-agent"].clone()
    };
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(suffixed("nightly/1.0 (x)"), format!("braze-rust/{version} nightly/1.0 (x)"));
    for refused in ["line\nbreak", "tab\t", "ü", "\u{7f}"] {
        session(|config| {
            let error = config.clone().user_agent_suffix(refused).unwrap_err();
            assert_eq!(error, braze_core::ConfigError::UserAgent, "{refused:?}");
            config
        });
    }
}

#[test]
fn lists_and_repeated_parameters_keep_their_order() {
    insta::assert_snapshot!(uri_of(&Lists));
}

/// An endpoint of the kind that the spec does not have: it writes, and its path holds a value.
struct Note {
    path: &'static str,
    text: Option<&'static str>,
}

impl Endpoint for Note {
    type Output = ();

    const META: Meta = Meta::new("notes.create", Method::POST, "/notes/{path}/create");

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/notes/");
        w.path_value(self.path);
        w.path("/create");
        if let Some(text) = self.text {
            w.json(&serde_json::json!({ "text": text }));
        }
    }

    fn decode(_head: &Parts, _body: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

struct Lists;

impl Endpoint for Lists {
    type Output = ();

    const META: Meta = Meta::get("lists", "/lists");

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        let names = ["b,1".to_owned(), "a&2".to_owned()];
        w.path("/lists");
        w.query_each("each", &names);
        w.query("joined", &names[..]);
        w.query("flag", &true);
        w.query("number", &-1.5);
        w.query_opt("absent", None::<&bool>);
    }

    fn decode(_head: &Parts, _body: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

fn sent<E: Endpoint>(request: &E, set: impl FnOnce(Config) -> Config) -> Request<Bytes> {
    match session(set).call(request).poll(START) {
        Step::Send(request) => request,
        _ => panic!("nothing is sent"),
    }
}

fn message<E: Endpoint>(request: &E) -> String {
    let request = sent(request, |config| config);
    let mut text = format!("{} {}\n", request.method(), request.uri());
    for (name, value) in request.headers() {
        let value = value.to_str().unwrap().replace(env!("CARGO_PKG_VERSION"), "VERSION");
        writeln!(text, "{name}: {value}").unwrap();
    }
    write!(text, "\n{}", String::from_utf8_lossy(request.body())).unwrap();
    text
}
