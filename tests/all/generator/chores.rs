//! The chores around the generator: a path file begun, the spec as one document, messages for editors.

use std::collections::BTreeMap;
use std::path::Path;

use braze_core::operation::{self, Operation};
use xtask::Home;
use xtask::codegen::{self, CodegenError, SPEC};
use xtask::here::between;
use xtask::new_endpoint::NewEndpoint;
use xtask::spec::diagnostic::Format;
use xtask::spec::files::{Disk, Files};

use super::shop::{SHOP, generate_from, problems, spec, workspace};

/// A folder with a copy of the spec.
fn scratch() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in spec() {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn generate(root: &Path) -> BTreeMap<String, String> {
    let style = workspace().join("rustfmt.toml");
    codegen::generate(&Disk::new(root), SPEC, &Home::Core, &style).unwrap().files
}

fn new(path: &str, series: Option<&str>) -> NewEndpoint {
    NewEndpoint {
        path: path.to_owned(),
        method: "GET".to_owned(),
        tag: None,
        series: series.map(str::to_owned),
    }
}

/// Puts words in the place of everything that is still to be described.
fn describe(root: &Path) {
    let disk = Disk::new(root);
    for path in disk.list("spec") {
        let text = disk.read(&path).unwrap().replace("describe this", "Described.");
        std::fs::write(root.join(path), text).unwrap();
    }
}

#[test]
fn paths_are_shown_from_where_the_caller_stands() {
    let shown = |path: &str| between(Path::new("/a/b"), Path::new(path)).display().to_string();
    assert_eq!(shown("/a/b/spec/openapi.yaml"), "spec/openapi.yaml");
    assert_eq!(shown("/a/spec/openapi.yaml"), "../spec/openapi.yaml");
    assert_eq!(shown("/c/openapi.yaml"), "/c/openapi.yaml", "nothing is in common");
    assert_eq!(shown("spec/openapi.yaml"), "spec/openapi.yaml", "it is from here already");
}

#[test]
fn a_path_that_was_begun_is_a_spec_in_order_once_it_is_described() {
    let folder = scratch();
    for (path, series) in [
        ("/campaigns/cost_series", Some("conversions")),
        ("/campaigns/{campaign_id}/steps", None),
        ("/news", None),
        ("/aardvarks/list", None),
        ("/zebras/list", None),
    ] {
        new(path, series).write(folder.path()).unwrap();
    }
    describe(folder.path());
    let files = generate(folder.path());
    assert!(files["campaigns/cost_series.rs"].contains("impl Series for CostSeriesRequest"));
    assert!(files["campaigns/steps.rs"].contains("pub fn new(campaign_id: impl Into<String>)"));
    assert!(files["news/get_all.rs"].contains("GetAllRequest"));

    let root = std::fs::read_to_string(folder.path().join(SPEC)).unwrap();
    let listed: Vec<_> = root.lines().filter(|line| line.starts_with("  /")).collect();
    let paths = listed.iter().map(|line| line.split_once(": {").unwrap().0);
    assert!(paths.is_sorted(), "{listed:?}");
    let tags: Vec<_> = root.lines().filter(|line| line.starts_with("  - name: ")).collect();
    assert!(tags.is_sorted(), "{tags:?}");
}

#[test]
fn a_path_that_is_there_or_is_none_is_refused() {
    let folder = scratch();
    let mut said = Vec::new();
    for path in ["/sessions/data_series", "sessions", "/{id}", "/", "/fn/x"] {
        said.push(new(path, None).write(folder.path()).unwrap_err().to_string());
    }
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn every_placeholder_is_an_error_with_its_place() {
    let folder = scratch();
    for (path, method) in
        [("/campaigns/{campaign_id}/steps", "POST"), ("/campaigns/cost_series", "GET")]
    {
        let series = (method == "GET").then_some("conversions");
        NewEndpoint { method: method.to_owned(), ..new(path, series) }
            .write(folder.path())
            .unwrap();
    }
    let style = workspace().join("rustfmt.toml");
    let error =
        codegen::generate(&Disk::new(folder.path()), SPEC, &Home::Core, &style).unwrap_err();
    let CodegenError::Spec(report) = error else { panic!("{error}") };
    insta::assert_snapshot!(report.render(Format::Plain));
}

#[test]
fn one_path_may_have_several_operations_in_one_file() {
    let folder = scratch();
    let begin = |path: &str, method: &str| {
        let endpoint = NewEndpoint { method: method.to_owned(), ..new(path, None) };
        endpoint.write(folder.path()).map(|[file, _]| file).map_err(|error| error.to_string())
    };
    let pets = Path::new("spec/paths/pets/pets.yaml").to_path_buf();
    let one = Path::new("spec/paths/pets/by_pet_id.yaml").to_path_buf();
    for (path, method, file) in [
        ("/pets", "GET", &pets),
        ("/pets/{petId}", "GET", &one),
        ("/pets", "POST", &pets),
        ("/pets/{petId}", "DELETE", &one),
        ("/pets/{petId}", "PATCH", &one),
        ("/pets/{petId}", "PUT", &one),
    ] {
        assert_eq!(begin(path, method).as_ref(), Ok(file), "{method} {path}");
    }
    let before = snapshot(folder.path());
    insta::assert_snapshot!(
        [("/pets", "POST"), ("/pets/by_pet_id", "GET"), ("/pets", "HEAD")]
            .map(|(path, method)| begin(path, method).unwrap_err())
            .join("\n")
    );
    assert_eq!(snapshot(folder.path()), before, "nothing is written where one is refused");
    describe(folder.path());
    let files = generate(folder.path());
    for file in
        ["get_all", "post", "by_pet_id", "by_pet_id_delete", "by_pet_id_patch", "by_pet_id_put"]
    {
        assert!(files.contains_key(&format!("pets/{file}.rs")), "{file}");
    }
}

/// The files of a spec.
fn snapshot(root: &Path) -> BTreeMap<String, String> {
    let disk = Disk::new(root);
    let paths = disk.list("spec").into_iter();
    paths.map(|path| (path.clone(), disk.read(&path).unwrap())).collect()
}

#[test]
fn the_spec_as_one_document_makes_the_same_code() {
    let bundled = codegen::bundled(&workspace()).unwrap();
    assert!(!bundled.contains("../"));
    // Other tools get to know by patterns what the core checks.
    let lines = bundled.lines().filter(|line| !line.trim_start().starts_with("pattern: "));
    let lines = lines.map(|line| match line.split_once(", pattern: ") {
        Some((before, _)) => format!("{before} }}"),
        None => line.to_owned(),
    });
    let bundled: Vec<String> = lines.collect();
    let files = BTreeMap::from([(SPEC.to_owned(), bundled.join("\n"))]);
    let one = generate_from(&files, SPEC, &Home::Core).unwrap();
    let many = generate_from(&spec(), SPEC, &Home::Core).unwrap();
    // All but the name of the file that it is written from.
    let body = |text: &String| text.split_once('\n').unwrap().1.to_owned();
    let bodies = |files: &BTreeMap<String, String>| -> Vec<_> {
        files.iter().map(|(path, text)| (path.clone(), body(text))).collect()
    };
    assert_eq!(bodies(&one.files), bodies(&many.files));
}

#[test]
fn messages_for_editors_are_one_line_of_json_each() {
    let broken = SHOP.replacen("x-braze-permission:", "x-braze-permision:", 1);
    let broken = broken.replacen("x-braze-pool: slow", "x-braze-pool: 'slo'", 1);
    let text = problems(&broken).render(Format::Json);
    let messages: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    insta::assert_json_snapshot!(messages);
}

#[test]
fn the_table_of_operations_names_every_one() {
    let table = std::fs::read_to_string(workspace().join("spec/operations.md")).unwrap();
    let mut lines = Lines { table: &table, count: 0 };
    operation::visit(&mut lines);
    assert_eq!(table.matches("| `braze ").count(), lines.count);
}

/// Looks each operation up in a table.
struct Lines<'a> {
    table: &'a str,
    count: usize,
}

impl Lines<'_> {
    fn line<E: Operation>(&mut self, verb: &str) {
        self.count += 1;
        let command = format!("| `braze {}{verb}` |", E::DESCRIPTION.command.join(" "));
        assert!(self.table.contains(&command), "{command}");
        assert!(self.table.contains(&format!("{} {}`", E::META.method, E::META.path)));
    }
}

impl operation::Visitor for Lines<'_> {
    fn endpoint<E: Operation>(&mut self) {
        self.line::<E>("");
    }

    fn series<E: Operation + braze_core::FlatSeries>(&mut self) {
        self.line::<E>(" get");
    }

    fn nested_series<E: Operation + braze_core::NestedSeries>(&mut self) {
        self.line::<E>(" get");
    }
}
