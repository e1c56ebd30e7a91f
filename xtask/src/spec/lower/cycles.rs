//! Types that contain themselves: allowed in a list or a map, in a `Box` where they are optional,
//! infinite where they are required.

use std::collections::BTreeMap;

use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::ir::{Api, Definition, Field, Presence, Shape, Type};
use crate::spec::source::Span;

/// The objects directly inside each shared object, by name.
type Within = BTreeMap<String, Vec<String>>;

/// Boxes optional fields that lead back to their own object.
pub(super) fn break_up(api: &mut Api) {
    let within = within(api, |_| true);
    for definition in &mut api.components {
        let Definition::Struct(made) = definition else { continue };
        for field in &mut made.fields {
            let leads_back = object(field).is_some_and(|inner| reaches(&within, inner, &made.name));
            field.is_boxed = leads_back && field.presence != Presence::Required;
        }
    }
}

/// Reports shared types of infinite size.
pub(super) fn check(api: &Api, shared: &BTreeMap<String, Span>, diagnostics: &mut Diagnostics) {
    let within = within(api, |field| field.presence == Presence::Required);
    for (name, inner) in &within {
        let is_endless = inner.iter().any(|inner| reaches(&within, inner, name));
        if let Some(span) = shared.get(name).filter(|_| is_endless) {
            let message = format!("a `{name}` would contain another `{name}` without end");
            diagnostics.push(
                Diagnostic::new("endless-type", *span, message)
                    .help("remove the inner one from `required`, or put it in a list"),
            );
        }
    }
}

fn within(api: &Api, is_followed: impl Fn(&Field) -> bool) -> Within {
    let structs = api.components.iter().filter_map(|definition| match definition {
        Definition::Struct(made) => Some(made),
        Definition::Words(_) => None,
    });
    structs
        .map(|made| {
            let fields = made.fields.iter().filter(|field| is_followed(field));
            (made.name.clone(), fields.filter_map(object).map(str::to_owned).collect())
        })
        .collect()
}

/// Returns the object that a field contains directly.
fn object(field: &Field) -> Option<&str> {
    match &field.ty {
        Type::Named(named) if named.shape == Shape::Struct => Some(&named.name),
        _ => None,
    }
}

/// Returns `true` if an object is another one or contains it at any depth.
fn reaches(within: &Within, from: &str, wanted: &str) -> bool {
    let mut open = vec![from];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(next) = open.pop() {
        if next == wanted {
            return true;
        }
        if !seen.contains(&next) {
            seen.push(next);
            open.extend(within.get(next).into_iter().flatten().map(String::as_str));
        }
    }
    false
}
