//! Peers that are slow, and peers that are many.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::wire::{at_fixed_time, raw, status};

#[test]
fn a_head_that_does_not_end_ends_the_connection() {
    let sandbox = at_fixed_time().read_timeout(Duration::from_millis(20)).start().unwrap();
    for piece in ["", "GET /sessions/data_series HTTP/1.1\r\nHost: sand"] {
        // It returns, since the sandbox closes the connection; maybe before the piece was written.
        match raw(&sandbox, piece.as_bytes()) {
            Ok(reply) => assert_eq!(reply, ""),
            Err(error) => assert!(
                matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe),
                "{error}"
            ),
        }
    }
    assert_eq!(sandbox.request_count(), 0);
}

#[test]
fn a_body_that_does_not_end_is_answered_408() {
    let sandbox = at_fixed_time().read_timeout(Duration::from_millis(20)).start().unwrap();
    let head = "POST /nowhere HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 100\r\n\r\nhalf";
    // On a busy machine the head may come too late, which ends the connection without a reply.
    let replies = (0..1_000).map(|_| raw(&sandbox, head.as_bytes()).unwrap_or_default());
    let reply = replies.into_iter().find(|reply| !reply.is_empty()).unwrap();
    assert_eq!(status(&reply), 408);
    assert_eq!(sandbox.request_count(), 0);
}

#[test]
fn connections_beyond_the_limit_wait_for_a_place() {
    let sandbox = at_fixed_time().max_connections(1).start().unwrap();
    let request = b"GET /nowhere HTTP/1.1\r\nHost: sandbox\r\n\r\n";
    let mut first = TcpStream::connect(sandbox.address()).unwrap();
    first.write_all(request).unwrap();
    assert!(first.read(&mut [0; 1]).unwrap() > 0);

    let mut second = TcpStream::connect(sandbox.address()).unwrap();
    second.write_all(request).unwrap();
    second.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
    let kind = second.read(&mut [0; 1]).unwrap_err().kind();
    assert!(matches!(kind, ErrorKind::WouldBlock | ErrorKind::TimedOut), "{kind:?}");
    drop(first);
    second.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    assert!(second.read(&mut [0; 1]).unwrap() > 0);
}
