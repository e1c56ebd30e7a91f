//! A series is read in one pass where it is in the documented layout, and by serde where it is not: on every
//! input both must say the same.

mod agree;

use braze_core::{Endpoint, purchases, sessions};
use proptest::prelude::*;

use agree::agree;

/// Texts that stand in the place of a time, known spellings and others.
fn time() -> impl Strategy<Value = String> {
    prop_oneof![
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]",
        "20[0-9]{2}-0[1-9]-1[0-9][T ][0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,10})?)?",
        "2024-05-01T1[0-9]:00:00(\\.[0-9]{3})?(Z|z|\\+00:00|-0530|\\+02| UTC| \\+0000|-5:00)",
        "[ -~]{0,24}",
        Just("2024-05-01\\u0054".to_owned()),
        Just("2024-05-01é".to_owned()),
    ]
}

/// Texts that stand in the place of a number.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,21}",
        "[0-9]{1,17}\\.[0-9]{1,17}",
        "-?[0-9]{1,4}(\\.[0-9]{0,3})?([eE][+-]?[0-9]{1,2})?",
        Just("null".to_owned()),
        Just("\"7\"".to_owned()),
        Just("0".to_owned()),
        Just("00".to_owned()),
        Just("1 ".to_owned()),
        Just(String::new()),
    ]
}

fn body(value: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let rows = proptest::collection::vec((time(), number()), 0..6);
    let message = prop_oneof![9 => Just("success"), 1 => Just("queued"), 1 => Just("no")];
    (message, rows).prop_map(move |(message, rows)| {
        let rows: Vec<_> = rows
            .iter()
            .map(|(time, number)| format!(r#"{{"time":"{time}","{value}":{number}}}"#))
            .collect();
        format!(r#"{{"message":"{message}","data":[{}]}}"#, rows.join(",")).into_bytes()
    })
}

/// A body with some bytes put in, taken out or changed.
fn damaged(value: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let damage =
        (any::<prop::sample::Index>(), 0..4_u8, prop::sample::select(b" ,:{}[]\"0a\\".to_vec()));
    (body(value), proptest::collection::vec(damage, 0..3)).prop_map(|(mut body, damages)| {
        for (at, kind, byte) in damages {
            let at = at.index(body.len().max(1)).min(body.len().saturating_sub(1));
            match kind {
                0 => body.insert(at, byte),
                1 => body.truncate(at),
                2 if !body.is_empty() => body[at] = byte,
                _ if !body.is_empty() => drop(body.remove(at)),
                _ => {}
            }
        }
        body
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_024))]

    #[test]
    fn counts_are_read_alike(body in prop_oneof![body("sessions"), damaged("sessions")]) {
        agree::<sessions::DataSeriesRequest>(&body);
    }

    #[test]
    fn amounts_are_read_alike(body in prop_oneof![body("revenue"), damaged("revenue")]) {
        agree::<purchases::RevenueSeriesRequest>(&body);
    }
}

#[test]
fn the_documented_layout_takes_one_allocation_for_all_rows() {
    let rows: Vec<_> =
        (1..=100).map(|day| format!(r#"{{"time":"2024-05-01","sessions":{day}}}"#)).collect();
    let body = format!(r#"{{"message":"success","data":[{}]}}"#, rows.join(","));
    let (head, ()) = braze_core::http::Response::new(()).into_parts();
    let reply = sessions::DataSeriesRequest::decode(&head, body.as_bytes()).unwrap();
    // Room for no more than a few rows beyond those that came: it was made once, from the first row's length.
    assert_eq!(reply.data.len(), 100);
    assert!(reply.data.capacity() < 110, "{}", reply.data.capacity());
}
