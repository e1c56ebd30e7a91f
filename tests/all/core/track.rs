//! `POST /users/track`: values of custom attributes, the rules of its objects, and what may be repeated.

use braze_core::chrono::NaiveDate;
use braze_core::users::{Track, TrackBody, TrackRequest};
use braze_core::{
    AttributeValue, CustomEvent, Endpoint, EventProperties, ObjectChanges, ObjectKey, Patch,
    Purchase, PurchaseProperties, PushToken, Replay, Timestamp, UserAlias, UserAttributes,
};
use serde_json::{Value, json};

fn time() -> Timestamp {
    "2026-05-02T08:00:00Z".parse().unwrap()
}

fn ada() -> UserAttributes {
    UserAttributes::new().external_id("ada")
}

fn event() -> CustomEvent {
    CustomEvent::new("opened_map", time()).external_id("ada")
}

fn purchase() -> Purchase {
    Purchase::new("sku-1", "EUR", 12.5, time()).external_id("ada")
}

fn attributes(attributes: UserAttributes) -> TrackRequest {
    TrackRequest::new(TrackBody::new().attributes([attributes]))
}

fn events(event: CustomEvent) -> TrackRequest {
    TrackRequest::new(TrackBody::new().events([event]))
}

/// All problems of a request, one to a line.
fn problems(request: &TrackRequest) -> String {
    let lines: Vec<_> = match request.check() {
        Ok(()) => Vec::new(),
        Err(violations) => violations.iter().map(ToString::to_string).collect(),
    };
    lines.join("\n")
}

#[test]
fn a_body_is_written_as_the_service_reads_it() {
    let user = ada()
        .first_name("Ada")
        .remove_last_name()
        .dob(NaiveDate::from_ymd_opt(1985, 12, 10).unwrap())
        .user_alias(UserAlias::new("ada", "forum"))
        .with("plan", "gold")
        .with("visits", AttributeValue::increment(1))
        .with("colours", AttributeValue::add(["red"]))
        .with("sizes", vec![38, 40])
        .with("old", AttributeValue::null())
        .with(
            "pets",
            ObjectChanges::default()
                .insert(json!({"id": 3, "born": AttributeValue::nested_time(time())}))
                .remove(ObjectKey::new("id", 1))
                .update(ObjectKey::new("id", 2), [("name", "Max")]),
        );
    let body =
        TrackBody::new().attributes([user]).events([event().properties([("zoom", 3)])]).purchases(
            [purchase().quantity(2).properties(PurchaseProperties::default().with("size", 40))],
        );
    insta::assert_snapshot!(serde_json::to_string_pretty(&body).unwrap());
    let read: TrackBody = serde_json::from_str(&serde_json::to_string(&body).unwrap()).unwrap();
    assert_eq!(read, body);
}

