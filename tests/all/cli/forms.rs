//! Files that are sent along.

use std::fs;

use super::{KEY, Reply, answering, assert_transcript, braze, requests};

#[test]
fn a_file_is_sent_as_a_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tea pot.png");
    fs::write(&path, b"\x89PNG").unwrap();
    let server = answering(Reply::json(200, r#"{"new_assets":[],"errors":[]}"#));
    let upload = || {
        let run = braze("media-library create --name Teapot").env("BRAZE_API_KEY", KEY);
        let run = run.arg("--base-url").arg(&server.url());
        run.arg("--asset-file").arg(path.to_str().unwrap())
    };
    let shown = upload().arg("--dry-run").run();
    assert!(requests(&server).is_empty());
    assert_transcript!("dry_run_form", shown);
    let run = upload().run();
    assert_eq!(run.code(), Some(0), "{run}");
    let [request] = requests(&server).try_into().unwrap();
    let expected = "content-type: multipart/form-data; boundary=braze-form-0000";
    assert!(request.to_lowercase().contains(expected), "{request}");
    assert!(request.contains("filename=\"tea pot.png\""), "{request}");
}

#[test]
fn a_file_that_cannot_be_sent_is_named() {
    let run = braze("media-library create --sandbox --asset-file nowhere.png").run();
    assert_eq!(run.code(), Some(2), "{run}");
    assert!(run.stderr().contains("cannot read the file `nowhere.png`"), "{run}");
    let run = braze("media-library create --sandbox --name Teapot").run();
    assert!(run.stderr().contains("--asset-file"), "{run}");
}
