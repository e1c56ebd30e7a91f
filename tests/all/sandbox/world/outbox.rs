//! Sends, as tests read them: in the library and over HTTP.

use braze_sandbox::Scenario;
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, get, header, send, status};
use super::post;

#[test]
fn sends_land_in_the_outbox() {
    let sandbox = at_fixed_time().start().unwrap();
    let trigger =
        |id: &str| json!({ "campaign_id": id, "recipients": [{ "external_user_id": "u-17" }] });
    let replies = [
        post(&sandbox, "/campaigns/trigger/send", &trigger("may-news")),
        post(&sandbox, "/canvas/trigger/send", &json!({ "canvas_id": "tour", "broadcast": true })),
        post(
            &sandbox,
            "/messages/send",
            &json!({
                "external_user_ids": ["u-17"],
                "messages": { "apple_push": { "alert": "Ferry in 10 min" } },
            }),
        ),
        post(
            &sandbox,
            "/transactional/v1/campaigns/c-1/send",
            &json!({
                "external_send_id": "order-5512", "recipient": { "external_user_id": "u-17" },
            }),
        ),
        // An invalid one is not sent, and a track is no send.
        post(&sandbox, "/campaigns/trigger/send", &json!({ "recipients": [] })),
        post(&sandbox, "/users/track", &json!({ "attributes": [{ "external_id": "u-17" }] })),
    ];
    assert_eq!(replies.each_ref().map(|it| status(it)), [201, 201, 201, 201, 400, 201]);
    let lines: Vec<_> = sandbox.outbox().iter().map(|it| it.to_json() + "\n").collect();
    let served = get(&sandbox, "/__sandbox/outbox");
    assert_eq!(header(&served, "x-sandbox-forgotten"), Some("0"));
    assert_eq!(served.split_once("\n\n").unwrap().1, lines.concat());
    for (reply, line) in replies.iter().zip(&lines) {
        let line: Value = serde_json::from_str(line).unwrap();
        assert_eq!(body(reply)["dispatch_id"], line["dispatch_id"]);
    }
    insta::assert_snapshot!(lines.concat());

    assert_eq!(status(&send(&sandbox, "DELETE", "/__sandbox/outbox").unwrap()), 200);
    assert!(sandbox.outbox().is_empty());
    assert_eq!(status(&send(&sandbox, "PUT", "/__sandbox/outbox").unwrap()), 405);
}

#[test]
fn a_send_whose_reply_is_lost_and_that_is_repeated_is_there_twice() {
    let faults = "rules: [{ requests: 1, cut: closed, acted: true }, { requests: 3, status: 502 }]";
    let sandbox = at_fixed_time().scenario(Scenario::from_yaml(faults).unwrap()).start().unwrap();
    let trigger = json!({ "campaign_id": "may-news", "broadcast": true });
    let replies: Vec<_> =
        (0..4).map(|_| post(&sandbox, "/campaigns/trigger/send", &trigger)).collect();
    assert_eq!(replies[0], "");
    assert_eq!(status(&replies[2]), 502);
    // The third was not carried out.
    let numbers: Vec<_> = sandbox.outbox().iter().map(|dispatch| dispatch.number).collect();
    assert_eq!(numbers, [1, 2, 4]);
    assert_eq!(sandbox.requests()[0].fault.as_deref(), Some("connection closed, after acting"));
}

#[test]
fn a_send_with_an_external_identifier_is_carried_out_once_in_24_hours() {
    let sandbox = at_fixed_time().start().unwrap();
    let order = |id: &str| {
        let body = json!({ "external_send_id": id, "recipient": { "external_user_id": "u-17" } });
        let reply = post(&sandbox, "/transactional/v1/campaigns/c-1/send", &body);
        super::super::wire::body(&reply)["dispatch_id"].clone()
    };
    let first = order("order-1");
    assert_eq!(order("order-1"), first);
    assert_ne!(order("order-2"), first);
    assert_eq!(sandbox.outbox().len(), 2);
}

#[test]
fn a_key_in_a_send_is_redacted() {
    let sandbox = at_fixed_time().start().unwrap();
    let secret = sandbox.api_key_text();
    let trigger = json!({
        "campaign_id": "may-news", "broadcast": true, "trigger_properties": { "note": secret },
    });
    assert_eq!(status(&post(&sandbox, "/campaigns/trigger/send", &trigger)), 201);
    let line = sandbox.outbox()[0].to_json();
    assert!(line.contains("[redacted]") && !line.contains(&secret), "{line}");
    assert!(!get(&sandbox, "/__sandbox/outbox").contains(&secret));
}
