//! How much the sandbox remembers.

use braze_sandbox::{Fault, Received, Rule, Sandbox, Scenario};
use bytes::Bytes;

use super::wire::at_fixed_time;

#[test]
fn two_thousand_large_bodies_leave_a_bounded_journal() {
    let sandbox = Sandbox::builder().in_process();
    let body = Bytes::from(vec![b'x'; 1_000_000]);
    for _ in 0..2_000 {
        let request = http::Request::post("http://localhost/nowhere").body(body.clone());
        let _ = sandbox.exchange(request.unwrap());
    }
    let kept = sandbox.requests();
    assert!(kept.iter().all(|request| request.body.len() == Received::MAX_BODY));
    assert!(kept.iter().all(|request| request.body_length == 1_000_000));
    let bytes: usize = kept.iter().map(|request| request.body.len()).sum();
    assert!((16 << 20..32 << 20).contains(&bytes), "{bytes}");
    assert_eq!(sandbox.request_count(), 2_000);
    let forgotten = 2_000 - kept.len();
    let mismatch = sandbox.verify([]).unwrap_err().to_string();
    assert!(mismatch.contains(&format!("forgot {forgotten} before")), "{mismatch}");
}

#[test]
fn the_journal_is_bounded_in_bytes_by_choice() {
    let sandbox = at_fixed_time().journal_bytes(0).in_process();
    let request = http::Request::get("http://localhost/nowhere").body(Bytes::new());
    let _ = sandbox.exchange(request.unwrap());
    assert_eq!((sandbox.requests().len(), sandbox.request_count()), (0, 1));
}

#[test]
fn a_target_that_was_forgotten_among_many_is_new_again() {
    let first = Scenario::new("first").rule(Rule::fault(Fault::Reset).attempts(1..=1));
    let sandbox = at_fixed_time().scenario(first).journal(0).in_process();
    let fails = |target: &str| {
        let uri = format!("http://localhost/{target}");
        sandbox.exchange(http::Request::get(uri).body(Bytes::new()).unwrap()).reply.is_err()
    };
    assert!(fails("x") && !fails("x"));
    assert!((0..65_536).all(|number| fails(&number.to_string())));
    assert!(fails("x"));
}
