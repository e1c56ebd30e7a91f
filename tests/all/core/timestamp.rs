//! Instants on their way out: read from what people write, sent as RFC 3339.

use std::fmt::Write;

use braze_core::{Endpoint, Timestamp, sessions};
use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone, Utc};
use proptest::prelude::*;

#[test]
fn people_may_write_it_in_several_ways() {
    let texts = [
        "2018-06-28T23:59:59-5:00",
        "2018-06-28T23:59:59-05:00",
        "2018-06-28T23:59:59-0500",
        "2018-06-28T23:59:59-05",
        "2018-06-28 23:59:59 -05:00",
        "2018-06-28T23:59-05:00",
        "2018-06-28T23:59:59Z",
        "2018-06-28t23:59:59z",
        "2018-06-28 23:59:59 UTC",
        "  2018-06-28T23:59:59Z\n",
        "2018-06-28T23:59:59.5Z",
        "2018-06-28T23:59:59.123456789+05:45",
        "2018-06-28T23:59:59+00:00",
        "2018-06-28T23:59:59-00:00",
        "2018-06-28",
        "2018-06-28T23:59:59",
        "2018-06-28 23:59",
        "",
        "now",
        "2018-06-28T23:59:59-5",
        "2018-06-28T23:59:59 5:00",
        "2018-06-31T00:00:00Z",
        "2018-06-28T25:00:00Z",
        "28.06.2018 23:59:59",
        "1530230399",
    ];
    let mut table = String::new();
    for text in texts {
        match text.parse::<Timestamp>() {
            Ok(time) => writeln!(table, "{text:?} -> {time}"),
            Err(error) => writeln!(table, "{text:?} is refused: {error}"),
        }
        .unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn what_rfc_3339_cannot_hold_is_refused_before_it_is_sent() {
    let date = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
    let leap = NaiveDate::from_ymd_opt(2016, 12, 31).unwrap();
    let leap = leap.and_hms_milli_opt(23, 59, 59, 1_500).unwrap();
    let odd_offset = FixedOffset::east_opt(3_630).unwrap().from_utc_datetime(&date(2024));
    let cases = [
        Timestamp::from(date(10_000).and_utc()),
        Timestamp::from(date(-1).and_utc()),
        Timestamp::from(DateTime::<Utc>::MAX_UTC),
        Timestamp::from(DateTime::<Utc>::MIN_UTC),
        Timestamp::from(odd_offset),
        Timestamp::from(leap.and_utc()),
    ];
    let mut table = String::new();
    for time in cases {
        let request = sessions::DataSeriesRequest::new(1).ending_at(time);
        writeln!(table, "{}", request.check().unwrap_err()).unwrap();
    }
    insta::assert_snapshot!(table);
}

/// Every instant with every offset that RFC 3339 can hold.
fn sendable() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let first = NaiveDate::from_ymd_opt(0, 1, 2).unwrap().and_hms_opt(0, 0, 0).unwrap();
    let last = NaiveDate::from_ymd_opt(9999, 12, 30).unwrap().and_hms_opt(23, 59, 59).unwrap();
    let seconds = first.and_utc().timestamp()..=last.and_utc().timestamp();
    let nanos = prop_oneof![
        Just(0),
        (0..1_000u32).prop_map(|millis| millis * 1_000_000),
        0..1_000_000_000u32
    ];
    (seconds, nanos, -1_439..=1_439i32).prop_map(|(seconds, nanos, minutes)| {
        let instant = DateTime::from_timestamp(seconds, nanos).unwrap();
        instant.with_timezone(&FixedOffset::east_opt(minutes * 60).unwrap())
    })
}

proptest! {
    #[test]
    fn every_instant_leaves_as_rfc_3339_and_comes_back_the_same(instant in sendable()) {
        let text = Timestamp::from(instant).to_string();
        prop_assert_eq!(DateTime::parse_from_rfc3339(&text).unwrap(), instant);
        let back: Timestamp = text.parse().unwrap();
        prop_assert_eq!(back.date_time(), instant);
        prop_assert_eq!(*back.date_time().offset(), *instant.offset());
        prop_assert_eq!(back.to_string(), text);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>()) {
        let _ = text.parse::<Timestamp>();
    }

    #[test]
    fn no_instant_is_checked_or_written_with_a_panic(
        seconds in DateTime::<Utc>::MIN_UTC.timestamp()..=DateTime::<Utc>::MAX_UTC.timestamp(),
        offset in -86_399..=86_399i32,
    ) {
        let offset = FixedOffset::east_opt(offset).unwrap();
        let instant = DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&offset);
        let request = sessions::DataSeriesRequest::new(1).ending_at(instant);
        let valid = request.check().is_ok();
        let text = Timestamp::from(instant).to_string();
        prop_assert_eq!(valid, text.parse::<Timestamp>().is_ok_and(|back| back.date_time() == instant));
    }
}
