//! Days and hours as a company's clock cuts them.

use braze_core::sessions::DataSeriesRequest;
use braze_core::{Point, TimeValue, Timestamp, Unit, operation};
use braze_sandbox::{EndingBucket, HourSpelling, IncompleteBucket, Workspace, Zone};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

use super::wire::{at_fixed_time, body, get, times};

const ZONES: [&str; 9] = [
    "UTC",
    "America/New_York",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "America/Sao_Paulo",
    "Pacific/Apia",
];

fn zone(name: &str) -> Zone {
    name.parse().unwrap()
}

fn rows(workspace: Workspace, target: &str) -> Vec<String> {
    times(&get(&at_fixed_time().workspace(workspace).start().unwrap(), target))
}

#[test]
fn the_day_of_ending_at_is_the_last_row_or_the_one_before_is() {
    let target = "/sessions/data_series?length=2&ending_at=2024-05-10T00:00:00Z";
    let rows = |ending| rows(Workspace::new().ending_bucket(ending), target);
    assert_eq!(rows(EndingBucket::Excluded), ["2024-05-08", "2024-05-09"]);
    assert_eq!(rows(EndingBucket::Included), ["2024-05-09", "2024-05-10"]);
}

#[test]
fn the_zone_decides_which_day_an_instant_belongs_to() {
    let target = "/sessions/data_series?length=1&ending_at=2024-05-10T11:00:00Z";
    let last = |name| {
        let workspace = Workspace::new().zone(zone(name)).ending_bucket(EndingBucket::Included);
        rows(workspace, target).remove(0)
    };
    assert_eq!(last("Etc/GMT+12"), "2024-05-09");
    assert_eq!(last("UTC"), "2024-05-10");
    assert_eq!(last("Pacific/Kiritimati"), "2024-05-11");
}

#[test]
fn the_incomplete_bucket_is_partial_or_absent() {
    let target = "/sessions/data_series?length=2&unit=hour";
    let rows = |open| rows(Workspace::new().incomplete_bucket(open), target);
    assert_eq!(rows(IncompleteBucket::Partial), ["2024-05-15T09:00:00Z", "2024-05-15T10:00:00Z"]);
    assert_eq!(rows(IncompleteBucket::Absent), ["2024-05-15T08:00:00Z", "2024-05-15T09:00:00Z"]);

    let partial = at_fixed_time().start().unwrap();
    let so_far = body(&get(&partial, target))["data"][1]["sessions"].as_u64().unwrap();
    partial.clock().advance(std::time::Duration::from_secs(3_600));
    let whole = body(&get(&partial, target))["data"][0]["sessions"].as_u64().unwrap();
    assert!(0 < so_far && so_far < whole, "{so_far} of {whole}");
}

#[test]
fn nothing_is_reported_of_the_future() {
    let target = "/sessions/data_series?length=5&ending_at=2024-05-18T00:00:00Z";
    assert_eq!(rows(Workspace::new(), target), ["2024-05-13", "2024-05-14", "2024-05-15"]);
}

