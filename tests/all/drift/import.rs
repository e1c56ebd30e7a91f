//! The import of OpenAPI documents: drafts, proposals, and what is left to a person.

use std::collections::BTreeMap;

use proptest::prelude::*;
use xtask::codegen::{SPEC, bundled};
use xtask::diagnostic::Format;
use xtask::drift::{Facts, Spec, Verdict, compare};
use xtask::import::{Import, Proposal, import, into_workspace, report};
use xtask::source::{Disk, Files};

use super::document::{Dialect, document};
use super::mutation::{mutated, new};
use super::{fixture, fixtures, spec};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

type Tree = BTreeMap<String, String>;

/// The files of the spec.
fn files() -> Tree {
    let disk = Disk::new(ROOT);
    let paths = disk.list("spec").into_iter();
    paths.map(|path| (path.clone(), disk.read(&path).unwrap())).collect()
}

/// The one import of a document.
fn imported(files: &Tree, name: &str, text: &str) -> Import {
    let mut imports = import(files, SPEC, name, text).unwrap();
    assert_eq!(imports.len(), 1);
    imports.remove(0)
}

fn from_fixture(name: &str) -> Import {
    imported(&files(), name, &fixture(&format!("documents/{name}")))
}

fn draft(import: &Import) -> &str {
    match &import.proposal {
        Proposal::New(text) => text,
        other => panic!("{other:?}"),
    }
}

fn patch(import: &Import) -> &str {
    match &import.proposal {
        Proposal::Change { patch, .. } => patch,
        other => panic!("{other:?}"),
    }
}

/// The spec with a draft listed, after a person has decided.
fn accepted(mut files: Tree, import: &Import, path: &str, tag: &str) -> Spec {
    let draft = draft(import).replace("x-braze-pool: decide", "x-braze-pool: default");
    let file = import.file.strip_prefix("spec/").unwrap().to_owned();
    files.insert(import.file.clone(), draft.clone());
    let root = files.get_mut(SPEC).unwrap();
    *root = root.replacen("\npaths:\n", &format!("\npaths:\n  {path}: {{ $ref: {file} }}\n"), 1);
    if !root.contains(&format!("- name: {tag}\n")) {
        *root = root.replacen(
            "\ntags:\n",
            &format!("\ntags:\n  - name: {tag}\n    description: Some.\n"),
            1,
        );
    }
    Spec::load(&files, SPEC)
        .unwrap_or_else(|report| panic!("{draft}\n{}", report.render(Format::Plain)))
}

#[test]
fn a_document_becomes_a_draft() {
    let import = from_fixture("orders.yaml");
    insta::assert_snapshot!(format!("{}\n{}", report(&import), draft(&import)));
}

#[test]
fn a_vague_document_becomes_a_draft_with_much_to_decide() {
    let import = from_fixture("vague.yaml");
    insta::assert_snapshot!(format!("{}\n{}", report(&import), draft(&import)));
}

#[test]
fn a_draft_is_in_order_once_a_person_has_decided() {
    for (name, path) in
        [("orders.yaml", "/orders/data_series"), ("vague.yaml", "/orders/{order_id}/notes")]
    {
        accepted(files(), &from_fixture(name), path, "orders");
    }
}

#[test]
fn a_draft_is_not_in_order_before_a_person_has_decided() {
    let import = from_fixture("vague.yaml");
    let listed = |pool: &str| {
        let mut files = files();
        files.insert(import.file.clone(), draft(&import).replace("decide", pool));
        let root = files.get_mut(SPEC).unwrap();
        let entry = "\npaths:\n  /orders/{order_id}/notes: { $ref: paths/orders/notes.yaml }\n";
        *root = root.replacen("\npaths:\n", entry, 1);
        *root =
            root.replacen("\ntags:\n", "\ntags:\n  - name: orders\n    description: Some.\n", 1);
        Spec::load(&files, SPEC).map(|_| ()).map_err(|report| report.codes().collect::<Vec<_>>())
    };
    assert_eq!(listed("default"), Ok(()));
    assert_eq!(listed("decide"), Err(vec!["unknown-pool"]));
}

