//! `braze users export`: from the job to a file with one profile on each line.

use serde_json::Value;

use super::{KEY, Reply, assert_transcript, assert_usage, braze, requests};
use crate::conformance::{Exchange, Server};

const SEGMENT: &str = "--segment-id s-1 --fields email";

/// An archive with one file, not compressed.
fn archive(text: &str) -> Vec<u8> {
    let (name, text) = (b"../../users.txt", text.as_bytes());
    let mut crc = flate2::Crc::new();
    crc.update(text);
    let size = u32::try_from(text.len()).unwrap().to_le_bytes();
    let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
    let facts = [&[20, 0][..], &[0; 8], &crc.sum().to_le_bytes(), &size, &size, &name_length];
    let facts = facts.concat();
    let mut out = [&b"PK\x03\x04"[..], &facts[..], &[0; 2], name, text].concat();
    let start = u32::try_from(out.len()).unwrap().to_le_bytes();
    let entry =
        [&b"PK\x01\x02\x14\x00"[..], &facts[..], &[0; 2 + 2 + 2 + 2 + 4 + 4], name].concat();
    let length = u32::try_from(entry.len()).unwrap().to_le_bytes();
    out.extend(entry);
    out.extend([&b"PK\x05\x06"[..], &[0; 4], &[1, 0, 1, 0], &length, &start, &[0; 2]].concat());
    out
}

/// The server of the API and that of the archive, which is not ready at first.
fn servers(bytes: &[u8]) -> (Server, Server) {
    let replies = [Reply::new(403), Reply::new(404), Reply::new(200).body(bytes)];
    let files = Server::start(replies.map(Exchange::from));
    let url = format!("{}/e.zip?X-Amz-Signature=5", files.url());
    let started = format!(r#"{{"message":"success","object_prefix":"p-1","url":"{url}"}}"#);
    let api = Server::start([Exchange::from(Reply::json(201, &started).until_close())]);
    (api, files)
}

fn export(api: &Server) -> super::process::Braze {
    let line = format!("users export {SEGMENT} --yes --base-url {}", api.url());
    braze(&line).env("BRAZE_API_KEY", KEY)
}

#[test]
fn the_archive_comes_from_another_host_without_the_key() {
    let (api, files) = servers(&archive("{\"email\":\"a\"}\n\n{\"email\":\"b\"}"));
    let run = export(&api).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_transcript!("users_export", run);
    assert!(requests(&api)[0].ends_with(r#"{"segment_id":"s-1","fields_to_export":["email"]}"#));
    let seen = requests(&files);
    assert_eq!(seen.len(), 3);
    for request in seen {
        let request = request.to_ascii_lowercase();
        assert!(!request.contains("authorization") && !request.contains(KEY), "{request}");
    }
}

#[test]
fn an_archive_that_is_broken_leaves_no_file() {
    for bytes in [b"no archive".to_vec(), archive("{\"a\":1}\nnot json\n")] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("users.jsonl");
        let (api, _files) = servers(&bytes);
        let run = export(&api).arg("-o").arg(file.to_str().unwrap()).run();
        assert_eq!((run.code(), run.stdout()), (Some(1), ""), "{run}");
        assert!(run.stderr().contains("the archive cannot be read"), "{run}");
        assert_eq!(folder.path().read_dir().unwrap().count(), 0, "{run}");
    }
}

#[test]
fn the_sandbox_exports_a_segment() {
    let segments = braze("segments list --sandbox").pinned().run();
    let segments: Value = serde_json::from_str(segments.stdout()).unwrap();
    let id = segments["segments"][0]["id"].as_str().unwrap();
    let line = format!("users export --sandbox --segment-id {id} --fields email,external_id");
    let run = braze(&line).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let users: Vec<Value> =
        run.stdout().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!users.is_empty());
    assert!(run.stderr().contains(&format!("{} profile", users.len())), "{run}");
}

#[test]
fn help_and_mistakes() {
    assert_transcript!("help_users_export", braze("users export --help").run());
    let line = "users export --segment-id {{id}} --fields email --base-url http://127.0.0.1:9";
    assert_usage!("users_export_invalid", braze(line).run());
}
