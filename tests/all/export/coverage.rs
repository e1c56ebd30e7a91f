//! Coverage: every kind of finding and note.

use braze_core::export::{Absent, Coverage, Export, ExportError, Problem, Range, Zone};
use braze_core::sessions::DataSeriesRequest;
use chrono::TimeDelta;

use super::model::Model;
use super::peer::{Answer, Asked, Driver, Order, Trip, attempts, date, instant, session_with};

const LATER: &str = "2025-06-01T00:00:00Z";

/// Days from 2024-01-01; more than 98 take two windows.
fn days(count: i64) -> Export<DataSeriesRequest> {
    let from = date("2024-01-01");
    Export::new(DataSeriesRequest::new(1), Range::days(from, from + TimeDelta::days(count)))
}

fn day(number: i64) -> String {
    (date("2024-01-01") + TimeDelta::days(number)).to_string()
}

/// The export of some days whose tidy rows were changed.
fn read(
    export: Export<DataSeriesRequest>,
    mut change: impl FnMut(&Asked, &mut Vec<(String, u64)>),
) -> Trip {
    Driver::at(LATER).run(export, |asked| {
        let mut rows = Model::UTC.rows(asked);
        change(asked, &mut rows);
        Answer::Rows(rows)
    })
}

fn value(rows: &mut [(String, u64)], day: &str) -> Option<usize> {
    rows.iter().position(|(time, _)| time == day)
}

fn set(rows: &mut [(String, u64)], day: &str, to: u64) {
    if let Some(index) = value(rows, day) {
        rows[index].1 = to;
    }
}

fn remove(rows: &mut Vec<(String, u64)>, days: impl IntoIterator<Item = i64>) {
    for number in days {
        rows.retain(|(time, _)| *time != day(number));
    }
}

#[test]
fn a_tidy_export_is_clean() {
    let trip = read(days(300), |_, _| {});
    assert_eq!(trip.rows.len(), 300);
    insta::assert_snapshot!(trip.findings(), @"complete: 300 of 300 days");
}

