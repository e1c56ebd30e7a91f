//! The bounds of the sandbox's memory.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use braze_sandbox::{Fault, RecordedRequest, Rule, Scenario};
use bytes::Bytes;

use super::wire::{at_fixed_time, header, send};

#[test]
fn two_thousand_large_bodies_leave_a_bounded_journal() {
    let sandbox = at_fixed_time().journal_bytes(4 << 20).start().unwrap();
    let mut stream = TcpStream::connect(sandbox.address()).unwrap();
    let mut replies = BufReader::new(stream.try_clone().unwrap());
    let head = "POST /nowhere HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 1000000\r\n\r\n";
    let request = [head.as_bytes(), &[b'x'; 1_000_000]].concat();
    for _ in 0..2_000 {
        stream.write_all(&request).unwrap();
        skip_reply(&mut replies);
    }
    let kept = sandbox.requests();
    assert!(kept.iter().all(|request| request.body.len() == RecordedRequest::MAX_BODY));
    assert!(kept.iter().all(|request| request.body_length == 1_000_000));
    let bytes: usize = kept.iter().map(|request| request.body.len()).sum();
    assert!((2 << 20..4 << 20).contains(&bytes), "{bytes}");
    assert_eq!(sandbox.request_count(), 2_000);

    let forgotten = 2_000 - kept.len();
    let reply = send(&sandbox, "GET", "/__sandbox/journal").unwrap();
    assert_eq!(header(&reply, "x-sandbox-forgotten"), Some(&*forgotten.to_string()));
    assert_eq!(reply.split_once("\n\n").unwrap().1.lines().count(), kept.len());
    let mismatch = sandbox.verify([]).unwrap_err().to_string();
    assert!(mismatch.contains(&format!("dropped {forgotten} earlier")), "{mismatch}");
}

/// Reads a reply with a `Content-Length` to its end.
fn skip_reply(replies: &mut impl BufRead) {
    let mut length = 0;
    loop {
        let mut line = String::new();
        replies.read_line(&mut line).unwrap();
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    replies.read_exact(&mut vec![0; length]).unwrap();
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
