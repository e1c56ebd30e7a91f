//! Content Blocks, templates and their like: checks before the network, and replies of more than one shape.

use braze_core::{
    ContentBlockState, Endpoint, Error, PreferenceCenterOptions, content_blocks, preference_center,
    templates, translations,
};

use super::peer::{answered, reply, uri_of};

/// The problems of a request, one on each line.
fn problems<E: Endpoint>(request: &E) -> String {
    let problems = request.check().unwrap_err();
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn limits_are_checked_before_the_network() {
    use content_blocks::{CreateBody, CreateRequest, UpdateBody, UpdateRequest};
    use templates::{EmailCreateBody, EmailCreateRequest, EmailUpdateBody, EmailUpdateRequest};

    let block = |name: &str, content: &str| CreateBody::new(name, content);
    let template = |body: usize| EmailCreateBody::new("a", "b", "c".repeat(body));
    let longest = block(&"a".repeat(99), &"b".repeat(51_199)).description("c".repeat(249));
    CreateRequest::new(longest.state(ContentBlockState::Draft)).check().unwrap();
    EmailCreateRequest::new(template(409_600)).check().unwrap();
    UpdateRequest::new(UpdateBody::new("b-1").tags([""; 0])).check().unwrap();

    let texts = [
        problems(&CreateRequest::new(block(" ", ""))),
        problems(&CreateRequest::new(block(&"a".repeat(100), &"b".repeat(51_200)))),
        problems(&CreateRequest::new(block("a b", "c").description("d".repeat(250)))),
        problems(&CreateRequest::new(block("a", "b").description(" ").tags([""]))),
        problems(&UpdateRequest::new(UpdateBody::new("{{id}}"))),
        problems(&EmailCreateRequest::new(template(409_601))),
        problems(&EmailUpdateRequest::new(EmailUpdateBody::new("t-1"))),
        problems(&content_blocks::ListRequest::new().limit(1_001).offset(0)),
        problems(&preference_center::CreateRequest::new(preference_center::CreateBody::new(
            "Tea lovers",
            "",
            "a",
        ))),
        problems(&translations::ListCanvasRequest::new("", "s-1", "YOUR-VARIATION-ID")),
    ];
    insta::assert_snapshot!(texts.join("\n\n"));
}

/// An empty list removes all tags, and no list leaves them as they are.
#[test]
fn an_empty_list_of_tags_is_sent() {
    let body = content_blocks::UpdateBody::new("b-1");
    let json = |body: &content_blocks::UpdateBody| serde_json::to_string(body).unwrap();
    assert_eq!(json(&body), r#"{"content_block_id":"b-1"}"#);
    let empty = body.tags([""; 0]);
    assert_eq!(json(&empty), r#"{"content_block_id":"b-1","tags":[]}"#);
    assert_eq!(serde_json::from_str::<content_blocks::UpdateBody>(&json(&empty)).unwrap(), empty);
}

#[test]
fn icons_are_sent_under_either_name() {
    let icon = || {
        braze_core::PreferenceCenterIcon::new(
            braze_core::PreferenceCenterIconUse::ShortcutIcon,
            "https://shop.example/cup.svg",
        )
        .r#type(braze_core::PreferenceCenterIconType::ImageSvgXml)
    };
    let options = PreferenceCenterOptions::new().links_tags([icon()]).link_tags([icon()]);
    insta::assert_snapshot!(serde_json::to_string(&options).unwrap());
}

#[test]
fn segments_of_a_path_are_encoded() {
    let request = preference_center::GetUrlRequest::new("c-1", "a/b?c d");
    assert_eq!(uri_of(&request).path(), "/preference_center/v1/c-1/url/a%2Fb%3Fc%20d");
}

#[test]
fn tags_are_a_list_a_text_or_nothing() {
    let tags = |json: &str| {
        let body = format!(r#"{{"tags":{json},"description":null,"message":"success"}}"#);
        answered(&templates::EmailInfoRequest::new("t-1"), reply(200, &[], body))
    };
    let read = |json: &str| tags(json).unwrap().into_value().tags;
    assert_eq!(read(r#"["a","b"]"#), ["a", "b"]);
    assert_eq!(read(r#""a""#), ["a"]);
    assert_eq!(read("null"), [""; 0]);
    insta::assert_snapshot!(tags("7").unwrap_err());
}

#[test]
fn a_success_that_says_otherwise_is_a_refusal() {
    let body = r#"{"message":"No content block with id b-1 found"}"#;
    let outcome = answered(&content_blocks::InfoRequest::new("b-1"), reply(200, &[], body));
    let Err(Error::Api(error)) = outcome else { panic!("{outcome:?}") };
    assert!(error.is_refusal());
    assert_eq!(error.message(), Some("No content block with id b-1 found"));
}

#[test]
fn an_empty_object_acknowledges_a_translation() {
    let body = translations::UpdateWebhookBody::new("t-1", "l-1", [].into());
    let request = translations::UpdateWebhookRequest::new(body);
    assert_eq!(answered(&request, reply(200, &[], "{}")).unwrap().message, None);
}
