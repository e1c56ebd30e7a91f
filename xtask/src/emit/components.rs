//! Types that several operations share: one file for all families, and one for each set of families.

use std::collections::{BTreeMap, BTreeSet};

use super::file::File;
use super::reply::{self, Part};
use super::scope::{Scope, UNIT};
use super::{Home, choice, nested};
use crate::spec::ir::{Api, DEFAULT_FAMILY, Definition, Operation, Output, Type};

/// The shared types of an API, in groups.
pub(super) struct Components<'a> {
    all: Vec<&'a Definition>,
    /// By the families that use them. Without any: the types that every build has.
    groups: BTreeMap<BTreeSet<&'a str>, Vec<&'a Definition>>,
}

impl<'a> Components<'a> {
    /// Groups the shared types. The unit of a series is always the core's.
    pub(super) fn new(api: &'a Api, home: &Home) -> Self {
        let is_outside = *home == Home::Elsewhere;
        let families = families(api);
        let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for definition in &api.components {
            if is_outside && definition.name() == UNIT {
                continue;
            }
            let users = families.get(definition.name());
            let only = users.filter(|users| !is_outside && !users.contains(DEFAULT_FAMILY));
            groups.entry(only.cloned().unwrap_or_default()).or_default().push(definition);
        }
        Self { all: api.components.iter().collect(), groups }
    }

    /// The names of the modules, each with the families that it belongs to.
    pub(super) fn modules(&self) -> impl Iterator<Item = (String, &BTreeSet<&'a str>)> {
        self.groups.keys().map(|families| (module(families), families))
    }

    /// The files, by their paths. Each is built on demand.
    pub(super) fn into_files(
        self,
        api: &'a Api,
        home: &'a Home,
    ) -> impl Iterator<Item = (String, File)> + use<'a> {
        let Self { all, groups } = self;
        groups.into_iter().map(move |(families, group)| {
            (format!("{}.rs", module(&families)), Self::file(api, &all, &group, home))
        })
    }

    fn file(api: &Api, all: &[&Definition], group: &[&Definition], home: &Home) -> File {
        let own = group.iter().map(|definition| definition.name().to_owned());
        let mut scope = Scope::with_own(own.collect(), home);
        let mut items = Vec::new();
        for definition in group {
            match definition {
                Definition::Struct(made) => {
                    items.extend(reply::structure(made, &Part::Other, all, &mut scope));
                    items.extend(nested::shared(api, made, &mut scope));
                }
                Definition::Words(words) => items.extend(choice::words(words, &mut scope)),
            }
        }
        File::new(&api.root, "Types that several operations share.", scope, items)
    }
}

fn module(families: &BTreeSet<&str>) -> String {
    let prefix: String =
        families.iter().map(|family| format!("{}_", family.replace('-', "_"))).collect();
    format!("{prefix}components")
}

/// Returns the families of the operations that use a shared type, by its name.
fn families(api: &Api) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut families: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for operation in api.modules.iter().flat_map(|module| &module.operations) {
        let mut names: Vec<&str> = Vec::new();
        used_by(operation, &mut names);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        while let Some(name) = names.pop() {
            if seen.insert(name) {
                families.entry(name).or_default().insert(&operation.family);
                let found = api.components.iter().find(|definition| definition.name() == name);
                if let Some(definition) = found {
                    within(definition, &mut names);
                }
            }
        }
    }
    families
}

fn used_by<'a>(operation: &'a Operation, names: &mut Vec<&'a str>) {
    let parameters = operation.parameters.iter().map(|parameter| &parameter.field.ty);
    let body = operation.body.iter().map(|body| &body.ty);
    parameters.chain(body).for_each(|ty| named(ty, names));
    match &operation.output {
        Output::One { ty, .. } => ty.iter().for_each(|ty| named(ty, names)),
        Output::Several { replies, .. } => {
            replies.iter().filter_map(|reply| reply.ty.as_ref()).for_each(|ty| named(ty, names));
        }
    }
    let failures = operation.failures.iter().filter_map(|failure| failure.ty.as_ref());
    failures.for_each(|ty| named(ty, names));
    operation.definitions.iter().for_each(|definition| within(definition, names));
}

fn within<'a>(definition: &'a Definition, names: &mut Vec<&'a str>) {
    if let Definition::Struct(made) = definition {
        made.fields.iter().for_each(|field| named(&field.ty, names));
        made.extra.iter().for_each(|item| named(item, names));
    }
}

fn named<'a>(ty: &'a Type, names: &mut Vec<&'a str>) {
    match ty {
        Type::Named(it) => names.push(&it.name),
        Type::List(item) | Type::Map(item) => named(item, names),
        _ => {}
    }
}
