//! Descriptions: whatever stands in one, rustdoc runs nothing of it and links nothing.

use std::collections::BTreeMap;
use std::process::Command;

use xtask::codegen::SPEC;
use xtask::reference::generate as pages;

use super::shop::{generate, workspace};

/// The opening of every description, by which it is found again.
const BEGIN: &str = "Hostile";

/// Descriptions that rustdoc could take for code, links or HTML.
const CORPUS: &[&str] = &[
    "```\npanic!();\n```",
    "```rust\npanic!();\n```\nAfter.",
    "~~~\npanic!();\n~~~",
    "~~~rust,should_panic\nlet a = 1;\n```\npanic!();\n```\nlet b = 2;\n~~~\nAfter.",
    "````\n```\npanic!();\n```\n````",
    "```\nnever closed\n\nlet a: () = 1;",
    "> ```\n> panic!();\n> ```",
    "> ~~~\n> panic!();",
    "> > - ```\n> >   panic!();",
    ">     panic!();",
    "- item\n\n      panic!();",
    "-     panic!();",
    "1.     panic!();",
    "- ```\n  panic!();\n  ```",
    "    panic!();",
    "One.\n\n    panic!();\n\n\tpanic!();",
    "\tpanic!();",
    "A [Type], a [`Type`], a [text](crate::Type), a [text][Type], a [Type](Type).\n\n[Type]: crate::Type",
    "Escaped \\[Type\\] and \\\\[Type].",
    "An [address](https://example.com/a) and <https://example.com/b> and https://example.com/c.",
    "<script>alert(1)</script> and <Type> and Vec<Type> and <!-- comment",
    "<div>\n\n    panic!();\n\n</div>",
    "<pre>\npanic!();",
    "An `unclosed [Type] span",
    "A ``` run of [Type] and ~~~ more, long enough that the words which follow it come to stand at the \
     beginning of a line, where ``` and ~~~ would open a block: ``` ~~~ ``` ~~~ ``` ~~~ ``` ~~~ ``` ~~~",
    "A word\n~~~ x\npanic!();",
    "# Heading\n```\npanic!();",
    "| a | b |\n|---|---|\n| ``` | [Type] |",
    "*/ panic!(); /* \"# \u{202e}",
];

/// A spec with a description wherever there may be one.
fn spec(description: &str) -> String {
    let text = serde_json::to_string(&format!("{BEGIN}.\n{description}")).unwrap();
    format!(
        r#"openapi: 3.1.1
info: {{ title: Odd, version: 0.1.0 }}
tags:
  - name: odd
    description: {text}
paths:
  /odd/{{id}}:
    post:
      operationId: odd.one
      tags: [odd]
      summary: One
      description: {text}
      parameters:
        - {{ name: id, in: path, required: true, description: {text}, schema: {{ type: string }} }}
        - {{ name: word, in: query, description: {text}, schema: {{ type: string, enum: [a, b], description: {text} }} }}
      requestBody:
        required: true
        description: {text}
        content:
          application/json:
            schema:
              type: object
              description: {text}
              properties:
                field: {{ type: string, description: {text} }}
      responses:
        "200":
          description: {text}
          content:
            application/json:
              schema: {{ type: object, properties: {{ field: {{ type: integer, description: {text} }} }} }}
        "201":
          description: {text}
"#
    )
}

/// The comments of generated files that hold a description.
fn comments(files: &BTreeMap<String, String>) -> Vec<String> {
    let mut comments = vec![String::new()];
    for line in files.values().flat_map(|text| text.lines().chain([""])) {
        let line = line.trim_start();
        match line.strip_prefix("///").or_else(|| line.strip_prefix("//!")) {
            Some(text) => *comments.last_mut().unwrap() += &format!("///{text}\n"),
            None => comments.push(String::new()),
        }
    }
    comments.retain(|comment| comment.contains(BEGIN));
    comments
}

#[test]
fn nothing_in_a_description_is_run_or_linked() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = String::new();
    let mut count = 0;
    for description in CORPUS {
        let found = comments(&generate(&spec(description)).unwrap().files);
        assert!(found.len() >= 8, "{description}: {found:?}");
        let files: BTreeMap<_, _> = [(SPEC.to_owned(), spec(description))].into();
        let files = with_overlays(files);
        let page = pages(&files, SPEC, &workspace().join("rustfmt.toml")).unwrap();
        let page = &page.embedded.files["reference/en/odd/one.md"];
        let page: Vec<_> = page.lines().map(|line| format!("///{line}\n")).collect();
        for comment in found.into_iter().chain([page.concat()]) {
            library += &format!("{comment}pub struct S{count};\n");
            count += 1;
        }
    }
    std::fs::write(folder.path().join("lib.rs"), library).unwrap();
    let rustdoc = |arguments: &[&str]| {
        let mut command = Command::new("rustdoc");
        command.current_dir(folder.path()).args(["lib.rs", "--edition", "2024"]).args(arguments);
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].map(|it| String::from_utf8(it).unwrap()).concat();
        (output.status.success(), said)
    };
    let (passed, said) = rustdoc(&["--test"]);
    assert!(passed && said.contains("running 0 tests"), "{said}");
    let (passed, said) = rustdoc(&["-D", "warnings"]);
    assert!(passed, "{said}");
}

/// The files with an overlay for each language that translates nothing.
fn with_overlays(mut files: BTreeMap<String, String>) -> BTreeMap<String, String> {
    for language in ["de", "es", "fr", "pt-BR"] {
        let overlay = "overlay: 1.1.0\ninfo: { title: None, version: 0.1.0 }\nactions:\n  \
                       - target: $.info\n    update: { title: Odd }\n";
        files.insert(format!("spec/overlays/{language}.yaml"), overlay.to_owned());
    }
    files
}

#[test]
fn what_is_harmless_stays_as_it_is() {
    let description = "Some `code`, a [link](https://example.com), *stress*.\n\n- one\n- two\n\n```\nlet a = 1;\n```";
    let files = generate(&spec(description)).unwrap().files;
    let comments = comments(&files).concat();
    for kept in [
        "Some `code`, a [link](https://example.com), *stress*.",
        "/// - one",
        "/// ```text\n/// let a = 1;\n/// ```",
    ] {
        assert!(comments.contains(kept), "{comments}");
    }
}
