//! Replies of a server that repeats the key, in many forms and in every place.

use crate::conformance::{Exchange, Reply};

/// The key in the forms in which a server may repeat it: whole, cut, and written differently.
pub(super) fn forms(key: &str) -> Vec<String> {
    let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    let json = |text: &str| text.bytes().map(|byte| format!("\\u{byte:04x}")).collect::<String>();
    let half = key.len() / 2;
    vec![
        key.to_owned(),
        key.to_ascii_uppercase(),
        key.to_ascii_lowercase(),
        format!("Bearer {key}"),
        format!("{key}{key}"),
        format!("<{key}>"),
        format!("{}...", &key[..8.min(key.len())]),
        format!("...{}", &key[key.len().saturating_sub(8)..]),
        format!("*{}*", &key[half.saturating_sub(4)..(half + 5).min(key.len())]),
        key[1..].to_owned(),
        encode(key),
        encode(key).to_ascii_uppercase(),
        format!("{}{}", &key[..half], encode(&key[half..])),
        json(key),
        format!("{}{}{}", &key[..3], json(&key[3..half]), encode(&key[half..])),
        json(&encode(key)),
        format!("https://example.com/?api_key={key}&x=%20"),
    ]
}

/// A server's exchange with this text in one place, for each place there is. Not every text can stand
/// everywhere: it is to hold neither quotes nor line breaks.
pub(super) fn places(text: &str) -> Vec<(&'static str, Exchange)> {
    let json = |status, body: String| Exchange::from(Reply::json(status, &body));
    let success = r#""message":"success","data":[]"#;
    let row = |time: &str, sessions: &str| {
        format!(r#"{{"message":"success","data":[{{"time":"{time}","sessions":{sessions}}}]}}"#)
    };
    let head = |line: String| {
        Exchange::on_request().write(format!("HTTP/1.1 {line}\r\ncontent-length: 0\r\n\r\n"))
    };
    let page = format!("<html><title>no</title><p>{text}<p>{text}</html>");
    vec![
        ("message of a 401", json(401, format!(r#"{{"message":"Invalid API key: {text}"}}"#))),
        ("message that is an object", json(401, format!(r#"{{"message":{{"for":"{text}"}}}}"#))),
        ("text in errors", json(400, format!(r#"{{"message":"no","errors":["bad {text}!"]}}"#))),
        ("errors that are a text", json(400, format!(r#"{{"errors":"{text}"}}"#))),
        ("value in errors", json(400, format!(r#"{{"errors":[{{"a":[{{"b":"{text}"}}]}}]}}"#))),
        ("name in errors", json(400, format!(r#"{{"errors":[{{"{text}":{{"{text}":1}}}}]}}"#))),
        ("unknown field of an error", json(403, format!(r#"{{"message":"no","key":"{text}"}}"#))),
        ("message of a refusal", json(200, format!(r#"{{"message":"{text}","data":[]}}"#))),
        ("refusal without data", json(200, format!(r#"{{"message":"{text}"}}"#))),
        ("errors beside success", json(200, format!(r#"{{{success},"errors":["{text}"]}}"#))),
        ("names beside success", json(200, format!(r#"{{{success},"errors":[{{"{text}":0}}]}}"#))),
        ("unknown field of a success", json(200, format!(r#"{{{success},"{text}":"{text}"}}"#))),
        ("time", json(200, row(text, "1"))),
        ("text instead of a number", json(200, row("2024-05-01", &format!("\"{text}\"")))),
        (
            "text instead of a list",
            json(200, format!(r#"{{"message":"success","data":"{text}"}}"#)),
        ),
        ("name where data should be", json(200, format!(r#"{{"message":"success","{text}":[]}}"#))),
        ("JSON that breaks off", json(200, format!(r#"{{"message":"success","data":[{text}"#))),
        ("a page beside success", Reply::new(200).body(page.clone()).into()),
        ("a page beside an error", Reply::new(502).body(page.clone()).into()),
        ("a compressed page", Reply::new(401).body(page.clone()).gzip().into()),
        ("a page in chunks", Reply::new(403).body(page).chunked().into()),
        (
            "bytes that are no text",
            Reply::new(400).body([b"\xff\xfe", text.as_bytes()].concat()).into(),
        ),
        (
            "header of a success",
            Reply::json(200, &format!("{{{success}}}")).header("x-echo", text).into(),
        ),
        ("header of an error", Reply::new(401).header("www-authenticate", text).into()),
        (
            "header of no text",
            Reply::new(400).header("x-echo", [b"\xfc", text.as_bytes()].concat()).into(),
        ),
        ("place to go", Reply::new(302).header("location", text).into()),
        ("time to wait", Reply::new(400).header("retry-after", text).into()),
        ("rate limit", Reply::new(400).header("x-ratelimit-limit", text).into()),
        ("compression", Reply::new(400).header("content-encoding", text).body("?").into()),
        ("name of a header", head(format!("400 Bad Request\r\nx-{}: 1", name(text)))),
        ("reason of the status", head(format!("401 {text}"))),
        ("status line", head(text.to_owned())),
        ("header line that is none", head(format!("200 OK\r\n{text}"))),
        ("length", head(format!("200 OK\r\ncontent-length: {text}"))),
        ("instead of a reply", Exchange::on_request().write(text).close()),
        (
            "a chunk's length",
            Exchange::on_request()
                .write(format!("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{text}\r\n"))
                .close(),
        ),
        (
            "a body that breaks off",
            Exchange::on_request()
                .write(format!("HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n{text}"))
                .close(),
        ),
    ]
}

/// As much of the text as a header's name may hold.
fn name(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '%')).collect()
}
