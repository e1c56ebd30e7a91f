//! Bodies of failures, in every documented form: their text, and their reading as a type.

use braze_core::{ApiError, sessions};
use serde::Deserialize;
use serde_json::{Value, json};

use super::peer::{KEY, answered, reply};

fn failed(status: u16, body: &Value) -> ApiError {
    let error =
        answered(&sessions::DataSeriesRequest::new(1), reply(status, &[], body.to_string()));
    error.unwrap_err().api().unwrap().clone()
}

#[test]
fn the_text_is_found_in_every_documented_form() {
    let id = "data-object-not-found";
    let cases = [
        (
            json!({"message": "Invalid Request", "errors": [{"id": "x", "message": "one"}]}),
            "Invalid Request",
        ),
        (
            json!({"message": "CSV too large", "error_code": "ZIP_FILE_TOO_LARGE", "meta": {}}),
            "CSV too large",
        ),
        (
            json!({"schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "detail": "User not found", "status": 404}),
            "User not found",
        ),
        (
            json!({"errors": [{"message": "The provided locale code does not exist."}]}),
            "The provided locale code does not exist.",
        ),
        (json!({"errors": [{"id": id, "message": "one"}, {"message": "two"}]}), "one; two"),
        (json!({"error": "unavailable"}), "unavailable"),
        (
            json!({"message": "No valid events provided.", "errors": [{"type": "'timestamp' is required", "index": 0}]}),
            "No valid events provided.",
        ),
        (json!({"message": null, "error": "first", "detail": "second"}), "first"),
    ];
    for (body, text) in cases {
        assert_eq!(failed(404, &body).message(), Some(text), "{body}");
    }
    for body in
        [json!({}), json!([]), json!({"error": {"code": 3}}), json!({"errors": ["a", {"id": "b"}]})]
    {
        assert_eq!(failed(404, &body).message(), None, "{body}");
    }
}

#[test]
fn the_errors_stay_as_they_came() {
    let errors = json!([{"id": "duplicate-data-object", "message": "taken"}, "text", 3]);
    let error = failed(409, &json!({"errors": errors}));
    assert_eq!(json!(error.errors()), errors);
    let text = error.to_string();
    let all = r#"409 Conflict: taken; {"id":"duplicate-data-object","message":"taken"}; text; 3"#;
    assert!(text.contains(all), "{text}");
    // A message is not said twice.
    let error = failed(400, &json!({"errors": [{"message": "only this"}]}));
    assert_eq!(error.to_string().matches("only this").count(), 1, "{error}");
}

#[test]
fn a_success_status_is_refused_by_its_message_alone() {
    let body = r#"{"error":"not a refusal","detail":"neither","errors":[{"message":"nor this"}]}"#;
    let error = answered(&sessions::DataSeriesRequest::new(1), reply(200, &[], body)).unwrap_err();
    assert!(error.api().is_none(), "{error}");
}

#[derive(Debug, PartialEq, Deserialize)]
struct Refusal {
    error_code: String,
    meta: Value,
}

#[test]
fn a_body_is_read_as_a_type_or_says_what_does_not_fit() {
    let body = json!({"message": "too large", "error_code": "ZIP_UPLOAD_ERROR", "meta": {"original_error": KEY}});
    let refusal: Refusal = failed(400, &body).read().unwrap();
    let meta = json!({"original_error": "[redacted]"});
    assert_eq!(refusal, Refusal { error_code: "ZIP_UPLOAD_ERROR".to_owned(), meta });

    let error = failed(400, &json!({"message": format!("not this {KEY}")})).read::<Refusal>();
    let text = format!("{0} {0:?}", error.unwrap_err());
    assert!(text.contains("error_code") && !text.contains(KEY), "{text}");

    let page = answered(&sessions::DataSeriesRequest::new(1), reply(502, &[], "<html>"));
    let error = page.unwrap_err().api().unwrap().read::<Refusal>().unwrap_err();
    assert!(error.to_string().contains("HTML"), "{error}");
}
