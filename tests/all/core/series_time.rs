//! The `time` of a row: every spelling is understood or kept, and none is lost.

use std::fmt::Write;

use braze_core::{SeriesTime, TimeValue};
use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;

/// The spellings that the service is known to use, here or elsewhere, and their relatives.
const KNOWN: &[&str] = &[
    "2024-05-01",
    "0000-01-01",
    "2025-01-01T10:00:00",
    "2022-03-28T09:13:40.359Z",
    "2018-03-21T00:00:00Z",
    "2022-11-29T14:59:02+00:00",
    "2020-06-17T20:01:33.385Z",
    "2022-11-01T09:03:19.967+00:00",
    "2020-06-17 19:27:44 +0000",
    "2020-07-10 15:00:00.000 UTC",
    "2020-07-10 15:00:00 UTC",
    "2024-05-01T10:00",
    "2024-05-01 10:00:00",
    "2024-05-01t10:00:00z",
    "2024-05-01T10:00:00-05",
    "2024-05-01T10:00:00-0500",
    "2024-05-01T10:00:00+05:45",
    "2024-05-01T10:00:00-00:00",
    "2024-05-01T10:00:00.123456789-08:00",
    "2024-02-29",
];

/// Near misses, which stay text.
const OTHER: &[&str] = &[
    "",
    " ",
    "last Tuesday",
    "2024",
    "2024-05",
    "2024-5-1",
    "2023-02-29",
    "2024-13-01",
    "24-05-01",
    "+2024-05-01",
    "2024-05-01 ",
    " 2024-05-01",
    "2024-05-01T",
    "2024-05-01T24:00:00Z",
    "2024-05-01T23:59:60Z",
    "2024-05-01T10",
    "2024-05-01T10:00:00.",
    "2024-05-01T10:00:00,5Z",
    "2024-05-01T10:00:00.1234567890Z",
    "2024-05-01T10:00:00 Z",
    "2024-05-01T10:00:00+24:00",
    "2024-05-01T10:00:00+00:60",
    "2024-05-01T10:00:00+5",
    "2018-06-28T23:59:59-5:00",
    "2024-05-01T10:00:00ZZ",
    "2024-05-01T10:00:00 utc",
    "2024-W18-3",
    "1714557600",
    "２０２４-05-01",
];

#[test]
fn known_spellings_are_typed() {
    let mut table = String::new();
    for text in KNOWN {
        let time = SeriesTime::from(*text);
        assert_eq!(time.to_string(), *text, "the original spelling is kept");
        writeln!(table, "{text:<36} {:?}", time.value()).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn anything_else_is_kept_as_text() {
    for text in OTHER {
        let time = SeriesTime::from(*text);
        assert_eq!(time.value(), TimeValue::Other(text));
        assert_eq!(time.to_string(), *text);
    }
}

#[test]
fn a_date_is_never_an_instant_and_an_instant_never_a_date() {
    let day = NaiveDate::from_ymd_opt(2024, 5, 1);
    let instant = DateTime::from_timestamp(1_714_557_600, 0);
    let cases = [
        ("2024-05-01", day, None),
        ("2024-05-01T12:00:00+02:00", None, instant),
        ("2024-05-01T10:00:00Z", None, instant),
        ("2024-05-01T10:00:00", None, None),
        ("some day", None, None),
    ];
    for (text, date, at) in cases {
        let time = SeriesTime::from(text);
        assert_eq!((time.as_date(), time.as_instant()), (date, at), "{text}");
    }
}

#[test]
fn scalars_that_are_no_text_are_kept_too() {
    let read = |json: &str| serde_json::from_str::<SeriesTime>(json).map(|time| time.to_string());
    let texts = ["1714557600", "-1", "1.5", "true", "null"];
    for text in texts {
        assert_eq!(read(text).unwrap(), text);
    }
    assert!(read("[]").is_err() && read("{}").is_err());
}

#[test]
fn typed_times_are_spelled_as_the_documentation_says() {
    let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    let whole = DateTime::<Utc>::from_timestamp(1_714_557_600, 0).unwrap();
    let milli = DateTime::<Utc>::from_timestamp(1_714_557_600, 250_000_000).unwrap();
    let texts = [SeriesTime::from(day), SeriesTime::from(whole), SeriesTime::from(milli)];
    let texts = texts.map(|time| time.to_string());
    assert_eq!(texts, ["2024-02-29", "2024-05-01T10:00:00Z", "2024-05-01T10:00:00.250Z"]);
}

/// Texts that are nearly date-times, which random unicode never is.
fn nearly_a_time() -> impl Strategy<Value = String> {
    let date = "[0-9]{4}-[0-1][0-9]-[0-3][0-9]";
    let time = "[Tt ][0-2][0-9]:[0-6][0-9](:[0-6][0-9](\\.[0-9]{1,10})?)?";
    let zone = "(Z|z| UTC|UTC| ?[+-][0-2][0-9](:?[0-6][0-9])?|[+-][0-9]:[0-9]{2})?";
    proptest::string::string_regex(&format!("{date}({time}{zone})?")).unwrap()
}

proptest! {
    #[test]
    fn every_text_is_written_as_it_was_read(text in any::<String>()) {
        prop_assert_eq!(SeriesTime::from(text.as_str()).to_string(), text);
    }

    #[test]
    fn every_text_that_is_nearly_a_time_is_written_as_it_was_read(text in nearly_a_time()) {
        let time = SeriesTime::from(text.as_str());
        prop_assert_eq!(time.to_string(), text.as_str());
        let json = serde_json::to_string(&time).unwrap();
        prop_assert_eq!(serde_json::from_str::<SeriesTime>(&json).unwrap(), time);
    }

    #[test]
    fn what_chrono_reads_as_rfc_3339_is_the_same_instant(text in nearly_a_time()) {
        if let Ok(instant) = DateTime::parse_from_rfc3339(&text) {
            let time = SeriesTime::from(text.as_str());
            // Leap seconds and digits beyond the nanosecond stay text.
            if !matches!(time.value(), TimeValue::Other(_)) {
                prop_assert_eq!(time.as_instant(), Some(instant.to_utc()));
            }
        }
    }
}
