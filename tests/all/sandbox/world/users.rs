//! Profiles by identifier.

use braze_sandbox::Sandbox;
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, status};
use super::post;

fn export(sandbox: &Sandbox, asked: &Value) -> Value {
    let reply = post(sandbox, "/users/export/ids", asked);
    assert_eq!(status(&reply), 201, "{reply}");
    body(&reply)
}

#[test]
fn every_identifier_finds_its_user() {
    let sandbox = at_fixed_time().start().unwrap();
    let mut with_phone = 0;
    for index in [2, 3, 77, 499] {
        let external_id = format!("user-{index:07}");
        let found = export(&sandbox, &json!({ "external_ids": [external_id] }));
        let user = &found["users"][0];
        assert_eq!(found.get("invalid_user_ids"), None);
        let mut asked = vec![
            json!({ "braze_id": user["braze_id"] }),
            json!({ "email_address": user["email"] }),
            json!({ "device_id": user["devices"][0]["device_id"] }),
            json!({ "user_aliases": user["user_aliases"] }),
        ];
        if user["phone"].is_string() {
            with_phone += 1;
            asked.push(json!({ "phone": user["phone"] }));
        }
        for asked in asked {
            assert_eq!(export(&sandbox, &asked)["users"], found["users"], "{asked}");
        }
    }
    assert!(with_phone > 0);
}

#[test]
fn unknown_identifiers_are_listed() {
    let sandbox = at_fixed_time().start().unwrap();
    let asked = json!({
        "external_ids": ["user-0000500", "user-2", "user-0000002", "user-0000002"],
        "user_aliases": [{ "alias_name": "c0000002", "alias_label": "other" }],
        "email_address": "nobody@example.com",
        "fields_to_export": ["external_id"],
    });
    insta::assert_json_snapshot!(export(&sandbox, &asked));
}

#[test]
fn only_the_named_fields_are_exported() {
    let sandbox = at_fixed_time().start().unwrap();
    let all = export(&sandbox, &json!({ "external_ids": ["user-0000007"] }));
    let all = all["users"][0].as_object().unwrap();
    for name in all.keys().filter(|name| !name.ends_with("_opted_in_at")) {
        let asked = json!({ "external_ids": ["user-0000007"], "fields_to_export": [name] });
        let one = export(&sandbox, &asked);
        let mut one = one["users"][0].as_object().unwrap().clone();
        one.retain(|name, _| !name.ends_with("_opted_in_at"));
        assert_eq!(one.keys().collect::<Vec<_>>(), [name]);
        assert_eq!(one[name], all[name]);
    }
}

#[test]
fn more_than_fifty_identifiers_are_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    let ids: Vec<String> = (0..50).map(|index| format!("user-{index:07}")).collect();
    let alias = json!([{ "alias_name": "ada", "alias_label": "forum" }]);
    let reply =
        post(&sandbox, "/users/export/ids", &json!({ "external_ids": ids, "user_aliases": alias }));
    assert_eq!(status(&reply), 400);
    insta::assert_json_snapshot!(body(&reply));
}

#[test]
fn an_optional_field_may_be_left_out_and_is_never_null() {
    let sandbox = at_fixed_time().start().unwrap();
    let mut messages = Vec::new();
    for name in ["fields_to_export", "user_aliases", "phone"] {
        let asked = json!({ "external_ids": ["user-0000007"], name: null });
        let reply = post(&sandbox, "/users/export/ids", &asked);
        assert_eq!(status(&reply), 400, "{reply}");
        messages.push(body(&reply));
    }
    insta::assert_json_snapshot!(messages);
}
