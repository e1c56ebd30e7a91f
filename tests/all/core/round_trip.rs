//! One side reads what the other writes, for every endpoint of the spec: an endpoint that is
//! added is covered without a line here.

use braze_core::operation::{self, Kind, Operation, Parameter, Place, Visitor};
use braze_core::{FlatPoint, FlatSeries, NumericValue, Point, SeriesTime};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::peer::{answered, reply};

#[test]
fn a_request_is_read_as_it_was_written() {
    operation::visit(&mut Requests);
}

struct Requests;

impl Visitor for Requests {
    fn endpoint<E: Operation>(&mut self) {
        let body = E::DESCRIPTION.exchanges.iter().find_map(|exchange| exchange.body);
        let body = body.unwrap_or_default().as_bytes();
        check::<E, _>(&parameters(E::DESCRIPTION.parameters), |pairs| {
            let request = operation::from_pairs::<E>(pairs, body);
            // A rule that the descriptor does not tell of.
            prop_assume!(request.is_ok());
            let request = request.unwrap().request;
            let target = operation::target(&request);
            prop_assert!(target.bytes().all(|byte| byte.is_ascii_graphic()), "{}", target);
            let mut pairs = operation::pairs::<E>(&target);
            pairs.extend(operation::header_pairs::<E>(&operation::headers(&request)));
            let read = operation::from_pairs::<E>(pairs, body).unwrap();
            prop_assert_eq!(read.request, request);
            prop_assert!(read.unknown.is_empty(), "{:?} are unknown", read.unknown);
            Ok(())
        });
    }
}

#[test]
fn a_series_is_read_as_it_was_written() {
    let mut rows = Rows(0);
    operation::visit(&mut rows);
    assert!(rows.0 > 0, "there is none");
}

/// The number of series seen.
struct Rows(u32);

impl Visitor for Rows {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + FlatSeries>(&mut self) {
        self.0 += 1;
        let any_request = |pairs| Some(operation::from_pairs::<E>(pairs, b"").ok()?.request);
        let given = (parameters(E::DESCRIPTION.parameters), rows());
        check::<E, _>(&given, |(pairs, rows)| {
            let request = any_request(pairs);
            prop_assume!(request.is_some());
            let point = |(time, number): &(String, f64)| {
                let number = <E::Point as Point>::Value::from_f64(*number);
                E::Point::new(SeriesTime::from(time.as_str()), number)
            };
            let output = E::reply(rows.iter().map(point).collect());
            let body = E::write(&output);
            let decoded = answered(&request.unwrap(), reply(200, &[], body)).unwrap().into_value();
            prop_assert_eq!(&decoded, &output);
            let points = E::points(decoded);
            prop_assert_eq!(points.len(), rows.len());
            for (point, row) in points.iter().zip(&rows) {
                prop_assert_eq!(&point.time().to_string(), &row.0);
                let given = <E::Point as Point>::Value::from_f64(row.1);
                prop_assert_eq!(point.value(), given);
            }
            Ok(())
        });
    }
}

#[test]
fn a_window_is_what_the_request_asks_for() {
    operation::visit(&mut WindowsOf);
}

struct WindowsOf;

impl Visitor for WindowsOf {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + FlatSeries>(&mut self) {
        assert!(!E::UNITS.is_empty() && E::MAX_LENGTH > 0, "{}", E::META.name);
        let given = (
            parameters(E::DESCRIPTION.parameters),
            0..E::UNITS.len(),
            1..=E::MAX_LENGTH,
            seconds(),
        );
        check::<E, _>(&given, |(pairs, unit, length, seconds)| {
            let request = operation::from_pairs::<E>(pairs, b"");
            prop_assume!(request.is_ok());
            let mut request = request.unwrap().request;
            let end = chrono::DateTime::from_timestamp(seconds, 0);
            request.window(E::UNITS[unit], length, end);
            let read = operation::read::<E>(&operation::target(&request), b"").unwrap().request;
            prop_assert_eq!(read.unit(), E::UNITS[unit]);
            prop_assert_eq!(read.length(), length);
            prop_assert_eq!(read.ending_at(), end);
            Ok(())
        });
    }
}