#[test]
fn missing_buckets_are_runs() {
    // 197 and 198 lie on both sides of the border of two windows.
    let trip = read(days(300), |_, rows| remove(rows, [0, 1, 50, 196, 197, 198, 199, 299]));
    assert_eq!(trip.rows.len(), 292);
    insta::assert_snapshot!(trip.findings(), @"
    2 buckets from 2024-01-01 to 2024-01-03 (exclusive) are missing
    2024-02-20 is missing
    4 buckets from 2024-07-15 to 2024-07-19 (exclusive) are missing
    2024-10-26 is missing
    findings: 292 of 300 days complete, 8 missing
    ");
}

#[test]
fn a_reply_without_rows_is_missing_from_end_to_end() {
    let trip = read(days(98 * 3), |asked, rows| {
        if asked.number == 1 {
            rows.clear();
        }
    });
    // Two of its days came back as the slack of a neighbour.
    assert_eq!(trip.rows.len(), 98 * 2 + 2);
    insta::assert_snapshot!(trip.findings(), @"
    96 buckets from 2024-04-08 to 2024-07-13 (exclusive) are missing
    findings: 198 of 294 days complete, 96 missing
    ");
    let trip = read(days(300), |_, rows| rows.clear());
    insta::assert_snapshot!(trip.findings(), @"
    300 buckets from 2024-01-01 to 2024-10-27 (exclusive) are missing
    findings: 0 of 300 days complete, 300 missing
    ");
}

#[test]
fn a_bucket_that_comes_twice_is_a_finding_only_with_another_value() {
    let trip = read(days(5), |_, rows| {
        let index = value(rows, &day(1)).unwrap();
        let twin = rows[index].clone();
        rows.insert(index, twin);
        let index = value(rows, &day(3)).unwrap();
        rows[index].1 = 10;
        for value in [20, 10, 30] {
            rows.insert(index + 1, (day(3), value));
        }
    });
    assert_eq!(trip.values()[3], (day(3), 20));
    insta::assert_snapshot!(trip.findings(), @"
    2024-01-04 came twice in one reply, as 10 and as 30
    findings: 5 of 5 days complete, 1 day doubled, 1 day doubled alike
    ");
}

#[test]
fn it_is_enough_that_one_of_two_replies_has_it_twice() {
    // Day 5 comes back in both windows; only the second one has it twice.
    let doubled = |value: u64| {
        let trip = read(days(104), |asked, rows| {
            let index = self::value(rows, &day(5)).unwrap();
            rows[index].1 = 10;
            if asked.number == 1 {
                rows.insert(index, (day(5), value));
            }
        });
        assert_eq!(trip.values()[5], (day(5), 10));
        (trip.coverage.doubled, trip.coverage.doubled_alike, trip.coverage.changed)
    };
    assert_eq!(doubled(10), (0, 1, 0));
    assert_eq!(doubled(11), (1, 0, 0));
}

#[test]
fn rows_beyond_the_slack_are_unexpected() {
    let trip = read(days(5), |_, rows| rows.insert(0, (day(-3), 1)));
    insta::assert_snapshot!(trip.findings(), @"
    the row of 2023-12-29 was not asked for
    findings: 5 of 5 days complete, 1 row unexpected
    ");
}

#[test]
fn one_stray_row_is_no_zone() {
    let trip = read(days(5), |_, rows| rows.push((day(8), 1)));
    assert_eq!((trip.coverage.unexpected, trip.coverage.probable_utc_offset_hours), (1, None));
    // Two strays and one missing are not the same number.
    let trip = read(days(5), |_, rows| {
        remove(rows, [0]);
        rows.extend([(day(8), 1), (day(9), 1)]);
    });
    assert_eq!((trip.coverage.unexpected, trip.coverage.probable_utc_offset_hours), (2, None));
}

#[test]
fn a_server_that_returns_more_than_was_asked_for_is_told_on() {
    let trip = read(days(300), |asked, rows| {
        let mut more = asked.clone();
        more.request.length = 150;
        *rows = Model::UTC.rows(&more);
    });
    assert_eq!(trip.rows.len(), 300);
    assert_eq!((trip.coverage.missing, trip.coverage.unexpected), (0, 50 * 3 + 142));
}

#[test]
fn what_neighbouring_windows_say_of_the_same_bucket_is_compared() {
    // Windows: 0..104 is 6 and 98. Day 5 comes back in both.
    let trip = read(days(104), |asked, rows| set(rows, &day(5), 10 + asked.number as u64));
    assert_eq!(trip.values()[5], (day(5), 11));
    insta::assert_snapshot!(trip.findings(), @"
    2024-01-06 changed from 10 to 11 between two readings
    findings: 104 of 104 days complete, 1 day changed
    ");
}

#[test]
fn the_later_reading_is_the_one_that_was_sent_later() {
    // Whichever comes back first.
    for order in [Order::Oldest, Order::Newest] {
        let trip = Driver::at(LATER).order(order).run(days(104), |asked| {
            let mut rows = Model::UTC.rows(asked);
            set(&mut rows, &day(5), 10 + asked.number as u64);
            Answer::Rows(rows)
        });
        assert_eq!(trip.values()[5], (day(5), 11), "{order:?}");
        assert_eq!(trip.coverage.changed, 1);
    }
    // The first window needs another attempt, and so reads last.
    let session = session_with(attempts(2));
    let trip = Driver::at(LATER).run_with(&session, days(104), usize::MAX, |asked| {
        let mut rows = Model::UTC.rows(asked);
        set(&mut rows, &day(5), 10 + asked.number as u64);
        if asked.number == 0 { Answer::Cut } else { Answer::Rows(rows) }
    });
    assert_eq!(trip.requests.len(), 3);
    assert_eq!(trip.values()[5], (day(5), 12));
    insta::assert_snapshot!(trip.findings(), @"
    2024-01-06 changed from 11 to 12 between two readings
    findings: 104 of 104 days complete, 1 day changed
    ");
}

#[test]
fn a_bucket_that_was_open_may_change() {
    // By the server's clock it is 2024-01-06, and day 5 is not over, when the first window is read.
    let skew = instant("2024-01-06T10:00:00Z") - instant(LATER);
    let read = |skews: [TimeDelta; 2]| {
        Driver::at(LATER).run(days(104).include_open(true), |asked| {
            let mut rows = Model::UTC.rows(asked);
            set(&mut rows, &day(5), 10 + asked.number as u64);
            Answer::Dated(rows, skews[asked.number])
        })
    };
    let changed = |trip: &Trip| (trip.values()[5].1, trip.coverage.changed);
    assert_eq!(changed(&read([skew, TimeDelta::zero()])), (11, 0));
    assert_eq!(changed(&read([TimeDelta::zero(), TimeDelta::zero()])), (11, 1));
}

#[test]
fn the_order_of_rows_is_a_note() {
    let descending = read(days(104), |_, rows| rows.reverse());
    let shuffled = read(days(104), |_, rows| rows.swap(0, 3));
    let shuffled_and_descending = read(days(104), |_, rows| {
        rows.reverse();
        rows.swap(1, 2);
    });
    let tidy = read(days(104), |_, _| {}).values();
    for trip in [descending, shuffled, shuffled_and_descending] {
        assert_eq!(trip.values(), tidy);
        insta::allow_duplicates! {
            insta::assert_snapshot!(trip.findings(), @"complete: 104 of 104 days, 2 replies unordered");
        }
    }
}

#[test]
fn a_server_in_another_zone_is_recognised() {
    // By the company's clock, and without saying so.
    let read = |offset: i64| {
        let range = Range::hours(instant("2024-01-01T00:00:00Z"), instant("2024-01-03T00:00:00Z"));
        Driver::at(LATER).run(Export::new(DataSeriesRequest::new(1), range), |asked| {
            let rows = Model { offset, ..Model::UTC }.rows(asked).into_iter();
            let local = |time: String| {
                let local = instant(&time) + TimeDelta::minutes(offset);
                local.format("%Y-%m-%dT%H:%M:%S").to_string()
            };
            Answer::Rows(rows.map(|(time, value)| (local(time), value)).collect())
        })
    };
    let behind = read(-5 * 60);
    insta::assert_snapshot!(behind.coverage, @"findings: 43 of 48 hours complete, 5 missing, 5 rows unexpected, 43 times without an offset; the server's hours are probably those of a zone near UTC-05:00: set the zone");
    let ahead = read(9 * 60);
    insta::assert_snapshot!(ahead.coverage, @"findings: 41 of 48 hours complete, 7 missing, 7 rows unexpected, 41 times without an offset; the server's hours are probably those of a zone near UTC+09:00: set the zone");
    assert_eq!(read(0).coverage.probable_utc_offset_hours, None);
    assert_eq!(read(60).coverage.probable_utc_offset_hours, None, "the slack takes care of it");
}

#[test]
fn counts_are_exact_and_details_are_kept_up_to_a_number() {
    let trip = read(days(98 * 5), |_, rows| {
        rows.retain(|(time, _)| {
            date(time).signed_duration_since(date("2024-01-01")).num_days() % 2 == 0
        });
        let bogus = (0..50).map(|number| (format!("no {number}"), 0));
        rows.extend(bogus);
    });
    assert_eq!((trip.coverage.missing, trip.coverage.unreadable), (245, 250));
    let of = |kind: fn(&Problem) -> bool| {
        trip.coverage.findings().iter().filter(|finding| kind(&finding.problem)).count()
    };
    assert_eq!(of(|problem| matches!(problem, Problem::Missing { .. })), Coverage::KEPT);
    assert_eq!(of(|problem| matches!(problem, Problem::Unreadable { .. })), Coverage::KEPT);
}

/// A server that leaves out what did not happen.
fn sparse(count: i64, absent: Absent, empty: impl Fn(i64) -> bool) -> Trip {
    let empty: Vec<i64> = (-3..count + 3).filter(|number| empty(*number)).collect();
    read(days(count).absent(absent), |_, rows| remove(rows, empty.iter().copied()))
}

#[test]
fn what_a_server_leaves_out_can_be_taken_for_zero() {
    let empty = |number| number < 2 || (10..13).contains(&number) || number > 17;
    let missing = sparse(20, Absent::Missing, empty);
    assert_eq!((missing.rows.len(), missing.coverage.missing), (13, 7));
    let zero = sparse(20, Absent::Zero, empty);
    let filled: Vec<_> = zero.values().into_iter().filter(|(_, value)| *value == 0).collect();
    assert_eq!(filled, [10, 11, 12].map(|number| (day(number), 0)));
    assert!(zero.rows.iter().all(|row| row.complete));
    assert!(zero.rows.is_sorted_by_key(|row| row.start));
    // Before the first row and after the last one nothing says that it is not missing.
    insta::assert_snapshot!(zero.findings(), @"
    2 buckets from 2024-01-01 to 2024-01-03 (exclusive) are missing
    2 buckets from 2024-01-19 to 2024-01-21 (exclusive) are missing
    findings: 16 of 20 days complete, 4 missing, 3 days filled with zero
    ");
}

#[test]
fn after_rows_that_were_read_before_the_beginning_can_be_zero_too() {
    let read = |after_rows| {
        let export = days(20).absent(Absent::Zero).after_rows(after_rows);
        read(export, |_, rows| remove(rows, -3..2))
    };
    let (first, later) = (read(false), read(true));
    assert_eq!((first.coverage.missing, first.coverage.filled), (2, 0));
    assert_eq!((later.coverage.missing, later.coverage.filled), (0, 2));
    assert_eq!(later.values()[..2], [(day(0), 0), (day(1), 0)]);
}

#[test]
fn zeros_do_not_stop_at_the_border_of_a_window() {
    // Windows begin at 0, 6, 104 and 202.
    for empty in [100..110, 104..105, 1..203, 103..206] {
        let trip = sparse(300, Absent::Zero, |number| empty.contains(&number));
        assert!(trip.coverage.is_clean(), "{empty:?}: {}", trip.findings());
        assert_eq!(trip.coverage.filled, empty.clone().count() as u64);
        assert_eq!(trip.rows.len(), 300);
        let starts: Vec<_> = trip.rows.iter().map(|row| row.start.to_string()).collect();
        assert_eq!(starts, (0..300).map(day).collect::<Vec<_>>());
    }
}

#[test]
fn a_strict_export_ends_in_its_findings() {
    let trip = read(days(5).strict(true), |_, rows| remove(rows, [2]));
    assert_eq!(trip.rows.len(), 4, "rows come all the same, before it");
    let Err(error @ ExportError::Findings(_)) = &trip.end else { panic!("{:?}", trip.end) };
    insta::assert_snapshot!(error, @"the result has findings: 4 of 5 days complete, 1 missing");
    assert!(error.cursor().is_none());
    // Notes are no findings.
    let trip = read(days(5).strict(true), |_, rows| rows.reverse());
    assert!(trip.end.is_ok());
}

#[test]
fn findings_tell_the_series_apart() {
    let apps = ["one", "two"].map(|app| DataSeriesRequest::new(1).app_id(app)).to_vec();
    let range = Range::days(date("2024-01-01"), date("2024-01-04"));
    // The second one is missing the day after that of the first one: no run goes over both.
    let trip = read(Export::many(apps, range), |asked, rows| {
        remove(rows, if asked.request.app_id.as_deref() == Some("one") { [0] } else { [1] });
    });
    let findings = trip.coverage.findings().iter();
    let findings: Vec<_> =
        findings.map(|finding| (finding.selection, finding.to_string())).collect();
    assert_eq!(
        findings,
        [0, 1].map(|series| (series, format!("{} is missing", day(series as i64))))
    );
    assert_eq!((trip.coverage.expected, trip.coverage.returned), (6, 4));
    let series: Vec<_> = trip.rows.iter().map(|row| row.selection).collect();
    assert_eq!(series, [0, 0, 1, 1]);
}

#[test]
fn a_zone_does_not_change_what_is_asked_for() {
    let asked = |zone: Option<&str>| {
        let mut export = days(300);
        if let Some(zone) = zone {
            export = export.zone(zone.parse::<Zone>().unwrap());
        }
        let requests = read(export, |_, _| {}).requests;
        requests.into_iter().map(|asked| asked.request).collect::<Vec<_>>()
    };
    assert_eq!(asked(None), asked(Some("Asia/Kolkata")));
    assert_eq!(asked(None), asked(Some("-12:00")));
}
