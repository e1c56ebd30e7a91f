//! Whatever a server repeats of the key, nothing that a caller, an observer or a log gets holds it.

use std::sync::Arc;

use braze_core::{ApiKey, BaseUrl, Config, Pacing, RetryPolicy, sessions};

use super::echoes::{forms, places};
use super::net::Net;
use crate::conformance::{Asynchronous, Blocking, Client, Server};

/// Mixed letters and digits, so that no part of it is there by chance.
const KEY: &str = "Zq7XwV2p-9Kd4-Rb8T-Lm3N-Hs6FjYc1Gv5U";

/// Calls a server that repeats the key in one place after another.
fn calls<C: Client>(key: &str) {
    let net = Net::default();
    for form in forms(key) {
        let (places, script): (Vec<_>, Vec<_>) = places(&form).into_iter().unzip();
        let server = Server::start(script);
        let url = server.url().parse::<BaseUrl>().unwrap();
        let config = Config::new(url, ApiKey::new(key).unwrap())
            .pacing(Pacing::off())
            .retry(RetryPolicy::none())
            .observer(Arc::new(net.clone()));
        let client = C::with_config(config).unwrap();
        for place in places {
            let request = sessions::DataSeriesRequest::new(1);
            match net.traces(|| client.send(&request)) {
                Ok(reply) => net.reply(&reply),
                Err(error) => net.error(&error),
            }
            net.assert_free_of(key, &format!("{place}, repeated as {form}"));
        }
        net.debug(&client);
        net.assert_free_of(key, "the client afterwards");
    }
}

#[test]
fn a_key_like_the_services_own() {
    calls::<Blocking>(KEY);
    calls::<Asynchronous>(KEY);
}

/// Numbers are no texts, but they can hold such a key.
#[test]
fn a_key_of_digits() {
    calls::<Blocking>("9471028365712049");
    calls::<Asynchronous>("9471028365712049");
}

/// The shortest that a key can be.
#[test]
fn a_short_key() {
    calls::<Blocking>("qXv7Zw2k");
    calls::<Asynchronous>("qXv7Zw2k");
}

#[test]
fn a_key_with_signs_that_urls_encode() {
    calls::<Blocking>("aQ+/z=W9~k(V)3$x!#R");
    calls::<Asynchronous>("aQ+/z=W9~k(V)3$x!#R");
}
