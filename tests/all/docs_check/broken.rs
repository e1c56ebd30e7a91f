//! Pages and documents that are broken in whatever way: nothing may panic, and whatever is said about
//! them can be shown.

use std::sync::LazyLock;

use proptest::prelude::*;
use xtask::docs_check::{check, json, table};

use super::{fixture, fixtures, spec};

/// All fixtures.
static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folders = ["pages", "documents"].map(|folder| fixtures().join(folder));
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
});

/// Pieces that open or close something.
const PIECES: [&str; 32] = [
    "|",
    "\n",
    "```",
    "~~~",
    "{%",
    "%}",
    "{{",
    "}}",
    "`",
    "(",
    ")",
    "[",
    "]",
    "](",
    "{",
    "}",
    "\"",
    "'",
    "<",
    ">",
    "\\",
    "---",
    ":",
    "- ",
    "\t",
    "\u{feff}",
    "\u{202f}",
    "é",
    "&",
    "$ref: '#/'",
    "\r\n",
    "9999999999999999999999",
];

/// One change of a text.
#[derive(Debug, Clone)]
enum Change {
    Cut(f64, f64),
    Double(f64, f64),
    Swap(f64, f64),
    Insert(f64, usize),
    End(f64),
}

fn change() -> impl Strategy<Value = Change> {
    let part = || 0.0..1.0;
    prop_oneof![
        (part(), 0.0..0.1).prop_map(|(at, length)| Change::Cut(at, length)),
        (part(), 0.0..0.1).prop_map(|(at, length)| Change::Double(at, length)),
        (part(), part()).prop_map(|(one, other)| Change::Swap(one, other)),
        (part(), 0..PIECES.len()).prop_map(|(at, piece)| Change::Insert(at, piece)),
        part().prop_map(Change::End),
    ]
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "parts of a length")]
fn apply(text: &str, change: &Change) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |part: f64| (part * letters.len() as f64) as usize;
    let within = |from: f64, length: f64| at(from)..at((from + length).min(1.0));
    let collect = |pieces: &[&[char]]| -> String { pieces.iter().copied().flatten().collect() };
    match change {
        Change::Cut(from, length) => {
            let range = within(*from, *length);
            collect(&[&letters[..range.start], &letters[range.end..]])
        }
        Change::Double(from, length) => {
            let range = within(*from, *length);
            collect(&[&letters[..range.end], &letters[range.start..]])
        }
        Change::Swap(one, other) => {
            let mut lines: Vec<&str> = text.lines().collect();
            let count = lines.len() as f64;
            if !lines.is_empty() {
                lines.swap((one * count) as usize, (other * count) as usize);
            }
            lines.join("\n")
        }
        Change::Insert(from, piece) => {
            let piece: Vec<char> = PIECES[*piece].chars().collect();
            collect(&[&letters[..at(*from)], &piece, &letters[at(*from)..]])
        }
        Change::End(from) => collect(&[&letters[..at(*from)]]),
    }
}

/// Checks a text; what comes out can be shown both ways.
fn survives(text: &str) {
    let outcomes = check(spec(), "here", text);
    assert!(!outcomes.is_empty());
    let table = table(&outcomes);
    assert!(table.chars().all(|letter| letter == '\n' || !letter.is_control()), "{table:?}");
    let value: serde_json::Value = serde_json::from_str(&json(&outcomes)).unwrap();
    assert!(value["contradictions"].is_u64());
    for line in outcomes.iter().flat_map(|outcome| &outcome.findings).filter_map(|it| it.line) {
        assert!((1..=text.lines().count() + 1).contains(&line), "line {line} of\n{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn broken_pages_and_documents_are_told_about(
        text in 0..TEXTS.len(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let broken = changes.iter().fold(TEXTS[text].clone(), |text, change| apply(&text, change));
        survives(&broken);
    }

    #[test]
    fn any_text_is_told_about(text in r#"(\PC|[\n|`{}\[\]("'%:#&<>-]){0,300}"#) {
        survives(&text);
    }

    #[test]
    fn any_text_in_a_table_a_fence_or_a_schema_is_told_about(
        text in r#"(\PC|[|`{}\[\]("'%:#&<>.,0-9-]){0,80}"#,
    ) {
        survives(&format!("| `a` | {text} |\n|---|---|\n| {text} | {text} |\n"));
        survives(&format!("{{% apimethod {text} %}}\n{text}\n```\ncurl {text}\n```\n```json\n{{\"{text}\n```\n"));
        let value = serde_json::Value::from(text);
        survives(&format!("{{\"openapi\": \"3.0.0\", \"paths\": {{ {value}: {{ \"get\": {{ \"description\": {value}, \"parameters\": [{{ \"name\": {value}, \"description\": {value}, \"schema\": {{ \"type\": {value}, \"$ref\": {value} }} }}] }} }} }} }}"));
    }
}

#[test]
fn depth_and_length_are_no_danger() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(20_000), close.repeat(20_000));
    survives(&format!("```json\n{}\n```\n", deep("{\"a\":", "}")));
    survives(&format!("```json\n{}\n```\n", deep("[", "]")));
    survives(&deep("<a", ">"));
    survives(&deep("{{", "}}"));
    survives(&"| `a` ".repeat(20_000));
    survives(&deep("{\"openapi\":", "}"));
    survives(&fixture("pages/en.md").replace("String", &"string ".repeat(20_000)));
}