#[test]
fn hours_of_every_spelling_are_cut_by_the_companys_clock() {
    let target = "/sessions/data_series?length=1&unit=hour&ending_at=2024-05-15T08:45:00Z";
    let spelled = HourSpelling::ALL.map(|spelling| {
        let workspace = Workspace::new().zone(zone("Asia/Kolkata")).hours(spelling);
        format!("{spelling:?}: {}", rows(workspace, target).remove(0))
    });
    insta::assert_snapshot!(spelled.join("\n"), @"
    Zulu: 2024-05-15T07:30:00Z
    ZuluMillis: 2024-05-15T07:30:00.000Z
    Offset: 2024-05-15T13:00:00+05:30
    OffsetMillis: 2024-05-15T13:00:00.000+05:30
    Spaced: 2024-05-15 13:00:00 +0530
    SpacedUtc: 2024-05-15 07:30:00.000 UTC
    Local: 2024-05-15T13:00:00
    ");
}

#[test]
fn a_day_may_have_23_or_25_hours_and_its_hours_add_up_to_it() {
    let workspace = || Workspace::new().zone(zone("America/New_York"));
    let sandbox = at_fixed_time().workspace(workspace()).in_process();
    let truth = |unit, day: NaiveDate| {
        let request = DataSeriesRequest::new(1).unit(unit);
        sandbox.truth(&request, day, day.succ_opt().unwrap())
    };
    for (day, hours) in [("2024-03-10", 23), ("2024-11-03", 25), ("2024-05-01", 24)] {
        let day = day.parse().unwrap();
        let (of_day, of_hours) = (truth(Unit::Day, day), truth(Unit::Hour, day));
        assert_eq!(of_hours.len(), hours);
        let sum: u64 = of_hours.iter().map(Point::value).sum();
        assert_eq!(of_day[0].sessions, sum);
    }
}

#[test]
fn a_date_that_a_zone_skipped_is_no_row() {
    // Samoa went over the date line: there was no 30th.
    let sandbox =
        at_fixed_time().workspace(Workspace::new().zone(zone("Pacific/Apia"))).in_process();
    let (from, to) = ("2011-12-29".parse().unwrap(), "2012-01-01".parse().unwrap());
    let times = sandbox.truth(&DataSeriesRequest::new(1), from, to);
    let times: Vec<String> = times.iter().map(|point| point.time.to_string()).collect();
    assert_eq!(times, ["2011-12-29", "2011-12-31"]);
}

#[test]
fn an_unknown_zone_is_an_error_that_shows_how_names_look() {
    let error = "Mars/Base".parse::<Zone>().unwrap_err();
    insta::assert_snapshot!(error, @"there is no time zone `Mars/Base`: give an IANA name such as `America/New_York` or `Etc/GMT-14`");
}

fn any_workspace() -> impl Strategy<Value = Workspace> {
    (any::<u64>(), 0..ZONES.len(), any::<bool>(), any::<bool>()).prop_map(
        |(seed, place, included, absent)| {
            let ending = if included { EndingBucket::Included } else { EndingBucket::Excluded };
            let open = if absent { IncompleteBucket::Absent } else { IncompleteBucket::Partial };
            Workspace::new()
                .seed(seed)
                .zone(zone(ZONES[place]))
                .ending_bucket(ending)
                .incomplete_bucket(open)
        },
    )
}

fn any_instant() -> impl Strategy<Value = DateTime<Utc>> {
    // From 1990 to 2024-05, before the sandbox's now.
    (631_152_000_i64..1_714_500_000).prop_map(|at| DateTime::from_timestamp(at, 0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the window, tidy rows are a piece of the truth, without holes.
    #[test]
    fn reported_rows_are_a_piece_of_the_truth(
        workspace in any_workspace(),
        ending_at in any_instant(),
        length in 1_u32..=100,
        hours in any::<bool>(),
    ) {
        let unit = if hours { Unit::Hour } else { Unit::Day };
        let request = DataSeriesRequest::new(length).unit(unit).ending_at(Timestamp::from(ending_at));
        let sandbox = at_fixed_time().workspace(workspace).in_process();
        let target = operation::target(&request);
        let uri = format!("http://localhost{target}");
        let asked = http::Request::get(uri).header("authorization", sandbox.api_key().authorization());
        let reply = sandbox.exchange(asked.body(bytes::Bytes::new()).unwrap()).reply.unwrap();
        let rows: braze_core::sessions::DataSeries = serde_json::from_slice(reply.body()).unwrap();
        prop_assert_eq!(rows.data.len(), length as usize);

        let day = ending_at.date_naive();
        let (from, to) = (day - TimeDelta::days(103), day + TimeDelta::days(3));
        let truth = sandbox.truth(&request, from, to);
        let start = truth.iter().position(|point| point.time == rows.data[0].time).unwrap();
        prop_assert_eq!(&rows.data[..], &truth[start..start + rows.data.len()]);
    }

    /// Hours follow each other without overlap, also over the changes of the clock.
    #[test]
    fn true_hours_are_an_hour_apart(place in 0..ZONES.len(), at in any_instant()) {
        let workspace = Workspace::new().zone(zone(ZONES[place]));
        let sandbox = at_fixed_time().workspace(workspace).in_process();
        let request = DataSeriesRequest::new(1).unit(Unit::Hour);
        let day = at.date_naive();
        let hours = sandbox.truth(&request, day, day + TimeDelta::days(2));
        let starts: Vec<i64> = hours
            .iter()
            .map(|point| match point.time.value() {
                TimeValue::Instant(start) => start.timestamp(),
                other => panic!("{other:?}"),
            })
            .collect();
        // Lord Howe moves its clock by half an hour.
        prop_assert!(starts.windows(2).all(|two| [1_800, 3_600, 5_400].contains(&(two[1] - two[0]))));
    }
}
