//! Checks: one line for each field that has something to check.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::ident;
use crate::ir::{Bound, Bounds, Definition, Field, Presence, Shape, Type};

/// The statements that check the fields of `self`.
pub(super) fn checks(fields: &[&Field], definitions: &[&Definition]) -> Vec<TokenStream> {
    fields.iter().filter_map(|field| check(field, definitions)).collect()
}

fn check(field: &Field, definitions: &[&Definition]) -> Option<TokenStream> {
    let name = ident(&field.ident);
    let wire = &field.wire;
    match (&field.ty, field.presence) {
        (Type::List(item), Presence::Nullable) => {
            let value = quote! { value };
            let check = list(field, item, &value, &value, definitions)?;
            Some(quote! { if let Some(value) = &self.#name { #check } })
        }
        (Type::List(item), _) => {
            list(field, item, &quote! { self.#name }, &quote! { &self.#name }, definitions)
        }
        (ty, Presence::Required) => one(
            wire,
            ty,
            &field.bounds,
            &quote! { &self.#name },
            &quote! { self.#name },
            definitions,
        ),
        (Type::Map(_), _) => None,
        (ty, _) => {
            let by_value = is_copy(ty);
            let value = quote! { value };
            let check = one(wire, ty, &field.bounds, &value, &value, definitions)?;
            Some(match by_value {
                true => quote! { if let Some(value) = self.#name { #check } },
                false => quote! { if let Some(value) = &self.#name { #check } },
            })
        }
    }
}

/// The check of a list, given as itself and as a reference.
fn list(
    field: &Field,
    item: &Type,
    value: &TokenStream,
    reference: &TokenStream,
    definitions: &[&Definition],
) -> Option<TokenStream> {
    let wire = &field.wire;
    let length = length(wire, &quote! { #value.len() }, "items", &field.bounds);
    let length = length.map(|check| match field.presence {
        Presence::Optional => quote! { if !#value.is_empty() { #check } },
        _ => check,
    });
    let each = match item {
        Type::Named(named) if has_checks(&named.name, definitions) => {
            Some(quote! { v.each(#wire, #reference, |item, v| item.validate(v)); })
        }
        item => {
            let (item_reference, item_value) = (quote! { value }, quote! { *value });
            one(wire, item, &Bounds::default(), &item_reference, &item_value, definitions)
                .map(|check| quote! { for value in #reference { #check } })
        }
    };
    match (length, each) {
        (None, None) => None,
        (length, each) => Some(quote! { #length #each }),
    }
}

/// The check of one value, given as a reference and as itself.
fn one(
    wire: &str,
    ty: &Type,
    bounds: &Bounds,
    reference: &TokenStream,
    value: &TokenStream,
    definitions: &[&Definition],
) -> Option<TokenStream> {
    match ty {
        Type::Text | Type::Identifier => {
            let check = match ty {
                Type::Text => quote! { v.text(#wire, #reference); },
                _ => quote! { v.identifier(#wire, #reference); },
            };
            let length = length(wire, &quote! { #value.chars().count() }, "characters", bounds);
            Some(quote! { #check #length })
        }
        Type::Timestamp => Some(quote! { v.timestamp(#wire, #value); }),
        Type::U32 | Type::U64 | Type::I64 | Type::F64 => {
            let bound = |bound: Option<Bound>| match bound.map(|bound| number(bound, ty)) {
                Some(bound) => quote! { Some(#bound) },
                None => quote! { None },
            };
            // An unsigned number is never below 0.
            let unsigned = matches!(ty, Type::U32 | Type::U64);
            let min = bounds.min.filter(|min| !(unsigned && *min == Bound::Integer(0)));
            (min.is_some() || bounds.max.is_some()).then(|| {
                let (min, max) = (bound(min), bound(bounds.max));
                quote! { v.range(#wire, #value, #min, #max); }
            })
        }
        Type::Named(named) if named.shape == Shape::Struct => has_checks(&named.name, definitions)
            .then(|| quote! { v.within(#wire, |v| #value.validate(v)); }),
        _ => None,
    }
}

fn length(wire: &str, length: &TokenStream, unit: &str, bounds: &Bounds) -> Option<TokenStream> {
    let bound = |bound: Option<u32>| match bound.map(Literal::u32_unsuffixed) {
        Some(bound) => quote! { Some(#bound) },
        None => quote! { None },
    };
    (bounds.shortest.is_some() || bounds.longest.is_some()).then(|| {
        let (min, max) = (bound(bounds.shortest), bound(bounds.longest));
        quote! { v.length(#wire, #length, #unit, #min, #max); }
    })
}

/// A bound as a literal of the value's type.
pub(super) fn number(bound: Bound, ty: &Type) -> TokenStream {
    match (bound, ty) {
        (Bound::Integer(value), Type::F64) => float(value as f64),
        (Bound::Integer(value), _) => {
            let literal = Literal::u64_unsuffixed(value.unsigned_abs());
            if value < 0 {
                quote! { -#literal }
            } else {
                quote! { #literal }
            }
        }
        (Bound::Decimal(value), Type::F64) => float(value),
        (Bound::Decimal(value), _) => {
            let literal = Literal::i64_unsuffixed(value as i64);
            quote! { #literal }
        }
    }
}

fn float(value: f64) -> TokenStream {
    let literal = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 {
        quote! { -#literal }
    } else {
        quote! { #literal }
    }
}

/// Whether a struct has anything to check, however deep.
pub(super) fn has_checks(name: &str, definitions: &[&Definition]) -> bool {
    let mut open: Vec<String> = vec![name.to_owned()];
    let mut seen: Vec<String> = Vec::new();
    while let Some(name) = open.pop() {
        if seen.contains(&name) {
            continue;
        }
        let found = definitions.iter().find(|definition| definition.name() == name);
        if let Some(Definition::Struct(found)) = found {
            for field in &found.fields {
                let inner = match &field.ty {
                    Type::List(item) => item.as_ref(),
                    other => other,
                };
                if field.bounds != Bounds::default() {
                    return true;
                }
                match inner {
                    Type::Text | Type::Identifier | Type::Timestamp => return true,
                    Type::Named(named) => open.push(named.name.clone()),
                    _ => {}
                }
            }
        }
        seen.push(name);
    }
    false
}

fn is_copy(ty: &Type) -> bool {
    match ty {
        Type::Boolean
        | Type::U32
        | Type::U64
        | Type::I64
        | Type::F64
        | Type::Date
        | Type::Timestamp => true,
        Type::Named(named) => matches!(named.shape, Shape::Choice(_)),
        _ => false,
    }
}
