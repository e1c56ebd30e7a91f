//! Replies of every kind: what is read, what is passed over, and where a reading fails.

use std::fmt::Write;

use braze_core::{Error, TimeValue, sessions};

use super::peer::{answered, reply};

#[test]
fn both_units_are_read() {
    let body = r#"{"message":"success","data":[
        {"time":"2024-05-01","sessions":1204},
        {"time":"2024-05-01T10:00:00Z","sessions":0},
        {"time":"2024-05-01T11:00:00","sessions":18446744073709551615},
        {"time":"2020-06-17 19:27:44 +0000","sessions":3}
    ]}"#;
    insta::assert_debug_snapshot!(read(body).unwrap());
}

#[test]
fn what_came_around_a_value_is_kept_with_it() {
    let headers = [("x-ratelimit-limit", "250000"), ("x-ratelimit-remaining", ""), ("a", "secret")];
    let body = r#"{"message":"success","data":[]}"#;
    let reply = answered(&sessions::DataSeriesRequest::new(1), reply(201, &headers, body)).unwrap();
    assert_eq!(reply.headers["a"], "secret");
    insta::assert_debug_snapshot!(reply);
}

#[test]
fn a_reply_says_when_it_was_made() {
    let request = sessions::DataSeriesRequest::new(1);
    let dated = |date: &'static str| {
        let body = r#"{"message":"success","data":[]}"#;
        answered(&request, reply(200, &[("date", date)], body)).unwrap().date
    };
    let noon = "2024-05-03T12:00:00Z".parse().unwrap();
    assert_eq!(dated("Fri, 03 May 2024 12:00:00 GMT"), Some(noon));
    assert_eq!(dated("Friday, 03-May-24 12:00:00 GMT"), Some(noon));
    assert_eq!(dated("at noon"), None);
}

#[test]
fn what_is_not_known_is_passed_over() {
    let body = r#"{"new":{"deep":[1,{"x":null}]},"data":[{"sessions":7,"app":"x","time":"2024-05-01",
        "more":[]}],"message":"success","errors":null}"#;
    let plain = r#"{"message":"success","data":[{"time":"2024-05-01","sessions":7}]}"#;
    assert_eq!(read(body).unwrap(), read(plain).unwrap());
}

#[test]
fn no_rows_are_a_reply_too() {
    assert_eq!(read(r#"{"message":"success","data":[]}"#).unwrap().data, []);
}

#[test]
fn an_odd_time_costs_nothing_but_itself() {
    let body = r#"{"message":"success","data":[{"time":1714557600,"sessions":1},
        {"time":null,"sessions":2},{"time":"vendredi","sessions":3}]}"#;
    let reply = read(body).unwrap();
    let times: Vec<_> = reply.data.iter().map(|point| point.time.value()).collect();
    assert_eq!(times, ["1714557600", "null", "vendredi"].map(TimeValue::Other));
}

