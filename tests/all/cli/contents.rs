//! Commands of Content Blocks, templates and preference centers, as they are typed.

use super::{assert_transcript, braze};

const CENTER: &str = "5b0c2d1e-6a0f-4222-8333-7c44d5e66601";

#[test]
fn help_of_a_list_by_time() {
    assert_transcript!("help_content_blocks_list", braze("content-blocks list --help").run());
}

#[test]
fn a_list_with_offsets_is_read_to_its_end() {
    let line = "content-blocks list --sandbox --all --limit 5 --format jsonl";
    let run = braze(line).pinned().run();
    assert_eq!((run.code(), run.stdout().lines().count()), (Some(0), 12), "{run}");
}

#[test]
fn names_in_camel_case_are_options_with_hyphens() {
    let line = format!("--preference-center-external-id {CENTER} --user-id u-1 --sandbox");
    let run = braze(&format!("preference-center get-url {line}")).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stdout().contains("https://preferences.example.com/"), "{run}");
}

/// A field that is called as the whole body is.
#[test]
fn a_field_named_body_has_an_option_beside_that_of_the_whole_body() {
    let line = "--template-name Tea --subject Tea --body-body <p>Tea</p> --sandbox";
    let run = braze(&format!("templates email-create {line}")).run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert!(run.stdout().contains("email_template_id"), "{run}");
}

#[test]
fn a_body_is_checked_as_a_whole() {
    let body = r#"{"name":"tea time","content":"","state":"gone"}"#;
    let run = braze("content-blocks create --sandbox --body").arg(body).run();
    assert_transcript!("content_blocks_create", run);
}
