//! Every error as people and programs see it: text, `Debug` and the chain of sources.

use std::error::Error as _;
use std::fmt::Write;
use std::time::Duration;

use braze_core::{
    ApiKeyError, BaseUrl, ConfigError, DecodeError, Endpoint, Error, IoError, IoKind, Message,
    Sent, sessions,
};
use chrono::DateTime;

use super::peer::{IO_KINDS, answered, reply};

#[test]
fn invalid() {
    let request = sessions::DataSeriesRequest::new(101).app_id("");
    insta::assert_snapshot!(shown(&request.check().unwrap_err().into()));
}

#[test]
fn config() {
    let url = "ftp://x".parse::<BaseUrl>().unwrap_err();
    insta::assert_snapshot!(all(&[
        Error::from(url),
        Error::from(ApiKeyError::Empty),
        Error::from(ConfigError::UserAgent),
        Error::from(ConfigError::Tls("no roots were found".to_owned())),
        Error::from(ConfigError::Http("no runtime".to_owned())),
        Error::from(ConfigError::ProxyUrl),
    ]));
}

#[test]
fn io() {
    let errors = IO_KINDS.map(|kind| Error::Io(IoError::new(kind, Sent::Maybe, "os error 110")));
    let silent = Error::Io(IoError::new(IoKind::Connect, Sent::No, ""));
    insta::assert_snapshot!(all(&errors) + &shown(&silent));
}

#[test]
fn api() {
    let envelope = r#"{"errors":["first",{"code":7}],"message":"No such thing"}"#;
    let limits = [
        ("x-ratelimit-limit", "250000"),
        ("x-ratelimit-remaining", "0"),
        ("x-ratelimit-reset", "1700003600"),
    ];
    let cases = [
        reply(301, &[("location", "https://example.org/")], ""),
        reply(400, &limits, envelope),
        reply(401, &[("x-ratelimit-limit", "")], r#"{"message":"Invalid API key"}"#),
        reply(403, &[], r#"{"message":"No permission"}"#),
        reply(404, &[], "<html>not found</html>"),
        reply(418, &[], ""),
        reply(429, &limits, r#"{"message":"Rate limited"}"#),
        reply(502, &[], "<html>Bad Gateway</html>"),
        reply(599, &[], "[]"),
        reply(200, &[], r#"{"message":"Segment not found","data":[]}"#),
    ];
    let request = sessions::DataSeriesRequest::new(1);
    let errors = cases.map(|outcome| answered(&request, outcome).unwrap_err());
    insta::assert_snapshot!(all(&errors));
}

#[test]
fn decode() {
    let body = br#"{"message":"success","data":[{"time":"2024-05-01","sessions":"7"}]}"#;
    insta::assert_snapshot!(all(&[
        Error::Decode(Box::new(DecodeError::new("data[0].sessions", "invalid type", body))),
        Error::Decode(Box::new(DecodeError::new("", "it is empty", b""))),
        Error::TooLarge { limit: 8 << 20 },
    ]));
}

#[test]
fn the_end_of_retries() {
    let at = DateTime::from_timestamp(1_700_003_600, 5_000_000).unwrap();
    let io = || Box::new(Error::Io(IoError::new(IoKind::Timeout, Sent::Maybe, "60 s")));
    let request = sessions::DataSeriesRequest::new(1);
    let limited = answered(&request, reply(429, &[], "")).unwrap_err();
    insta::assert_snapshot!(all(&[
        Error::RetryAt { at, wait: Duration::ZERO, last: None },
        Error::RetryAt { at, wait: Duration::ZERO, last: Some(Box::new(limited)) },
        Error::RetryAt { at, wait: Duration::ZERO, last: Some(io()) },
        Error::Exhausted { attempts: 4, last: io() },
        Error::Exhausted { attempts: 1, last: io() },
        Error::Cancelled,
    ]));
}

#[test]
fn questions_look_through_the_layers_of_the_retry() {
    let request = sessions::DataSeriesRequest::new(1);
    let of = |status| Box::new(answered(&request, reply(status, &[], "")).unwrap_err());
    let at = DateTime::UNIX_EPOCH;
    let wrapped = Error::RetryAt { at, wait: Duration::ZERO, last: Some(of(429)) };
    assert!(wrapped.is_rate_limited() && wrapped.retry_at() == Some(at));
    assert_eq!(wrapped.api().unwrap().status(), 429);
    assert!(Error::RetryAt { at, wait: Duration::ZERO, last: None }.is_rate_limited());
    assert!(!Error::RetryAt { at, wait: Duration::ZERO, last: Some(of(503)) }.is_rate_limited());
    assert!(Error::Exhausted { attempts: 4, last: of(429) }.is_rate_limited());
    assert!(of(401).is_unauthorized() && !of(401).is_forbidden());
    assert!(of(403).is_forbidden() && of(404).api().unwrap().is_not_found());
    assert!(of(302).api().unwrap().is_redirect() && of(500).api().unwrap().is_server_error());
    assert!(Error::Cancelled.api().is_none() && Error::Cancelled.retry_at().is_none());
}

#[test]
fn a_refusal_beside_a_success_status_carries_the_reply() {
    let body = r#"{"message":"Segment not found","errors":[{"id":"x"}]}"#;
    let error = answered(&sessions::DataSeriesRequest::new(1), reply(200, &[("a", "b")], body));
    let error = error.unwrap_err();
    let api = error.api().unwrap();
    assert!(api.is_refusal());
    assert_eq!(api.message(), Some("Segment not found"));
    assert_eq!(api.errors(), [serde_json::json!({"id": "x"})]);
    assert_eq!(api.headers()["a"], "b");
    assert_eq!(api.body(), body.as_bytes());
}

#[test]
fn queued_and_errors_beside_success_are_values() {
    let request = sessions::DataSeriesRequest::new(1);
    let queued = answered(&request, reply(202, &[], r#"{"message":"queued","data":[]}"#)).unwrap();
    assert_eq!((queued.status.as_u16(), &queued.message), (202, &Message::Queued));
    let body = r#"{"message":"success","data":[],"errors":["late data"]}"#;
    let reply = answered(&request, reply(200, &[], body)).unwrap();
    assert_eq!(reply.into_value().errors, [serde_json::json!("late data")]);
}

fn all(errors: &[Error]) -> String {
    errors.iter().map(shown).collect()
}

fn shown(error: &Error) -> String {
    let mut text = format!("{error}\n  {error:?}\n");
    let mut source = error.source();
    while let Some(error) = source {
        writeln!(text, "  caused by: {error}").unwrap();
        source = error.source();
    }
    text
}
