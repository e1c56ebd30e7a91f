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

/// An export that is never ready, interrupted once the command waits for it.
fn interrupted(options: &[&str], cancelled: Reply) -> (String, Vec<String>) {
    let files = Server::start((0..100).map(|_| Exchange::from(Reply::new(403))));
    let started = format!(r#"{{"message":"success","url":"{}/e.zip"}}"#, files.url());
    let replies = [Reply::json(201, &started).until_close(), cancelled.until_close()];
    let api = Server::start(replies.map(Exchange::from));
    let run = options.iter().fold(export(&api), |run, option| run.arg(option));
    let child = run.start();
    while requests(&files).is_empty() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let output = super::process::stop(child, "-INT");
    assert_eq!(output.status.code(), Some(130));
    (String::from_utf8(output.stderr).unwrap(), requests(&api))
}

#[test]
fn an_interrupt_leaves_the_export_running_or_cancels_it() {
    let success = || Reply::json(201, r#"{"message":"success"}"#);
    let (stderr, requests) = interrupted(&[], success());
    assert_eq!(requests.len(), 1);
    insta::assert_snapshot!("users_export_interrupted", stderr);

    let (stderr, requests) = interrupted(&["--cancel-on-interrupt"], success());
    assert!(requests[1].starts_with("POST /export/segment/cancel "), "{requests:?}");
    assert!(requests[1].ends_with(r#"{"segment_id":"s-1"}"#), "{requests:?}");
    insta::assert_snapshot!("users_export_cancelled", stderr);

    let refusal = Reply::json(403, r#"{"message":"no permission"}"#);
    let (stderr, _) = interrupted(&["--cancel-on-interrupt"], refusal);
    insta::assert_snapshot!("users_export_not_cancelled", stderr);
}

#[test]
fn help_and_mistakes() {
    assert_transcript!("help_users_export", braze("users export --help").run());
    let line = "users export --segment-id {{id}} --fields email --base-url http://127.0.0.1:9";
    assert_usage!("users_export_invalid", braze(line).run());
}

/// Without the feature, nothing is started.
#[test]
fn parquet_needs_a_build_with_it() {
    let run =
        braze("users export --sandbox --segment-id s-1 --fields email -o users.parquet").run();
    assert_transcript!("users_parquet", run);
}
