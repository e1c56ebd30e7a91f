//! Content Blocks, email templates, preference centers and translations keep what was written.

use std::collections::BTreeSet;

use braze_core::{
    ApiError, BaseUrl, Config, Error, PreferenceCenterState, content_blocks, preference_center,
    templates, translations,
};
use braze_sandbox::{Sandbox, Workspace};
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, get, status};
use super::post;
use crate::conformance::{Asynchronous, Blocking, Client};

const FOOTER: &str = "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901";
const HOURS: &str = "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e902";
const WELCOME: &str = "232b6d29-7e41-4f06-8c1b-55a0e9d3f70a";
const FRENCH: &str = "c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d";

fn with<C: Client>(workspace: Workspace) -> (Sandbox, C) {
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let url: BaseUrl = sandbox.base_url();
    let client = C::with_config(Config::new(url, sandbox.api_key())).unwrap();
    (sandbox, client)
}

/// The failure with which a request was refused.
fn refused<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Box<ApiError> {
    match outcome {
        Err(Error::Api(error)) => error,
        other => panic!("{other:?}"),
    }
}

/// The targets of the requests so far, which are forgotten.
fn targets(sandbox: &Sandbox) -> Vec<String> {
    let targets = sandbox.requests().into_iter().map(|request| request.target.clone()).collect();
    sandbox.forget_requests();
    targets
}

fn pages<C: Client>() {
    let (sandbox, client) = with::<C>(Workspace::new().content_blocks(1_050).email_templates(200));
    let mut ids = BTreeSet::new();
    client.each_item(content_blocks::ListRequest::new().limit(1_000), |block| {
        assert!(ids.insert(block.unwrap().content_block_id.unwrap()), "each block comes once");
    });
    assert_eq!(ids.len(), 1_050);
    assert_eq!(
        targets(&sandbox),
        ["/content_blocks/list?limit=1000", "/content_blocks/list?limit=1000&offset=1000"]
    );

    let mut counts = Vec::new();
    client.each_page(templates::EmailListRequest::new(), |page| {
        counts.push(page.unwrap().count.unwrap());
    });
    // A full page may be the last one.
    assert_eq!(counts, [100, 100, 0]);
    assert_eq!(
        targets(&sandbox),
        ["", "?offset=100", "?offset=200"].map(|query| format!("/templates/email/list{query}"))
    );
}

#[test]
fn the_first_page_has_no_offset() {
    pages::<Blocking>();
    pages::<Asynchronous>();
}

#[test]
fn an_offset_of_zero_is_refused_here_and_there() {
    let (sandbox, client) = with::<Blocking>(Workspace::new());
    for outcome in [
        client.send(&content_blocks::ListRequest::new().offset(0)).map(drop),
        client.send(&templates::EmailListRequest::new().offset(0)).map(drop),
    ] {
        let error = outcome.unwrap_err();
        assert!(error.to_string().contains("`offset` is 0, but must be at least 1"), "{error}");
    }
    assert_eq!(sandbox.request_count(), 0);
    for path in ["/content_blocks/list", "/templates/email/list"] {
        let reply = get(&sandbox, &format!("{path}?offset=0"));
        assert_eq!(status(&reply), 400);
        assert_eq!(body(&reply), json!({ "message": "Offset must be greater than 0." }));
    }
}

#[test]
fn lists_keep_to_the_times_of_edits() {
    let (sandbox, client) = with::<Blocking>(Workspace::new().content_blocks(2));
    let names = |request: content_blocks::ListRequest| -> Vec<String> {
        let reply = client.send(&request).unwrap();
        reply.value.content_blocks.into_iter().map(|block| block.name.unwrap()).collect()
    };
    let at = |text: &str| text.parse::<chrono::NaiveDateTime>().unwrap();
    let list = content_blocks::ListRequest::new;
    assert_eq!(names(list()), ["tea_footer", "shop_hours"]);
    // Both ends are included.
    let edited = at("2024-01-03T03:04:05");
    assert_eq!(names(list().modified_after(edited).modified_before(edited)), ["tea_footer"]);
    assert_eq!(names(list().modified_after(at("2024-01-03T03:04:05.000001"))), ["shop_hours"]);
    assert_eq!(
        targets(&sandbox)[1..],
        [
            "/content_blocks/list?modified_after=2024-01-03T03%3A04%3A05.000000\
             &modified_before=2024-01-03T03%3A04%3A05.000000",
            "/content_blocks/list?modified_after=2024-01-03T03%3A04%3A05.000001",
        ]
    );
    let late = list().modified_after(at("2024-02-01T00:00:00")).modified_before(edited);
    insta::assert_snapshot!(
        refused(client.send(&late)).message().unwrap(),
        @"Modified after time must be earlier than or the same as modified before time."
    );
}

