//! Requests as a server reads them: strictly, with every problem named.

use std::fmt::Write;

use braze_core::http::response::Parts;
use braze_core::operation::{self, Description, Kind, Operation, Parameter, RequestReader};
use braze_core::sessions::{DataSeries, DataSeriesRequest};
use braze_core::wire::RequestWriter;
use braze_core::{DecodeError, Endpoint, Meta, Violations};

#[test]
fn every_problem_is_named() {
    let queries = [
        "",
        "length=",
        "length=x",
        "length=0&unit=week",
        "length=-1",
        "length=1.0",
        "length=99999999999",
        "length=1&ending_at=2024-05-01",
        "length=1&ending_at=2024-05-01T00:00:00+02:00",
        "length=1&app_id=&segment_id=%00",
        "unit=day",
    ];
    let mut table = String::new();
    for query in queries {
        let read =
            operation::read::<DataSeriesRequest>(&format!("/sessions/data_series?{query}"), b"");
        writeln!(table, "{query}\n  {}", read.unwrap_err()).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn unknown_parameters_are_listed_and_do_no_harm() {
    let read = operation::read::<DataSeriesRequest>("/x?lenght=3&length=1&%C3%A4=1&&flag", b"");
    let read = read.unwrap();
    assert_eq!(read.unknown, ["lenght", "ä", "flag"]);
    assert_eq!(read.request, DataSeriesRequest::new(1));
}

#[test]
fn of_several_values_the_last_one_counts() {
    let read = operation::read::<DataSeriesRequest>("/x?length=1&length=2", b"").unwrap();
    assert_eq!(read.request, DataSeriesRequest::new(2));
}

/// An operation with a list of each kind.
#[derive(Debug, Clone, PartialEq)]
struct Lists {
    fields: Vec<String>,
    ids: Vec<u32>,
}

impl Endpoint for Lists {
    type Output = DataSeries;

    const META: Meta = Meta::get("lists", "/lists");

    fn validate(&self, _: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/lists");
        w.query_list("fields", &self.fields);
        w.query_each("ids", &self.ids);
    }

    fn decode(head: &Parts, body: &[u8]) -> Result<DataSeries, DecodeError> {
        DataSeriesRequest::decode(head, body)
    }
}

impl Operation for Lists {
    const DESCRIPTION: Description = Description::new("Lists").parameters(&[
        Parameter::query("fields", Kind::List(&Kind::Text)),
        Parameter::query("ids", Kind::List(&Kind::Integer { min: None, max: None })),
    ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        Some(Self { fields: r.list("fields"), ids: r.each("ids") })
    }

    fn write(output: &DataSeries) -> Vec<u8> {
        operation::json(output)
    }
}

#[test]
fn items_of_a_list_count_whether_with_commas_or_one_by_one() {
    let read = |query: &str| operation::read::<Lists>(&format!("/lists?{query}"), b"");
    let lists = Lists { fields: vec!["a".into(), "b".into(), "c".into()], ids: vec![1, 2] };
    let target = operation::target(&lists);
    assert_eq!(operation::read::<Lists>(&target, b"").unwrap().request, lists);
    assert_eq!(read("fields=a,b&ids=1&fields=c&ids=2").unwrap().request, lists);
    assert_eq!(read("fields=a&fields=b&fields=c&ids=1&ids=2").unwrap().request, lists);
    let violations = read("ids=1&ids=x").unwrap_err();
    assert_eq!(violations.to_string(), "`ids` is `x`, but must be a whole number");
}

#[test]
fn escapes_are_undone_and_what_is_none_stays() {
    let cases = [
        ("a=%2B+%20", "+  "),
        ("a=%e4%BA%8c", "二"),
        ("a=100%", "100%"),
        ("a=%4", "%4"),
        ("a=%+5", "% 5"),
        ("a=%zz", "%zz"),
        ("a=b=c", "b=c"),
        ("a=%FF", "\u{fffd}"),
    ];
    for (query, value) in cases {
        let pairs: Vec<_> = operation::query_pairs(query).collect();
        assert_eq!(pairs, [("a".to_owned(), value.to_owned())], "{query}");
    }
}