#[test]
fn null_removes_a_field_and_absence_keeps_it() {
    let read: UserAttributes =
        serde_json::from_str(r#"{"external_id": "ada", "first_name": null, "plan": null}"#)
            .unwrap();
    assert_eq!(read.first_name, Patch::Remove);
    assert_eq!(read.last_name, Patch::Keep);
    assert_eq!(read.extra["plan"], AttributeValue::null());
    let written: Value = serde_json::to_value(&read).unwrap();
    assert_eq!(written, json!({"external_id": "ada", "first_name": null, "plan": null}));
}

#[test]
fn a_misspelt_field_is_not_lost() {
    let read =
        serde_json::from_str::<CustomEvent>(r#"{"external_id": "ada", "nmae": "x", "time": 1}"#);
    assert!(read.unwrap_err().to_string().contains("unknown field `nmae`"));
}

#[test]
fn a_user_is_named_once() {
    assert_eq!(problems(&attributes(ada())), "");
    assert_eq!(problems(&attributes(ada().email("ada@example.com"))), "");
    insta::assert_snapshot!(
        problems(&attributes(ada().braze_id("b-1").user_alias(UserAlias::new("", "forum"))))
            + "\n"
            + &problems(&attributes(UserAttributes::new().with("plan", "gold")))
            + "\n"
            + &problems(&attributes(UserAttributes::new().remove_email()))
    );
}

#[test]
fn an_import_of_push_tokens_has_rules_of_its_own() {
    let tokens = UserAttributes::new().push_token_import(true);
    let token = PushToken::new("app-1", "t-1");
    assert_eq!(problems(&attributes(tokens.clone().push_tokens([token]))), "");
    assert_eq!(problems(&attributes(ada().push_token_import(false))), "");
    insta::assert_snapshot!(problems(&attributes(tokens.external_id("ada"))));
}

#[test]
fn everything_wrong_is_noted_at_once_with_its_path() {
    let long = "ü".repeat(256);
    let body = TrackBody::new()
        .attributes([
            ada().with("first_name", "Ada").with("", 1),
            UserAttributes::new().external_id("x".repeat(988)).country("Österreich"),
            ada()
                .with("pets", json!([{"name": long, "a b": 1, "born": {"$time": "3001-01-01"}}]))
                .with("sizes", (0..501).collect::<Vec<_>>())
                .with("tags", AttributeValue::add([json!({"id": 1})]))
                .with("big", json!({"text": vec!["x".repeat(200); 500]}))
                .with(
                    "dogs",
                    ObjectChanges::default().insert(7).update(ObjectKey::new("id", 1), [("$x", 1)]),
                ),
        ])
        .events([
            event(),
            event().properties(
                EventProperties::default()
                    .with("time", 1)
                    .with("$a", 1)
                    .with("", 1)
                    .with("text", long.as_str()),
            ),
        ])
        .purchases([Purchase::new("p".repeat(256), "EURO", 1.0, time())
            .email("a@example.com")
            .quantity(101)
            .properties([("price", json!(1)), ("list", json!(vec!["x".repeat(250); 300]))])]);
    insta::assert_snapshot!(problems(&TrackRequest::new(body)));
}

#[test]
fn up_to_75_objects_fit_together() {
    let body = |count| TrackBody::new().attributes(vec![ada(); count]).events([event()]);
    assert_eq!(problems(&TrackRequest::new(body(74))), "");
    insta::assert_snapshot!(
        problems(&TrackRequest::new(body(75)))
            + "\n"
            + &problems(&TrackRequest::new(TrackBody::new()))
    );
}

#[test]
fn only_what_counts_twice_is_unsafe_to_repeat() {
    let classes = [
        attributes(ada().with("plan", "gold").with("tags", AttributeValue::add(["a"]))),
        attributes(ada().with("pets", ObjectChanges::default().remove(ObjectKey::new("id", 1)))),
        attributes(ada().with("visits", AttributeValue::increment(1))),
        attributes(ada().with("pets", ObjectChanges::default().insert(json!({"id": 1})))),
        events(event()),
        TrackRequest::new(TrackBody::new().purchases([purchase()])),
    ]
    .map(|request| request.replay());
    let (set, add) = (Replay::Idempotent, Replay::Unsafe);
    assert_eq!(classes, [set, set, add, add, add, add]);
}

#[test]
fn what_is_not_a_change_stays_as_it_is() {
    let texts = [
        r#"{"inc":1.5}"#,
        r#"{"inc":1,"by":2}"#,
        r#"{"add":"x"}"#,
        r#"{"$add":[1],"name":2}"#,
        r#"{"$update":[{"$identifier_key":"id"}]}"#,
        "null",
        "[1,\"a\",true]",
        "1e3",
    ];
    for text in texts {
        let value: AttributeValue = serde_json::from_str(text).unwrap();
        assert!(matches!(value, AttributeValue::Plain(_)), "{text}");
        let (once, twice): (Value, Value) =
            (serde_json::from_str(text).unwrap(), serde_json::to_value(&value).unwrap());
        assert_eq!(once, twice);
    }
}

#[test]
fn partial_errors_lead_to_the_objects_of_the_request() {
    let read = |errors: Value| {
        let body = json!({"message": "success", "events_processed": 1, "errors": errors});
        let reply: Track = serde_json::from_value(body).unwrap();
        TrackRequest::problems(&reply)
    };
    let entry = json!({"type": "'quantity' is not valid", "input_array": "purchases", "index": 3});
    assert_eq!(read(json!([entry])), ["purchases[3]: 'quantity' is not valid"]);
    assert_eq!(read(json!(["a text", [2, "a pair"]])), ["a text", "[2]: a pair"]);
    assert_eq!(read(json!(null)), [""; 0]);
    assert_eq!(read(json!({"odd": 1})), [r#"{"odd":1}"#]);
}
