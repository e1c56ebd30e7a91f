//! The sandbox's own addresses over HTTP, and who may read them.

use braze_sandbox::Sandbox;

use super::wire::{at_fixed_time, body, get, header, raw, send, status};

const DAYS: &str = "/sessions/data_series?length=1";

/// The reply to a verification.
fn verify(sandbox: &Sandbox, query: &str, expected: &str) -> String {
    let head = format!("POST /__sandbox/verify{query} HTTP/1.1\r\nHost: 127.0.0.1:80\r\n");
    let length = expected.len();
    let rest = format!("Connection: close\r\nContent-Length: {length}\r\n\r\n{expected}");
    raw(sandbox, (head + &rest).as_bytes()).unwrap()
}

#[test]
fn the_journal_is_read_and_forgotten_without_becoming_part_of_it() {
    let sandbox = at_fixed_time().start().unwrap();
    let secret = sandbox.api_key_text();
    let target = format!("{DAYS}&fancy={secret}");
    let request = format!(
        "GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Copy: {secret}\r\n\
         Authorization: Bearer {secret}\r\nContent-Length: {}\r\n\r\n{secret}",
        secret.len()
    );
    raw(&sandbox, request.as_bytes()).unwrap();
    let reply = send(&sandbox, "GET", "/__sandbox/journal").unwrap();
    assert_eq!(header(&reply, "x-sandbox-forgotten"), Some("0"));
    assert!(!reply.contains(&secret), "{reply}");
    let line = body(&reply);
    assert_eq!(line["target"], format!("{DAYS}&fancy=[redacted]"));
    assert_eq!((&line["status"], &line["body_length"]), (&200.into(), &secret.len().into()));
    assert_eq!((&line["body"], &line["headers"]["x-copy"]), (&line["body"], &line["body"]));
    assert_eq!(line["unknown_parameters"][0], "fancy");
    assert_eq!(sandbox.request_count(), 1);

    assert_eq!(status(&send(&sandbox, "DELETE", "/__sandbox/journal").unwrap()), 200);
    assert!(sandbox.requests().is_empty());
}

#[test]
fn the_lines_of_a_file_are_those_of_the_journal() {
    let mut file = tempfile::tempfile().unwrap();
    let sandbox = at_fixed_time().journal_lines(file.try_clone().unwrap()).start().unwrap();
    get(&sandbox, DAYS);
    get(&sandbox, "/nowhere");
    let served = get(&sandbox, "/__sandbox/journal");
    let mut written = String::new();
    std::io::Seek::rewind(&mut file).unwrap();
    std::io::Read::read_to_string(&mut file, &mut written).unwrap();
    assert_eq!(written.lines().count(), 2);
    assert_eq!(served.split_once("\n\n").unwrap().1, written);
}

#[test]
fn verify_answers_by_its_status() {
    let sandbox = at_fixed_time().start().unwrap();
    get(&sandbox, DAYS);
    get(&sandbox, "/kpi/dau/data_series?length=2");
    let right = format!("# two\nGET {DAYS}\n\nGET /kpi/dau/data_series?*\n");
    let turned = format!("GET /kpi/dau/data_series?length=2\nGET {DAYS}\n");
    let replies = [
        verify(&sandbox, "", &right),
        verify(&sandbox, "?order=any", &turned),
        verify(&sandbox, "", &turned),
        verify(&sandbox, "", "GET /a\nsessions\n"),
        verify(&sandbox, "?order=some", ""),
    ];
    assert_eq!(replies.each_ref().map(|reply| status(reply)), [200, 200, 409, 400, 400]);
    let words = replies.each_ref().map(|reply| reply.split_once("\n\n").unwrap().1);
    insta::assert_snapshot!(words.join("\n"));
    assert_eq!(sandbox.request_count(), 2);
}

#[test]
fn other_names_and_web_pages_are_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    let ask = |target: &str, headers: &str| {
        let request = format!("GET {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n");
        status(&raw(&sandbox, request.as_bytes()).unwrap())
    };
    let path = "/__sandbox/journal";
    for host in ["127.0.0.1", "LOCALHOST:8080", "[::1]:80"] {
        assert_eq!(ask(path, &format!("Host: {host}\r\n")), 200, "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.nip.example:80", ""] {
        assert_eq!(ask(path, &format!("Host: {host}\r\n")), 403, "{host}");
    }
    assert_eq!(ask(path, ""), 403);
    assert_eq!(ask(path, "Host: localhost\r\nHost: evil.example\r\n"), 403);
    assert_eq!(ask(path, "Host: localhost\r\nOrigin: https://evil.example\r\n"), 403);
    assert_eq!(ask("http://evil.example/__sandbox/journal", "Host: localhost\r\n"), 403);
    assert_eq!(ask("/__sandbox/verify", "Host: localhost\r\n"), 405);
    assert_eq!(ask("/__sandbox/other", "Host: localhost\r\n"), 404);
    assert_eq!(sandbox.request_count(), 0);
}
