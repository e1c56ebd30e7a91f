//! Operations that need another secret than the API key, and a header of their own.

use std::iter;

use braze_core::{ClientKey, ScimToken, device_messaging, scim, sessions};

use super::statuses::success;
use super::{Client, Reply, Trial, scenarios};

scenarios![a_scim_token, a_client_key, a_missing_token, a_header_that_is_none, all_in_a_401];

const TOKEN: &str = "7b21c0d5-91aa-47e3-a6f0-3354dd01f8b2";
const CLIENT: &str = "e08a4f17-6c5d-4b92-9f3e-77aa12b6c4d9";

fn users(origin: &str) -> scim::ListUsersRequest {
    scim::ListUsersRequest::new(origin, "userName eq \"ada@example.com\"")
}

fn found() -> Reply {
    Reply::json(200, r#"{"totalResults":0,"Resources":[]}"#)
}

/// Both kinds of requests share a connection.
fn a_scim_token(trial: &mut Trial<impl Client>) {
    trial.serve([found(), success()]);
    trial.configure(|config| config.scim_token(ScimToken::new(TOKEN).unwrap()));
    trial.send(&users("https://sso.example.com"));
    trial.send(&sessions::DataSeriesRequest::new(1));
}

fn a_client_key(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::json(200, r#"{"banners":{"home":null}}"#)]);
    trial.configure(|config| config.client_key(ClientKey::new(CLIENT).unwrap()));
    let body = device_messaging::BannersSyncBody::new("u-17", "a-1", "2.1.0", ["home"]);
    trial.send(&device_messaging::BannersSyncRequest::new(body));
}

fn a_missing_token(trial: &mut Trial<impl Client>) {
    trial.serve(iter::empty::<Reply>());
    trial.send(&users("https://sso.example.com"));
}

fn a_header_that_is_none(trial: &mut Trial<impl Client>) {
    trial.serve(iter::empty::<Reply>());
    trial.configure(|config| config.scim_token(ScimToken::new(TOKEN).unwrap()));
    for origin in ["", "a\r\nX-Evil: 1", "Zoë", " a"] {
        trial.send(&users(origin));
    }
}

/// The server repeats every secret of the client.
fn all_in_a_401(trial: &mut Trial<impl Client>) {
    let key = super::trial::KEY;
    let detail = format!(r#"{{"detail":"not {TOKEN}, {CLIENT} or {key}","status":401}}"#);
    trial.serve([Reply::json(401, &detail).header("x-echo", TOKEN)]);
    trial.configure(|config| {
        let config = config.scim_token(ScimToken::new(TOKEN).unwrap());
        config.client_key(ClientKey::new(CLIENT).unwrap())
    });
    trial.send(&users("https://sso.example.com"));
}
