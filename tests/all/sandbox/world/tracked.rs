//! Users that requests wrote, read back.

use braze_sandbox::Sandbox;
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, status};
use super::post;

fn track(sandbox: &Sandbox, objects: &Value) -> Value {
    let reply = post(sandbox, "/users/track", objects);
    assert_eq!(status(&reply), 201, "{reply}");
    body(&reply)
}

/// The user with an external identifier; `null` for none.
fn user(sandbox: &Sandbox, id: &str) -> Value {
    let asked = json!({ "external_ids": [id] });
    body(&post(sandbox, "/users/export/ids", &asked))["users"][0].clone()
}

#[test]
fn what_was_tracked_is_read_back() {
    let sandbox = at_fixed_time().start().unwrap();
    let reply = track(
        &sandbox,
        &json!({
            "attributes": [
                { "external_id": "t-1", "first_name": "Ida", "tier": "gold", "gone": 1 },
                { "external_id": "t-1", "tier": "tin", "gone": null },
            ],
            "events": [
                { "external_id": "t-1", "name": "opened_map", "time": "2024-05-02T08:00:00Z" },
                { "external_id": "t-1", "name": "opened_map", "time": "2024-05-01T08:00:00Z" },
            ],
            "purchases": [{
                "external_id": "t-1", "product_id": "pass", "currency": "EUR", "price": 2.5,
                "quantity": 2, "time": "2024-05-02T08:00:00Z",
            }],
        }),
    );
    let counts =
        ["attributes", "events", "purchases"].map(|it| reply[format!("{it}_processed")].clone());
    assert_eq!(counts, [2, 2, 1].map(Value::from));
    insta::assert_json_snapshot!(user(&sandbox, "t-1"));
    assert_eq!(user(&sandbox, "t-2"), Value::Null);
}

#[test]
fn operators_change_what_is_there() {
    let sandbox = at_fixed_time().start().unwrap();
    let attribute = |change: Value| {
        track(&sandbox, &json!({ "attributes": [{ "external_id": "t-1", "x": change }] }));
        user(&sandbox, "t-1")["custom_attributes"]["x"].clone()
    };
    assert_eq!(attribute(json!({ "inc": 2 })), json!(2));
    assert_eq!(attribute(json!({ "inc": -3 })), json!(-1));
    assert_eq!(attribute(json!({ "add": ["a", "b", "a"] })), json!(["a", "b"]));
    assert_eq!(attribute(json!({ "add": ["c"], "remove": ["a"] })), json!(["b", "c"]));
    assert_eq!(attribute(json!([{ "id": 1, "n": 1 }])), json!([{ "id": 1, "n": 1 }]));
    let by = |id: u64| json!({ "$identifier_key": "id", "$identifier_value": id });
    assert_eq!(
        attribute(json!({ "$add": [{ "id": 2 }], "$remove": [by(1)] })),
        json!([{ "id": 2 }])
    );
    let mut update = by(2);
    update["$new_object"] = json!({ "id": 2, "n": 5 });
    assert_eq!(attribute(json!({ "$update": [update] })), json!([{ "id": 2, "n": 5 }]));
}

/// A user of the world keeps what was not written over.
#[test]
fn a_known_user_is_changed() {
    let sandbox = at_fixed_time().start().unwrap();
    let before = user(&sandbox, "user-0000007");
    let attributes = json!({ "external_id": "user-0000007", "first_name": "Nova", "tier": "gold" });
    track(&sandbox, &json!({ "attributes": [attributes] }));
    let after = user(&sandbox, "user-0000007");
    assert_eq!(after["first_name"], "Nova");
    assert_eq!(after["custom_attributes"]["tier"], "gold");
    assert_eq!(after["email"], before["email"]);
}

#[test]
fn an_address_without_an_at_sign_is_an_error_beside_success() {
    let sandbox = at_fixed_time().start().unwrap();
    let bad = json!({ "external_id": "t-1", "email": "nowhere" });
    let good = json!({ "external_id": "t-2", "tier": "gold" });
    let reply = track(&sandbox, &json!({ "attributes": [bad, good] }));
    insta::assert_json_snapshot!(reply);
    assert_eq!(user(&sandbox, "t-1"), Value::Null);
    let all_bad = post(&sandbox, "/users/track", &json!({ "attributes": [bad] }));
    assert_eq!(status(&all_bad), 400);
    assert_eq!(body(&all_bad)["errors"][0]["index"], 0);
}