fn content_blocks_keep<C: Client>() {
    let (_sandbox, client) = with::<C>(Workspace::new());
    let body = content_blocks::CreateBody::new("greeting", "Hello").tags(["shop"]);
    let request = content_blocks::CreateRequest::new(body.clone());
    let created = client.send(&request).unwrap();
    assert_eq!(created.liquid_tag.as_deref(), Some("{{content_blocks.${greeting}}}"));
    let id = created.content_block_id.as_deref().unwrap();
    let info = || client.send(&content_blocks::InfoRequest::new(id)).unwrap().into_value();
    let block = info();
    assert_eq!(block.content.as_deref(), Some("Hello"));
    assert_eq!((block.description, block.tags), (None, vec!["shop".to_owned()]));

    let change = |body| client.send(&content_blocks::UpdateRequest::new(body));
    let update = || content_blocks::UpdateBody::new(id);
    change(update().content("<p>Hello</p>").description("New")).unwrap();
    change(update().tags([""; 0])).unwrap();
    let block = info();
    assert_eq!(block.content_type, Some(content_blocks::InfoContentType::Html));
    assert_eq!((block.description.as_deref(), block.tags), (Some("New"), Vec::new()));

    let message = |error: Box<ApiError>| error.message().unwrap().to_owned();
    assert_eq!(
        [
            message(refused(client.send(&request))),
            message(refused(change(update().name("other")))),
            message(refused(change(update().state(braze_core::ContentBlockState::Draft)))),
            message(refused(change(update().content("{{content_blocks.${greeting}}}")))),
            message(refused(change(update().content("Hello {{ name")))),
            message(refused(client.send(&content_blocks::InfoRequest::new("nothing")))),
            message(refused(change(content_blocks::UpdateBody::new("nothing").content("a")))),
        ],
        [
            "Content Block with this name already exists",
            "Content Block name cannot be updated for active Content Blocks",
            "Active Content Block can not be updated to Draft. Create a new Content Block.",
            "Content Block cannot be referenced within itself",
            "Content contains malformed liquid",
            "Content Block ID is invalid for this workspace",
            "Content Block ID is invalid for this workspace",
        ]
    );
    // A draft may have another name.
    change(content_blocks::UpdateBody::new(HOURS).name("opening_hours")).unwrap();
    let names = client.send(&content_blocks::ListRequest::new().limit(2)).unwrap();
    assert_eq!(names.content_blocks[1].name.as_deref(), Some("opening_hours"));
}

#[test]
fn content_blocks_are_read_back() {
    content_blocks_keep::<Blocking>();
    content_blocks_keep::<Asynchronous>();
}

#[test]
fn email_templates_are_read_back() {
    let (_sandbox, client) = with::<Blocking>(Workspace::new());
    let body = templates::EmailCreateBody::new("Tea", "A cup?", "<p>Tea</p>").preheader("Hot");
    let created = client.send(&templates::EmailCreateRequest::new(body)).unwrap();
    let id = created.email_template_id.as_deref().unwrap();
    let update = templates::EmailUpdateBody::new(id).subject("Two cups?").should_inline_css(false);
    client.send(&templates::EmailUpdateRequest::new(update)).unwrap();
    let template = client.send(&templates::EmailInfoRequest::new(id)).unwrap();
    insta::assert_json_snapshot!(template.value);
    let listed = client.send(&templates::EmailListRequest::new().limit(1_000)).unwrap();
    assert_eq!(listed.count, Some(9));
    assert_eq!(listed.templates[0].email_template_id.as_deref(), Some(WELCOME));
    assert_eq!(listed.templates[8].email_template_id.as_deref(), Some(id));
    let with_block = |name: &str| {
        let html = format!("<p>Tea</p>{{{{content_blocks.${{{name}}}}}}}");
        let body = templates::EmailCreateBody::new("Tea", "A cup?", html);
        client.send(&templates::EmailCreateRequest::new(body))
    };
    with_block("tea_footer").unwrap();
    let error = refused(with_block("nothing"));
    assert_eq!(error.message(), Some("Email must have valid Content Block names"));
    let unknown = templates::EmailInfoRequest::new("nothing");
    assert_eq!(refused(client.send(&unknown)).status().as_u16(), 400);
}

