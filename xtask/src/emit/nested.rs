//! Nested series: the rows of a reply, their `Point`, and the `MeasureSource` of every object below them.

use proc_macro2::TokenStream;
use quote::quote;

use super::open::EXTRA;
use super::scope::{Scope, ident};
use crate::spec::ir::{
    Api, Definition, Field, Home, Item, NestedRow, Operation, Presence, RowContent, Series, Shape,
    Struct, Type,
};

/// Returns the expression for the rows of a reply.
pub(super) fn points(roles: &Series, row: &NestedRow) -> TokenStream {
    let rows = ident(&roles.rows);
    let mut is_optional = false;
    let mut owner = quote! { output };
    for (name, may_be_missing) in &row.path {
        let name = ident(name);
        owner = match (is_optional, may_be_missing) {
            (false, _) => quote! { #owner.#name },
            (true, false) => quote! { #owner.map(|it| it.#name) },
            (true, true) => quote! { #owner.and_then(|it| it.#name) },
        };
        is_optional |= may_be_missing;
    }
    let rows = match is_optional {
        true => quote! { #owner.map(|it| it.#rows).unwrap_or_default() },
        false => quote! { #owner.#rows },
    };
    match row.rows_nullable {
        true => quote! { #rows.into_iter().flatten().collect() },
        false => rows,
    }
}

/// `impl Point`
pub(super) fn point(roles: &Series, row: &NestedRow, scope: &mut Scope) -> TokenStream {
    let (trait_name, series_time) = (scope.core("Point"), scope.core("SeriesTime"));
    let (measures, collector) = (scope.core("Measures"), scope.core("MeasureCollector"));
    scope.core("MeasureSource");
    let (point, time) = (ident(&roles.point), ident(&roles.time));
    let time_wire = unless_usual("TIME", &roles.time_wire, "time");
    let time = match row.time_required {
        true => quote! { &self.#time },
        false => quote! { self.#time.as_ref().unwrap_or(#series_time::missing()) },
    };
    let labels = &row.labels;
    quote! {
        impl #trait_name for #point {
            type Value = #measures;

            #time_wire

            fn time(&self) -> &#series_time { #time }

            fn value(&self) -> #measures {
                let mut collector = #collector::new(&[#(#labels),*]);
                self.measures(&mut collector);
                collector.finish()
            }
        }
    }
}

/// Returns a constant of a trait, unless it has the trait's default value.
pub(super) fn unless_usual(constant: &str, wire: &str, usual: &str) -> TokenStream {
    if wire == usual {
        return quote! {};
    }
    let constant = ident(constant);
    quote! { const #constant: &str = #wire; }
}

/// The nested series of a spec.
pub(super) fn rows(api: &Api) -> impl Iterator<Item = (&Series, &NestedRow)> {
    let operations = api.modules.iter().flat_map(|module| &module.operations);
    operations.filter_map(row)
}

/// The nested series of an operation.
pub(super) fn row(it: &Operation) -> Option<(&Series, &NestedRow)> {
    let series = it.series.as_ref()?;
    match &series.content {
        RowContent::Nested(row) => Some((series, row)),
        RowContent::Flat { .. } => None,
    }
}

/// The implementations for a shared object: a row of a series, or a part of one.
pub(super) fn shared(api: &Api, made: &Struct, scope: &mut Scope) -> Vec<TokenStream> {
    let mut items = Vec::new();
    let is_row = |(series, row): &(&Series, &NestedRow)| {
        row.home == Home::Components && series.point == made.name
    };
    if let Some((series, row)) = rows(api).find(is_row) {
        items.push(point(series, row, scope));
    }
    if rows(api).any(|(_, row)| row.parts.contains(&made.name)) {
        items.push(source(made, &api.components.iter().collect::<Vec<_>>(), scope));
    }
    items
}

/// `impl MeasureSource`
pub(super) fn source(it: &Struct, definitions: &[&Definition], scope: &mut Scope) -> TokenStream {
    let (trait_name, collector) = (scope.core("MeasureSource"), scope.core("MeasureCollector"));
    let name = ident(&it.name);
    let writer = Writer { definitions };
    let mut statements: Vec<_> = it.fields.iter().filter_map(|field| writer.field(field)).collect();
    if it.extra.is_some() {
        let extra = ident(EXTRA);
        statements.push(quote! { collector.extra(&self.#extra); });
    }
    quote! {
        impl #trait_name for #name {
            fn measures(&self, collector: &mut #collector) { #(#statements)* }
        }
    }
}

/// Writes the statements that visit the parts of an object.
struct Writer<'a> {
    definitions: &'a [&'a Definition],
}

impl Writer<'_> {
    fn field(&self, field: &Field) -> Option<TokenStream> {
        let (name, wire) = (ident(&field.ident), &field.wire);
        match &field.ty {
            Type::U32 | Type::U64 | Type::I64 | Type::F64 => {
                let value = match field.presence {
                    Presence::Required => quote! { Some(self.#name) },
                    _ => quote! { self.#name },
                };
                Some(quote! { collector.number(#wire, #value); })
            }
            Type::Named(named) if named.shape == Shape::Struct => Some(match field.presence {
                Presence::Required => quote! { self.#name.measures(collector); },
                _ => quote! { if let Some(part) = &self.#name { part.measures(collector); } },
            }),
            Type::List(item) => self.list(&quote! { &self.#name }, item),
            Type::Map(item) => self.map(&quote! { &self.#name }, item),
            _ => None,
        }
    }

    /// The statements for a value of a map or a list.
    fn value(&self, item: &Item) -> Option<TokenStream> {
        let inner = match &item.ty {
            Type::Named(named) if named.shape == Shape::Struct => {
                quote! { value.measures(collector); }
            }
            Type::List(inner) => self.list(&quote! { value }, inner)?,
            Type::Map(inner) => self.map(&quote! { value }, inner)?,
            _ => return None,
        };
        Some(match item.nullable {
            true => quote! { if let Some(value) = value { #inner } },
            false => inner,
        })
    }

    fn map(&self, values: &TokenStream, item: &Item) -> Option<TokenStream> {
        let label = &item.label.as_ref()?.name;
        let value = self.value(item)?;
        Some(quote! {
            for (key, value) in #values {
                collector.label(#label, key, |collector| { #value });
            }
        })
    }

    fn list(&self, values: &TokenStream, item: &Item) -> Option<TokenStream> {
        let label = item.label.as_ref()?;
        let name = &label.name;
        let keys: Vec<_> = label.keys.iter().filter_map(|key| self.key(item, key)).collect();
        let keys = match keys.is_empty() {
            true => quote! { |_| [] },
            false => quote! { |value| [#(#keys),*] },
        };
        let value = self.value(&Item { nullable: false, ..item.clone() })?;
        let values = match item.nullable {
            true => quote! { (#values).iter().flatten() },
            false => values.clone(),
        };
        Some(quote! {
            collector.list(#name, #values, #keys, |value, collector| { #value });
        })
    }

    /// The expression for a key of an item.
    fn key(&self, item: &Item, wire: &str) -> Option<TokenStream> {
        let Type::Named(named) = &item.ty else { return None };
        let object = self.definitions.iter().find_map(|definition| match definition {
            Definition::Struct(found) if found.name == named.name => Some(found),
            _ => None,
        })?;
        let field = object.fields.iter().find(|field| field.wire == wire)?;
        let name = ident(&field.ident);
        Some(match field.presence {
            Presence::Required => quote! { Some(value.#name.as_str()) },
            _ => quote! { value.#name.as_deref() },
        })
    }
}
