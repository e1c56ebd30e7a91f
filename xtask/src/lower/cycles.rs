//! Types that contain themselves: fine behind a list or a map, endless without.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::ir::{Api, Definition, Shape, Type};
use crate::source::Span;

/// Notes shared types that would have no end.
pub(super) fn check(api: &Api, shared: &BTreeMap<String, Span>, diagnostics: &mut Diagnostics) {
    let within: BTreeMap<&str, Vec<&str>> = api
        .components
        .iter()
        .filter_map(|definition| match definition {
            Definition::Struct(made) => Some((made.name.as_str(), made)),
            Definition::Words(_) => None,
        })
        .map(|(name, made)| {
            let direct = made.fields.iter().filter_map(|field| match &field.ty {
                Type::Named(named) if named.shape == Shape::Struct => Some(named.name.as_str()),
                _ => None,
            });
            (name, direct.collect())
        })
        .collect();
    for name in within.keys() {
        let mut open = within.get(name).cloned().unwrap_or_default();
        let mut seen: Vec<&str> = Vec::new();
        while let Some(next) = open.pop() {
            if next == *name {
                if let Some(span) = shared.get(*name) {
                    let message = format!("a `{name}` would hold another `{name}`, without end");
                    diagnostics.push(
                        Diagnostic::new("endless-type", *span, message)
                            .help("put the inner one into a list"),
                    );
                }
                break;
            }
            if !seen.contains(&next) {
                seen.push(next);
                open.extend(within.get(next).into_iter().flatten());
            }
        }
    }
}