fn preference_centers_keep<C: Client>() {
    let (_sandbox, client) = with::<C>(Workspace::new());
    let body = preference_center::CreateBody::new("Coffee", "<p>Choose</p>", "<p>Done</p>")
        .state(PreferenceCenterState::Draft)
        .options(braze_core::PreferenceCenterOptions::new().meta_viewport_content("width=1"));
    let created = client.send(&preference_center::CreateRequest::new(body)).unwrap();
    assert_eq!(created.liquid_tag.as_deref(), Some("{{preference_center.${Coffee}}}"));
    let id = created.preference_center_api_id.as_deref().unwrap();
    let get = || client.send(&preference_center::GetRequest::new(id)).unwrap().into_value();
    let before = get();
    assert_eq!(before.preference_center_title.as_deref(), Some("Preference Center"));
    assert_eq!(
        before.preference_center_options,
        Some(json!({ "meta-viewport-content": "width=1" }))
    );
    let body = preference_center::UpdateBody::new("<p>New</p>", "<p>Thanks</p>");
    client.send(&preference_center::UpdateRequest::new(id, body)).unwrap();
    let after = get();
    assert_eq!(after.preference_center_page_html.as_deref(), Some("<p>New</p>"));
    assert_eq!((after.state, after.name), (before.state, Some("Coffee".to_owned())));

    let listed = client.send(&preference_center::ListRequest::new()).unwrap();
    let names = listed.preference_centers.iter().map(|it| it.name.as_deref().unwrap());
    assert_eq!(names.collect::<Vec<_>>(), ["TeaLovers", "Coffee"]);
    let url = |user: &str| {
        let request = preference_center::GetUrlRequest::new(id, user);
        client.send(&request).unwrap().into_value().preference_center_url.unwrap()
    };
    assert!(url("u-1").starts_with("https://preferences.example.com/"));
    assert_ne!(url("u-1"), url("list/u 1"));
    let unknown = preference_center::GetRequest::new("nothing");
    assert_eq!(refused(client.send(&unknown)).status().as_u16(), 400);
}

#[test]
fn preference_centers_are_read_back() {
    preference_centers_keep::<Blocking>();
    preference_centers_keep::<Asynchronous>();
}

fn translations_keep<C: Client>() {
    let (_sandbox, client) = with::<C>(Workspace::new());
    let texts = || client.send(&translations::ListEmailRequest::new(WELCOME)).unwrap().into_value();
    let before = texts();
    let languages = before.translations.iter().map(|it| it.locale.as_ref().unwrap());
    let languages: Vec<_> = languages.map(|it| it.language.as_deref().unwrap()).collect();
    assert_eq!(languages, ["fr", "es"]);
    let source = client.send(&translations::GetEmailSourceRequest::new(WELCOME)).unwrap();
    let source = source.value.translations.unwrap().translation_map;
    let french = source.into_keys().map(|tag| (tag, "Salut".to_owned())).collect();
    let body = translations::UpdateEmailBody::new(WELCOME, FRENCH, french);
    client.send(&translations::UpdateEmailRequest::new(body)).unwrap();
    let after = texts();
    assert_eq!(after.translations[0].translation_map["id_0"], "Salut");
    assert_eq!(after.translations[1], before.translations[1]);
    let one = translations::GetEmailRequest::new(WELCOME).locale_id(FRENCH);
    assert_eq!(client.send(&one).unwrap().translations, after.translations[..1]);

    let unknown = translations::GetEmailRequest::new(WELCOME).locale_id("fr-FR");
    let error = refused(client.send(&unknown));
    assert_eq!(error.errors(), [json!({ "message": "The provided locale code does not exist." })]);
}

#[test]
fn translations_are_read_back() {
    translations_keep::<Blocking>();
    translations_keep::<Asynchronous>();
}

