//! Rate-limit pools: aligned to the clock, shared, and counted as the service counts.

use std::time::Duration;

use braze_core::{ApiKey, Pool};
use braze_sandbox::RetryHint;

use super::wire::{at_fixed_time, get, header, send_with_key, status};

const TARGET: &str = "/sessions/data_series?length=1";

#[test]
fn a_pool_that_is_used_up_answers_429_until_the_window_turns() {
    let sandbox = at_fixed_time().pool(Pool::new("default", 2, 60)).start().unwrap();
    let remaining =
        || header(&get(&sandbox, TARGET), "x-ratelimit-remaining").map(str::to_owned).unwrap();
    assert_eq!([remaining(), remaining()], ["1", "0"]);
    insta::assert_snapshot!(get(&sandbox, TARGET));
    // The clock stands at a full minute: 59 seconds later the window is still the same.
    sandbox.clock().advance(Duration::from_secs(59));
    assert_eq!(status(&get(&sandbox, TARGET)), 429);
    sandbox.clock().advance(Duration::from_secs(1));
    assert_eq!(remaining(), "1");
}

#[test]
fn bad_requests_count_and_unauthorized_ones_do_not() {
    let sandbox = at_fixed_time().pool(Pool::new("default", 10, 60)).start().unwrap();
    let left = |reply: &str| header(reply, "x-ratelimit-remaining").map(str::to_owned).unwrap();
    assert_eq!(left(&send_with_key(&sandbox, "GET", TARGET, "").unwrap()), "");
    assert_eq!(left(&get(&sandbox, "/sessions/data_series?length=0")), "9");
    assert_eq!(left(&get(&sandbox, "/nowhere")), "9");
}

#[test]
fn each_hint_of_a_429_is_in_its_header() {
    let hints = [
        RetryHint::WindowEnd,
        RetryHint::Reset(5),
        RetryHint::RateLimitRetryAfter(5),
        RetryHint::RetryAfter(5),
        RetryHint::RetryAfterDate(5),
    ];
    let headers = hints.map(|hint| {
        let builder = at_fixed_time().pool(Pool::new("default", 0, 60)).retry_hint(hint);
        let reply = get(&builder.start().unwrap(), TARGET);
        let of_interest = |line: &&str| line.contains("retry-after") || line.contains("reset");
        format!("{hint}\n{}", reply.lines().filter(of_interest).collect::<Vec<_>>().join("\n"))
    });
    insta::assert_snapshot!(headers.join("\n\n"));
}

#[test]
fn a_key_without_the_permission_is_forbidden() {
    let key = ApiKey::new("11111111-2222-3333").unwrap();
    let sandbox = at_fixed_time().restricted_key(key, ["kpi.dau.data_series"]).start().unwrap();
    insta::assert_snapshot!(get(&sandbox, TARGET));
}

#[test]
fn a_key_of_the_callers_takes_the_place_of_the_sandboxs_own() {
    let own = at_fixed_time().start().unwrap().api_key_text();
    let key = ApiKey::new("11111111-2222-3333").unwrap();
    let sandbox = at_fixed_time().api_key(key).start().unwrap();
    assert_eq!(sandbox.api_key_text(), "11111111-2222-3333");
    assert_eq!(status(&get(&sandbox, TARGET)), 200);
    let header = format!("Authorization: Bearer {own}\r\n");
    assert_eq!(status(&send_with_key(&sandbox, "GET", TARGET, &header).unwrap()), 401);
}
