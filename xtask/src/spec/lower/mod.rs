//! Lowering the spec as written to [`Api`]: follows references, fills in defaults, checks every rule
//! of the subset.

mod body;
mod bounds;
mod cycles;
mod exchange;
mod items;
mod lists;
mod lowering;
mod nested;
mod operation;
mod paging;
mod parameter;
mod path;
mod refs;
mod reply;
mod roles;
mod root;
mod rules;
mod schema;
mod shared;
mod taken;
mod value;
mod when;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use crate::spec::diagnostic::Diagnostics;
use crate::spec::ir::{Api, Module};
use crate::spec::load::Spec;
use crate::spec::source::Sources;
use lowering::Lower;

pub(crate) use root::DEFAULT_POOL;
pub(crate) use taken::{is_taken_module, is_taken_type};
pub(crate) use value::{is_date_time, percent_encoded};

/// Lowers a spec and reports problems. The result is valid only if there are none.
pub(crate) fn lower(spec: &Spec, sources: &Sources, diagnostics: &mut Diagnostics) -> Api {
    let mut lower = Lower {
        document: &spec.document,
        root: &spec.root,
        sources,
        diagnostics,
        used: BTreeSet::new(),
        shared: BTreeMap::new(),
        open: Vec::new(),
        rows: None,
        in_form: false,
    };
    let instances = lower.instances();
    let pools = lower.pools();
    let families = lower.families();
    lower.security();
    let mut operations = Vec::new();
    lower.alike(&spec.paths);
    for path in &spec.paths {
        operations.extend(lower.path(path));
    }
    if lower.diagnostics.is_empty() {
        // A broken reference would make its target look unused.
        lower.unused();
    }
    let mut modules: BTreeMap<String, Module> = BTreeMap::new();
    for (tag, operation) in operations {
        let module = modules.entry(tag.module.clone()).or_insert_with(|| Module {
            name: tag.module,
            description: tag.description,
            operations: Vec::new(),
        });
        module.operations.push(operation);
    }
    let mut modules: Vec<_> = modules.into_values().collect();
    for module in &mut modules {
        module.operations.sort_by(|a, b| a.id.cmp(&b.id));
    }
    let shared = std::mem::take(&mut lower.shared);
    let mut spans = BTreeMap::new();
    let mut components = Vec::new();
    for shared in shared.into_values() {
        if let Some(definition) = shared.definition {
            spans.insert(definition.name().to_owned(), shared.first);
            components.push(definition);
        }
    }
    components.sort_by(|a, b| a.name().cmp(b.name()));
    let mut api = Api { root: spec.root.clone(), instances, pools, families, components, modules };
    lists::find(&mut api);
    if lower.diagnostics.is_empty() {
        // A broken operation would look like one that does not exist.
        lists::resolve(&mut api, spec, lower.diagnostics);
    }
    taken::check(&api, spec, &spans, lower.diagnostics);
    cycles::break_up(&mut api);
    cycles::check(&api, &spans, lower.diagnostics);
    api
}