#[test]
fn the_vendors_sentences_are_in_no_draft() {
    let import = from_fixture("orders.yaml");
    let text = format!("{}{}", draft(&import), report(&import));
    for words in ["sentence", "Their words", "theirs", "getOrdersAnalytics", "Export"] {
        assert!(!text.contains(words), "{words}");
    }
}

#[test]
fn a_draft_of_each_operation_says_what_the_spec_says() {
    for (index, known) in spec().operations.iter().enumerate() {
        let dialect = Dialect::ALL[index % Dialect::ALL.len()];
        let path = known.facts.path.value().unwrap();
        let mut files = files();
        files.remove(&known.file);
        let root = files.get_mut(SPEC).unwrap();
        let lines = root.lines().filter(|line| !line.starts_with(&format!("  {path}:")));
        *root = lines.map(|line| format!("{line}\n")).collect();
        let import = imported(&files, "it.json", &document(&known.facts, dialect));
        let tag = known.id.split('.').next().unwrap();
        let spec = accepted(files, &import, path, tag);
        let made = spec.operations.iter().find(|it| it.facts.path.value() == Some(path)).unwrap();
        let findings = compare(&known.facts, &made.facts);
        let differences: Vec<_> = findings
            .iter()
            .filter(|it| !matches!(it.verdict, Verdict::Equal | Verdict::Known))
            .map(|it| it.fact.to_string())
            .collect();
        assert!(differences.is_empty(), "{}: {differences:?}", known.id);
    }
}

#[test]
fn our_own_spec_as_one_document_changes_nothing() {
    let text = bundled(ROOT.as_ref()).unwrap();
    let imports = import(&files(), SPEC, "bundle.yaml", &text).unwrap();
    assert_eq!(imports.len(), spec().operations.len());
    for import in imports {
        assert_eq!(
            (import.proposal, import.decisions),
            (Proposal::Nothing, vec![]),
            "{}",
            import.subject
        );
    }
}

#[test]
fn what_the_spec_has_already_is_said() {
    insta::assert_snapshot!(report(&from_fixture("sessions-3.0.yaml")));
}

#[test]
fn a_path_that_is_there_gets_a_proposal() {
    insta::assert_snapshot!(report(&from_fixture("sessions-drifted.yaml")));
}

#[test]
fn one_number_that_changed_is_one_line_of_a_proposal() {
    let document = fixture("documents/sessions-3.0.yaml").replace("maximum: 100", "maximum: 50");
    let import = imported(&files(), "it.yaml", &document);
    insta::assert_snapshot!(report(&import));
}

#[test]
fn a_method_that_is_new_is_proposed_for_the_file_of_its_path() {
    let document = fixture("documents/sessions-3.0.yaml").replace("    get:", "    delete:");
    let import = imported(&files(), "it.yaml", &document);
    let patch = patch(&import);
    assert!(patch.contains("\n+delete:\n+  operationId: sessions.data_series.delete\n"), "{patch}");
    assert!(patch.lines().skip(2).all(|line| !line.starts_with('-')), "{patch}");
}

/// The spec with the sessions in the block style throughout.
fn in_block_style() -> Tree {
    let mut files = files();
    let file = files.get_mut("spec/paths/sessions/data_series.yaml").unwrap();
    for (flow, block) in [
        (
            "schema: { type: integer, minimum: 1, maximum: 100 }",
            "schema:\n        type: integer\n        # as documented\n        minimum: 1\n        maximum: 100",
        ),
        (
            "required: [time, sessions]",
            "required:\n                    - time\n                    - sessions",
        ),
        ("tags: [sessions]", "tags:\n  - sessions"),
    ] {
        assert!(file.contains(flow), "{flow}");
        *file = file.replace(flow, block);
    }
    files
}

