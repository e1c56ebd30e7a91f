//! Buckets: days and hours, parsed, moved and counted.

use braze_core::Unit;
use braze_core::export::{Bucket, Start};
use proptest::prelude::*;

fn day(text: &str) -> Bucket {
    Bucket::parse(Unit::Day, text).unwrap()
}

fn hour(text: &str) -> Bucket {
    Bucket::parse(Unit::Hour, text).unwrap()
}

#[test]
fn buckets_follow_one_another() {
    let last = day("2024-02-29");
    assert_eq!((last.next(), last.previous()), (day("2024-03-01"), day("2024-02-28")));
    assert_eq!(day("2024-12-31").next(), day("2025-01-01"));
    // An hour keeps its minutes.
    let hour = hour("2024-02-29T23:30:00Z");
    assert_eq!(hour.next().to_string(), "2024-03-01T00:30:00Z");
    assert_eq!(hour.offset(-24).to_string(), "2024-02-28T23:30:00Z");
    assert_eq!((hour.unit(), last.unit()), (Unit::Hour, Unit::Day));
}

#[test]
fn an_hour_of_any_offset_is_in_utc() {
    assert_eq!(hour("2024-05-01T10:00:00+05:30"), hour("2024-05-01T04:30:00Z"));
}

#[test]
fn offsets_stop_at_the_last_date() {
    for bucket in [day("2024-05-01"), hour("2024-05-01T10:00:00Z")] {
        let (first, last) = (bucket.offset(i64::MIN), bucket.offset(i64::MAX));
        assert!(first < bucket && bucket < last, "{first} {last}");
        assert_eq!((last.next(), first.previous()), (last, first));
    }
}

#[test]
fn buckets_are_counted_from_one_to_another() {
    let (begin, end) = (day("2024-02-01"), day("2024-03-01"));
    assert_eq!((end.since(begin), begin.since(end)), (Some(29), Some(-29)));
    let ten = hour("2024-05-01T10:00:00Z");
    assert_eq!(hour("2024-05-01T11:45:00Z").since(ten), Some(1));
    assert_eq!(hour("2024-05-01T09:45:00Z").since(ten), Some(-1));
    assert_eq!((ten.since(begin), begin.since(ten)), (None, None));
}

#[test]
fn a_bucket_is_written_as_its_start() {
    let (day, hour) = (day("2024-05-01"), hour("2024-05-01T10:00:00Z"));
    let json = serde_json::to_string(&[day, hour]).unwrap();
    assert_eq!(json, r#"["2024-05-01","2024-05-01T10:00:00Z"]"#);
    assert_eq!(Bucket::from(Start::from(day)), day);
}

#[test]
fn other_texts_are_refused_with_an_example() {
    let error = |unit, text| Bucket::parse(unit, text).unwrap_err().to_string();
    insta::assert_snapshot!(
        [
            error(Unit::Day, "2024-02-30"),
            error(Unit::Day, "2024-05-01T10:00:00Z"),
            error(Unit::Hour, "2024-05-01"),
            error(Unit::Hour, ""),
        ]
        .join("\n")
    );
}

proptest! {
    #[test]
    fn counting_is_the_inverse_of_moving(count in -1_000_000..1_000_000_i64) {
        for bucket in [day("2024-05-01"), hour("2024-05-01T10:30:00Z")] {
            prop_assert_eq!(bucket.offset(count).since(bucket), Some(count));
            prop_assert_eq!(bucket.offset(count).offset(-count), bucket);
        }
    }
}
