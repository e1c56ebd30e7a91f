//! Requests that break a documented limit: all problems at once, each with its field.

use std::fmt::Write;

use braze_core::{Endpoint, Error, Machine, Now, Session, Step, Violation, Violations, sessions};

use super::peer;

#[test]
fn every_problem_is_found_at_once() {
    let request = sessions::DataSeriesRequest::new(0)
        .ending_at(chrono::DateTime::<chrono::Utc>::MAX_UTC)
        .app_id("{{app_identifier}}")
        .segment_id("");
    let mut call = session().call(&request);
    let Step::Yield(Err(Error::Invalid(violations))) = call.poll(Now::at_unix(0)) else {
        panic!("it is sent")
    };
    let fields: Vec<_> = violations.iter().map(Violation::field).collect();
    assert_eq!(fields, ["length", "ending_at", "app_id", "segment_id"]);
    insta::assert_snapshot!(Error::Invalid(violations));
}

#[test]
fn a_request_that_cannot_be_written_is_a_violation_too() {
    // Longer than an address can be.
    let request = sessions::DataSeriesRequest::new(1).app_id("a".repeat(70_000));
    let mut call = session().call(&request);
    let Step::Yield(Err(error)) = call.poll(Now::at_unix(0)) else { panic!("it is sent") };
    insta::assert_snapshot!(error);
}

#[test]
fn the_bounds_of_length_are_inclusive() {
    for (length, valid) in [(0, false), (1, true), (100, true), (101, false), (u32::MAX, false)] {
        let request = sessions::DataSeriesRequest::new(length);
        assert_eq!(request.check().is_ok(), valid, "{length}");
    }
}

#[test]
fn identifiers_are_refused_where_they_cannot_be_one() {
    let values = [
        "",
        "   ",
        "{{app_identifier}}",
        "{app_id}",
        "<app_id>",
        "YOUR-APP-ID",
        "your_app_id",
        "3f6b 0c1e",
        "3f6b0c1e\n",
        "3f6b\t0c1e",
        " 3f6b0c1e",
        "3f6b0c1e,9a2d4f80",
        "x{{app_identifier}}y",
    ];
    insta::assert_snapshot!(noted(&values, |v, value| v.identifier("app_id", value)));
    for fine in ["3f6b0c1e-0000-4000-8000-2d9c1a7e5b44", "a+b/c?d&e=f#g%", "日本", "yourself"] {
        assert_eq!(noted(&[fine], |v, value| v.identifier("app_id", value)), "");
    }
}

#[test]
fn names_that_people_chose_may_hold_nearly_anything() {
    insta::assert_snapshot!(
        noted(&["", " \t", "a\nb", "\u{7f}"], |v, value| v.text("event", value))
    );
    for fine in ["Sign up", "<none>", "{curly}", "Käufe & mehr", "your-event"] {
        assert_eq!(noted(&[fine], |v, value| v.text("event", value)), "");
    }
}

#[test]
fn ranges_and_lengths_name_what_is_allowed() {
    let mut v = Violations::default();
    v.range("length", 101, Some(1), Some(100));
    v.range("length", 0, Some(1), None);
    v.range("ratio", 1.5, None, Some(1.0));
    v.range("ratio", 1.0, Some(0.0), Some(1.0));
    v.range("anything", i64::MIN, None, None);
    v.length("ids", 51, "items", Some(1), Some(50));
    v.length("name", 0, "characters", Some(1), None);
    v.length("name", 256, "characters", None, Some(255));
    v.length("name", 255, "characters", None, Some(255));
    v.missing("event");
    let lines: Vec<String> = v.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

fn session() -> Session {
    peer::session(|config| config)
}

fn noted(values: &[&str], check: impl Fn(&mut Violations, &str)) -> String {
    let mut table = String::new();
    for value in values {
        let mut violations = Violations::default();
        check(&mut violations, value);
        for violation in &violations {
            writeln!(table, "{value:?}: {violation}").unwrap();
        }
    }
    table
}
