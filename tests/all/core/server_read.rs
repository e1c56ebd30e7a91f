//! Requests as a server reads them: strictly, with every problem named.

use std::fmt::Write;

use braze_core::server;
use braze_core::sessions::DataSeriesRequest;

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
            server::read::<DataSeriesRequest>(&format!("/sessions/data_series?{query}"), b"");
        writeln!(table, "{query}\n  {}", read.unwrap_err()).unwrap();
    }
    insta::assert_snapshot!(table);
}

#[test]
fn unknown_parameters_are_listed_and_do_no_harm() {
    let read = server::read::<DataSeriesRequest>("/x?lenght=3&length=1&%C3%A4=1&&flag", b"");
    let read = read.unwrap();
    assert_eq!(read.unknown, ["lenght", "ä", "flag"]);
    assert_eq!(read.request, DataSeriesRequest::new(1));
}

#[test]
fn of_several_values_the_last_one_counts() {
    let read = server::read::<DataSeriesRequest>("/x?length=1&length=2", b"").unwrap();
    assert_eq!(read.request, DataSeriesRequest::new(2));
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
        let pairs: Vec<_> = server::query_pairs(query).collect();
        assert_eq!(pairs, [("a".to_owned(), value.to_owned())], "{query}");
    }
}