/// Runs a property of one endpoint, and names the endpoint where it does not hold.
fn check<E: Operation, S: Strategy>(
    given: &S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() };
    if let Err(error) = TestRunner::new(config).run(given, property) {
        panic!("{}: {error}", E::META.name);
    }
}

/// Names and values as the descriptors allow them; what is optional may be left out.
fn parameters(descriptors: &'static [Parameter]) -> BoxedStrategy<Vec<(String, String)>> {
    let each = |parameter: &'static Parameter| {
        let value = match parameter.place {
            Place::Header => "[!-~]([ -~]{0,20}[!-~])?".boxed(),
            _ => value(&parameter.kind),
        };
        let named = value.prop_map(|text| (parameter.name.to_owned(), text));
        let count = match parameter.kind {
            Kind::List(_) => usize::from(parameter.required)..=3,
            _ => usize::from(parameter.required)..=1,
        };
        proptest::collection::vec(named, count)
    };
    let all: Vec<_> = descriptors.iter().map(each).collect();
    all.prop_map(|pairs| pairs.into_iter().flatten().collect()).boxed()
}

/// The text of a value.
fn value(kind: &'static Kind) -> BoxedStrategy<String> {
    match kind {
        Kind::Integer { min, max } => {
            let bounds = min.unwrap_or(i32::MIN.into())..=max.unwrap_or(i32::MAX.into());
            bounds.prop_map(|number| number.to_string()).boxed()
        }
        Kind::Number => (-1e9..1e9).prop_map(|number: f64| number.to_string()).boxed(),
        Kind::Boolean => any::<bool>().prop_map(|flag| flag.to_string()).boxed(),
        // Some names have few letters.
        Kind::Text => prop_oneof!["[\\PC&&\\S]\\PC{0,30}", "[A-Za-z0-9_-]{1,30}"].boxed(),
        Kind::Identifier => prop_oneof!["[0-9a-f]{8}-[0-9a-f]{4}", "[\\PC&&\\S]{1,30}"].boxed(),
        Kind::DateTime => {
            let time = |seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            let zone = prop_oneof![Just(0), -1_439..=1_439i32];
            let given = (seconds(), zone).prop_map(move |(seconds, minutes)| {
                let zone = chrono::FixedOffset::east_opt(minutes * 60).unwrap();
                time(seconds).with_timezone(&zone).to_rfc3339()
            });
            given.boxed()
        }
        Kind::LocalDateTime => {
            let time = |seconds| chrono::DateTime::from_timestamp(seconds, 0).unwrap();
            seconds().prop_map(move |it| time(it).naive_utc().format("%FT%T").to_string()).boxed()
        }
        Kind::Date => "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])".boxed(),
        Kind::OneOf(words) => proptest::sample::select(*words).prop_map(str::to_owned).boxed(),
        Kind::List(item) => value(item),
        other => panic!("no values are known for {other:?}"),
    }
}

/// Seconds since the Unix epoch, within the years that RFC 3339 can hold.
fn seconds() -> impl Strategy<Value = i64> {
    -62_000_000_000..=253_000_000_000i64
}

/// Times in any spelling, and numbers with two decimals.
fn rows() -> impl Strategy<Value = Vec<(String, f64)>> {
    let time = prop_oneof![
        "20[0-9]{2}-0[1-9]-[0-2][1-8]",
        "20[0-9]{2}-0[1-9]-[0-2][1-8][T ][01][0-9]:[0-5][0-9]:[0-5][0-9](\\.[0-9]{3})?(Z| UTC|[+-]0[0-9]:?[03]0)?",
        any::<String>(),
    ];
    let number = (0..1_000_000_000_000u64).prop_map(|cents| cents as f64 / 100.0);
    proptest::collection::vec((time, number), 0..8)
}
