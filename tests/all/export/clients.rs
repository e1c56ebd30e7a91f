//! Both clients against the sandbox, over sockets: the same rows and the same coverage.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use braze_core::export::{
    Coverage, Export, ExportError, Problem, Range, Row, Start, Windows, Zone,
};
use braze_core::operation::Operation;
use braze_core::sessions::DataSeriesRequest;
use braze_core::{
    Backoff, Config, FlatPoint, FlatSeries, Observer, Point, RetryPolicy, Series, Unit, kpi,
    purchases,
};
use braze_sandbox::{
    Builder, Clock, EndingBucket, ExpectedRequest, Fault, HourSpelling, IncompleteBucket, Rule,
    Sandbox, Scenario, Workspace,
};
use chrono::TimeDelta;
use http::StatusCode;

use super::peer::{date, instant, midnight};

type ValueOf<E> = <<E as Series>::Point as Point>::Value;

/// The result of an export.
type Outcome<E> = Result<(Vec<Row<ValueOf<E>>>, Coverage), ExportError>;

pub(crate) const CLIENTS: [Client; 2] = [Client::Blocking, Client::Async];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Client {
    Blocking,
    Async,
}

/// A client's settings, without long waits.
pub(crate) fn config(sandbox: &Sandbox) -> Config {
    let backoff = Backoff::new(Duration::from_millis(1), Duration::from_millis(5));
    let retry = RetryPolicy::default().backoff(backoff);
    Config::new(sandbox.base_url(), sandbox.api_key()).retry(retry)
}

