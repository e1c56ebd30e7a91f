//! Banners: for a key of their own kind.

use braze_core::device_messaging::{
    BannerEvent, BannerEventEventType, BannersSyncBody, BannersSyncRequest, BannersTrackBody,
    BannersTrackRequest,
};
use braze_core::{BannersFailure, ClientKey, Config, Timestamp};

use super::super::wire::at_fixed_time;
use super::client;

fn sync() -> BannersSyncRequest {
    BannersSyncRequest::new(BannersSyncBody::new("u-17", "a-1", "2.1.0", ["home", "empty"]))
}

#[test]
fn placements_have_banners_and_events_are_counted() {
    let sandbox = at_fixed_time().start().unwrap();
    let client = client(&sandbox);
    let reply = client.send(&sync()).unwrap();
    let home = reply.banners["home"].as_ref().unwrap();
    assert_eq!((home.expires_at, home.is_control), (Some(-1), Some(false)));
    assert!(reply.banners["empty"].is_none());
    let at: Timestamp = "2024-05-15T10:00:00Z".parse().unwrap();
    let event = BannerEvent::new("bnr_home", BannerEventEventType::Click, at);
    let body = BannersTrackBody::new("u-17", "a-1", "2.1.0", [event.clone(), event]);
    let reply = client.send(&BannersTrackRequest::new(body)).unwrap();
    assert_eq!((reply.status.as_u16(), reply.events_processed), (202, Some(2)));
}

#[test]
fn the_api_key_is_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    let key = ClientKey::new(sandbox.api_key_text()).unwrap();
    let client = braze_blocking::Client::with_config(Config::new(sandbox.base_url(), key)).unwrap();
    let error = client.send(&sync()).unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    let failure: BannersFailure = error.api().unwrap().read().unwrap();
    assert_eq!(failure.message.as_deref(), Some("Invalid API key: [redacted]"));
}
