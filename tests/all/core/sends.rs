//! Requests that send: their rules, their pools, and the error after a lost reply.

use braze_core::messages::{SendBody, SendRequest};
use braze_core::transactional::{CampaignsSendBody, CampaignsSendRequest, TransactionalRecipient};
use braze_core::{
    ApiKey, ApplePush, Audience, Config, ContentCard, ContentCardType, Endpoint, Error, Instance,
    IoError, IoKind, Machine, Messages, Now, Pool, Replay, Sent, Session, Step, Violations,
};
use serde_json::{Value, json};

fn push() -> Messages {
    Messages::new().apple_push(ApplePush::new().alert("Ferry in 10 min"))
}

fn body() -> SendBody {
    SendBody::new(push()).external_user_ids(["u-17"]).campaign_id("c-1").send_id("may-batch")
}

/// The error of a request whose reply does not arrive.
fn lost(request: &impl Endpoint, sent: Sent) -> Option<Error> {
    let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44").unwrap();
    let session = Session::new(Config::new(Instance::Us01, key), 7);
    let mut call = session.call(request);
    let now = Now::at_unix(1_714_600_000);
    assert!(matches!(call.poll(now), Step::Send(_)));
    call.resume(now, Err(IoError::new(IoKind::Timeout, sent, "")));
    match call.poll(now) {
        Step::Yield(result) => result.err(),
        _ => None,
    }
}

fn problems(request: &impl Endpoint) -> String {
    request.check().err().map(|violations| violations.to_string()).unwrap_or_default()
}

#[test]
fn a_lost_reply_may_mean_that_messages_were_sent() {
    let error = lost(&SendRequest::new(body()), Sent::Maybe).unwrap();
    assert!(matches!(error, Error::Unconfirmed(_)) && error.is_timeout() && !error.is_retryable());
    insta::assert_snapshot!(error, @"may have been sent: /messages/send ended without a known result: timed out; look for campaign_id c-1, send_id may-batch");
    // A request that never left is repeated.
    assert!(lost(&SendRequest::new(body()), Sent::No).is_none());
}

#[test]
fn an_identifier_of_ones_own_makes_a_send_repeatable() {
    let body = CampaignsSendBody::new(TransactionalRecipient::new().external_user_id("u-17"));
    let plain = CampaignsSendRequest::new("c-1", body.clone());
    let unique = CampaignsSendRequest::new("c-1", body.external_send_id("order-1"));
    assert_eq!((plain.replay(), unique.replay()), (Replay::Unsafe, Replay::Idempotent));
    assert!(matches!(lost(&plain, Sent::Maybe), Some(Error::Unconfirmed(_))));
    assert!(lost(&unique, Sent::Maybe).is_none());
}

#[test]
fn broadcasts_have_a_pool_of_their_own() {
    let broadcast = SendBody::new(push()).broadcast(true).segment_id("s-1");
    assert_eq!(SendRequest::new(broadcast).pool(), &Pool::SEND_BROADCASTS);
    assert_eq!(SendRequest::new(body()).pool(), &Pool::DEFAULT);
}

#[test]
fn a_broadcast_is_said_and_excludes_named_users() {
    assert_eq!(problems(&SendRequest::new(body())), "");
    insta::assert_snapshot!(
        problems(&SendRequest::new(body().broadcast(true))),
        @"`external_user_ids` stands beside `broadcast: true`: leave one of them out"
    );
    insta::assert_snapshot!(
        problems(&SendRequest::new(SendBody::new(push()).segment_id("s-1"))),
        @"`external_user_ids` is missing: with `broadcast: false`, give at least one of `external_user_ids`, `user_aliases`"
    );
}

#[test]
fn a_layout_decides_what_a_card_needs() {
    let card = ContentCard::new(ContentCardType::CaptionedImage).time_to_live(60).title("Ferry");
    let messages = Messages::new().content_card(card);
    insta::assert_snapshot!(
        problems(&SendRequest::new(SendBody::new(messages).external_user_ids(["u-17"]))),
        @"`messages.content_card.description` is missing: `type: CLASSIC | CAPTIONED_IMAGE` requires it; `messages.content_card.image_url` is missing: `type: CAPTIONED_IMAGE | BANNER` requires it"
    );
}

#[test]
fn an_audience_from_json_is_checked_as_a_tree() {
    let check = |audience: Value| {
        let audience: Audience = serde_json::from_value(audience).unwrap();
        let mut violations = Violations::default();
        audience.check("audience", &mut violations);
        violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let built = Audience::attribute("plan").exists().and(Audience::push_state_is_not("opted_in"));
    let built = built.and(Audience::attribute("pets").includes_value("dog"));
    assert_eq!(serde_json::to_value(&built).unwrap()["AND"].as_array().unwrap().len(), 3);
    assert_eq!(check(serde_json::to_value(&built).unwrap()), "");
    insta::assert_snapshot!(check(json!({"AND": [
        {"OR": []},
        {"segment": {}},
        {"custom_attribute": {"comparison": "does_not_equal"}},
        {"custom_attribute": {"custom_attribute_name": "a", "comparison": "equals", "value": [1]}},
        {"email_subscription_status": {"comparison": "equals", "value": "opted_in"}},
        {"last_used_app": {"comparison": "after"}},
        {"AND": [], "OR": []},
    ]})));
}
