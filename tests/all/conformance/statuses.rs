//! Each status, and what the envelope around it says.

use braze_core::{Timestamp, Unit};

use super::endpoints::sessions;
use super::{Client, Reply, Server, Trial, scenarios};

scenarios![
    a_success,
    success_of_another_kind,
    queued_is_a_success,
    errors_beside_success,
    a_refusal_in_a_success,
    no_content,
    every_status,
    bad_request,
    the_key_in_a_401,
    a_redirect_to_another_host,
    server_errors_until_the_attempts_are_used_up,
    server_error_then_success,
];

pub(super) const BODY: &str =
    r#"{"message":"success","data":[{"time":"2024-05-01","sessions":3}]}"#;

/// A successful reply.
pub(super) fn success() -> Reply {
    Reply::json(200, BODY)
}

fn a_success(trial: &mut Trial<impl Client>) {
    trial.serve([success()]);
    let end = "2024-05-02T00:00:00+02:00".parse::<Timestamp>().unwrap();
    trial.send(&sessions().unit(Unit::Hour).ending_at(end).app_id("a+b/c&d=ü%"));
}

fn success_of_another_kind(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::json(201, BODY), Reply::json(299, BODY)]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn queued_is_a_success(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::json(202, r#"{"data":[],"message":"queued"}"#)]);
    trial.send(&sessions());
}

fn errors_beside_success(trial: &mut Trial<impl Client>) {
    let body = r#"{"errors":["one row is missing",{"code":7}],"message":"success","data":[]}"#;
    trial.serve([Reply::json(201, body)]);
    trial.send(&sessions());
}

fn a_refusal_in_a_success(trial: &mut Trial<impl Client>) {
    trial.serve([
        Reply::json(200, r#"{"message":"not today","data":[]}"#),
        Reply::json(200, r#"{"message":"not today","errors":["closed"]}"#),
    ]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn no_content(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(204).unframed(), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn every_status(trial: &mut Trial<impl Client>) {
    const STATUSES: [u16; 30] = [
        300, 301, 302, 303, 304, 305, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413,
        414, 415, 422, 425, 429, 499, 500, 501, 502, 503, 504, 599,
    ];
    // A 304 has no body, whatever its head says.
    let reply = |status| match status {
        304 => Reply::new(status).unframed(),
        _ => Reply::json(status, r#"{"message":"so it is"}"#),
    };
    for status in STATUSES {
        let server = Server::start([reply(status).into(), success().into()]);
        trial.base_url(&server.url());
        let outcome = trial.client().send(&sessions()).map(|reply| reply.status);
        let requests = server.seen().requests.len();
        trial.note(&match outcome {
            Ok(_) => format!("{status}: tried again, {requests} requests"),
            Err(error) => format!("{status}: {error}, {requests} request"),
        });
    }
}

fn bad_request(trial: &mut Trial<impl Client>) {
    let body = r#"{"errors":["length is out of range",{"field":"unit"}],"message":"bad request"}"#;
    trial.serve([Reply::json(400, body)]);
    trial.send(&sessions());
}

fn the_key_in_a_401(trial: &mut Trial<impl Client>) {
    let body = format!(r#"{{"message":"Invalid API key: {}"}}"#, super::trial::KEY);
    trial.serve([Reply::json(401, &body)
        .header("x-ratelimit-limit", "")
        .header("x-ratelimit-remaining", "")
        .header("x-ratelimit-reset", "")]);
    trial.send(&sessions());
}

/// The other host must not hear of it: redirects are not followed, and the key stays.
fn a_redirect_to_another_host(trial: &mut Trial<impl Client>) {
    let other = Server::start([success().into()]);
    let statuses = [301, 302, 303, 307, 308];
    trial.serve(
        statuses.map(|status| {
            Reply::new(status).header("location", format!("{}/elsewhere", other.url()))
        }),
    );
    for _ in statuses {
        let error = trial.client().send(&sessions()).unwrap_err();
        trial.note(&error.to_string());
    }
    assert_eq!(other.seen().connections.len(), 0);
    trial.events();
}

fn server_errors_until_the_attempts_are_used_up(trial: &mut Trial<impl Client>) {
    trial.serve([500, 502, 503, 504].map(|status| Reply::json(status, r#"{"message":"down"}"#)));
    trial.send(&sessions());
}

fn server_error_then_success(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(502).header("content-type", "text/html").body("<html>"), success()]);
    trial.send(&sessions());
}
