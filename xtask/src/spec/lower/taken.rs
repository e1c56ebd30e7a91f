//! Names that are taken: by the language, by the core, by each other.

use std::collections::BTreeMap;

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::ir::{Api, Definition, Operation, Output};
use crate::spec::load::Spec;
use crate::spec::source::Span;

/// Names that generated code imports, and names of the core.
const TYPES: &[&str] = &[
    "ApiError",
    "ApiKey",
    "AttributeFilter",
    "AttributeValue",
    "Audience",
    "BTreeMap",
    "BaseUrl",
    "Box",
    "Call",
    "CatalogItem",
    "Choice",
    "ClientKey",
    "Config",
    "Credential",
    "Credentials",
    "DateTime",
    "DecodeError",
    "Default",
    "Description",
    "Deserialize",
    "Deserializer",
    "Effect",
    "Endpoint",
    "Err",
    "Error",
    "Event",
    "EventProperties",
    "Exchange",
    "Form",
    "FormUse",
    "Instance",
    "Kind",
    "Items",
    "Limits",
    "Listing",
    "Machine",
    "MapAccess",
    "Message",
    "Meta",
    "Method",
    "NaiveDate",
    "NaiveDateTime",
    "None",
    "Now",
    "Ok",
    "OpenField",
    "OpenObject",
    "Operation",
    "Option",
    "PagePosition",
    "Paged",
    "Paging",
    "Parameter",
    "PartialError",
    "PartialErrors",
    "Parts",
    "Patch",
    "Point",
    "Pool",
    "PurchaseProperties",
    "RateLimit",
    "Replay",
    "Reply",
    "RequestReader",
    "RequestWriter",
    "Result",
    "ScimToken",
    "Scrub",
    "Secret",
    "SecretText",
    "Self",
    "Serialize",
    "Series",
    "SeriesTime",
    "Session",
    "Some",
    "Step",
    "String",
    "Timestamp",
    "UploadFile",
    "Utc",
    "Value",
    "Vec",
    "Violation",
    "Violations",
    "Visitor",
    "Word",
];

/// The shared type that the core's series are based on.
const UNIT: &str = "Unit";

/// Modules beside those of the tags.
const MODULES: &[&str] = &[
    "export",
    "bytes",
    "chrono",
    "components",
    "http",
    "instance",
    "machine",
    "operations",
    "pools",
    "reply",
    "operation",
    "wire",
];

/// Returns `true` if generated code cannot use this type name.
pub(crate) fn is_taken_type(name: &str) -> bool {
    TYPES.contains(&name) || name == UNIT
}

/// Returns `true` if generated code cannot use this name for a tag's module.
pub(crate) fn is_taken_module(name: &str) -> bool {
    MODULES.contains(&name)
}

/// Reports names that would clash in the generated code. `shared` has the place where each shared type is
/// referred to first.
pub(super) fn check(
    api: &Api,
    spec: &Spec,
    shared: &BTreeMap<String, Span>,
    diagnostics: &mut Diagnostics,
) {
    let mut named: BTreeMap<&str, ()> = BTreeMap::new();
    for name in api.components.iter().map(Definition::name) {
        let Some(span) = shared.get(name) else { continue };
        if TYPES.contains(&name) {
            clash(*span, format!("the type name `{name}` is taken by the core"), diagnostics);
        } else if named.insert(name, ()).is_some() {
            clash(*span, format!("two shared types would be named `{name}`"), diagnostics);
        }
    }
    let spans = operation_spans(spec, diagnostics);
    if !diagnostics.is_empty() {
        return;
    }
    for module in &api.modules {
        let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
        for operation in &module.operations {
            let Some(span) = spans.get(&operation.id) else { continue };
            if is_taken_module(&module.name) {
                let message = format!("the module name `{}` is taken by the core", module.name);
                clash(*span, message, diagnostics);
            }
            for name in names(operation) {
                let problem = if is_taken_type(name) {
                    format!("the type name `{name}` is taken by the core")
                } else if named.contains_key(name) {
                    format!("`{name}` is also the name of a shared type")
                } else {
                    match taken.insert(name, &operation.id) {
                        None => continue,
                        Some(other) if other == operation.id => {
                            format!("two types of `{other}` would be named `{name}`")
                        }
                        Some(other) => {
                            format!("`{}` and `{other}` would both define `{name}`", operation.id)
                        }
                    }
                };
                clash(*span, problem, diagnostics);
            }
        }
    }
    commands(api, &spans, diagnostics);
}

fn clash(span: Span, message: String, diagnostics: &mut Diagnostics) {
    diagnostics.push(
        Diagnostic::new("duplicate-name", span, message)
            .help("rename the operation or the schema with `x-braze-name`"),
    );
}

/// Reports operations with the same words on a command line, or with words that begin another's.
fn commands(api: &Api, spans: &BTreeMap<String, Span>, diagnostics: &mut Diagnostics) {
    let operations = api.modules.iter().flat_map(|module| &module.operations);
    let mut seen: BTreeMap<&[String], &Operation> = BTreeMap::new();
    for operation in operations {
        let same = seen.get(operation.command.as_slice());
        if let (Some(other), Some(span)) = (same, spans.get(&operation.id)) {
            let words = operation.command.join(" ");
            let message =
                format!("`{}` and `{}` are the same command `{words}`", other.id, operation.id);
            diagnostics.push(
                Diagnostic::new("duplicate-command", *span, message)
                    .help("give one of them different words with `x-braze-command`"),
            );
        }
        seen.entry(&operation.command).or_insert(operation);
    }
}

/// Returns the types that an operation defines.
fn names(operation: &Operation) -> impl Iterator<Item = &str> {
    let several = match &operation.output {
        Output::Several { name, .. } => Some(name.as_str()),
        Output::One { .. } => None,
    };
    let made = operation.definitions.iter().map(Definition::name);
    std::iter::once(operation.request.as_str()).chain(several).chain(made)
}

/// Returns the place of each operation's name. Reports duplicates.
fn operation_spans(spec: &Spec, diagnostics: &mut Diagnostics) -> BTreeMap<String, Span> {
    let items = spec.paths.iter().map(|path| &path.item);
    let operations = items.flat_map(|item| {
        [&item.get, &item.put, &item.post, &item.patch, &item.delete].into_iter().flatten()
    });
    let mut spans = BTreeMap::new();
    for id in operations.map(|operation| &operation.operation_id) {
        if let Some(first) = spans.get(&id.value) {
            let message = format!("two operations are named `{}`", id.value);
            diagnostics.push(
                Diagnostic::new("duplicate-operation", id.span, message)
                    .label("the second one")
                    .also(*first, "the first one"),
            );
            continue;
        }
        spans.insert(id.value.clone(), id.span);
    }
    spans
}
