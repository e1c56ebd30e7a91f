//! The words of the sources: comments that open with a noun or a verb, and one word for each thing.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

use super::CRATES;
/// A rule: what it looks for in a line, and what to write instead.
struct Rule {
    pattern: Regex,
    instead: &'static str,
}

impl Rule {
    fn new(pattern: &str, instead: &'static str) -> Self {
        Self { pattern: Regex::new(pattern).unwrap(), instead }
    }
}

/// The words that no line may have. They are put together here, so that this file follows them too.
static WORDS: LazyLock<[Rule; 3]> = LazyLock::new(|| {
    [
        Rule::new(&["(?i)back", "fill"].concat(), "say `export`"),
        Rule::new(r"\b(MOST|LONGEST)_[A-Z]", "bounds are `MAX_*`, `MIN_*`, `DEFAULT_*`"),
        Rule::new(
            r"\bfn (of|given|told|made|spoken)\b",
            "constructors are `new`, `from_*`, `with_*`, `parse`",
        ),
    ]
});

/// The first line of a comment that opens with a relative clause.
static OPENING: LazyLock<Rule> = LazyLock::new(|| {
    Rule::new(
        r"^(What|Whether|How|Where|Which|Why|Who|Whose)\b[^?]*$",
        "open the comment with a noun or a verb",
    )
});

/// The text of a line's comment, if the line is a comment or ends in one.
fn comment(line: &str) -> Option<&str> {
    let (code, text) = line.split_once("//")?;
    let inside_text = code.matches('"').count() % 2 == 1 || code.ends_with(':');
    (!inside_text).then(|| text.trim_start_matches(['/', '!']).trim())
}

/// The breaches of the rules in a file, as `path:line: line (what to do)`.
fn breaches(path: &str, text: &str) -> String {
    let mut found = String::new();
    let mut continues = false;
    for (number, line) in text.lines().enumerate() {
        let comment = comment(line);
        let alone = line.trim_start().starts_with("//");
        let begins = !(alone && continues);
        let opens = comment.is_some_and(|it| begins && OPENING.pattern.is_match(it));
        // A comment that stands on lines of its own goes on until a line without one, or an empty one.
        continues = alone && comment.is_some_and(|it| !it.is_empty());
        let broken = WORDS.iter().filter(|rule| rule.pattern.is_match(line));
        for rule in broken.chain(opens.then_some(&*OPENING)) {
            let line = line.trim();
            found.push_str(&format!("{path}:{}: {line} ({})\n", number + 1, rule.instead));
        }
    }
    found
}

/// The Rust files below a folder, those that a generator writes left out.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !["generated", "target", "fixtures"].contains(&name) {
            found.extend(sources(&path));
        } else if name.ends_with(".rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn comments_open_with_a_noun_or_a_verb() {
    let text = [
        "/// Whether it is over.",
        "/// Returns the end,",
        "/// Which may lie in the future.",
        "///",
        "/// How far it goes.",
        "fn end() {} // What for",
        "// Which day is it?",
        r#"let url = "https://Whose";"#,
    ]
    .join("\n");
    let broken = breaches("a.rs", &text);
    let places: Vec<_> = broken.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(places, ["a.rs:1:", "a.rs:5:", "a.rs:6:"], "{broken}");
    assert!(broken.contains("Whether it is over. (open the comment with a noun"), "{broken}");
}

#[test]
fn names_follow_the_glossary() {
    let text = ["const MOST", "_DAYS: u8 = 1;\nfn ", "given() {}\n"].concat();
    let broken = breaches("a.rs", &text);
    assert_eq!(broken.lines().count(), 2, "{broken}");
    assert!(broken.contains("(bounds are `MAX_*`, `MIN_*`, `DEFAULT_*`)\na.rs:2: "), "{broken}");
    assert_eq!(breaches("a.rs", "const MAX_DAYS: u8 = 1;\nfn with_days() {}\n"), "");
}

#[test]
fn the_sources_follow_the_glossary() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = String::new();
    // Generated files follow from the templates in `xtask`; those of the core have the descriptions of the spec.
    for folder in CRATES.into_iter().chain(["tests/all", "crates/braze-core/src/generated"]) {
        for path in sources(&root.join(folder)) {
            let shown = path.strip_prefix(root).unwrap().to_str().unwrap();
            found.push_str(&breaches(shown, &fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(found.is_empty(), "words that the glossary in CONTRIBUTING.md replaces:\n\n{found}");
}
