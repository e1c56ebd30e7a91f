//! Texts of the server without the API key: every piece of it goes, and nothing else does.

use braze_core::{
    ApiKey, BaseUrl, Config, Error, Instance, Reply, RetryPolicy, Scrub, Session, sessions,
};
use proptest::prelude::*;

use super::peer::{Outcome, first_item, reply};
use crate::secrecy::unescaped;

const SECRET: &str = "Marker-7f3a9c52e1d84b60-of/the+Secret";

/// The shortest piece of the key that counts as the key.
const SHORTEST: usize = 8;

#[test]
fn what_is_left_of_a_text_is_still_readable() {
    let body = format!(r#"{{"message":"Invalid API key: {SECRET}, sorry"}}"#);
    let error = answered(reply(401, &[], body)).unwrap_err();
    assert_eq!(error.api().unwrap().message(), Some("Invalid API key: [redacted], sorry"));
}

#[test]
fn a_text_without_the_key_is_left_alone() {
    let body = r#"{"message":"Marker-, 7f3a9c5 and Secret are no keys, 100 % sure"}"#;
    let error = answered(reply(400, &[], body)).unwrap_err();
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
        form in 0..8u8,
        mask in any::<u64>(),
        status in proptest::sample::select(&[200u16, 401, 500][..]),
    ) {
        let piece = &SECRET[from..from + length];
        let shown = match form {
            0 => piece.to_owned(),
            1 => piece.to_uppercase(),
            2 => piece.bytes().map(|byte| format!("%{byte:02x}")).collect(),
            3 => piece.bytes().map(|byte| format!("\\u{byte:04x}")).collect(),
            4 => piece.bytes().map(|byte| format!("\\u0025{byte:02X}")).collect(),
            5 => piece.bytes().map(|byte| format!("\\\\u{byte:04X}")).collect(),
            6 => mixed(piece, mask),
            _ => piece.replace('/', "%2F").replace('+', "%2B"),
        };
        let text = format!("{before}{shown}{after}");
        let body = format!(r#"{{"message":"{text}","errors":["{text}"]}}"#);
        seen(reply(status, &[("x-echo", &text)], body), &shown);
    }
}

/// A text with each character written in one of four ways.
fn mixed(text: &str, mask: u64) -> String {
    let write = |(index, byte): (usize, u8)| match mask.rotate_right(2 * index as u32) & 3 {
        0 => format!("%{byte:02X}"),
        1 => format!("\\u{byte:04x}"),
        2 => format!("%25{byte:02x}"),
        _ => char::from(byte).to_string(),
    };
    text.bytes().enumerate().map(write).collect()
}

/// Looks for the secret in everything that a caller gets.
fn seen(outcome: Outcome, secret: &str) {
    let all = match answered(outcome) {
        Ok(reply) => format!("{:?} {:?}", reply.value, reply.headers),
        Err(error) => {
            let api = error.api().unwrap();
            let body = String::from_utf8_lossy(api.body());
            format!("{error} {error:?} {:?} {:?} {body}", api.headers(), api.errors())
        }
    };
    let all = String::from_utf8_lossy(&unescaped(all.as_bytes())).to_lowercase();
    assert!(!all.contains(&secret.to_lowercase()), "{all}");
    for piece in SECRET.to_lowercase().as_bytes().windows(SHORTEST) {
        let piece = str::from_utf8(piece).unwrap();
        assert!(!all.contains(piece), "`{piece}` is in {all}");
    }
}

/// The whole body goes through, whatever is in it: what looks like escapes costs neither copies nor words.
#[test]
fn a_body_of_signs_is_left_alone() {
    for part in ["%", "\\", "\\u", "%2", "%25", "Marker-"] {
        let body = part.repeat(10_000);
        let error = answered(reply(500, &[], &body)).unwrap_err();
        assert_eq!(error.api().unwrap().body(), body.as_bytes());
    }
}

#[test]
fn a_key_with_signs_of_escapes_is_found_as_it_stands_and_escaped() {
    for secret in ["%41%42%43%44%45", "back\\u0041slash", "100%sure%20thing"] {
        let key = ApiKey::new(secret).unwrap();
        let encoded: String = secret.bytes().map(|byte| format!("%{byte:02x}")).collect();
        for shown in [secret, &encoded] {
            let mut text = format!("<{shown}>");
            text.scrub(&key);
            assert_eq!(text, "<[redacted]>", "{shown}");
        }
    }
}

fn answered(outcome: Outcome) -> Result<Reply<sessions::DataSeries>, Error> {
    let key = ApiKey::new(SECRET).unwrap();
    let config = Config::new(Instance::Us01, key).retry(RetryPolicy::none());
    let request = sessions::DataSeriesRequest::new(1);
    first_item(Session::new(config, 7).call(&request), outcome)
}
