//! Lists: the items of a reply, and the list operations that have all values of a dimension.

use super::reply::structure;
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::ir::{
    Api, Definition, Field, List, Listing, Named, Operation, Output, Shape, Struct, Type,
};
use crate::spec::load::Spec;
use crate::spec::model::{self, At};
use crate::spec::suggest::nearest;

/// Finds the list of items in each reply.
pub(super) fn find(api: &mut Api) {
    let Api { components, modules, .. } = api;
    for operation in modules.iter_mut().flat_map(|module| &mut module.operations) {
        operation.list = list(operation, components);
    }
}

fn list(operation: &Operation, components: &[Definition]) -> Option<List> {
    let object = |named: &Named| {
        let own = structure(named, &operation.definitions);
        own.or_else(|| structure(named, components))
    };
    let Output::One { ty: Some(Type::Named(reply)), .. } = &operation.output else { return None };
    let reply = object(reply).filter(|_| operation.series.is_none())?;
    let field = match &operation.paging {
        Some(paging) => reply.fields.iter().find(|field| field.ident == paging.items)?,
        None => obvious(&reply.fields)?,
    };
    let item = match &field.ty {
        Type::List(item) => &item.ty,
        _ => return None,
    };
    let names = |item: &Struct| item.fields.iter().map(|field| field.wire.clone()).collect();
    let fields = match item {
        Type::Named(named) => object(named).map(names).unwrap_or_default(),
        _ => Vec::new(),
    };
    Some(List { items: field.wire.clone(), fields })
}

/// The list that a reply is about: the only one, or the only one of objects in a reply of lists.
fn obvious(fields: &[Field]) -> Option<&Field> {
    let is_of_objects = |field: &&Field| match &field.ty {
        Type::List(item) => matches!(&item.ty, Type::Named(it) if it.shape == Shape::Struct),
        _ => false,
    };
    let others =
        || fields.iter().filter(|field| field.ty != Type::Message && !is_of_objects(field));
    let is_list = |field: &Field| matches!(field.ty, Type::List(_));
    let mut found = fields.iter().filter(is_of_objects);
    let first = found.next().filter(|_| found.next().is_none())?;
    let is_alone = !others().any(is_list) || others().all(is_list);
    is_alone.then_some(first)
}

/// Looks up the list operations that series name for their dimensions.
pub(super) fn resolve(api: &mut Api, spec: &Spec, diagnostics: &mut Diagnostics) {
    let items = spec.paths.iter().map(|path| &path.item);
    let written = items.flat_map(|it| [&it.get, &it.put, &it.post, &it.patch, &it.delete]);
    for operation in written.flatten() {
        let all = operation.series.as_ref().and_then(|roles| roles.all.as_ref());
        for (key, listing) in all.iter().flat_map(|all| all.iter()) {
            let found = lookup(api, listing, diagnostics);
            let modules = api.modules.iter_mut().flat_map(|module| &mut module.operations);
            let series = modules.filter(|known| known.id == operation.operation_id.value);
            let roles = series.filter_map(|known| known.series.as_mut()).map(|it| &mut it.roles);
            let mut dimensions = roles.flat_map(|roles| &mut roles.dimensions);
            if let Some(dimension) = dimensions.find(|known| known.name == key.text) {
                dimension.listing = found;
            }
        }
    }
}

fn lookup(api: &Api, written: &model::Listing, diagnostics: &mut Diagnostics) -> Option<Listing> {
    let operations = || api.modules.iter().flat_map(|module| &module.operations);
    let id = &written.list;
    let Some(operation) = operations().find(|known| known.id == id.value) else {
        let message = format!("there is no operation `{}`", id.value);
        let diagnostic = Diagnostic::new("bad-role", id.span, message);
        diagnostics.push(match nearest(&id.value, operations().map(|known| known.id.as_str())) {
            Some(near) => {
                diagnostic.suggest(id.span, "there is an operation with a similar name", near)
            }
            None => diagnostic.help("write the `operationId` of a list"),
        });
        return None;
    };
    let Some(list) = operation.list.as_ref().filter(|_| operation.paging.is_some()) else {
        let message = format!("`{}` is not read page by page", id.value);
        let diagnostic = Diagnostic::new("bad-role", id.span, message);
        diagnostics.push(diagnostic.help("name an operation with `x-braze-paging`"));
        return None;
    };
    if written.id.is_none() && !list.fields.is_empty() {
        let message = format!("the items of `{}` are objects", list.items);
        let diagnostic = Diagnostic::new("bad-role", id.span, message);
        diagnostics.push(diagnostic.help("name the field with the value: `id: id`"));
    }
    let fields: Vec<_> = list.fields.iter().map(String::as_str).collect();
    let parameters = operation.parameters.iter().map(|parameter| parameter.field.wire.as_str());
    let parameters: Vec<_> = parameters.collect();
    for (role, owner, known) in [
        (&written.id, "an item", &fields),
        (&written.name, "an item", &fields),
        (&written.edited_since, "the list's request", &parameters),
    ] {
        if let Some(role) = role.as_ref().filter(|role| !known.contains(&role.value.as_str())) {
            let message = format!("{owner} has no field `{}`", role.value);
            let diagnostic = Diagnostic::new("bad-role", role.span, message);
            let names = format!("known fields: `{}`", known.join("`, `"));
            diagnostics.push(diagnostic.help(names));
        }
    }
    let text = |role: &Option<At<String>>| role.as_ref().map(|role| role.value.clone());
    Some(Listing {
        operation: operation.id.clone(),
        items: list.items.clone(),
        id: text(&written.id),
        name: text(&written.name),
        edited_since: text(&written.edited_since),
    })
}
