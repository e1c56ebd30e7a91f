//! Calls with reqwest.

use chrono::{DateTime, Utc};
use futures_util::{StreamExt, TryStreamExt, stream};
use reqwest::{Client, Request};

use super::{Hours, parameters, windows};
use crate::server::Server;

/// A client as it comes. TLS is set up as ours is, though nothing here uses it.
pub(crate) fn client() -> Client {
    // An error says that it was installed before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::new()
}

/// One call.
pub(crate) async fn call(
    client: &Client,
    server: &Server,
    length: u32,
    ending_at: DateTime<Utc>,
) -> Result<Hours, reqwest::Error> {
    let request = client
        .get(format!("{}/sessions/data_series", server.url))
        .bearer_auth(&server.key)
        .query(&parameters(length, ending_at));
    request.send().await?.error_for_status()?.json().await
}

/// A request that is ready to be sent.
pub(crate) fn request(
    client: &Client,
    url: &str,
    key: &str,
    ending_at: DateTime<Utc>,
) -> Option<Request> {
    client.get(url).bearer_auth(key).query(&parameters(100, ending_at)).build().ok()
}

/// A long range with this many requests in flight: the sum of all sessions.
pub(crate) async fn range(
    server: &Server,
    from: DateTime<Utc>,
    hours: u32,
    in_flight: usize,
) -> Result<u64, reqwest::Error> {
    let client = client();
    let calls =
        windows(from, hours).map(|(length, ending_at)| call(&client, server, length, ending_at));
    stream::iter(calls)
        .buffered(in_flight)
        .try_fold(0, |sum, reply| async move {
            Ok(sum + reply.data.iter().map(|point| point.sessions).sum::<u64>())
        })
        .await
}
