//! Series whose rows have many numbers: an endpoint written by hand, and a server that is a function.

use std::collections::BTreeMap;

use braze_core::export::{Coverage, Export, ExportMachine, Next, Problem, Range, Row, Zone};
use braze_core::http::{Response, response::Parts};
use braze_core::operation::{self, Operation, Visitor};
use braze_core::{
    DateTime, DecodeError, Dimension, Endpoint, Machine, MeasureCollector, Measures, Meta,
    NestedSeries, Point, RequestWriter, Roles, Scrub, Secret, Series, SeriesTime, SeriesValue,
    Step, Timestamp, Unit, Utc, Violations, reply,
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::clients::{both, sandbox};
use super::peer::{at, date, instant, session};

/// `GET /visits/data_series`: an end that must be given, a length that may, a start that is never sent.
#[derive(Debug, Clone)]
struct Visits {
    shop_id: String,
    ending_at: Timestamp,
    length: Option<u32>,
    starting_at: Option<Timestamp>,
}

#[derive(Debug, Deserialize)]
struct Reply {
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    stats: Vec<Day>,
}

#[derive(Debug, Clone, Deserialize)]
struct Day {
    time: SeriesTime,
    total: Option<u64>,
    doors: Option<BTreeMap<String, Vec<Door>>>,
    #[serde(flatten)]
    extra: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, Deserialize)]
struct Door {
    id: Option<String>,
    name: Option<String>,
    people: Option<u64>,
    spent: Option<f64>,
}

impl Scrub for Reply {
    fn scrub(&mut self, _: &Secret) {}
}

impl Endpoint for Visits {
    type Output = Reply;

    const META: Meta = Meta::get("visits.data_series", "/visits/data_series");

    fn validate(&self, v: &mut Violations) {
        v.range("length", self.length.unwrap_or(1), Some(1), Some(14));
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/visits/data_series");
        w.query("shop_id", &self.shop_id);
        w.query("ending_at", &self.ending_at);
        w.query_opt("starting_at", self.starting_at.as_ref());
        w.query_opt("length", self.length.as_ref());
    }

    fn decode(_: &Parts, body: &[u8]) -> Result<Reply, DecodeError> {
        reply::json(body)
    }
}

impl Series for Visits {
    type Point = Day;

    const UNITS: &[Unit] = &[Unit::Day];
    const MAX_LENGTH: u32 = 14;
    const ROLES: Roles = Roles::new("length", "ending_at")
        .start("starting_at")
        .dimensions(&[Dimension::required("shop_id")]);
    const POINTS: &str = "data.stats";
    const LABELS: &[&str] = &["side", "door"];
    const KEPT_DAYS: Option<u32> = Some(90);

    fn length(&self) -> u32 {
        self.length.unwrap_or(Self::MAX_LENGTH)
    }

    fn unit(&self) -> Unit {
        Unit::Day
    }

    fn ending_at(&self) -> Option<DateTime<Utc>> {
        Some(self.ending_at.to_utc())
    }

    fn window(&mut self, _unit: Unit, length: u32, ending_at: Option<DateTime<Utc>>) {
        self.length = Some(length);
        self.ending_at = ending_at.map_or(self.ending_at, Timestamp::from);
        self.starting_at = None;
    }

    fn points(output: Reply) -> Vec<Day> {
        output.data.stats
    }
}

impl Point for Day {
    type Value = Measures;

    fn time(&self) -> &SeriesTime {
        &self.time
    }

    fn value(&self) -> Measures {
        let mut collector = MeasureCollector::new(Visits::LABELS);
        collector.number("total", self.total);
        for (side, doors) in self.doors.iter().flatten() {
            collector.label("side", side, |collector| {
                collector.list(
                    "door",
                    doors,
                    |door| [door.id.as_deref(), door.name.as_deref()],
                    |door, collector| {
                        collector.number("people", door.people);
                        collector.number("spent", door.spent);
                    },
                );
            });
        }
        collector.extra(&self.extra);
        collector.finish()
    }
}

fn shop() -> Visits {
    Visits {
        shop_id: "7f1c".to_owned(),
        ending_at: DateTime::<Utc>::UNIX_EPOCH.into(),
        length: None,
        starting_at: Some(DateTime::<Utc>::UNIX_EPOCH.into()),
    }
}

/// A request as the server sees it: its target, and the days that it asks for, the last before its end.
struct Asked {
    target: String,
    days: Vec<String>,
}

