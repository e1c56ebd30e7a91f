//! API keys: what is taken, what is refused, and that none is shown.

use std::fmt::Write;

use braze_core::{ApiKey, Config, Instance, Machine, Now, Session, Step, sessions};

#[test]
fn no_shape_is_demanded() {
    for key in ["3f6b0c1e-0000-4000-8000-2d9c1a7e5b44", "k2345678", "a/b+c=d:e;f", "yours-truly"] {
        let key = ApiKey::new(key).unwrap();
        assert_eq!(format!("{key:?}"), "ApiKey([redacted])");
        assert!(key.authorization().is_sensitive());
    }
}

#[test]
fn what_cannot_be_a_key_is_refused_without_repeating_it() {
    let texts = [
        "",
        "   ",
        "\n",
        "Bearer 3f6b0c1e",
        "bearer 3f6b0c1e",
        "3f6b0c1e\n",
        " 3f6b0c1e",
        "3f6b 0c1e",
        "3f6b\u{0}0c1e",
        "3f6b\u{a0}0c1e",
        "\"3f6b0c1e\"",
        "'3f6b0c1e'",
        "\u{201c}3f6b0c1e\u{201d}",
        "YOUR-REST-API-KEY",
        "YOUR_REST_API_KEY",
        "your-api-key",
        "{{api_key}}",
        "<REST-API-KEY>",
        "{api_key}",
        "schlüssel",
        "3f6b0c1",
        "k",
    ];
    let mut table = String::new();
    for text in texts {
        let error = ApiKey::new(text).unwrap_err();
        writeln!(table, "{text:?}: {error}").unwrap();
        assert!(!format!("{error} {error:?}").contains("3f6b"), "{text:?}");
    }
    insta::assert_snapshot!(table);
}

#[test]
fn the_key_is_in_no_debug_text() {
    let secret = "marker-of-the-secret";
    let config = Config::new(Instance::Us01, ApiKey::new(secret).unwrap());
    let session = Session::new(config.clone(), 1);
    let mut call = session.call(&sessions::DataSeriesRequest::new(1));
    let before = format!("{call:?}");
    let Step::Send(request) = call.poll(Now::at_unix(0)) else { panic!("nothing is sent") };
    assert_eq!(request.headers()["authorization"], format!("Bearer {secret}"));
    let shown = format!("{config:?} {session:?} {before} {call:?} {request:?}");
    assert!(!shown.contains("marker"), "{shown}");
}
