//! Exports of a segment: start, wait, download, cancel.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use braze_sandbox::{Sandbox, Workspace};
use flate2::read::DeflateDecoder;
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, get, header, send_with_key, status};
use super::post;

const SEGMENT: &str = "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34";
const ALL_USERS: &str = "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d35";

fn start(sandbox: &Sandbox, segment: &str) -> String {
    let body = json!({ "segment_id": segment, "fields_to_export": ["external_id", "email"] });
    post(sandbox, "/users/export/segment", &body)
}

/// The path of the file that a started export names.
fn path(sandbox: &Sandbox, reply: &str) -> String {
    assert_eq!(status(reply), 201, "{reply}");
    let body = body(reply);
    let url = body["url"].as_str().unwrap();
    let path = url.strip_prefix(sandbox.url()).unwrap();
    assert_eq!(path, format!("/exports/{}.zip", body["object_prefix"].as_str().unwrap()));
    path.to_owned()
}

fn download(sandbox: &Sandbox, path: &str) -> u16 {
    status(&send_with_key(sandbox, "GET", path, "").unwrap())
}

/// The files of a ready export, by name.
fn files(sandbox: &Sandbox, path: &str) -> Vec<(String, String)> {
    let mut stream = TcpStream::connect(sandbox.address()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply).unwrap();
    let end = reply.windows(4).position(|bytes| bytes == b"\r\n\r\n").unwrap() + 4;
    let (head, zip) = reply.split_at(end);
    let head = String::from_utf8_lossy(head);
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(head.contains("content-type: application/zip"), "{head}");
    unzip(zip)
}

/// Reads an archive by its central directory, as common programs do.
fn unzip(zip: &[u8]) -> Vec<(String, String)> {
    let number = |at: usize, length: usize| {
        zip[at..at + length].iter().rev().fold(0, |n, byte| n << 8 | usize::from(*byte))
    };
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let mut at = number(end + 16, 4);
    let mut files = Vec::new();
    for _ in 0..number(end + 10, 2) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let (packed, length, name) = (number(at + 20, 4), number(at + 24, 4), number(at + 28, 2));
        let local = number(at + 42, 4);
        assert_eq!(&zip[local..local + 4], b"PK\x03\x04");
        assert_eq!(zip[local + 4..local + 30], zip[at + 6..at + 32]);
        let data = local + 30 + name;
        let mut text = String::new();
        DeflateDecoder::new(&zip[data..data + packed]).read_to_string(&mut text).unwrap();
        assert_eq!(text.len(), length);
        let mut crc = flate2::Crc::new();
        crc.update(text.as_bytes());
        assert_eq!(crc.sum() as usize, number(at + 16, 4));
        files.push((String::from_utf8(zip[at + 46..at + 46 + name].to_vec()).unwrap(), text));
        at += 46 + name;
    }
    assert_eq!(at, end);
    files
}

#[test]
fn a_file_is_denied_until_the_export_is_ready() {
    let sandbox = at_fixed_time().start().unwrap();
    let path = path(&sandbox, &start(&sandbox, SEGMENT));
    let statuses: Vec<u16> = (0..4).map(|_| download(&sandbox, &path)).collect();
    assert_eq!(statuses, [403, 403, 403, 200]);

    let files = files(&sandbox, &path);
    let [(name, lines)] = &files[..] else { panic!("{}", files.len()) };
    assert_eq!(name, "users-0001.txt");
    let users: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!((100..200).contains(&users.len()), "{}", users.len());
    for user in &users {
        let fields: Vec<&String> = user.as_object().unwrap().keys().collect();
        assert_eq!(fields, ["email", "external_id"]);
    }
    let asked = json!({
        "external_ids": [users[7]["external_id"]], "fields_to_export": ["external_id", "email"],
    });
    assert_eq!(body(&post(&sandbox, "/users/export/ids", &asked))["users"][0], users[7]);

    // A new export may start, and the file stays for four hours.
    assert_eq!(status(&start(&sandbox, SEGMENT)), 201);
    sandbox.clock().advance(Duration::from_secs(4 * 3_600));
    assert_eq!(download(&sandbox, &path), 200);
    sandbox.clock().advance(Duration::from_secs(1));
    assert_eq!(download(&sandbox, &path), 403);
}

