//! Bodies with files: their bytes, their checks, and their reading on the other side.

use braze_core::http::header::CONTENT_TYPE;
use braze_core::media_library::{CreateBody, CreateRequest};
use braze_core::operation::{self, Operation, body_from_form, form_parts};
use braze_core::{ApiKey, Config, Endpoint, Instance, UploadFile};
use proptest::prelude::*;

fn config() -> Config {
    Config::new(Instance::Us01, ApiKey::new("a-test-key").unwrap())
}

/// Content type and body, as they are sent.
fn sent(body: CreateBody) -> (String, Vec<u8>) {
    let request = config().request(&CreateRequest::new(body)).unwrap();
    let content_type = request.headers()[CONTENT_TYPE].to_str().unwrap().to_owned();
    (content_type, request.body().to_vec())
}

#[test]
fn without_a_file_the_body_is_json_and_with_one_a_form() {
    let (content_type, body) = sent(CreateBody::new().asset_url("https://example.com/a.png"));
    assert_eq!(content_type, "application/json");
    assert_eq!(body, br#"{"asset_url":"https://example.com/a.png"}"#);

    let file = UploadFile::new("teapot.PNG", b"\x89PNG\r\n".as_slice());
    let (content_type, body) = sent(CreateBody::new().name("Teapot").asset_file(file));
    assert_eq!(content_type, "multipart/form-data; boundary=braze-form-0000");
    let expected = b"--braze-form-0000\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nTeapot\r\n\
        --braze-form-0000\r\nContent-Disposition: form-data; name=\"asset_file\"; filename=\"teapot.PNG\"\r\n\
        Content-Type: image/png\r\n\r\n\x89PNG\r\n\r\n--braze-form-0000--\r\n";
    assert_eq!(String::from_utf8_lossy(&body), String::from_utf8_lossy(expected));
}

#[test]
fn a_boundary_occurs_in_no_part() {
    let content = "--braze-form-0000\r\n--braze-form-0001--";
    let file = UploadFile::new("braze-form-0002.txt", content);
    let (content_type, _) = sent(CreateBody::new().name("braze-form-0003").asset_file(file));
    assert_eq!(content_type, "multipart/form-data; boundary=braze-form-0004");
}

#[test]
fn names_of_files_stay_within_their_quotes() {
    for (name, written) in [
        ("a\"b.png", "filename=\"a%22b.png\""),
        ("a\r\nX-Evil: 1.png", "filename=\"a%0D%0AX-Evil: 1.png\""),
        ("Zoë 茶.png", "filename=\"Zoë 茶.png\""),
    ] {
        let file = UploadFile::new(name, "x");
        let (content_type, body) = sent(CreateBody::new().asset_file(file));
        assert!(String::from_utf8_lossy(&body).contains(written), "{name:?}");
        let parts = form_parts(&content_type, &body).unwrap();
        assert_eq!(parts[0].file_name.as_deref(), Some(name));
    }
}

#[test]
fn a_file_is_checked_before_it_is_sent() {
    let problems = |file: UploadFile| {
        let request = CreateRequest::new(CreateBody::new().asset_file(file));
        request.check().unwrap_err().to_string()
    };
    let png = |content: Vec<u8>| UploadFile::new("a.png", content);
    assert_eq!(problems(png(Vec::new())), "`asset_file` is an empty file");
    let text = problems(png(vec![0; 5_000_001]));
    assert_eq!(text, "`asset_file` has 5000001 bytes, but at most 5000000 are allowed");
    assert_eq!(problems(UploadFile::new(" ", "x")), "`asset_file` has an empty file name");
    let text = problems(UploadFile::new("../a.png", "x"));
    assert_eq!(text, "`asset_file` has a file name with a folder: give the name alone");
    let text = problems(png(vec![1]).with_content_type("image/png\r\nX: 1"));
    assert_eq!(text, "`asset_file` has a content type that is not like `image/png`");
    let both = CreateBody::new().asset_url("x").asset_file(png(vec![1]));
    assert!(CreateRequest::new(both).check().unwrap_err().to_string().contains("only one of"));
    assert!(!format!("{:?}", png(b"content".to_vec())).contains("content\""));
}

#[test]
fn a_body_that_is_no_form_is_refused() {
    let fields = CreateRequest::DESCRIPTION.body_fields;
    for (content_type, body) in [
        ("application/json", "{}"),
        ("multipart/form-data", "--x--"),
        ("multipart/form-data; boundary=x", ""),
        ("multipart/form-data; boundary=x", "--x\r\nno header"),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--",
        ),
    ] {
        let error = body_from_form(fields, content_type, body.as_bytes()).unwrap_err();
        assert!(error.to_string().contains("is not a form"), "{body:?}: {error}");
    }
    let unknown = "--x\r\nContent-Disposition: form-data; name=\"colour\"\r\n\r\nred\r\n--x--\r\n";
    let error = body_from_form(fields, "multipart/form-data; boundary=x", unknown.as_bytes());
    assert_eq!(error.unwrap_err().to_string(), "`colour` is not a field of the body");
}

proptest! {
    #[test]
    fn a_form_is_read_as_it_was_written(
        name in "[^/\\\\\\s%]{1,20}",
        content in proptest::collection::vec(any::<u8>(), 1..200),
        title in "[a-z\u{e4}\u{8336}\"][ -~]{0,20}",
    ) {
        let file = UploadFile::new(name, content);
        let body = CreateBody::new().name(title).asset_file(file);
        prop_assume!(CreateRequest::new(body.clone()).check().is_ok());
        let (content_type, bytes) = sent(body.clone());
        let json = body_from_form(CreateRequest::DESCRIPTION.body_fields, &content_type, &bytes).unwrap();
        let read = operation::from_pairs::<CreateRequest>(Vec::new(), &json).unwrap();
        prop_assert_eq!(read.request.body, body);
    }
}
