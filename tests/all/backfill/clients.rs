//! Both clients against the sandbox, over sockets: the same rows and the same coverage.

use braze_core::backfill::{Backfill, Coverage, Range, Row};
use braze_core::sessions::{DataSeriesPoint, DataSeriesRequest};
use braze_core::{Config, Unit};
use braze_sandbox::{Clock, Sandbox, Workspace};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

type Rows = Vec<Row<u64>>;

fn blocking(sandbox: &Sandbox, backfill: Backfill<DataSeriesRequest>) -> (Rows, Coverage) {
    let config = Config::new(sandbox.base_url(), sandbox.api_key());
    let client = braze_blocking::Client::with_config(config).unwrap();
    client.export(backfill).unwrap().into_rows().unwrap()
}

fn nonblocking(sandbox: &Sandbox, backfill: Backfill<DataSeriesRequest>) -> (Rows, Coverage) {
    let config = Config::new(sandbox.base_url(), sandbox.api_key());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let client = braze_async::Client::with_config(config).unwrap();
        client.export(backfill).unwrap().into_rows().await.unwrap()
    })
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn midnight(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc()
}

fn points(rows: &Rows) -> Vec<DataSeriesPoint> {
    rows.iter().map(|row| DataSeriesPoint::new(row.time.clone(), row.value)).collect()
}

#[test]
fn days_and_hours_are_the_truth_of_the_sandbox() {
    let clock = Clock::fixed("2024-05-15T10:30:00Z".parse().unwrap());
    let sandbox = Sandbox::builder().workspace(Workspace::new()).clock(clock).start().unwrap();
    let (from, to) = (date("2023-07-01"), date("2024-04-26"));
    let hours_to = date("2023-07-11");
    let ranges = [
        (Unit::Day, to, Range::days(from, to), 300),
        (Unit::Hour, hours_to, Range::hours(midnight(from), midnight(hours_to)), 240),
    ];
    for (unit, to, range, count) in ranges {
        let request = DataSeriesRequest::new(1).unit(unit);
        let truth = sandbox.truth(&request, from, to);
        for (rows, coverage) in [
            blocking(&sandbox, Backfill::new(request.clone(), range)),
            nonblocking(&sandbox, Backfill::new(request.clone(), range)),
        ] {
            assert_eq!(points(&rows), truth);
            assert!(rows.iter().all(|row| row.complete));
            assert!(coverage.is_clean(), "{coverage}");
            assert_eq!((coverage.expected, coverage.returned), (count, count));
        }
    }
}