impl Client {
    fn export<E>(self, config: Config, export: Export<E>) -> Outcome<E>
    where
        E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
    {
        match self {
            Self::Blocking => {
                let client = blocking(config);
                client.export(export)?.into_rows()
            }
            Self::Async => runtime().block_on(async {
                let client = asynchronous(config);
                client.export(export)?.into_rows().await
            }),
        }
    }
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// A client whose time is that of the sandbox.
pub(crate) fn blocking(config: Config) -> braze_blocking::Client {
    braze_blocking::Client::builder(config).clock(now).build().unwrap()
}

/// The same of the other transport.
pub(crate) fn asynchronous(config: Config) -> braze_async::Client {
    braze_async::Client::builder(config).clock(now).build().unwrap()
}

/// The time of the sandbox and the clients.
pub(crate) fn now() -> SystemTime {
    instant("2024-05-15T10:30:00Z").into()
}

/// A sandbox whose time is 2024-05-15, 10:30 UTC.
pub(crate) fn sandbox() -> Builder {
    Sandbox::builder().clock(Clock::fixed(now().into()))
}

/// The export of one series by both clients, which must agree.
pub(super) fn both<E>(sandbox: &Sandbox, export: &Export<E>) -> (Vec<Row<ValueOf<E>>>, Coverage)
where
    E: Series<Point: Send, Output: Send> + Clone + Send + 'static,
{
    let [blocking, nonblocking] =
        CLIENTS.map(|client| client.export(config(sandbox), export.clone()).unwrap());
    assert_eq!(blocking, nonblocking);
    blocking
}

fn points<E: FlatSeries>(rows: &[Row<ValueOf<E>>]) -> Vec<E::Point> {
    rows.iter().map(|row| E::Point::new(row.time.clone(), row.value)).collect()
}

/// The requests that a plan takes.
fn plan<E: Series + Clone>(request: &E, range: Range) -> Vec<ExpectedRequest> {
    let windows = Windows::new(range, E::MAX_LENGTH);
    let requests = windows.map(|window| {
        let mut request = request.clone();
        request.window(range.unit(), window.length(), Some(window.ending_at()));
        ExpectedRequest::from_request(&request)
    });
    requests.collect()
}

fn of_day(days: i64) -> (Range, DataSeriesRequest) {
    let from = date("2023-07-01");
    let range = Range::days(from, from + TimeDelta::days(days));
    (range, DataSeriesRequest::new(1).unit(Unit::Day))
}

#[test]
fn days_and_hours_are_the_truth_of_the_sandbox() {
    let sandbox = sandbox().start().unwrap();
    let (from, to) = (date("2023-07-01"), date("2023-07-11"));
    let hours = Range::hours(midnight(from), midnight(to));
    let (days, _) = of_day(300);
    for (unit, to, range) in
        [(Unit::Day, from + TimeDelta::days(300), days), (Unit::Hour, to, hours)]
    {
        let request = DataSeriesRequest::new(1).unit(unit);
        let (rows, coverage) = both(&sandbox, &Export::new(request.clone(), range));
        assert_eq!(points::<DataSeriesRequest>(&rows), sandbox.truth(&request, from, to));
        assert!(rows.iter().all(|row| row.complete));
        assert!(coverage.is_clean(), "{coverage}");
        assert_eq!((coverage.expected, coverage.returned), (range.len(), range.len()));
    }
}

/// A series of any endpoint, whole.
fn whole<E>(sandbox: &Sandbox, request: &E)
where
    E: Operation + FlatSeries<Point: Send + PartialEq, Output: Send>,
{
    let (from, to) = (date("2023-07-01"), date("2024-01-01"));
    let (rows, coverage) = both(sandbox, &Export::new(request.clone(), Range::days(from, to)));
    assert_eq!(points::<E>(&rows), sandbox.truth(request, from, to));
    assert!(coverage.is_clean(), "{coverage}");
}

#[test]
fn any_series_is_exported_amounts_of_money_too() {
    let sandbox = sandbox().start().unwrap();
    whole(&sandbox, &purchases::RevenueSeriesRequest::new(1));
    whole(&sandbox, &purchases::QuantitySeriesRequest::new(1));
    whole(&sandbox, &kpi::DauRequest::new(1));
}

#[test]
fn many_series_are_told_apart() {
    let sandbox = sandbox().start().unwrap();
    let requests = ["one", "two", "three"].map(|app| DataSeriesRequest::new(1).app_id(app));
    let (range, _) = of_day(150);
    let (rows, coverage) = both(&sandbox, &Export::many(requests.to_vec(), range));
    assert!(coverage.is_clean(), "{coverage}");
    for (series, request) in requests.iter().enumerate() {
        let own: Vec<_> = rows.iter().filter(|row| row.selection == series).cloned().collect();
        let (from, to) = (date("2023-07-01"), date("2023-11-28"));
        assert_eq!(points::<DataSeriesRequest>(&own), sandbox.truth(request, from, to));
    }
}

/// Every row is true, and what is not there is named as missing.
fn check_against_truth(
    case: &str,
    truth: &[impl Point<Value = u64>],
    rows: &[Row<u64>],
    coverage: &Coverage,
) {
    let told: BTreeSet<_> =
        rows.iter().map(|row| (row.time.to_string(), row.value, row.start)).collect();
    assert_eq!(told.len(), rows.len(), "{case}");
    let mut rows = rows.iter();
    let mut missing = 0;
    let mut next = rows.next();
    for point in truth {
        match next {
            Some(row) if row.time == *point.time() => {
                assert_eq!(row.value, point.value(), "{case}: {}", row.start);
                next = rows.next();
            }
            _ => missing += 1,
        }
    }
    assert!(next.is_none(), "{case}: rows that are not true");
    assert_eq!(coverage.missing, missing, "{case}: {coverage}");
    assert_eq!(coverage.returned + missing, truth.len() as u64, "{case}: {coverage}");
    assert_eq!((coverage.doubled, coverage.changed, coverage.unexpected), (0, 0, 0), "{case}");
    let named: u64 = coverage
        .findings()
        .iter()
        .map(|finding| match finding.problem {
            Problem::Missing { count, .. } => count,
            _ => 0,
        })
        .sum();
    assert_eq!(named, missing, "{case}");
}

/// Days and hours of a zone, over a change of its clocks, in all that is not known about the service.
fn check_zone(name: &str, from: &str) {
    let zone: braze_sandbox::Zone = name.parse().unwrap();
    let own_zone: Zone = name.parse().unwrap();
    let from = date(from);
    let tidy = || Workspace::new().zone(zone);
    let untidy = || tidy().gaps(0.03).doubles(0.03).shuffled(true);
    for ending in [EndingBucket::Excluded, EndingBucket::Included] {
        for spelling in HourSpelling::ALL {
            for (workspace, is_tidy) in [(tidy(), true), (untidy(), false)] {
                let case = format!("{name}, {ending:?}, {spelling:?}, tidy: {is_tidy}");
                let workspace = workspace.ending_bucket(ending).hours(spelling);
                let sandbox = sandbox().workspace(workspace).start().unwrap();
                let to = from + TimeDelta::days(9);
                let request = DataSeriesRequest::new(1).unit(Unit::Hour);
                let truth = sandbox.truth(&request, from, to);
                let range = Range::hours_of_days(from, to, own_zone);
                assert_eq!(range.len(), truth.len() as u64, "{case}");
                let export = Export::new(request.clone(), range).zone(own_zone);
                let (rows, coverage) = both(&sandbox, &export);
                check_against_truth(&case, &truth, &rows, &coverage);
                assert_eq!(coverage.is_clean(), is_tidy, "{case}: {coverage}");
                let requests = plan(&request, range);
                sandbox.verify_in_any_order([requests.clone(), requests].concat()).unwrap();
            }
        }
        let workspace = untidy().ending_bucket(ending).incomplete_bucket(IncompleteBucket::Absent);
        let sandbox = sandbox().workspace(workspace).start().unwrap();
        let to = from + TimeDelta::days(190);
        let request = DataSeriesRequest::new(1).unit(Unit::Day);
        let export = Export::new(request.clone(), Range::days(from, to));
        let (rows, coverage) = both(&sandbox, &export);
        let case = format!("{name}, {ending:?}, days");
        check_against_truth(&case, &sandbox.truth(&request, from, to), &rows, &coverage);
        assert!(coverage.missing > 0 && coverage.doubled_alike > 0, "{case}: {coverage}");
    }
}

#[test]
fn everything_unknown_works_either_way_in_utc() {
    check_zone("UTC", "2023-06-27");
}

#[test]
fn everything_unknown_works_either_way_in_new_york() {
    check_zone("America/New_York", "2023-11-01");
    check_zone("America/New_York", "2023-03-08");
}

#[test]
fn everything_unknown_works_either_way_in_kolkata() {
    check_zone("Asia/Kolkata", "2023-06-27");
}

#[test]
fn everything_unknown_works_either_way_in_kiritimati() {
    check_zone("Pacific/Kiritimati", "2023-06-27");
}

#[test]
fn everything_unknown_works_either_way_in_gmt_plus_12() {
    check_zone("Etc/GMT+12", "2023-06-27");
}

#[test]
fn values_that_were_revised_are_the_same_to_both_clients() {
    let range = Range::days(date("2023-10-01"), date("2024-05-01"));
    let exports = CLIENTS.map(|client| {
        // A sandbox for each: with every reading the values go up.
        let sandbox = sandbox().workspace(Workspace::new().late_days(400)).start().unwrap();
        let export = Export::new(DataSeriesRequest::new(1), range).concurrency(1);
        client.export(config(&sandbox), export).unwrap()
    });
    assert_eq!(exports[0], exports[1]);
    let (rows, coverage) = &exports[0];
    assert_eq!(rows.len() as u64, range.len());
    // Three windows, two borders, two days of each that both sides read.
    assert_eq!((coverage.changed, coverage.missing), (4, 0), "{coverage}");
    for finding in coverage.findings() {
        let Problem::Changed { time, earlier, later } = &finding.problem else {
            panic!("{finding}")
        };
        let row = rows.iter().find(|row| row.start == *time).unwrap();
        assert_eq!(row.value.to_string(), *later);
        assert!(earlier.parse::<u64>().unwrap() < row.value);
    }
}

#[test]
fn the_requests_are_those_of_the_plan_and_only_retries_come_on_top() {
    let flaky = Scenario::new("flaky")
        .rule(Rule::fault(Fault::status(StatusCode::BAD_GATEWAY)).attempts(1..=1).chance(0.2))
        .rule(Rule::fault(Fault::Reset).attempts(1..=2).chance(0.2));
    for client in CLIENTS {
        let sandbox = sandbox().scenario(flaky.clone()).start().unwrap();
        let from = midnight(date("2023-07-01"));
        let range = Range::hours(from, from + TimeDelta::days(100));
        let request = DataSeriesRequest::new(1).unit(Unit::Hour);
        let (rows, coverage) =
            client.export(config(&sandbox), Export::new(request.clone(), range)).unwrap();
        assert_eq!((rows.len(), coverage.is_clean()), (2_400, true), "{coverage}");
        let received = sandbox.requests();
        let failed = received.iter().filter(|received| received.fault.is_some()).count();
        assert!(failed > 0);
        assert_eq!(received.len(), 25 + failed, "{client:?}");
        let good = received.iter().filter(|received| received.fault.is_none());
        let targets: BTreeSet<_> = good.map(|received| received.target.clone()).collect();
        assert_eq!(targets.len(), plan(&request, range).len());
    }
}

#[test]
fn a_window_that_fails_ends_the_export_the_same_way() {
    let last_good = |number| Rule::good().requests(..=number);
    let scenario = Scenario::new("forbidden from the third on")
        .rule(last_good(2))
        .rule(Rule::fault(Fault::status(StatusCode::FORBIDDEN)));
    let outcomes = CLIENTS.map(|client| {
        let sandbox = sandbox().scenario(scenario.clone()).start().unwrap();
        let from = date("2022-07-01");
        let range = Range::days(from, from + TimeDelta::days(400));
        let export = Export::new(DataSeriesRequest::new(1), range).concurrency(1);
        let error = client.export(config(&sandbox), export).unwrap_err();
        assert!(error.call().unwrap().is_forbidden());
        assert_eq!(sandbox.request_count(), 3);
        (error.to_string(), error.cursor().cloned())
    });
    assert_eq!(outcomes[0], outcomes[1]);
    assert_eq!(outcomes[0].1.as_ref().unwrap().next(), "2022-10-13");
}

#[test]
fn the_day_that_is_not_over_comes_on_request() {
    let sandbox = sandbox().start().unwrap();
    let today = date("2024-05-15");
    for client in CLIENTS {
        let range = Range::days(today - TimeDelta::days(30), today);
        let export = Export::new(DataSeriesRequest::new(1), range).until_now().zone(Zone::UTC);
        let (closed, _) = client.export(config(&sandbox), export.clone()).unwrap();
        let (open, coverage) = client.export(config(&sandbox), export.include_open(true)).unwrap();
        assert!(closed.iter().all(|row| row.complete));
        let last = open.last().unwrap();
        assert_eq!(last.start, Start::Date(today), "{client:?}");
        assert_eq!((last.complete, coverage.open, coverage.is_clean()), (false, 1, true));
    }
}

#[test]
fn a_strict_export_gives_its_findings_as_an_error() {
    let sandbox = sandbox().workspace(Workspace::new().gaps(0.1)).start().unwrap();
    for client in CLIENTS {
        let (range, request) = of_day(100);
        let error =
            client.export(config(&sandbox), Export::new(request, range).strict(true)).unwrap_err();
        assert!(
            matches!(&error, ExportError::Findings(coverage) if coverage.missing > 0),
            "{error}"
        );
    }
}

#[test]
fn exports_may_go_to_another_thread() {
    fn movable<T: Send>(value: T) -> T {
        value
    }
    let sandbox = sandbox().start().unwrap();
    let (range, request) = of_day(120);
    let export = Export::new(request, range);
    let client = blocking(config(&sandbox));
    let mut rows = client.export(export.clone()).unwrap();
    assert!(rows.next().unwrap().is_ok());
    let rest = std::thread::spawn(move || rows.into_rows().unwrap().0.len());
    assert_eq!(rest.join().unwrap(), 119);
    runtime().block_on(async {
        let client = asynchronous(config(&sandbox));
        let rows = movable(client.export(export).unwrap().into_rows());
        assert_eq!(rows.await.unwrap().0.len(), 120);
    });
}

#[test]
fn the_async_export_is_a_stream() {
    use braze_async::Stream;

    let sandbox = sandbox().start().unwrap();
    let (range, request) = of_day(120);
    runtime().block_on(async {
        let client = asynchronous(config(&sandbox));
        let mut export = client.export(Export::new(request, range)).unwrap();
        let mut rows = 0;
        while let Some(row) =
            std::future::poll_fn(|context| std::pin::Pin::new(&mut export).poll_next(context)).await
        {
            row.unwrap();
            rows += 1;
        }
        assert_eq!((rows, export.coverage().returned), (120, 120));
        assert!(export.next().await.is_none(), "after the end there is nothing more");
    });
}

/// Panics at the second attempt.
#[derive(Debug)]
struct Touchy;

impl Observer for Touchy {
    fn observe(&self, event: &braze_core::Event<'_>) {
        assert!(event.call < 1, "touchy");
    }
}

#[test]
fn an_observer_that_panics_does_not_hang_the_export() {
    for concurrency in [1, 4] {
        let sandbox = sandbox().start().unwrap();
        let client = blocking(config(&sandbox).observer(Arc::new(Touchy)));
        let (range, request) = of_day(400);
        let export = Export::new(request, range).concurrency(concurrency);
        let export = std::panic::AssertUnwindSafe(|| client.export(export).unwrap().into_rows());
        let panic = std::panic::catch_unwind(export).unwrap_err();
        assert_eq!(*panic.downcast_ref::<&str>().unwrap(), "touchy");
    }
}
