//! Records: what can be one, and which are harmless to send twice.

use braze_core::import::{Record, RecordError, RecordKind};

fn attributes(json: &'static str) -> Result<Record, RecordError> {
    Record::parse(RecordKind::Attributes, json)
}

#[test]
fn a_record_is_one_object_that_names_one_user() {
    let texts: [&'static [u8]; 11] = [
        br#"{"external_id":"a"}"#,
        b" {\"email\":\"kit@example.com\"}\r\n",
        br#"{"push_token_import":true,"push_tokens":[]}"#,
        br#"{"external_id":"","email":null,"first_name":"Ida"}"#,
        br#"{"external_id":"a","braze_id":"b"}"#,
        br#"{"external_id":"a","user_alias":{"alias_name":"b","alias_label":"c"}}"#,
        br#""kit@example.com""#,
        br#"["kit@example.com"]"#,
        br#"{"external_id":"secret","#,
        br#"{"external_id":"a"} {"external_id":"b"}"#,
        b"{\"external_id\":\"\xff\"}",
    ];
    let lines = texts.map(|text| match Record::parse(RecordKind::Attributes, text) {
        Ok(record) => format!("{:?}", String::from_utf8_lossy(record.json())),
        Err(error) => error.to_string(),
    });
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn attributes_without_an_operator_are_harmless() {
    let harmless = [
        r#"{"external_id":"a","tier":"gold","inc":1,"tags":["add"],"place":{"city":"Graz"}}"#,
        r#"{"external_id":"a","born":{"$time":"2020-05-28"},"gone":null}"#,
    ];
    for json in harmless {
        assert!(attributes(json).unwrap().is_harmless(), "{json}");
    }
    let others = [
        r#"{"external_id":"a","visits":{"inc":1}}"#,
        r#"{"external_id":"a","tags":{"add":["x"]}}"#,
        r#"{"external_id":"a","tags":{"remove":["x"]}}"#,
        r#"{"external_id":"a","pets":{"$add":[{"id":1}]}}"#,
        r#"{"external_id":"a","pets":{"$remove":[]}}"#,
        r#"{"external_id":"a","pets":{"\u0024update":[]}}"#,
        r#"{"external_id":"a","deep":{"er":[{"inc":1}]}}"#,
    ];
    for json in others {
        assert!(!attributes(json).unwrap().is_harmless(), "{json}");
    }
    for kind in [RecordKind::Event, RecordKind::Purchase] {
        assert!(!Record::parse(kind, r#"{"external_id":"a"}"#).unwrap().is_harmless());
    }
}

#[test]
fn debug_shows_no_personal_data() {
    let record = attributes(r#"{"email":"kit@example.com"}"#).unwrap().with_line(7);
    let text = format!("{record:?}");
    assert_eq!(text, "Record { kind: Attributes, line: Some(7), json: 27 bytes, .. }");
}
