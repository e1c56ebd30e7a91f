//! The headers that say when to come back, in each of their forms.

use braze_core::{Pacing, RetryPolicy};

use super::endpoints::sessions;
use super::statuses::{BODY, success};
use super::{Client, Reply, Trial, scenarios};

scenarios![
    rate_limit_of_a_success,
    retry_after_of_the_service_comes_first,
    retry_after_in_seconds,
    retry_after_as_a_date,
    retry_after_in_the_past,
    reset_by_the_servers_clock,
    nothing_of_use,
    header_names_in_any_case,
    headers_sent_twice,
    reset_does_not_count_on_a_500,
    retry_after_counts_on_a_500,
    retry_after_means_nothing_on_a_400,
    nothing_left_holds_the_next_call_back,
    nothing_left_and_no_pacing,
];

/// The server's clock in these scenarios, far behind the local one.
const DATE: &str = "Tue, 14 Nov 2023 22:13:20 GMT";
const EPOCH: u64 = 1_700_000_000;

fn limited() -> Reply {
    Reply::json(429, r#"{"message":"slow down"}"#)
}

/// The outcome of a call for each reply, with waits capped at zero.
fn advice(trial: &mut Trial<impl Client>, replies: Vec<Reply>) {
    let calls = replies.len();
    trial.serve(replies);
    trial.retry(RetryPolicy::default().max_wait(Some(std::time::Duration::ZERO)));
    trial.configure(|config| config.pacing(Pacing::off()));
    for _ in 0..calls {
        trial.send(&sessions());
    }
}

fn rate_limit_of_a_success(trial: &mut Trial<impl Client>) {
    trial.serve([success()
        .header("x-ratelimit-limit", "250000")
        .header("x-ratelimit-remaining", "249999")
        .header("x-ratelimit-reset", "1700003600")]);
    trial.send(&sessions());
}

fn retry_after_of_the_service_comes_first(trial: &mut Trial<impl Client>) {
    let all = limited()
        .header("date", DATE)
        .header("x-ratelimit-reset", (EPOCH + 3000).to_string())
        .header("retry-after", "200")
        .header("x-ratelimit-retry-after", "100");
    advice(trial, vec![all]);
}

fn retry_after_in_seconds(trial: &mut Trial<impl Client>) {
    trial.serve([limited().header("retry-after", "1"), success()]);
    trial.send(&sessions());
}

fn retry_after_as_a_date(trial: &mut Trial<impl Client>) {
    let dates = [
        "Tue, 14 Nov 2023 22:14:20 GMT",
        "Tuesday, 14-Nov-23 22:14:20 GMT",
        "Tue Nov 14 22:14:20 2023",
    ];
    let reply = |date| limited().header("date", DATE).header("retry-after", date);
    advice(trial, dates.map(reply).to_vec());
}

fn retry_after_in_the_past(trial: &mut Trial<impl Client>) {
    let past = "Tue, 14 Nov 2023 22:13:19 GMT";
    let zero = limited().header("retry-after", "0");
    trial.serve([limited().header("date", DATE).header("retry-after", past), zero, success()]);
    trial.send(&sessions());
}

fn reset_by_the_servers_clock(trial: &mut Trial<impl Client>) {
    let reset = (EPOCH + 1800).to_string();
    advice(trial, vec![limited().header("date", DATE).header("x-ratelimit-reset", reset)]);
}

/// Empty and malformed headers are as good as none.
fn nothing_of_use(trial: &mut Trial<impl Client>) {
    let values = ["", "soon", "-1", "1.5", "0x10", "99999999999999999999999", "\u{fc}"];
    for value in values {
        // Each one comes to a client that knows nothing.
        trial.serve([
            limited()
                .header("x-ratelimit-retry-after", value)
                .header("retry-after", value)
                .header("x-ratelimit-limit", value)
                .header("x-ratelimit-remaining", value)
                .header("x-ratelimit-reset", value),
            success(),
        ]);
        trial.client().send(&sessions()).unwrap();
        let waiting = trial.events().into_iter().find(|event| event.starts_with("waiting"));
        trial.note(&format!("{value:?}: {}", waiting.unwrap()));
    }
    trial.forget_server();
}

fn header_names_in_any_case(trial: &mut Trial<impl Client>) {
    trial.serve([
        limited().header("X-RateLimit-Retry-After", "0"),
        limited().header("X-RATELIMIT-RETRY-AFTER", "0"),
        success().header("X-RateLimit-Remaining", "7"),
    ]);
    trial.send(&sessions());
}

fn headers_sent_twice(trial: &mut Trial<impl Client>) {
    trial.serve([
        limited().header("retry-after", "0").header("retry-after", "900"),
        success().header("x-ratelimit-limit", "5").header("x-ratelimit-limit", "6"),
    ]);
    trial.send(&sessions());
}

fn reset_does_not_count_on_a_500(trial: &mut Trial<impl Client>) {
    let reset = (EPOCH + 1800).to_string();
    trial.serve([
        Reply::new(500).header("date", DATE).header("x-ratelimit-reset", reset.clone()),
        Reply::new(503).header("date", DATE).header("x-ratelimit-reset", reset),
        success(),
    ]);
    trial.send(&sessions());
}

fn retry_after_counts_on_a_500(trial: &mut Trial<impl Client>) {
    advice(trial, vec![Reply::new(503).header("retry-after", "120")]);
}

fn retry_after_means_nothing_on_a_400(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(400).header("retry-after", "1")]);
    trial.send(&sessions());
}

fn exhausted(status: u16) -> Reply {
    Reply::json(status, BODY)
        .header("date", DATE)
        .header("x-ratelimit-limit", "1000")
        .header("x-ratelimit-remaining", "0")
        .header("x-ratelimit-reset", (EPOCH + 1800).to_string())
}

/// The second call is not sent: the window's end is further away than the longest wait.
fn nothing_left_holds_the_next_call_back(trial: &mut Trial<impl Client>) {
    trial.serve([exhausted(200), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn nothing_left_and_no_pacing(trial: &mut Trial<impl Client>) {
    trial.serve([exhausted(200), success()]);
    trial.configure(|config| config.pacing(Pacing::off()));
    trial.send(&sessions());
    trial.send(&sessions());
}
