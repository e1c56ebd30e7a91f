//! Any file at all: it never makes the generator panic, and ends in code or in located problems.

use proptest::prelude::*;
use xtask::codegen::CodegenError;

use super::shop::{SHOP, generate};

/// Runs the generator over a text.
fn survives(text: &str) -> Result<(), TestCaseError> {
    match generate(text) {
        Ok(tree) => prop_assert!(!tree.files.is_empty()),
        Err(CodegenError::Spec(report)) => {
            prop_assert!(!report.is_empty());
            prop_assert!(report.is_located());
            for format in
                [xtask::spec::diagnostic::Format::Plain, xtask::spec::diagnostic::Format::Json]
            {
                prop_assert!(!report.render(format).is_empty());
            }
        }
        Err(other) => prop_assert!(false, "{other}"),
    }
    Ok(())
}

/// Pieces of specs, to be put anywhere.
const PIECES: &[&str] = &[
    "",
    " ",
    "\n",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "#",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "|\n",
    ">-\n",
    "~",
    "null",
    "true",
    "-1",
    "0",
    "1e400",
    "99999999999999999999",
    "0x10",
    ".inf",
    "type",
    "$ref: ",
    "object",
    "array",
    "integer",
    "string",
    "\"#/components/schemas/Unit\"",
    "{ $ref: \"#/components/schemas/Failure\" }",
    "é",
    "名前",
    "\u{0}",
    "\u{feff}",
    "\t",
    "r#type",
    "self",
    "Self",
    "fn",
    "a b",
    "{order_id}",
    "/",
    "//",
    "x-braze-name: ",
    "items: ",
    "enum: [a, A]",
    "minimum: ",
    "format: date",
    "properties: {}",
    "required: [x]",
    "additionalProperties: true",
    "default: 3",
    "```\ncode\n```",
    "*/ fn main() {} /*",
    "\\",
    "\"#",
    "%",
    "?",
    "200",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_document_cut_short(at in 0..SHOP.len()) {
        let text = SHOP.get(..at).unwrap_or(SHOP);
        survives(text)?;
    }

    #[test]
    fn a_document_with_pieces_put_in_and_taken_out(
        changes in prop::collection::vec((0..SHOP.len(), 0..24_usize, prop::sample::select(PIECES)), 1..5),
    ) {
        let mut text = SHOP.to_owned();
        for (at, length, piece) in changes {
            let start = at.min(text.len());
            let end = (start + length).min(text.len());
            if text.is_char_boundary(start) && text.is_char_boundary(end) {
                text.replace_range(start..end, piece);
            }
        }
        survives(&text)?;
    }

    #[test]
    fn a_document_with_one_value_replaced(
        index in any::<prop::sample::Index>(),
        value in prop::sample::select(PIECES),
    ) {
        // Words and the text between them, so that a change keeps most of the document whole.
        let words: Vec<&str> = SHOP.split_inclusive([' ', '\n', ',']).collect();
        let at = index.index(words.len());
        let end = &words[at][words[at].trim_end_matches([' ', '\n', ',']).len()..];
        let text = [&words[..at].concat(), value, end, &words[at + 1..].concat()].concat();
        survives(&text)?;
    }

    #[test]
    fn any_text(text in "\\PC{0,200}") {
        survives(&text)?;
    }
}

#[test]
fn documents_of_other_people() {
    for (name, text) in [
        ("an empty file", String::new()),
        ("a list", "- 1\n- 2\n".to_owned()),
        ("two documents", format!("{SHOP}---\n{SHOP}")),
        ("JSON", "{\"openapi\": \"3.0.3\", \"info\": {\"title\": \"x\", \"version\": \"1\"}, \"paths\": {}}".to_owned()),
        ("a flat bomb", bomb()),
        ("deep brackets", format!("a: {}{}", "[".repeat(5_000), "]".repeat(5_000))),
        ("deep braces", format!("openapi: {}", "{a: ".repeat(5_000))),
        ("a huge document", huge(3_000)),
    ] {
        if let Err(problem) = survives(&text) {
            panic!("{name}: {problem}");
        }
    }
}

/// Aliases of aliases: small to write, huge to read.
fn bomb() -> String {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..9 {
        let inner = format!("*a{}, ", level - 1).repeat(9);
        text.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    text
}

/// A document with many operations, all in order.
fn huge(operations: usize) -> String {
    let head =
        "openapi: 3.1.1\ninfo: { title: Huge, version: \"1\" }\ntags: [{ name: many }]\npaths:\n";
    let paths = (0..operations).map(|number| {
        format!(
            "  /many/p{number}:\n    get: {{ operationId: many.p{number}, tags: [many], summary: One of many, \
             responses: {{ \"204\": {{ description: Nothing. }} }}, flavour: sweet }}\n"
        )
    });
    head.to_owned() + &paths.collect::<String>()
}
