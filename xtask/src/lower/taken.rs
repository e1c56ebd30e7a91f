//! Names that are taken: by the language, by the core, by each other.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{Api, Output};
use crate::load::Spec;
use crate::source::Span;

/// Names that generated code uses for what it does not define.
pub(crate) const RESERVED: &[&str] = &[
    "ApiKey",
    "BTreeMap",
    "DateTime",
    "Default",
    "DecodeError",
    "Description",
    "Endpoint",
    "Err",
    "Exchange",
    "Instance",
    "Kind",
    "Message",
    "Meta",
    "Method",
    "NaiveDate",
    "None",
    "Ok",
    "Operation",
    "Option",
    "Paged",
    "Parameter",
    "Parts",
    "Point",
    "Pool",
    "Replay",
    "RequestReader",
    "RequestWriter",
    "Result",
    "Scrub",
    "Self",
    "Serialize",
    "Deserialize",
    "Series",
    "SeriesTime",
    "Some",
    "String",
    "Timestamp",
    "Unit",
    "Utc",
    "Value",
    "Vec",
    "Violations",
    "Visitor",
    "Word",
    "Words",
    "Choice",
    "Box",
];

/// Notes names that would clash in the generated code.
pub(super) fn check(api: &Api, spec: &Spec, diagnostics: &mut Diagnostics) {
    let spans = spans(spec);
    let span_of = |id: &str| spans.get(id).copied();
    let mut modules: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for module in &api.modules {
        let taken = modules.entry(&module.name).or_default();
        for operation in &module.operations {
            let several = match &operation.output {
                Output::Several { name, .. } => Some(name.as_str()),
                Output::One { .. } => None,
            };
            let made = operation.definitions.iter().map(crate::ir::Definition::name);
            let names = std::iter::once(operation.request.as_str()).chain(several).chain(made);
            let mut own: Vec<&str> = Vec::new();
            for name in names {
                let problem = if RESERVED.contains(&name) {
                    Some(format!("the type name `{name}` is taken by the core"))
                } else if own.contains(&name) {
                    Some(format!("two types of `{}` would be called `{name}`", operation.id))
                } else {
                    taken.get(name).map(|other| {
                        format!("`{}` and `{other}` would both define `{name}`", operation.id)
                    })
                };
                own.push(name);
                if let (Some(problem), Some(span)) = (problem, span_of(&operation.id)) {
                    diagnostics.push(
                        Diagnostic::new("duplicate-name", span, problem)
                            .help("give the operation or the schema another name: `x-braze-name`"),
                    );
                }
            }
            for name in own {
                taken.entry(name).or_insert(&operation.id);
            }
        }
    }
}

/// Where each operation is named.
fn spans(spec: &Spec) -> BTreeMap<String, Span> {
    let items = spec.paths.iter().map(|path| &path.item);
    let operations = items.flat_map(|item| {
        [&item.get, &item.put, &item.post, &item.patch, &item.delete].into_iter().flatten()
    });
    operations.map(|it| (it.operation_id.value.clone(), it.operation_id.span)).collect()
}
