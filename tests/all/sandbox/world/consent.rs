//! States in subscription groups and lists of e-mail addresses keep what was set.

use braze_sandbox::Sandbox;
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, get, status};
use super::post;

const GROUP: &str = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01";

fn set(sandbox: &Sandbox, target: &str, fields: &Value) {
    let reply = post(sandbox, target, fields);
    assert_eq!((status(&reply), &body(&reply)["message"]), (201, &json!("success")), "{reply}");
}

/// The states in the group, by what the query names.
fn states(sandbox: &Sandbox, query: &str) -> Value {
    let target = format!("/subscription/status/get?subscription_group_id={GROUP}&{query}");
    body(&get(sandbox, &target))["status"].clone()
}

#[test]
fn a_state_that_was_set_is_read_back() {
    let sandbox = at_fixed_time().start().unwrap();
    assert_eq!(states(&sandbox, "external_id[]=u-1"), json!({ "u-1": "Unknown" }));
    set(
        &sandbox,
        "/subscription/status/set",
        &json!({
            "subscription_group_id": GROUP, "subscription_state": "subscribed",
            "external_id": ["u-1", "u-2"],
        }),
    );
    set(
        &sandbox,
        "/v2/subscription/status/set",
        &json!({ "subscription_groups": [{
            "subscription_group_id": GROUP, "subscription_state": "unsubscribed",
            "external_ids": ["u-2"],
        }] }),
    );
    assert_eq!(
        states(&sandbox, "external_id[]=u-1&external_id[]=u-2&external_id[]=u-3"),
        json!({ "u-1": "Subscribed", "u-2": "Unsubscribed", "u-3": "Unknown" })
    );
    let users =
        get(&sandbox, "/subscription/user/status?external_id[]=u-2&external_id[]=u-9&limit=1");
    insta::assert_json_snapshot!(body(&users));
}

/// Whoever shares an address with a user shares its state.
#[test]
fn a_state_is_found_by_every_identifier_of_a_user() {
    let sandbox = at_fixed_time().start().unwrap();
    let user = json!({ "external_id": "u-1", "email": "kit@example.com", "phone": "+15555550123" });
    set(&sandbox, "/users/track", &json!({ "attributes": [user] }));
    set(
        &sandbox,
        "/subscription/status/set",
        &json!({
            "subscription_group_id": GROUP, "subscription_state": "subscribed",
            "email": ["kit@example.com"],
        }),
    );
    assert_eq!(states(&sandbox, "external_id[]=u-1"), json!({ "u-1": "Subscribed" }));
    assert_eq!(states(&sandbox, "phone[]=%2B15555550123"), json!({ "+15555550123": "Subscribed" }));
}

#[test]
fn lists_of_addresses_keep_what_was_set() {
    let sandbox = at_fixed_time().start().unwrap();
    let list = |name: &str, query: &str| {
        let emails = body(&get(&sandbox, &format!("/email/{name}?{query}")))["emails"].clone();
        let emails = emails.as_array().unwrap().clone();
        emails.iter().map(|it| it["email"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let week = "start_date=2024-05-10&end_date=2024-05-16";
    set(
        &sandbox,
        "/users/track",
        &json!({ "attributes": [
        { "external_id": "u-1", "email": "a@example.com", "marked_email_as_spam_at": "2024-05-01T00:00:00Z" },
    ] }),
    );
    let state = |email: &[&str], state| json!({ "email": email, "subscription_state": state });
    set(&sandbox, "/email/status", &state(&["a@example.com", "b@example.com"], "unsubscribed"));
    set(&sandbox, "/email/blocklist", &json!({ "email": ["c@example.com"] }));
    let all = ["c@example.com", "b@example.com", "a@example.com"];
    assert_eq!(list("unsubscribes", week), all);
    assert_eq!(
        list("unsubscribes", &format!("{week}&sort_direction=asc&limit=2&offset=1")),
        [all[1], all[0]]
    );
    assert_eq!(list("unsubscribes", "start_date=2024-05-01&end_date=2024-05-15"), [""; 0]);
    assert_eq!(list("hard_bounces", week), ["c@example.com"]);
    let user = || {
        let reply = post(&sandbox, "/users/export/ids", &json!({ "external_ids": ["u-1"] }));
        let user = body(&reply)["users"][0].clone();
        (user["email_subscribe"].clone(), user["marked_email_as_spam_at"].clone())
    };
    assert_eq!(user(), (json!("unsubscribed"), json!("2024-05-01T00:00:00Z")));

    set(&sandbox, "/email/status", &state(&["a@example.com"], "opted_in"));
    set(&sandbox, "/email/bounce/remove", &json!({ "email": ["c@example.com"] }));
    set(&sandbox, "/email/spam/remove", &json!({ "email": ["a@example.com"] }));
    assert_eq!(list("unsubscribes", week), all[..2]);
    assert_eq!(list("hard_bounces", week), [""; 0]);
    assert_eq!(user(), (json!("opted_in"), Value::Null));
    let one = get(&sandbox, "/email/unsubscribes?end_date=2024-05-16&email=B@example.com");
    insta::assert_json_snapshot!(body(&one));
}
