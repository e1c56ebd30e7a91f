//! The key is in no output of an export, whatever the server does with it.

use super::{KEY, answering, braze, requests};
use crate::conformance::Reply;

#[test]
fn the_key_comes_out_nowhere() {
    let bodies = [
        format!(r#"{{"message":"Invalid API key: {KEY}"}}"#),
        format!(r#"{{"message":"success","data":[{{"time":"{KEY}","sessions":1}}]}}"#),
        format!(
            r#"{{"message":"success","data":[{{"time":"2024-05-01","sessions":1}}],"errors":["{KEY}"]}}"#
        ),
        format!("<html>{KEY}</html>"),
    ];
    for (status, body) in [200, 401].into_iter().flat_map(|s| bodies.iter().map(move |b| (s, b))) {
        for format in ["csv", "jsonl", "json", "table", "markdown"] {
            let server = answering(Reply::json(status, body).header("x-echo", KEY));
            let line = "sessions export --from 2024-05-01 --to 2024-05-03 --verbose";
            let run = braze(&format!("{line} --base-url {} --format {format}", server.url()))
                .env("BRAZE_API_KEY", KEY)
                .run();
            assert!(run.code().is_some_and(|code| code != 0), "{run}");
            assert!(!run.to_string().contains(KEY), "{run}");
            assert!(requests(&server)[0].contains(KEY), "{run}");
        }
    }
}

#[test]
fn the_key_is_in_no_usage_error() {
    for line in [
        format!("sessions export --sandbox --from {KEY}"),
        format!("sessions export --sandbox --from 2024 --resume {KEY}"),
        format!("sessions export --sandbox --from 2024 --time-zone {KEY}"),
        format!("sessions export --sandbox --from 2024 -o /nowhere/{KEY}"),
        format!("sessions export --sandbox --from 2024 -o x.{KEY}"),
    ] {
        let run = braze(&line).env("BRAZE_API_KEY", KEY).run();
        assert_eq!((run.code(), run.stdout()), (Some(2), ""), "{run}");
        assert!(!run.stderr().contains(KEY), "{run}");
    }
}
