//! Errors of single records beside success, by script; and faults after a request was carried out.

use braze_sandbox::{Fault, Rejection, RetryHint, Rule, Sandbox, Scenario};
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, status};
use super::post;

fn start(scenario: Scenario) -> Sandbox {
    at_fixed_time().scenario(scenario).start().unwrap()
}

/// The positions of the errors in the reply to attributes or events.
fn errors(sandbox: &Sandbox, objects: &Value) -> Vec<String> {
    let reply = post(sandbox, "/users/track", objects);
    let errors = body(&reply)["errors"].as_array().cloned().unwrap_or_default();
    let error = |error: &Value| {
        let text = |name: &str| error[name].as_str().unwrap().to_owned();
        format!("{}[{}]: {}", text("input_array"), error["index"], text("type"))
    };
    errors.iter().map(error).collect()
}

const SCRIPT: &str = "
rejections:
  - { field: email, lacks: '@', reason: bad address }
  - { field: external_id, like: 'test-*-x', reason: blocked }
  - { field: shoe_size, lacks: '.', list: attributes, reason: must be a decimal }
  - { list: events, every: 2, reason: bad luck }
";

#[test]
fn records_are_rejected_beside_success() {
    let sandbox = start(Scenario::from_yaml(SCRIPT).unwrap());
    let user =
        |id: &str| json!({ "external_id": id, "name": "opened", "time": "2024-05-01T08:00:00Z" });
    let found = errors(
        &sandbox,
        &json!({
            "attributes": [
                { "external_id": "u-1", "email": "nowhere" },
                { "external_id": "test-1-x" },
                { "external_id": "test-1-y" },
                { "external_id": "u-2", "shoe_size": 42 },
                { "external_id": "u-3", "shoe_size": 42.5 },
            ],
            "events": [user("u-1"), user("u-2"), user("test-7-x"), user("u-3"), user("u-4")],
        }),
    );
    // An address without `@` has an error without a script, too.
    assert_eq!(
        found,
        [
            "attributes[0]: The value provided for the 'email' field is not a valid email.",
            "attributes[1]: blocked",
            "attributes[3]: must be a decimal",
            "events[1]: bad luck",
            "events[2]: blocked",
            "events[4]: bad luck",
        ]
    );
    let users = post(&sandbox, "/users/export/ids", &json!({ "external_ids": ["u-3", "u-4"] }));
    assert_eq!(body(&users)["users"][0]["custom_events"][0]["count"], 1);
    assert_eq!(body(&users)["invalid_user_ids"], json!(["u-4"]));
}

#[test]
fn the_builder_says_the_same_as_the_script() {
    let built = Scenario::new("script")
        .rejection(Rejection::new("bad address").lacks("email", "@"))
        .rejection(Rejection::new("blocked").like("external_id", "test-*-x"))
        .rejection(Rejection::new("must be a decimal").list("attributes").lacks("shoe_size", "."))
        .rejection(Rejection::new("bad luck").list("events").every(2));
    assert_eq!(Scenario::from_yaml(SCRIPT).unwrap(), built);
}

#[test]
fn a_request_without_a_good_record_is_refused() {
    let sandbox = start(Scenario::new("s").rejection(Rejection::new("no")));
    let reply = post(&sandbox, "/users/track", &json!({ "attributes": [{ "external_id": "u" }] }));
    assert_eq!(status(&reply), 400);
    assert_eq!(body(&reply)["errors"][0]["type"], "no");
}

#[test]
fn patterns_compare_whole_texts() {
    let fits = |pattern: &str, text: &str| {
        let sandbox = start(Scenario::new("s").rejection(Rejection::new("no").like("x", pattern)));
        let objects = json!({ "attributes": [{ "external_id": "u", "x": text }] });
        !errors(&sandbox, &objects).is_empty()
    };
    for (pattern, text) in [("*", "a"), ("a", "a"), ("a*", "ab"), ("*b", "ab"), ("a*c*e", "abcde")]
    {
        assert!(fits(pattern, text), "{pattern} {text}");
    }
    for (pattern, text) in [("a", "ab"), ("a*", "ba"), ("*b", "ba"), ("a*a", "a"), ("a*c*e", "aec")]
    {
        assert!(!fits(pattern, text), "{pattern} {text}");
    }
}

/// A reply that is lost after the request was carried out, and one that is lost before.
#[test]
fn a_fault_comes_before_or_after_acting() {
    let event = json!({ "events": [{
        "external_id": "u", "name": "opened", "time": "2024-05-01T08:00:00Z",
    }] });
    let count = |fault: Fault, acted: bool| {
        let rule = Rule::fault(fault).requests(1..=1);
        let rule = if acted { rule.after_acting() } else { rule };
        let sandbox = start(Scenario::new("s").rule(rule));
        // The connection may be cut before the reply.
        let _ = super::super::wire::raw(
            &sandbox,
            super::bytes(&sandbox, "POST", "/users/track", &event).as_bytes(),
        );
        post(&sandbox, "/users/track", &event);
        let user = post(&sandbox, "/users/export/ids", &json!({ "external_ids": ["u"] }));
        body(&user)["users"][0]["custom_events"][0]["count"].as_u64().unwrap()
    };
    let unavailable = || Fault::status(http::StatusCode::SERVICE_UNAVAILABLE);
    for fault in [unavailable(), Fault::Reset, Fault::Closed, Fault::Garbage] {
        assert_eq!((count(fault.clone(), false), count(fault.clone(), true)), (1, 2), "{fault}");
    }
    for fault in [Fault::Truncated, Fault::NotJson, Fault::Message("no".to_owned())] {
        assert_eq!((count(fault.clone(), false), count(fault.clone(), true)), (2, 2), "{fault}");
    }
    assert_eq!(count(Fault::RateLimited(RetryHint::RetryAfter(0)), false), 1);
}

#[test]
fn mistakes_in_rejections_are_shown_where_they_are() {
    let error = |yaml: &str| Scenario::from_yaml(yaml).unwrap_err().to_string();
    let mistakes = [
        "rejections:\n  - field: email\n    reason: no\n",
        "rejections:\n  - lacks: '@'\n    reason: no\n",
        "rejections:\n  - field: email\n    lacks: '@'\n    like: a\n    reason: no\n",
        "rejections:\n  - every: 0\n    reason: no\n",
        "rejections:\n  - list: users\n    reason: no\n",
        "rejections:\n  - every: 2\n",
        "rules:\n  - latency_ms: 5\n    acted: true\n",
    ];
    insta::assert_snapshot!(
        mistakes.map(|yaml| format!("{yaml}\n{}\n", error(yaml))).join("\n---\n\n")
    );
}
