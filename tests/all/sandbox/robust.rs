//! Starting, stopping, crowds and garbage.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use braze_core::Pool;
use braze_sandbox::{Clock, Sandbox, Scenario, Workspace};

use super::wire::{at_fixed_time, get, raw, status};

const TARGET: &str = "/sessions/data_series?length=1";

/// `EMFILE`.
const TOO_MANY_FILES: i32 = 24;

#[test]
fn it_starts_within_ten_milliseconds() {
    // One of many is enough: other tests run beside this one.
    let is_quick = |_| {
        let start = Instant::now();
        let sandbox = Sandbox::start().unwrap();
        let elapsed = start.elapsed();
        assert_eq!(status(&get(&sandbox, TARGET)), 200);
        elapsed < Duration::from_millis(10)
    };
    assert!((0..200).any(is_quick));
}

#[test]
fn it_stops_when_it_is_dropped() {
    let sandbox = Sandbox::start().unwrap();
    let address = sandbox.address();
    let mut idle = TcpStream::connect(address).unwrap();
    assert_eq!(status(&get(&sandbox, TARGET)), 200);
    drop(sandbox);
    assert_eq!(TcpStream::connect(address).unwrap_err().kind(), ErrorKind::ConnectionRefused);
    idle.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let end = idle.read(&mut [0]);
    assert!(
        end.as_ref().is_ok_and(|read| *read == 0)
            || end.is_err_and(|error| error.kind() == ErrorKind::ConnectionReset)
    );
}

#[test]
fn a_port_that_is_taken_is_an_error_that_names_it() {
    let first = Sandbox::start().unwrap();
    let port = first.address().port();
    let error = Sandbox::builder().port(port).start().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::AddrInUse);
    assert!(error.to_string().contains(&format!("127.0.0.1:{port}")), "{error}");
}

#[test]
fn it_listens_on_the_port_that_it_is_given() {
    let port = Sandbox::start().unwrap().address().port();
    let sandbox = at_fixed_time().port(port).start().unwrap();
    assert_eq!(sandbox.url(), format!("http://127.0.0.1:{port}"));
    assert_eq!(sandbox.base_url().port(), port);
}

#[test]
fn a_thousand_connections_at_once_are_all_answered() {
    let sandbox = at_fixed_time().start().unwrap();
    let connect = |_| match TcpStream::connect(sandbox.address()) {
        // As many as the process may open, if that is fewer.
        Err(error) if error.raw_os_error() == Some(TOO_MANY_FILES) => None,
        stream => Some(stream.unwrap()),
    };
    let mut streams: Vec<TcpStream> = (0..1_000).map_while(connect).collect();
    let connections = streams.len() as u64;
    let key = sandbox.api_key_text();
    let request = format!(
        "GET {TARGET} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\nAuthorization: Bearer {key}\r\n\r\n"
    );
    for stream in &mut streams {
        stream.write_all(request.as_bytes()).unwrap();
    }
    for mut stream in streams {
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        assert_eq!(status(&reply), 200);
    }
    assert_eq!(sandbox.request_count(), connections);
}

#[test]
fn garbage_does_not_hurt_it() {
    let sandbox = at_fixed_time().start().unwrap();
    let mut noise = 0x9e37_79b9_7f4a_7c15_u64;
    let mut garbage = move |length: usize| -> Vec<u8> {
        let mut byte = || {
            noise ^= noise << 13;
            noise ^= noise >> 7;
            noise ^= noise << 17;
            noise.to_le_bytes()[0]
        };
        (0..length).map(|_| byte()).collect()
    };
    let mut pieces: Vec<Vec<u8>> = (0..50).map(|round| garbage(1 + round * 97)).collect();
    pieces.extend([
        b"\r\n\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        b"GET http:// HTTP/1.1\r\n\r\n".to_vec(),
        b"GET /%ff%00%zz?%=&&==&%f HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(),
        b"GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(),
        b"CONNECT a:1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".to_vec(),
        b"POST / HTTP/1.1\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\nx".to_vec(),
        [b"GET /".as_slice(), &[b'a'; 100_000], b" HTTP/1.1\r\n\r\n"].concat(),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".to_vec(),
    ]);
    for piece in pieces {
        let Ok(mut stream) = TcpStream::connect(sandbox.address()) else { panic!("it is gone") };
        stream.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        // The server may hang up at any point.
        let _ = stream.write_all(&piece);
        let _ = stream.read(&mut [0; 1_024]);
    }
    assert_eq!(status(&get(&sandbox, TARGET)), 200);
}

#[test]
fn a_request_that_comes_in_pieces_is_answered() {
    let sandbox = at_fixed_time().start().unwrap();
    let key = sandbox.api_key_text();
    let request = format!(
        "GET {TARGET} HTTP/1.1\r\nHost: sandbox\r\nConnection: close\r\nAuthorization: Bearer {key}\r\n\r\n"
    );
    let mut stream = TcpStream::connect(sandbox.address()).unwrap();
    stream.set_nodelay(true).unwrap();
    for byte in request.as_bytes() {
        stream.write_all(&[*byte]).unwrap();
    }
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    assert_eq!(status(&reply), 200);
}

#[test]
fn a_body_that_is_too_large_is_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    let head =
        "POST /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8388609\r\n\r\n";
    let mut request = head.as_bytes().to_vec();
    request.resize(request.len() + 8_388_609, b'x');
    // The reply may come before all is sent, and the rest is then refused.
    match raw(&sandbox, &request) {
        Ok(reply) => assert_eq!(status(&reply), 413),
        Err(error) => {
            assert!(matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::BrokenPipe));
        }
    }
    assert_eq!(status(&get(&sandbox, TARGET)), 200);
}

#[test]
fn the_ends_of_time_and_of_every_range_do_not_hurt_it() {
    let yaml = format!("clock: {{ ahead_ms: {0}, ahead_ms_per_request: {0} }}", u64::MAX);
    let drifting = Scenario::from_yaml(&yaml).unwrap();
    let ends = [chrono::DateTime::<chrono::Utc>::MIN_UTC, chrono::DateTime::<chrono::Utc>::MAX_UTC];
    for at in ends {
        let sandbox = Sandbox::builder()
            .clock(Clock::fixed(at))
            .scenario(drifting.clone())
            .workspace(Workspace::new().late_days(u32::MAX).zone("Asia/Tokyo".parse().unwrap()))
            .pool(Pool::new("default", u32::MAX, u32::MAX))
            .start()
            .unwrap();
        sandbox.clock().advance(Duration::MAX);
        for ending_at in
            ["", "&ending_at=0000-01-01T00:00:00%2B12:00", "&ending_at=9999-12-31T23:59:59Z"]
        {
            for unit in ["day", "hour"] {
                let target = format!("/sessions/data_series?length=100&unit={unit}{ending_at}");
                assert_eq!(status(&get(&sandbox, &target)), 200, "{at} {target}");
            }
        }
    }
}
