//! JSON lines: rows by the names of columns, and whole records.

use braze_records::{InputFormat, RecordReader, ValueType};

use super::{lines, shown};

fn jsonl() -> RecordReader {
    RecordReader::new(InputFormat::JsonLines)
}

#[test]
fn a_row_has_the_names_of_columns_as_keys() {
    let text = r#"
{"external_id":"u-1","email":null,"attributes.plan":{"tier":"gold"},"attributes.age":42,"attributes.visits":{"inc":1}}
{"external_id":7,"first_name":"Ida","attributes.none":null,"events.name":"opened","events.time":"2026-05-02 08:00:00Z","events.properties.zoom":[1,2]}

{"email":"a@example.com","purchases.product_id":"sku","purchases.currency":"EUR","purchases.price":"12.5","purchases.time":"2026-05-02T08:00:00Z","braze_reason":"line 7: old"}
{"external_id":"u-2","plan":"gold","first_nam":"Ida"}
{"external_id":"u-3","attributes.age":"old","email_open_tracking_disabled":"yes"}
"#;
    let reader = jsonl().value_type("attributes.age", ValueType::Integer);
    insta::assert_snapshot!(shown(&lines(&reader, text)));
}

#[test]
fn a_line_may_hold_whole_records() {
    let text = r#"{"attributes":{"external_id":"u-1","plan":"gold"}}
{"external_id":"u-2","attributes":[{"plan":"gold"},{"external_id":"u-3","plan":"tin"}],"events":[{"name":"a","time":"2026-05-02T08:00:00Z"}],"purchases":[]}
{"external_id":"u-4","first_name":"Ida","attributes":{"plan":"gold"}}
{"external_id":"u-5","events":["a"],"braze_records":"events"}
{"external_id":"u-6","events":[]}
{"external_id":"u-7","events":{"name":"a","time":"yesterday","propertys":{}}}
"#;
    insta::assert_snapshot!(shown(&lines(&jsonl(), text)));
}

#[test]
fn what_is_not_an_object_is_a_problem_of_its_line() {
    let text = b"[1]\n\"u-1\"\n{\"external_id\":\n\xFF\n{}\n{\"external_id\":\"u-1\"} x\n";
    insta::assert_snapshot!(shown(&lines(&jsonl(), text)));
}

/// No text about a line repeats what stands in it.
#[test]
fn problems_hold_no_values() {
    let text = r#"{"external_id":"u-1","gender":"marker","dob":"marker","events.name":"a","events.time":"marker"}
{"attributes":{"external_id":"u-1","gender":"marker","dob":"marker"}}
{"attributes":{"external_id":"u-1","push_tokens":"marker","email_subscribe":"marker"}}
{"attributes":{"external_id":"u-1","email_subscribe":"marker"}}
{"attributes":{"external_id":"u-1","country":"marker","date_of_first_session":"marker"}}
{"events":{"external_id":"u-1","name":"a","time":"marker"}}
{"purchases":{"external_id":"u-1","price":"marker"}}
"marker"
{"marker
"#;
    for line in lines(&jsonl(), text) {
        assert!(line.records.iter().any(|record| record.problem().is_some()), "{line:?}");
        for record in &line.records {
            assert!(
                !record.problem().unwrap_or_default().contains("marker"),
                "{record:?}: {:?}",
                record.problem()
            );
        }
        assert!(!format!("{line:?}").contains("marker"));
    }
}
