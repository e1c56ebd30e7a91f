//! Rows whose numbers a test sets.

use braze_core::operation::{self, Operation, Visitor};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{FlatSeries, NumericValue, Point, Unit};
use braze_sandbox::{Scenario, Workspace};

use super::wire::{at_fixed_time, body, get};

const DAYS: &str = "/sessions/data_series?length=3&ending_at=2024-05-04T00:00:00Z";

#[test]
fn set_rows_are_served_for_their_series_alone() {
    let ios = DataSeriesRequest::new(1).app_id("ios");
    let workspace = Workspace::new().rows(&ios, [("2024-05-01", 42), ("2024-05-02", 0)]).unwrap();
    let other = at_fixed_time().start().unwrap();
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let target = format!("{DAYS}&app_id=ios");
    let (set, generated) = (body(&get(&sandbox, &target)), body(&get(&other, &target)));
    assert_eq!((&set["data"][0]["sessions"], &set["data"][1]["sessions"]), (&42.into(), &0.into()));
    assert_eq!(set["data"][2], generated["data"][2]);
    assert_eq!(body(&get(&sandbox, DAYS)), body(&get(&other, DAYS)));
}

#[test]
fn rows_that_are_not_set_are_zero_by_choice() {
    let hours = DataSeriesRequest::new(1).unit(Unit::Hour);
    let workspace = Workspace::new()
        .zone("Asia/Kolkata".parse().unwrap())
        .generated(false)
        .rows(&hours, [("2024-05-01T10:30:00Z", 7)])
        .unwrap();
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let target = "/sessions/data_series?length=2&unit=hour&ending_at=2024-05-01T11:30:00Z";
    let reply = body(&get(&sandbox, target));
    let values = [&reply["data"][0]["sessions"], &reply["data"][1]["sessions"]];
    assert_eq!(values, [&serde_json::json!(0), &serde_json::json!(7)]);
}

#[test]
fn every_series_takes_rows() {
    struct Sets(usize);
    impl Visitor for Sets {
        fn endpoint<E: Operation>(&mut self) {}

        fn series<E: Operation + FlatSeries>(&mut self) {
            let exchange = E::DESCRIPTION.exchanges.iter().find(|known| known.status == 200);
            let request = operation::read::<E>(exchange.unwrap().target, b"").unwrap().request;
            for unit in E::UNITS {
                let mut request = request.clone();
                request.window(*unit, 1, None);
                let time = if *unit == Unit::Hour { "2024-05-01T00:00:00Z" } else { "2024-05-01" };
                let rows = [(time, NumericValue::from_f64(42.0))];
                let workspace = Workspace::new().rows(&request, rows).unwrap();
                let sandbox = at_fixed_time().workspace(workspace).in_process();
                let (from, to) = ("2024-05-01".parse().unwrap(), "2024-05-02".parse().unwrap());
                let truth = sandbox.truth(&request, from, to);
                assert!((truth[0].value().to_f64() - 42.0).abs() < 1e-9, "{}", E::META.path);
                self.0 += 1;
            }
        }
    }
    let mut sets = Sets(0);
    operation::visit(&mut sets);
    assert!(sets.0 >= 9);
}

#[test]
fn a_script_sets_rows_too() {
    let yaml = "
rows:
  - path: /sessions/data_series
    where: { app_id: ios }
    values: { 2024-05-01: 42 }
  - path: /purchases/revenue_series
    unit: hour
    values: { 2024-05-01T10:00:00Z: 12.5 }
";
    let sandbox = at_fixed_time().scenario(Scenario::from_yaml(yaml).unwrap()).start().unwrap();
    let days = body(&get(&sandbox, &format!("{DAYS}&app_id=ios")));
    assert_eq!(days["data"][0]["sessions"], 42);
    let target = "/purchases/revenue_series?length=1&unit=hour&ending_at=2024-05-01T11:00:00Z";
    assert_eq!(body(&get(&sandbox, target))["data"][0]["revenue"], 12.5);
}

#[test]
fn rows_that_cannot_be_set_are_refused_with_their_place() {
    let rows = [
        "{ path: /sessions/data, values: {} }",
        "{ path: /sessions/data_series, where: { app: ios }, values: {} }",
        "{ path: /sessions/data_series, unit: week, values: {} }",
        "{ path: /kpi/dau/data_series, unit: hour, values: {} }",
        "{ path: /events/data_series, values: {} }",
        "{ path: /sessions/data_series, values: { 2024-02-30: 1 } }",
        "{ path: /sessions/data_series, unit: hour, values: { 2024-05-01T10:30:00Z: 1 } }",
        "{ path: /sessions/data_series, values: { 2024-05-01: 1.5 } }",
        "{ path: /sessions/data_series, values: { 2024-05-01: -1 } }",
        "{ path: /sessions/data_series, values: { 2024-05-01: 9007199254740993 } }",
        "{ path: /purchases/revenue_series, values: { 2024-05-01: .inf } }",
    ];
    let shown = rows.map(|row| {
        let error = Scenario::from_yaml(&format!("rows:\n  - {row}\n")).unwrap_err().to_string();
        assert!(error.starts_with("2:5: ") && error.lines().count() == 1, "{error}");
        format!("{row}\n{error}")
    });
    insta::assert_snapshot!(shown.join("\n\n"));
}
