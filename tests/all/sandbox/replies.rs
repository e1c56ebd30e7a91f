//! Replies of the sandbox, byte for byte.

use super::wire::{at_fixed_time, body, get, send, send_with_key, status, times};

#[test]
fn days_end_with_the_open_day() {
    let sandbox = at_fixed_time().start().unwrap();
    insta::assert_snapshot!(get(&sandbox, "/sessions/data_series?length=3"));
}

#[test]
fn hours_have_the_rhythm_of_a_day_and_add_up_to_it() {
    let sandbox = at_fixed_time().start().unwrap();
    let hours =
        get(&sandbox, "/sessions/data_series?length=24&unit=hour&ending_at=2024-05-15T00:00:00Z");
    insta::assert_snapshot!(hours);
    let day = get(&sandbox, "/sessions/data_series?length=1&ending_at=2024-05-15T00:00:00Z");
    let sum = |reply: &str| -> u64 {
        let body = body(reply);
        let rows = body["data"].as_array().unwrap();
        rows.iter().map(|row| row["sessions"].as_u64().unwrap()).sum()
    };
    assert_eq!(times(&day), ["2024-05-14"]);
    assert_eq!(sum(&hours), sum(&day));
}

#[test]
fn an_app_has_a_part_of_the_whole() {
    let sandbox = at_fixed_time().start().unwrap();
    let target = "/sessions/data_series?length=1&ending_at=2024-05-15T00:00:00Z";
    let sessions = |suffix: &str| {
        let reply = get(&sandbox, &format!("{target}{suffix}"));
        body(&reply)["data"][0]["sessions"].as_u64().unwrap()
    };
    let (all, app, segment) = (sessions(""), sessions("&app_id=a"), sessions("&segment_id=s"));
    let both = sessions("&app_id=a&segment_id=s");
    assert!(app < all && segment < all && both < app && both < segment);
}

#[test]
fn a_wrong_key_is_repeated_and_the_rate_limit_headers_are_empty() {
    let sandbox = at_fixed_time().start().unwrap();
    let header = "Authorization: Bearer 00000000-1111-2222\r\n";
    let reply = send_with_key(&sandbox, "GET", "/sessions/data_series?length=3", header);
    insta::assert_snapshot!(reply.unwrap());
}

#[test]
fn a_request_without_a_key_is_unauthorized() {
    let sandbox = at_fixed_time().start().unwrap();
    let reply = send_with_key(&sandbox, "GET", "/sessions/data_series?length=3", "").unwrap();
    assert_eq!(status(&reply), 401);
}

#[test]
fn every_bad_parameter_is_named() {
    let sandbox = at_fixed_time().start().unwrap();
    let target = "/sessions/data_series?length=101&unit=week&ending_at=yesterday&app_id=";
    insta::assert_snapshot!(get(&sandbox, target));
}

#[test]
fn unknown_parameters_are_ignored() {
    let sandbox = at_fixed_time().start().unwrap();
    let reply = get(&sandbox, "/sessions/data_series?length=1&lenght=5");
    assert_eq!(times(&reply), ["2024-05-15"]);
}

#[test]
fn other_paths_and_methods_are_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    insta::assert_snapshot!("unknown_path", get(&sandbox, "/sessions"));
    let posted = send(&sandbox, "POST", "/sessions/data_series?length=3");
    insta::assert_snapshot!("other_method", posted.unwrap());
}