impl Asked {
    fn parse(target: &str) -> Self {
        let (_, query) = target.split_once('?').unwrap();
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.replace("%3A", ":"))
                .unwrap()
        };
        let end = instant(&value("ending_at")).date_naive();
        let length: u64 = value("length").parse().unwrap();
        let days = (1..=length).rev().map(|days| (end - chrono::Days::new(days)).to_string());
        Self { target: target.to_owned(), days: days.collect() }
    }
}

struct Outcome {
    rows: Vec<Row<Measures>>,
    coverage: Coverage,
    targets: Vec<String>,
}

impl Outcome {
    fn starts(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.start.to_string()).collect()
    }

    fn texts(&self) -> String {
        let findings = self.coverage.findings().iter().map(ToString::to_string);
        findings.chain([self.coverage.to_string()]).collect::<Vec<_>>().join("\n")
    }
}

/// Exports days at a time, one request after another, from a server that makes a row for each day, or none.
fn export(
    from: &str,
    to: &str,
    now: &str,
    mut row: impl FnMut(&Asked, &str) -> Option<Value>,
) -> Outcome {
    let now = at(instant(now));
    let plan = Export::new(shop(), Range::days(date(from), date(to)));
    let mut run =
        ExportMachine::new(&session(), plan.concurrency(1).include_open(true), now).unwrap();
    let (mut rows, mut targets) = (Vec::new(), Vec::new());
    loop {
        match run.poll(now) {
            Next::Job(mut job) => {
                let Step::Send(request) = job.poll(now) else { panic!("nothing was sent") };
                let asked = Asked::parse(request.uri().path_and_query().unwrap().as_str());
                let stats: Vec<_> = asked.days.iter().filter_map(|day| row(&asked, day)).collect();
                let body = json!({ "message": "success", "data": { "stats": stats } }).to_string();
                targets.push(asked.target);
                let (head, ()) = Response::new(()).into_parts();
                job.resume(now, Ok((head, body.as_bytes())));
                let Step::Yield(outcome) = job.poll(now) else { panic!("no outcome") };
                run.complete(job.number(), outcome);
            }
            Next::Row(row) => rows.push(row),
            Next::Wait => panic!("every job is complete"),
            Next::Failed(error) => panic!("{error}"),
            Next::Done => break,
        }
    }
    Outcome { rows, coverage: run.coverage(), targets }
}

/// A door on each side; those in the north have neither id nor name, and those in the south the same id.
fn full(day: &str) -> Value {
    json!({
        "time": day,
        "total": 7,
        "surprises": 1,
        "note": "closed early",
        "doors": {
            "north": [{ "people": 1 }, { "name": "back", "people": 2, "spent": 2.5 }],
            "south": [{ "id": "s", "people": 3 }, { "id": "s", "name": "main", "people": 4, "spent": null }],
            "west": [],
        },
    })
}

#[test]
fn every_number_has_its_labels_and_its_name() {
    let outcome =
        export("2024-03-01", "2024-03-02", "2024-05-15T10:30:00Z", |_, day| Some(full(day)));
    let row = &outcome.rows[0];
    let measures: Vec<_> = row.value.iter().collect();
    let lines: Vec<_> = measures
        .iter()
        .map(|it| format!("{}|{}|{}={}", it.labels[0], it.labels[1], it.metric, it.value))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    ||total=7
    north|1|people=1
    north|back|people=2
    north|back|spent=2.5
    south|s|people=3
    south|main|people=4
    ||surprises=1
    ");
}

