//! TLS that fails, and plain text where it must not be.

use std::time::Duration;

use braze_core::{BaseUrl, RetryPolicy};

use super::endpoints::sessions;
use super::proxy::{child, hand_over, run_in_child};
use super::relay::{After, Origin};
use super::statuses::success;
use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![
    https_to_a_plain_server,
    closed_within_the_handshake,
    reset_within_the_handshake,
    silence_within_the_handshake,
    closed_without_a_goodbye,
    plain_text_is_for_loopback_only,
];

const AMPLE: Duration = Duration::from_secs(10);

/// Calls by `https`.
fn call(trial: &mut Trial<impl Client>, connect_timeout: Duration) {
    let url = format!("https://127.0.0.1:{}", trial.server().port());
    trial.base_url(&url);
    trial.retry(RetryPolicy::default().attempts(2));
    trial.configure(|config| config.connect_timeout(connect_timeout));
    trial.send(&sessions());
    let attempts = trial.server().seen().connections.len();
    trial.note(&format!("connections: {attempts}"));
    // The bytes of the handshakes are random.
    trial.forget_server();
}

fn https_to_a_plain_server(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(400).body("this is no TLS")]);
    call(trial, AMPLE);
}

fn closed_within_the_handshake(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().close(), Exchange::on_request().close()]);
    call(trial, AMPLE);
}

fn reset_within_the_handshake(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().reset(), Exchange::on_request().reset()]);
    call(trial, AMPLE);
}

fn silence_within_the_handshake(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().hold(), Exchange::on_request().hold()]);
    call(trial, Duration::from_millis(150));
}

/// Whoever can end the connection could else cut a reply that ends with it, and nobody would notice.
fn closed_without_a_goodbye(trial: &mut Trial<impl Client>) {
    if child().is_none() {
        let report = run_in_child(trial, "", &[]);
        return trial.note(&report);
    }
    for after in [After::Goodbye, After::Leave] {
        let origin = Origin::start_with(&success().until_close(), after);
        trial.base_url(&origin.url());
        trial.retry(RetryPolicy::default().attempts(2));
        trial.note(&format!("{after:?}"));
        trial.send(&sessions());
    }
    hand_over(trial);
}

/// No client can be made that would send the key in the clear.
fn plain_text_is_for_loopback_only(trial: &mut Trial<impl Client>) {
    for url in [
        "http://rest.iad-01.braze.com",
        "http://10.0.0.1",
        "http://128.0.0.1",
        "http://0.0.0.0:80",
        "http://[::2]",
        "http://[::ffff:10.0.0.1]",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://example.com#@localhost",
    ] {
        trial.note(&url.parse::<BaseUrl>().unwrap_err().to_string());
    }
    for url in ["http://127.0.0.1", "http://127.255.0.9:1", "http://[::1]", "HTTP://LOCALHOST:8080"]
    {
        trial.note(&format!("{} is fine", url.parse::<BaseUrl>().unwrap()));
    }
}
