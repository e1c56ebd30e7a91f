//! The media library: files that arrive as forms, and are read as such.

use braze_core::UploadFile;
use braze_core::http::Request;
use braze_core::http::header::{AUTHORIZATION, CONTENT_TYPE};
use braze_core::media_library::{CreateBody, CreateRequest, ReplaceFileBody, ReplaceFileRequest};

use super::super::wire::at_fixed_time;
use super::client;

#[test]
fn a_file_arrives_as_it_was_sent() {
    let sandbox = at_fixed_time().start().unwrap();
    let client = client(&sandbox);
    let file = UploadFile::new("tea \"pot\".png", vec![0xff; 1000]);
    let reply =
        client.send(&CreateRequest::new(CreateBody::new().asset_file(file.clone()))).unwrap();
    let asset = &reply.new_assets[0];
    assert_eq!((asset.name.as_deref(), asset.size), (Some("tea \"pot\""), Some(1000)));
    assert_eq!(asset.ext.as_deref(), Some("png"));
    let body = ReplaceFileBody::new("6650a1b2c3d4e5f601234567").asset_file(file);
    let replaced = client.send(&ReplaceFileRequest::new(body)).unwrap();
    assert_eq!(replaced.new_image_asset.as_ref().unwrap().size, Some(1000));
    let by_url = CreateBody::new().asset_url("https://cdn.example.com/cup.svg").name("Cup");
    let reply = client.send(&CreateRequest::new(by_url)).unwrap();
    assert_eq!(reply.new_assets[0].name.as_deref(), Some("Cup"));
}

#[test]
fn a_form_that_breaks_the_rules_is_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    let text = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = "--x\r\nContent-Disposition: form-data; name=\"asset_file\"; filename=\"a.png\"\r\n\r\nx\r\n";
    let both = format!("{file}{}", text("asset_url", "https://example.com/a.png"));
    for (parts, status, problem) in [
        (file.to_owned(), 200, "new_assets"),
        (both, 400, "only one of"),
        (text("name", "Teapot"), 400, "at least one of"),
        (text("colour", "red"), 400, "is not a field of the body"),
        (text("asset_file", "not a file"), 400, "must be a file"),
        (String::new(), 400, "is not a form"),
    ] {
        let request = Request::post("/media_library/create")
            .header(AUTHORIZATION, sandbox.api_key().authorization())
            .header(CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(if parts.is_empty() { parts.into() } else { format!("{parts}--x--\r\n").into() });
        let reply = sandbox.exchange(request.unwrap()).reply.unwrap();
        let body = String::from_utf8_lossy(reply.body()).into_owned();
        assert!(reply.status() == status && body.contains(problem), "{}: {body}", reply.status());
    }
}
