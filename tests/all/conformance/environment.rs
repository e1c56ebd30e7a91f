//! Clients that are made from environment variables, each in a process of its own.

use super::endpoints::sessions;
use super::proxy::{child, hand_over, run_in_child};
use super::statuses::success;
use super::trial::{KEY, key};
use super::{Client, Trial, scenarios};

scenarios![from_the_environment];

fn from_the_environment<C: Client>(trial: &mut Trial<C>) {
    if child().is_some() {
        let outcome = C::from_env().and_then(|client| client.send(&sessions()));
        trial.note(&outcome.map_or_else(|error| error.to_string(), |it| it.status.to_string()));
        hand_over(trial);
    }
    trial.serve([success()]);
    let url = trial.server().url();
    for [key, instance, base_url] in [[KEY, "", &url], ["", "us-01", ""], [KEY, "", ""]] {
        let variables = [
            ("BRAZE_API_KEY", key.to_owned()),
            ("BRAZE_INSTANCE", instance.to_owned()),
            ("BRAZE_BASE_URL", base_url.to_owned()),
        ];
        let report = run_in_child(trial, "", &variables);
        trial.note(&report);
    }
}

#[test]
fn debug_of_a_client_is_its_server_on_one_line() {
    let url: braze_core::BaseUrl = "http://127.0.0.1:8080".parse().unwrap();
    let blocking = braze_blocking::Client::new(url.clone(), key()).unwrap();
    let asynchronous = braze_async::Client::new(url, key()).unwrap();
    for text in [format!("{blocking:#?}"), format!("{asynchronous:#?}")] {
        assert_eq!(text, "Client(http://127.0.0.1:8080)");
    }
}
