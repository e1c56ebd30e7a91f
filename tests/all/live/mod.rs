//! `cargo xtask live` against the sandbox: shapes are compared, and nothing of a reply is printed.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use braze_sandbox::Sandbox;
use serde_json::Value;
use xtask::codegen::bundled_as_json;
use xtask::live::{Program, Tally, compare};

use crate::sandbox::wire::{at_fixed_time, body, get};

/// The bundled spec.
static SPEC: LazyLock<Value> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    bundled_as_json(root).unwrap_or_else(|_| panic!("the spec is in order"))
});

/// A key with one permission.
const HALF: &str = "5d0c7c4e-1111-4222-8333-944445555666";

/// The spec with some operations only.
fn spec(paths: &[&str]) -> Value {
    let mut spec = SPEC.clone();
    let known = spec["paths"].as_object_mut().unwrap();
    known.retain(|path, _| paths.contains(&path.as_str()));
    assert_eq!(known.len(), paths.len());
    spec
}

fn run(spec: &Value, sandbox: &Sandbox) -> (Tally, String) {
    let program = Program {
        path: env!("CARGO_BIN_EXE_braze-under-test").into(),
        server: vec!["--base-url".to_owned(), sandbox.url().to_owned()],
        environment: vec![("BRAZE_API_KEY".to_owned(), sandbox.api_key_text())],
    };
    let mut report = String::new();
    let tally = compare(spec, &program, &mut report).unwrap();
    (tally, report)
}

/// The texts of a reply, but for short ones.
fn texts(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.len() > 5 => drop(found.insert(text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, found)),
        _ => {}
    }
}

#[test]
fn every_read_operation_of_the_sandbox_is_as_described() {
    let sandbox = at_fixed_time().start().unwrap();
    let (tally, report) = run(&SPEC, &sandbox);
    assert_eq!((tally.different, tally.failed), (0, 0), "{report}");
    assert!(tally.same >= 34, "{report}");
    assert!(report.contains("campaigns.details: 200, as described"), "{report}");
    assert!(report.contains("data_objects.get: 200, as described"), "{report}");
}

/// Differences are named by place and type. Values, names and the key stay where they are.
#[test]
fn differences_are_shown_without_values() {
    let sandbox = at_fixed_time().start().unwrap();
    let paths = ["/campaigns/list", "/campaigns/details", "/segments/list", "/events/list"];
    let mut spec = spec(&paths);
    let schema = "/responses/2XX/content/application~1json/schema";
    let fields = |path: &str| format!("/paths/{}/get{schema}", path.replace('/', "~1"));
    let list = spec.pointer_mut(&fields("/campaigns/list")).unwrap();
    let item = &mut list["properties"]["campaigns"]["items"]["properties"];
    item["name"]["type"] = "integer".into();
    item.as_object_mut().unwrap().remove("is_api_campaign");
    item["last_edited"]["enum"] = serde_json::json!(["never"]);
    let segments = spec.pointer_mut(&fields("/segments/list")).unwrap();
    segments["required"] = serde_json::json!(["total"]);
    let (tally, report) = run(&spec, &sandbox);
    insta::assert_snapshot!(report);
    assert_eq!(tally, Tally { same: 2, different: 2, failed: 0, skipped: 0 });

    let mut secret: BTreeSet<String> = [sandbox.api_key_text()].into();
    for path in ["/campaigns/list", "/segments/list", "/events/list"] {
        texts(&body(&get(&sandbox, path)), &mut secret);
    }
    secret.remove("success");
    assert!(secret.len() > 200);
    for text in secret {
        assert!(!report.contains(&text), "`{text}` is in the report:\n{report}");
    }
}

#[test]
fn failures_show_their_status_only() {
    let sandbox =
        at_fixed_time().restricted_key(braze_core::ApiKey::new(HALF).unwrap(), ["campaigns.list"]);
    let sandbox = sandbox.start().unwrap();
    let spec =
        spec(&["/campaigns/list", "/campaigns/details", "/segments/list", "/sends/data_series"]);
    let program = Program {
        path: env!("CARGO_BIN_EXE_braze-under-test").into(),
        server: vec!["--base-url".to_owned(), sandbox.url().to_owned()],
        environment: vec![("BRAZE_API_KEY".to_owned(), HALF.to_owned())],
    };
    let mut report = String::new();
    compare(&spec, &program, &mut report).unwrap();
    insta::assert_snapshot!(report);
    let nowhere = Program { path: "/nowhere/braze".into(), ..program.clone() };
    assert!(compare(&spec, &nowhere, &mut report).unwrap_err().contains("cannot be run"));
    let keyless =
        Program { environment: vec![("BRAZE_API_KEY".to_owned(), String::new())], ..program };
    let problem = compare(&spec, &keyless, &mut report).unwrap_err();
    assert!(problem.contains("set BRAZE_API_KEY"), "{problem}");
}