#[test]
fn a_proposal_leaves_the_rest_as_it_was_written() {
    let files = in_block_style();
    let import = imported(&files, "it.yaml", &fixture("documents/sessions-drifted.yaml"));
    insta::assert_snapshot!(patch(&import));
}

#[test]
fn what_a_document_says_cannot_leave_the_comments_of_a_draft() {
    let hostile = "colour\\n# - x\\nget: {}\\u001b[2J";
    let document = format!(
        r#"{{ "openapi": "3.0.0", "paths": {{ "/orders/a\nget: {{}}": {{ "get": {{
            "description": "Needs the permission `{hostile}`.",
            "parameters": [{{ "name": "{hostile}", "in": "query", "schema": {{ "type": "{hostile}" }} }}],
            "responses": {{ "200": {{ "description": "x" }} }} }} }} }} }}"#
    );
    let import = imported(&files(), "it\nget: {}", &document);
    let text = format!("{}{}", report(&import), draft(&import));
    assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()), "{text:?}");
    let keys: Vec<_> = draft(&import).lines().filter(|line| line.starts_with("get:")).collect();
    assert_eq!(keys, ["get:"]);
}

#[test]
fn what_cannot_be_imported_is_an_error() {
    let tell = |text: &str| import(&files(), SPEC, "it", text).unwrap_err().to_string();
    let texts = [
        "# A page\n",
        "openapi: 3.0.3\npaths: {}\n",
        "openapi: 3.0.3\npaths: [\n",
        "swagger: '2.0'\n",
    ];
    insta::assert_snapshot!(texts.map(tell).join("\n"));
    let broken = BTreeMap::from([(SPEC.to_owned(), "openapi: 3.1.1\n".to_owned())]);
    let error = import(&broken, SPEC, "it", &fixture("documents/orders.yaml")).unwrap_err();
    assert!(error.to_string().starts_with("the spec has "), "{error}");
}

#[test]
fn a_draft_is_written_and_nothing_that_is_there_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let before = files();
    for (path, text) in &before {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let run = |name: &str| into_workspace(folder.path(), &fixtures().join("documents").join(name));
    let changed = run("sessions-drifted.yaml").unwrap();
    assert!(matches!(changed[0].proposal, Proposal::Change { .. }));
    let drafted = run("orders.yaml").unwrap();
    let written = std::fs::read_to_string(folder.path().join(&drafted[0].file)).unwrap();
    assert_eq!(written, draft(&drafted[0]));
    for (path, text) in &before {
        assert_eq!(std::fs::read_to_string(folder.path().join(path)).unwrap(), *text);
    }
    // The draft is not listed yet, which codegen would say too.
    assert!(run("orders.yaml").is_err());
    assert!(run("missing.yaml").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn every_change_is_mended_or_left_to_a_person(
        new in new(),
        operation in any::<prop::sample::Index>(),
        dialect in 0..Dialect::ALL.len(),
        which in any::<prop::sample::Index>(),
    ) {
        let known = operation.get(&spec().operations);
        let changes: Vec<Facts> = mutated(&known.facts, &new);
        let facts = which.get(&changes);
        // Another method is another operation.
        prop_assume!(facts.method == known.facts.method);
        let mut files = files();
        for import in import(&files.clone(), SPEC, "it.json", &document(facts, Dialect::ALL[dialect])).unwrap() {
            let Proposal::Change { text, .. } = &import.proposal else { continue };
            files.insert(import.file.clone(), text.clone());
            let Ok(spec) = Spec::load(&files, SPEC) else {
                prop_assert!(import.decisions.iter().any(|it| it.what.starts_with("with this change alone")));
                continue;
            };
            let made = spec.operations.iter().find(|it| it.id == known.id).unwrap();
            for finding in compare(&made.facts, facts) {
                let told = import.decisions.iter().any(|it| it.about == finding.fact.to_string());
                prop_assert!(finding.verdict != Verdict::Contradiction || told, "{finding:?}\n{text}");
            }
        }
    }
}
