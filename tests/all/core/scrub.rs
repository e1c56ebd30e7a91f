//! Texts of the server without the API key: every piece of it goes, and nothing else does.

use braze_core::{ApiKey, BaseUrl, Config, Error, Instance, Reply, RetryPolicy, Session, sessions};
use proptest::prelude::*;

use super::peer::{Outcome, first_item, reply};

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
    let all = match answered(outcome) {
        Ok(reply) => format!("{:?} {:?}", reply.value, reply.headers),
        Err(error) => {
            let api = error.api().unwrap();
            let body = String::from_utf8_lossy(api.body());
            format!("{error} {error:?} {:?} {:?} {body}", api.headers(), api.errors())
        }
    };
    let all = all.to_lowercase();
    assert!(!all.contains(&secret.to_lowercase()), "{all}");
    for piece in SECRET.to_lowercase().as_bytes().windows(SHORTEST) {
        let piece = str::from_utf8(piece).unwrap();
        assert!(!all.contains(piece), "`{piece}` is in {all}");
    }
}

fn answered(outcome: Outcome) -> Result<Reply<sessions::DataSeries>, Error> {
    let key = ApiKey::new(SECRET).unwrap();
    let config = Config::new(Instance::Us01, key).retry(RetryPolicy::none());
    let request = sessions::DataSeriesRequest::new(1);
    first_item(Session::new(config, 7).call(&request), outcome)
}