#[test]
fn windows_are_as_long_as_the_endpoint_allows_and_the_start_is_never_sent() {
    let outcome =
        export("2024-03-01", "2024-03-31", "2024-05-15T10:30:00Z", |_, day| Some(full(day)));
    assert_eq!(outcome.rows.len(), 30);
    insta::assert_snapshot!(outcome.targets.join("\n"), @r"
    /visits/data_series?shop_id=7f1c&ending_at=2024-03-07T12%3A00%3A00Z&length=8
    /visits/data_series?shop_id=7f1c&ending_at=2024-03-19T12%3A00%3A00Z&length=14
    /visits/data_series?shop_id=7f1c&ending_at=2024-03-31T12%3A00%3A00Z&length=14
    ");
    insta::assert_snapshot!(outcome.texts(), @"complete: 30 of 30 days");
}

#[test]
fn an_end_that_must_be_given_is_now_where_the_window_ends_later() {
    let outcome =
        export("2024-05-10", "2024-05-16", "2024-05-15T10:30:00Z", |_, day| Some(full(day)));
    assert_eq!(
        outcome.targets,
        ["/visits/data_series?shop_id=7f1c&ending_at=2024-05-15T10%3A30%3A00Z&length=8"]
    );
    assert_eq!(outcome.starts().last().unwrap(), "2024-05-14");
}

#[test]
fn a_number_that_changed_between_two_windows_is_named() {
    let outcome = export("2024-03-01", "2024-03-16", "2024-05-15T10:30:00Z", |asked, day| {
        let mut row = full(day);
        if asked.target.contains("2024-03-16") && day == "2024-03-03" {
            row["doors"]["south"][0]["people"] = 5.into();
            row["total"] = 9.into();
        }
        Some(row)
    });
    insta::assert_snapshot!(outcome.texts(), @r"
    2024-03-03 changed from total 7 (and 1 more) to total 9 (and 1 more) between two readings
    findings: 15 of 15 days complete, 1 day changed
    ");
    assert!(matches!(outcome.coverage.findings()[0].problem, Problem::Changed { .. }));
}

#[test]
fn the_order_of_numbers_is_no_change() {
    let outcome = export("2024-03-01", "2024-03-16", "2024-05-15T10:30:00Z", |asked, day| {
        let mut row = full(day);
        if asked.target.contains("2024-03-16") {
            // Both have a key of their own, wherever they stand.
            row["doors"]["north"] = json!([{ "name": "back", "people": 2, "spent": 2.5 }]);
        } else {
            row["doors"]["north"] = json!([{ "name": "back", "spent": 2.5, "people": 2 }]);
        }
        Some(row)
    });
    assert!(outcome.coverage.is_clean(), "{}", outcome.coverage);
    let measures = |order: [usize; 2]| -> Measures {
        let both =
            ["a", "b"].map(|name| braze_core::Measure::new(vec![name.to_owned()], "opens", 1_u64));
        order.into_iter().map(|index| both[index].clone()).collect()
    };
    assert_eq!(measures([0, 1]), measures([1, 0]));
    assert_ne!(measures([0, 1]), measures([0, 0]));
    assert_eq!(Measures::difference(&measures([0, 1]), &Measures::zero()).1, "nothing");
}

#[test]
fn days_that_the_service_no_longer_keeps_are_expired_and_others_missing() {
    // A day is kept for 90 days after its end, wherever on Earth that is.
    let outcome = export("2024-02-10", "2024-02-20", "2024-05-15T12:30:00Z", |_, _| None);
    insta::assert_snapshot!(outcome.texts(), @r"
    5 buckets from 2024-02-15 to 2024-02-20 (exclusive) are missing
    findings: 0 of 10 days complete, 5 missing, 5 expired
    ");
    let json = serde_json::to_value(&outcome.coverage).unwrap();
    assert_eq!(json["expired"], 5);
}

#[test]
fn an_old_day_that_came_back_is_a_row() {
    let outcome =
        export("2024-02-10", "2024-02-12", "2024-05-15T12:30:00Z", |_, day| Some(full(day)));
    assert_eq!((outcome.rows.len(), outcome.coverage.expired), (2, 0));
    let json = serde_json::to_value(&outcome.coverage).unwrap();
    assert!(json.get("expired").is_none());
}

/// Both clients export every nested series of the spec from the sandbox, over sockets.
#[test]
fn both_clients_export_every_nested_series() {
    struct Exports(Vec<&'static str>);

    impl Visitor for Exports {
        fn endpoint<E: Operation>(&mut self) {}

        fn nested_series<E: Operation + NestedSeries>(&mut self) {
            let sandbox = sandbox().start().unwrap();
            let exchange = E::DESCRIPTION.exchanges.iter().find(|known| known.status == 200);
            let request = operation::read::<E>(exchange.unwrap().target, b"").unwrap().request;
            // 62 days, the last of them incomplete.
            let range = Range::days(date("2024-03-15"), date("2024-05-16"));
            let export = Export::new(request, range).include_open(true).zone(Zone::UTC);
            let (rows, coverage) = both(&sandbox, &export);
            assert!(coverage.is_clean(), "{}: {coverage}", E::META.name);
            // The sandbox leaves out the day of a required end.
            let complete = rows.iter().filter(|row| row.complete).count();
            assert_eq!((complete, coverage.open), (61, 1), "{}", E::META.name);
            let is_labelled = |row: &Row<Measures>| {
                row.value.iter().all(|measure| measure.labels.len() == E::LABELS.len())
            };
            assert!(rows.iter().all(|row| !row.value.is_empty() && is_labelled(row)));
            self.0.push(E::META.name);
        }
    }

    let mut exports = Exports(Vec::new());
    operation::visit(&mut exports);
    assert_eq!(exports.0, ["campaigns.data_series", "canvas.data_series", "sends.data_series"]);
}