#[test]
fn a_reading_fails_with_the_path_of_the_value() {
    let row = |sessions: &str| {
        format!(
            r#"{{"message":"success","data":[{{"time":"2024-05-01","sessions":1}},{{"time":"2024-05-02","sessions":{sessions}}}]}}"#
        )
    };
    let whole = |text: &str| text.to_owned();
    let bodies = [
        row("\"7\""),
        row("null"),
        row("-1"),
        row("1.5"),
        row("true"),
        row("[]"),
        row("18446744073709551616"),
        row("1e400"),
        row("7,\"sessions\":8"),
        row("NaN"),
        whole(r#"{"message":"success","data":[{"time":"2024-05-01"}]}"#),
        whole(r#"{"message":"success","data":[{"sessions":1}]}"#),
        whole(r#"{"message":"success","data":[{"time":[],"sessions":1}]}"#),
        whole(r#"{"message":"success","data":[{"time":[5],"sessions":1}]}"#),
        whole(r#"{"message":"success","data":[null]}"#),
        whole(r#"{"message":"success","data":{}}"#),
        whole(r#"{"message":"success","data":null}"#),
        whole(r#"{"message":"success"}"#),
        whole(r#"{"data":[]}"#),
        whole(r#"{"message":null,"data":[]}"#),
        whole(r#"{"message":"success","message":"success","data":[]}"#),
        whole(r#"{"message":"success","data":[],"errors":"late"}"#),
        whole("null"),
        whole("7"),
        whole(r#""success""#),
    ];
    insta::assert_snapshot!(table(&bodies));
}

#[test]
fn a_body_that_is_no_json_is_named_as_what_it_is() {
    let bodies = [
        "",
        " \n",
        "<html><body>Bad Gateway</body></html>",
        "  <?xml version=\"1.0\"?>",
        "upstream connect error",
        r#"{"message":"success","data":[{"time":"2024-05-01","sess"#,
        r#"{"message":"success","data":[{"time":"2024-05-01","sessions":1}"#,
        r#"{"message":"success","data":[]}}"#,
        r#"{"message":"success","data":[]} trailing"#,
        "\u{feff}{}",
    ];
    insta::assert_snapshot!(table(&bodies.map(ToOwned::to_owned)));
}

#[test]
fn bytes_that_are_no_text_cost_nothing_else() {
    let body =
        b"{\"message\":\"success\",\"data\":[{\"time\":\"\xff\",\"sessions\":1}],\"new\":\"\xfe\"}";
    let request = sessions::DataSeriesRequest::new(1);
    let reply_of = |body: &[u8]| answered(&request, reply(200, &[], body));
    let series = reply_of(body).unwrap();
    assert_eq!(series.data[0].time.to_string(), "\u{fffd}");
    assert_eq!(series.data[0].sessions, 1);
    // Outside of a text they are no JSON.
    insta::assert_snapshot!(reply_of(b"{\"message\":\xff}").unwrap_err());
}

#[test]
fn depth_ends_in_an_error_and_not_in_a_crash() {
    let deep = |open: &str| format!(r#"{{"message":"success","data":{}"#, open.repeat(100_000));
    for open in ["[", "{\"a\":"] {
        let error = read(&deep(open)).unwrap_err();
        assert!(matches!(error, Error::Decode(_)), "{error}");
        let error = answered(&sessions::DataSeriesRequest::new(1), reply(500, &[], deep(open)));
        assert!(error.unwrap_err().api().unwrap().message().is_none());
    }
}

#[test]
fn a_deep_unknown_field_is_passed_over_or_refused_but_not_fatal() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let body = format!(r#"{{"message":"success","data":[],"new":{deep}}}"#);
    let _ = read(&body);
}

fn read(body: &str) -> Result<sessions::DataSeries, Error> {
    let request = sessions::DataSeriesRequest::new(1);
    answered(&request, reply(200, &[], body)).map(braze_core::Reply::into_value)
}

fn table(bodies: &[String]) -> String {
    let mut table = String::new();
    for body in bodies {
        let error = read(body).unwrap_err();
        let Error::Decode(decode) = &error else { panic!("`{body}`: {error}") };
        assert_eq!(decode.body(), body.as_bytes());
        writeln!(table, "{body}\n  {error}").unwrap();
    }
    table
}

#[test]
fn an_integer_may_be_spelled_with_a_point_or_an_exponent() {
    let sessions = |number: &str| {
        let body = format!(
            r#"{{"message":"success","data":[{{"time":"a \"1.0\" b","sessions":{number}}}],"x":1.5}}"#
        );
        read(&body).map(|reply| {
            assert_eq!(reply.data[0].time.to_string(), "a \"1.0\" b");
            reply.data[0].sessions
        })
    };
    for (number, value) in [
        ("12.0", 12),
        ("1e3", 1_000),
        ("1.20E+1", 12),
        ("1200e-2", 12),
        ("0.0", 0),
        ("-0.0", 0),
        ("0e400", 0),
        ("90071992547409920e-1", 1 << 53),
        ("9007199254740992.0", 1 << 53),
    ] {
        assert_eq!(sessions(number).unwrap(), value, "{number}");
    }
    for number in [
        "12.5",
        "-1.0",
        "9007199254740993.0",
        "9007199254740994.0",
        "1e16",
        "1e300",
        "1e-1",
        "1.",
        "1e",
        "01.0",
    ] {
        assert!(sessions(number).is_err(), "{number}");
    }
    let body = r#"{"message":"success","data":[{"time":"a","sessions":1.0},{"time":"b","sessions":12.5}]}"#;
    insta::assert_snapshot!(read(body).unwrap_err(), @"the reply cannot be read: at `data[1].sessions`: invalid type: floating point `12.5`, expected u64 at line 1 column 84 (body of 87 bytes)");
}

#[test]
fn a_byte_order_mark_before_json_is_passed_over() {
    let body = "\u{feff}{\"message\":\"success\",\"data\":[]}";
    assert_eq!(read(body).unwrap().data, []);
    let request = sessions::DataSeriesRequest::new(1);
    let refused = "\u{feff}{\"message\":\"no such app\"}";
    let error = answered(&request, reply(400, &[], refused)).unwrap_err();
    assert!(error.to_string().contains("no such app"), "{error}");
}

#[test]
fn an_encoding_that_is_not_known_is_named() {
    let request = sessions::DataSeriesRequest::new(1);
    let encoded = |encoding: &'static str, body: &[u8]| {
        answered(&request, reply(200, &[("content-encoding", encoding)], body))
    };
    let texts = ["deflate", "br", "zstd, br"]
        .map(|encoding| encoded(encoding, b"x\x9c\xab").unwrap_err().to_string());
    insta::assert_snapshot!(texts.join("\n"));
    let refused = answered(&request, reply(403, &[("content-encoding", "br")], b"x\x9c\xab"));
    insta::assert_snapshot!(refused.unwrap_err());
    // In name only, or by no name.
    let body = br#"{"message":"success","data":[]}"#;
    for encoding in ["deflate", "identity", ""] {
        assert_eq!(encoded(encoding, body).unwrap().data, []);
    }
}
