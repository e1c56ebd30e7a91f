//! The API key: whatever the server sends back, it is in nothing that a caller can see.

use braze_core::{
    ApiKey, BaseUrl, Config, Error, Instance, IoFailure, IoKind, Machine, Sent, Session, Step,
    sessions,
};
use proptest::prelude::*;

use super::peer::{Outcome, START, reply, resume};

const SECRET: &str = "Marker-7f3a9c52e1d84b60-of/the+Secret";

/// The shortest piece of the key that counts as the key.
const SHORTEST: usize = 8;

#[test]
fn a_key_in_any_place_of_any_reply_is_cleaned_away() {
    let row = |time: &str| format!(r#"{{"time":"{time}","sessions":1}}"#);
    let bodies = [
        format!(r#"{{"message":"Invalid API key: {SECRET}"}}"#),
        format!(r#"{{"message":"success","data":[{}],"errors":["{SECRET}"]}}"#, row("2024-05-01")),
        format!(r#"{{"message":"success","data":[{}]}}"#, row(SECRET)),
        format!(r#"{{"message":"no","errors":[{{"{SECRET}":["{SECRET}"]}}]}}"#),
        format!(r#"{{"message":["{SECRET}"],"errors":"{SECRET}"}}"#),
        format!(r#"{{"message":"success","data":"{SECRET}"}}"#),
        format!(r#"{{"message":"success","{SECRET}":1}}"#),
        format!("<html>{SECRET}</html>"),
        SECRET.to_owned(),
    ];
    let headers =
        [("x-echo", SECRET), ("location", "https://example.org/?k=Marker-7f3a9c52e1d84b60")];
    for body in bodies {
        for status in [200, 202, 302, 400, 401, 429, 500] {
            seen(reply(status, &headers, &body), SECRET);
        }
    }
}

#[test]
fn a_transport_that_repeats_the_key_is_cleaned_too() {
    for kind in [IoKind::Connect, IoKind::Timeout, IoKind::Closed, IoKind::Tls, IoKind::Other] {
        let reason = format!("could not send `authorization: Bearer {SECRET}`");
        seen(Err(IoFailure::new(kind, Sent::Maybe, reason)), SECRET);
    }
}

#[test]
fn what_is_left_of_a_text_is_still_readable() {
    let body = format!(r#"{{"message":"Invalid API key: {SECRET}, sorry"}}"#);
    let mut call = session().call(&sessions::DataSeriesRequest::new(1));
    let Step::Send(_) = call.poll(START) else { panic!("nothing is sent") };
    resume(&mut call, START, reply(401, &[], body));
    let Step::Yield(Err(error)) = call.poll(START) else { panic!("no error") };
    let message = error.api().unwrap().message().map(str::to_owned);
    assert_eq!(message.unwrap(), "Invalid API key: [redacted], sorry");
}

#[test]
fn a_text_without_the_key_is_left_alone() {
    let body = r#"{"message":"Marker-, 7f3a9c5 and Secret are no keys, 100 % sure"}"#;
    let mut call = session().call(&sessions::DataSeriesRequest::new(1));
    let Step::Send(_) = call.poll(START) else { panic!("nothing is sent") };
    resume(&mut call, START, reply(400, &[], body));
    let Step::Yield(Err(error)) = call.poll(START) else { panic!("no error") };
    assert_eq!(error.api().unwrap().body(), body.as_bytes());
}

#[test]
fn a_base_url_with_a_key_in_it_is_refused_without_repeating_it() {
    for text in ["https://KEY@rest.iad-01.braze.com", "https://rest.iad-01.braze.com/?api_key=KEY"]
    {
        let error = text.replace("KEY", SECRET).parse::<BaseUrl>().unwrap_err();
        assert!(!format!("{error} {error:?}").contains("Marker"), "{error}");
    }
}

proptest! {
    #[test]
    fn no_piece_of_eight_characters_gets_through(
        (from, length) in (0..SECRET.len() - SHORTEST)
            .prop_flat_map(|from| (Just(from), SHORTEST..=SECRET.len() - from)),
        before in "[ -~&&[^\"\\\\]]{0,12}",
        after in "[ -~&&[^\"\\\\]]{0,12}",
        form in 0..4u8,
        status in proptest::sample::select(&[200u16, 401, 500][..]),
    ) {
        let piece = &SECRET[from..from + length];
        let shown = match form {
            0 => piece.to_owned(),
            1 => piece.to_uppercase(),
            2 => piece.bytes().map(|byte| format!("%{byte:02x}")).collect(),
            _ => piece.replace('/', "%2F").replace('+', "%2B"),
        };
        let text = format!("{before}{shown}{after}");
        let body = format!(r#"{{"message":"{text}","errors":["{text}"]}}"#);
        seen(reply(status, &[("x-echo", &text)], body), &shown);
    }
}

/// Looks for the secret in everything that a caller gets.
fn seen(outcome: Outcome, secret: &str) {
    let mut call = session().call(&sessions::DataSeriesRequest::new(1));
    let Step::Send(_) = call.poll(START) else { panic!("nothing is sent") };
    resume(&mut call, START, outcome);
    let mut all = format!("{call:?}");
    let Step::Yield(item) = call.poll(START) else { panic!("no item") };
    match &item {
        Ok(reply) => {
            all += &format!("{reply:?} {:?} {:?}", reply.value, reply.headers);
            all += &serde_json::to_string(&reply.value).unwrap();
        }
        Err(error) => {
            all += &format!("{error} {error:?}");
            if let Some(api) = error.api() {
                all += &format!("{:?} {:?} {:?}", api.headers(), api.message(), api.errors());
                all += &String::from_utf8_lossy(api.body());
            }
            if let Error::Decode(decode) = error {
                all += &format!("{} {}", decode.path(), decode.problem());
                all += &String::from_utf8_lossy(decode.body());
            }
        }
    }
    let all = all.to_lowercase();
    assert!(!all.contains(&secret.to_lowercase()), "{all}");
    for piece in SECRET.to_lowercase().as_bytes().windows(SHORTEST) {
        let piece = str::from_utf8(piece).unwrap();
        assert!(!all.contains(piece), "`{piece}` is in {all}");
    }
}

fn session() -> Session {
    let retry = braze_core::RetryPolicy::none();
    let config = Config::new(Instance::Us01, ApiKey::new(SECRET).unwrap()).retry(retry);
    Session::new(config, 7)
}