#[test]
fn every_kind_of_translation_is_kept_apart() {
    let sandbox = at_fixed_time().start().unwrap();
    let campaign = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0";
    let canvas = "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9";
    let webhook = "e24404b3-2c17-4b8e-a5d6-90f1e2d3c4b5";
    let kinds = [
        (
            "/campaigns/translations",
            format!("campaign_id={campaign}3&message_variation_id={campaign}a"),
            json!({ "message": "success" }),
        ),
        (
            "/canvas/translations",
            format!("workflow_id={canvas}101&step_id={canvas}301&message_variation_id={canvas}401"),
            json!({ "message": "success" }),
        ),
        (
            "/content_blocks/translations",
            format!("content_block_id={FOOTER}"),
            json!({ "message": "success" }),
        ),
        (
            "/templates/email/translations",
            format!("template_id={WELCOME}"),
            json!({ "message": "success" }),
        ),
        ("/templates/webhook/translations", format!("template_id={webhook}"), json!({})),
    ];
    for (path, query, acknowledgement) in &kinds {
        let pairs = query.split('&').map(|pair| pair.split_once('=').unwrap());
        let mut fields: Value = pairs
            .map(|(name, value)| (name.to_owned(), json!(value)))
            .collect::<serde_json::Map<_, _>>()
            .into();
        fields["locale_id"] = json!(FRENCH);
        fields["translation_map"] = json!({ "id_0": path });
        let reply = super::send(&sandbox, "PUT", path, &fields);
        assert_eq!((status(&reply), &body(&reply)), (200, acknowledgement), "{reply}");
        let source = body(&get(&sandbox, &format!("{path}/source?{query}")));
        assert_eq!(source["translations"]["translation_map"], json!({ "id_0": "Hello" }));
    }
    for (path, query, _) in &kinds {
        let listed = body(&get(&sandbox, &format!("{path}?{query}")));
        assert_eq!(listed["translations"][0]["translation_map"], json!({ "id_0": path }));
        assert_eq!(listed["translations"][1]["translation_map"], json!({ "id_0": "Hola" }));
    }
    let refusals = [
        format!("/campaigns/translations?campaign_id={campaign}3&message_variation_id=nothing"),
        "/templates/email/translations".to_owned(),
        "/templates/webhook/translations?template_id=nothing".to_owned(),
        format!("/templates/webhook/translations?template_id={webhook}&locale_id=nothing"),
    ];
    let refusals = refusals.map(|target| body(&get(&sandbox, &target)));
    insta::assert_json_snapshot!(refusals);
}

#[test]
fn bad_contents_are_refused_in_the_words_of_the_documentation() {
    let sandbox = at_fixed_time().start().unwrap();
    let block = |fields: Value| {
        let mut block = json!({ "name": "a", "content": "b" });
        block.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        post(&sandbox, "/content_blocks/create", &block)
    };
    let template = |fields: Value| {
        let mut template = json!({ "template_name": "a", "subject": "b", "body": "c" });
        template.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        post(&sandbox, "/templates/email/create", &template)
    };
    let replies = [
        block(json!({ "name": " " })),
        block(json!({ "name": "a".repeat(100) })),
        block(json!({ "name": "a b" })),
        block(json!({ "content": "" })),
        block(json!({ "content": 7 })),
        block(json!({ "content": "a".repeat(51_200) })),
        block(json!({ "description": " " })),
        block(json!({ "description": [] })),
        block(json!({ "description": "a".repeat(250) })),
        block(json!({ "state": "new" })),
        block(json!({ "tags": "a" })),
        block(json!({ "tags": [1] })),
        post(&sandbox, "/content_blocks/update", &json!({ "content_block_id": "", "name": "a" })),
        template(json!({ "template_name": "" })),
        template(json!({ "should_inline_css": "yes" })),
        template(json!({ "tags": "a" })),
        get(&sandbox, "/content_blocks/list?limit=0"),
        get(&sandbox, "/content_blocks/list?limit=1001"),
        get(&sandbox, "/content_blocks/list?limit=many"),
        get(&sandbox, "/content_blocks/list?offset=some"),
        get(&sandbox, "/content_blocks/list?modified_after=soon"),
        get(&sandbox, "/templates/email/list?modified_before=2024-01-01T00:00:00Z"),
        get(&sandbox, "/content_blocks/info"),
    ];
    let texts = replies.map(|reply| {
        assert_eq!(status(&reply), 400, "{reply}");
        body(&reply)["message"].as_str().unwrap().to_owned()
    });
    insta::assert_snapshot!(texts.join("\n"));
}
