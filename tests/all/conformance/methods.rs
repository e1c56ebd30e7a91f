//! Methods and request bodies, through endpoints written by hand.

use serde_json::json;

use super::endpoints::{Delete, Patch, Post, Put, sessions};
use super::statuses::success;
use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![
    post_of_nothing,
    post_of_json,
    post_of_much,
    put_and_patch,
    delete,
    unsafe_and_a_server_error,
    unsafe_and_a_rate_limit,
    unsafe_and_a_lost_connection,
    idempotent_and_a_server_error,
    an_invalid_request,
    a_longer_user_agent,
];

fn post_of_nothing(trial: &mut Trial<impl Client>) {
    trial.serve([success(), success()]);
    trial.send(&Post(None));
    trial.send(&Post(None));
}

fn post_of_json(trial: &mut Trial<impl Client>) {
    trial.serve([success()]);
    trial.send(&Post(Some(json!({"name": "Zoë", "list": [1, 2.5, null]}))));
}

fn post_of_much(trial: &mut Trial<impl Client>) {
    trial.serve([success(), success()]);
    trial.send(&Post(Some(json!("x".repeat(1 << 20)))));
    trial.send(&Post(None));
}

fn put_and_patch(trial: &mut Trial<impl Client>) {
    trial.serve([success(), success(), success(), success()]);
    trial.send(&Put(None));
    trial.send(&Patch(None));
    trial.send(&Put(Some(json!({}))));
    trial.send(&Patch(Some(json!([]))));
}

fn delete(trial: &mut Trial<impl Client>) {
    trial.serve([success(), success()]);
    trial.send(&Delete(None));
    trial.send(&Delete(Some(json!({"ids": ["a"]}))));
}

fn unsafe_and_a_server_error(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(503), success()]);
    trial.send(&Post(Some(json!(1))));
}

fn unsafe_and_a_rate_limit(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(429).header("retry-after", "0"), Reply::new(425), success()]);
    trial.send(&Post(Some(json!(1))));
}

fn unsafe_and_a_lost_connection(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().close(), success().into()]);
    trial.send(&Post(Some(json!(1))));
}

fn idempotent_and_a_server_error(trial: &mut Trial<impl Client>) {
    trial.serve([
        Exchange::from(Reply::new(500)),
        Exchange::on_request().close(),
        success().into(),
    ]);
    trial.send(&Put(Some(json!(1))));
}

/// Nothing is sent.
fn an_invalid_request(trial: &mut Trial<impl Client>) {
    trial.serve([success()]);
    let mut request = sessions().app_id("{{app_identifier}}");
    request.length = 101;
    trial.send(&request);
}

fn a_longer_user_agent(trial: &mut Trial<impl Client>) {
    trial.serve([success()]);
    trial.configure(|config| config.user_agent_suffix("report/2 (nightly)").unwrap());
    trial.send(&sessions());
}