#[test]
fn a_file_is_ready_after_the_time_that_a_test_sets() {
    let workspace = Workspace::new().export_time(Duration::from_secs(60)).export_attempts(u32::MAX);
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let path = path(&sandbox, &start(&sandbox, SEGMENT));
    sandbox.clock().advance(Duration::from_secs(59));
    assert!((0..10).all(|_| download(&sandbox, &path) == 403));
    sandbox.clock().advance(Duration::from_secs(1));
    assert_eq!(download(&sandbox, &path), 200);
}

#[test]
fn twelve_thousand_users_come_in_three_files() {
    let workspace = Workspace::new().users(12_000).export_attempts(0);
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let path = path(&sandbox, &start(&sandbox, ALL_USERS));
    let files = files(&sandbox, &path);
    let lengths: Vec<usize> = files.iter().map(|(_, lines)| lines.lines().count()).collect();
    assert_eq!(lengths, [5_000, 5_000, 2_000]);
}

#[test]
fn a_second_start_is_refused_while_the_first_runs() {
    let sandbox = at_fixed_time().start().unwrap();
    let first = start(&sandbox, SEGMENT);
    let second = start(&sandbox, SEGMENT);
    assert_eq!((status(&first), status(&second)), (201, 429));
    let remaining: u32 = header(&second, "x-ratelimit-remaining").unwrap().parse().unwrap();
    assert!(remaining > 0);
    assert_eq!(header(&second, "retry-after"), None);
    assert_eq!(status(&start(&sandbox, ALL_USERS)), 201);
    insta::assert_json_snapshot!(body(&second));

    sandbox.clock().advance(Duration::from_secs(5));
    assert_eq!(status(&start(&sandbox, SEGMENT)), 201);
}

#[test]
fn a_cancelled_export_has_no_file() {
    let sandbox = at_fixed_time().start().unwrap();
    let path = path(&sandbox, &start(&sandbox, SEGMENT));
    let cancelled = post(&sandbox, "/export/segment/cancel", &json!({ "segment_id": SEGMENT }));
    assert_eq!(status(&cancelled), 200);
    sandbox.clock().advance(Duration::from_secs(60));
    assert!((0..5).all(|_| download(&sandbox, &path) == 403));
    assert_eq!(status(&start(&sandbox, SEGMENT)), 201);
}

#[test]
fn the_control_group_is_exported_likewise() {
    let sandbox = at_fixed_time().workspace(Workspace::new().export_attempts(0)).start().unwrap();
    let asked = json!({ "fields_to_export": ["external_id"] });
    let reply = post(&sandbox, "/users/export/global_control_group", &asked);
    let files = files(&sandbox, &path(&sandbox, &reply));
    let users = files[0].1.lines().count();
    assert!((5..60).contains(&users), "{users}");
}

#[test]
fn the_storage_takes_no_key() {
    let sandbox = at_fixed_time().start().unwrap();
    let path = path(&sandbox, &start(&sandbox, SEGMENT));
    let with_key = get(&sandbox, &path);
    assert_eq!(status(&with_key), 400);
    let denied = send_with_key(&sandbox, "GET", &path, "").unwrap();
    assert_eq!(header(&denied, "x-ratelimit-limit"), None);
    let unknown = send_with_key(&sandbox, "GET", "/exports/unknown.zip", "").unwrap();
    assert_eq!(status(&unknown), 404);
    let bodies =
        [with_key, denied, unknown].map(|reply| reply.split_once("\n\n").unwrap().1.to_owned());
    insta::assert_snapshot!(bodies.concat());
}

#[test]
fn exports_in_storage_of_the_workspace_have_no_address() {
    let sandbox = at_fixed_time().start().unwrap();
    let asked = json!({
        "segment_id": SEGMENT, "fields_to_export": ["email"], "output_format": "gzip",
    });
    let reply = body(&post(&sandbox, "/users/export/segment", &asked));
    assert_eq!(reply["url"], Value::Null);
}
