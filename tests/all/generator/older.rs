//! The spec in OpenAPI 3.0, for tools that read nothing newer.

use serde_json::Value;
use xtask::codegen::bundled_as_30;

use super::shop::workspace;

/// Calls `visit` with every object of a document.
fn objects<'a>(value: &'a Value, visit: &mut impl FnMut(&'a serde_json::Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| objects(item, visit)),
        Value::Object(entries) => {
            visit(entries);
            entries.values().for_each(|value| objects(value, visit));
        }
        _ => {}
    }
}

#[test]
fn nothing_in_it_is_newer_than_3_0() {
    let (text, left_out) = bundled_as_30(&workspace(), false).unwrap();
    assert_eq!(left_out, [""; 0]);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["openapi"], "3.0.3");
    let mut nullable = 0;
    objects(&document, &mut |object| {
        assert!(!object.keys().any(|key| key.starts_with("x-braze-")), "{object:?}");
        assert!(!object.contains_key("$ref") || object.len() == 1, "{object:?}");
        assert!(!object.get("type").is_some_and(Value::is_array), "{object:?}");
        nullable += usize::from(object.get("nullable") == Some(&Value::Bool(true)));
    });
    assert!(nullable > 10, "{nullable}");
}

#[test]
fn a_plain_operation_has_one_success_one_failure_and_json() {
    let (text, left_out) = bundled_as_30(&workspace(), true).unwrap();
    // Each body can be JSON, so that no operation is lost.
    assert_eq!(left_out, [""; 0]);
    let document: Value = serde_json::from_str(&text).unwrap();
    let mut operations = 0;
    objects(&document["paths"], &mut |object| {
        let Some(responses) = object.get("responses").and_then(Value::as_object) else { return };
        operations += 1;
        let statuses: Vec<_> = responses.keys().map(String::as_str).collect();
        assert!(
            matches!(statuses[..], [success, "default"] if success.starts_with('2')),
            "{statuses:?}"
        );
        let content = object.get("requestBody").and_then(|body| body["content"].as_object());
        assert!(
            content.is_none_or(|content| content.keys().eq(["application/json"])),
            "{content:?}"
        );
    });
    assert!(operations > 140, "{operations}");
    assert!(!text.contains("\"allOf\": ["), "rules are no types");
}
