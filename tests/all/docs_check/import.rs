//! The import of OpenAPI documents: drafts, and what is left to a person.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use xtask::codegen::{SPEC, bundled};
use xtask::docs_check::{Spec, Verdict, compare};
use xtask::import::{Import, Proposal, import, into_workspace, report};
use xtask::spec::diagnostic::Format;
use xtask::spec::files::{Disk, Files};

use super::document::{Dialect, document};
use super::{fixture, spec};

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

/// The spec with a draft listed, after a person has decided.
fn accepted(mut files: Tree, import: &Import, path: &str, tag: &str) -> Spec {
    let draft = draft(import).replace("x-braze-pool: decide", "x-braze-pool: default");
    let draft = draft.replace("describe this", "Described.");
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
        files.insert(
            import.file.clone(),
            draft(&import).replace("decide", pool).replace("describe this", "Described."),
        );
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

/// The spec with one path alone and the shared definitions that it needs: a small one, which is read again for each
/// operation.
fn only(kept: &str) -> Tree {
    let mut files = files();
    let root = files.remove(SPEC).unwrap();
    let (head, rest) = root.split_once("\npaths:\n").unwrap();
    let (paths, components) = rest.split_once("\ncomponents:\n").unwrap();
    let entry = paths.lines().find(|line| line.starts_with(&format!("  {kept}:"))).unwrap();
    let file =
        format!("spec/{}", entry.split("$ref: ").nth(1).unwrap().trim_end_matches([' ', '}']));
    files.retain(|name, _| *name == file);

    let mut needed = BTreeSet::new();
    let mut unread = vec![files[&file].clone()];
    while let Some(text) = unread.pop() {
        for name in text.split("#/components/").skip(1) {
            let end =
                name.find(|c: char| !c.is_ascii_alphanumeric() && c != '/').unwrap_or(name.len());
            let name = &name[..end];
            if needed.insert(name.to_owned()) {
                unread.push(component(components, name));
            }
        }
    }
    let mut sections: BTreeMap<&str, String> = BTreeMap::new();
    for name in &needed {
        let (section, _) = name.split_once('/').unwrap();
        *sections.entry(section).or_default() += &component(components, name);
    }
    // Every spec says how requests are authorised.
    let schemes = section(components, "securitySchemes");
    sections.insert("securitySchemes", schemes);
    let components: String =
        sections.iter().map(|(name, entries)| format!("  {name}:\n{entries}")).collect();
    let root = format!("{head}\npaths:\n{entry}\ncomponents:\n{components}");
    files.insert(SPEC.to_owned(), root);
    files
}

/// The entries of a section of `components`.
fn section(components: &str, name: &str) -> String {
    block(components, &format!("  {name}:"), "  ")
        .lines()
        .skip(1)
        .map(|line| format!("{line}\n"))
        .collect()
}

/// One entry of `components`, by the end of the reference to it: `schemas/Unit`.
fn component(components: &str, name: &str) -> String {
    let (group, name) = name.split_once('/').unwrap();
    block(&section(components, group), &format!("    {name}:"), "    ")
}

/// The line that begins with a text and the lines below it, which are indented deeper.
fn block(text: &str, start: &str, indent: &str) -> String {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(start));
    let first = lines.next().unwrap_or_else(|| panic!("{start}"));
    let deeper = lines.take_while(|line| {
        line.trim().is_empty()
            || line.strip_prefix(indent).is_some_and(|rest| rest.starts_with(' '))
    });
    std::iter::once(first).chain(deeper).map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_draft_of_each_operation_says_what_the_spec_says() {
    const HERE: [&str; 2] = ["/kpi/dau/data_series", "/kpi/mau/data_series"];
    let specs = HERE.map(only);
    for (index, known) in spec().operations.iter().enumerate() {
        let dialect = Dialect::ALL[index % Dialect::ALL.len()];
        let path = known.facts.path.value().unwrap();
        let files = specs[usize::from(path == HERE[0])].clone();
        let import = imported(&files, "it.json", &document(&known.facts, dialect));
        let tag = known.id.split('.').next().unwrap();
        if path.split('/').nth(1) != Some(tag) {
            // A draft has its tag from the path; here a person chose another.
            continue;
        }
        // A limit that several pools have is left for a person to decide.
        let has_pool = !draft(&import).contains("x-braze-pool: decide");
        // A draft is named after its path; here a person chose another name.
        let named = format!("  operationId: {}", known.id);
        let text = draft(&import).lines();
        let text = text.map(|it| if it.starts_with("  operationId: ") { &named } else { it });
        let text = text.collect::<Vec<_>>().join("\n");
        let import = Import { proposal: Proposal::New(text), ..import };
        let spec = accepted(files, &import, path, tag);
        let made = spec.operations.iter().find(|it| it.facts.path.value() == Some(path)).unwrap();
        let findings = compare(&known.facts, &made.facts);
        let differences: Vec<_> = findings
            .iter()
            .filter(|it| !matches!(it.verdict, Verdict::Equal | Verdict::Known))
            .map(|it| it.fact.to_string())
            .filter(|fact| fact != "pool" || has_pool)
            .collect();
        assert!(differences.is_empty(), "{}: {differences:?}", known.id);
    }
}

#[test]
fn what_the_spec_has_is_left_alone_and_the_check_is_named() {
    let text = bundled(ROOT.as_ref()).unwrap();
    let imports = import(&files(), SPEC, "bundle.yaml", &text).unwrap();
    assert_eq!(imports.len(), spec().operations.len());
    for import in imports {
        assert_eq!((&import.proposal, &import.decisions[..]), (&Proposal::Described, &[][..]));
        assert!(report(&import).contains("`cargo xtask docs-check`"));
    }
    let document = fixture("documents/sessions-3.0.yaml").replace("    get:", "    delete:");
    let import = imported(&files(), "it.yaml", &document);
    assert_eq!(import.proposal, Proposal::OtherMethod);
    insta::assert_snapshot!(report(&import));
}

#[test]
fn what_only_sentences_say_is_no_constraint() {
    let document = r#"
openapi: 3.0.3
paths:
  /shelves/list:
    get:
      parameters:
        - { name: page, in: query, description: "Returns the first set of up to 100.", schema: { type: integer } }
        - { name: id, in: query, description: "The `id` of your shelf.", schema: { type: string } }
        - { name: sort, in: query, description: "Either `asc` or `desc`. Defaults to `asc`.", schema: { type: string } }
        - { name: limit, in: query, description: "From 1 to 50.", schema: { type: integer, maximum: 40 } }
      responses: { "200": { description: x } }
"#;
    let import = imported(&files(), "it.yaml", document);
    let text = draft(&import);
    for constraint in ["maximum: 100", "enum:", "default:", "minimum:"] {
        let keys = text.lines().filter(|line| !line.starts_with('#'));
        assert!(!keys.clone().any(|line| line.contains(constraint)), "{text}");
    }
    assert!(text.contains("maximum: 40"), "{text}");
    insta::assert_snapshot!(report(&import));
}

/// A document with operations of three paths, two of which share a name.
const SHELVES: &str = r#"
openapi: 3.0.3
paths:
  /shelves:
    get: &operation { responses: { "200": { description: x } } }
    post: *operation
  /shelves/{shelfId}:
    parameters: &one [{ name: shelfId, in: path, required: true, schema: { type: string } }]
    get: *operation
    delete: *operation
  /shelves/{shelfId}/books: { parameters: *one, get: *operation }
  /shelves/books: { get: *operation }
"#;

/// A folder with the spec, and a document beside it.
fn folder(document: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    std::fs::write(folder.path().join("it.yaml"), document).unwrap();
    folder
}

/// The files of the spec in a folder.
fn files_in(folder: &Path) -> Tree {
    let disk = Disk::new(folder);
    let paths = disk.list("spec").into_iter();
    paths.map(|path| (path.clone(), disk.read(&path).unwrap())).collect()
}

#[test]
fn all_operations_of_a_path_go_into_one_file() {
    let folder = folder(SHELVES);
    let imports = into_workspace(folder.path(), &folder.path().join("it.yaml")).unwrap();
    let told: Vec<_> =
        imports.iter().map(|it| report(it).lines().next().unwrap_or_default().to_owned()).collect();
    insta::assert_snapshot!(told.join("\n"));
    let mut files = files_in(folder.path());
    let keys = |file: &str| -> Vec<_> {
        let lines = files[file].lines().filter(|line| line.starts_with(char::is_alphabetic));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(keys("spec/paths/shelves/shelves.yaml"), ["get:", "post:"]);
    assert_eq!(keys("spec/paths/shelves/by_shelf_id.yaml"), ["get:", "delete:"]);
    // Once it is described and decided upon, the spec is in order.
    for text in files.values_mut() {
        *text = text.replace("describe this", "Described.").replace("decide", "default");
    }
    let spec = Spec::load(&files, SPEC).unwrap_or_else(|it| panic!("{}", it.render(Format::Plain)));
    assert_eq!(spec.operations.iter().filter(|it| it.id.starts_with("shelves.")).count(), 5);
}

#[test]
fn an_import_is_whole_or_nothing() {
    let folder = folder(SHELVES);
    let taken = folder.path().join("spec/paths/shelves");
    std::fs::write(&taken, "a file where a folder has to be").unwrap();
    let before = files_in(folder.path());
    assert!(into_workspace(folder.path(), &folder.path().join("it.yaml")).is_err());
    assert_eq!(files_in(folder.path()), before);
    std::fs::remove_file(taken).unwrap();
    into_workspace(folder.path(), &folder.path().join("it.yaml")).unwrap();
    let drafted = files_in(folder.path());
    // A spec with drafts in it is not in order, and nothing is added to it.
    assert!(into_workspace(folder.path(), &folder.path().join("it.yaml")).is_err());
    assert_eq!(files_in(folder.path()), drafted);
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
