//! Checks: one line for each field that has something to check.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::ident;
use crate::spec::ir::{Bound, Bounds, Definition, Field, Presence, Shape, Type};

/// Returns the statements that check the fields of `self`.
pub(super) fn checks(fields: &[&Field], definitions: &[&Definition]) -> Vec<TokenStream> {
    fields.iter().filter_map(|field| check(field, definitions)).collect()
}

/// Returns `true` if a struct has anything to check, at any depth.
pub(super) fn has_checks(name: &str, definitions: &[&Definition]) -> bool {
    let mut open: Vec<&str> = vec![name];
    let mut seen: Vec<&str> = Vec::new();
    while let Some(name) = open.pop() {
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let found = definitions.iter().find(|definition| definition.name() == name);
        let Some(Definition::Struct(found)) = found else { continue };
        if !found.rules.is_empty() {
            return true;
        }
        for field in &found.fields {
            if is_checked(&field.ty, &field.bounds, &mut open) {
                return true;
            }
        }
    }
    false
}

/// Returns `true` if a value itself is checked, and collects the structs within it.
fn is_checked<'a>(ty: &'a Type, bounds: &Bounds, structs: &mut Vec<&'a str>) -> bool {
    if *bounds != Bounds::default() {
        return true;
    }
    match ty {
        Type::Text | Type::Identifier | Type::Timestamp => true,
        Type::List(item) | Type::Map(item) => is_checked(&item.ty, &item.bounds, structs),
        Type::Named(named) => {
            structs.push(&named.name);
            false
        }
        _ => false,
    }
}

/// A value to check, in three forms.
struct Value {
    /// By reference.
    reference: TokenStream,
    /// By value, for types that are copied.
    copy: TokenStream,
    /// Before a dot.
    place: TokenStream,
}

impl Value {
    /// Returns the forms of a variable that holds a reference.
    fn borrowed() -> Self {
        let value = quote! { value };
        Self { reference: value.clone(), copy: quote! { *value }, place: value }
    }
}

/// The checks of a field, by its name on the wire.
struct Checker<'a> {
    wire: &'a str,
    definitions: &'a [&'a Definition],
}

fn check(field: &Field, definitions: &[&Definition]) -> Option<TokenStream> {
    let name = ident(&field.ident);
    let checker = Checker { wire: &field.wire, definitions };
    let check = |value: &Value| checker.value(&field.ty, &field.bounds, value);
    let own = Value {
        reference: quote! { &self.#name },
        copy: quote! { self.#name },
        place: quote! { self.#name },
    };
    match (field.presence, &field.ty) {
        (Presence::Required, _) => check(&own),
        (Presence::Optional, Type::List(_) | Type::Map(_)) => {
            // An empty collection counts as omitted.
            let check = check(&own)?;
            let bounded = field.bounds != Bounds::default();
            Some(if bounded {
                quote! { if !self.#name.is_empty() { #check } }
            } else {
                check
            })
        }
        (_, ty) if ty.is_copy() => {
            let value = quote! { value };
            let value = Value { reference: quote! { &value }, copy: value.clone(), place: value };
            let check = check(&value)?;
            Some(quote! { if let Some(value) = self.#name { #check } })
        }
        (_, _) => {
            let check = check(&Value::borrowed())?;
            Some(quote! { if let Some(value) = &self.#name { #check } })
        }
    }
}

impl Checker<'_> {
    fn value(&self, ty: &Type, bounds: &Bounds, value: &Value) -> Option<TokenStream> {
        let wire = self.wire;
        let Value { reference, copy, place } = value;
        match ty {
            Type::Text | Type::Identifier => {
                let check = match ty {
                    Type::Text => quote! { v.text(#wire, #reference); },
                    _ => quote! { v.identifier(#wire, #reference); },
                };
                let length = self.length(&quote! { #place.chars().count() }, "characters", bounds);
                Some(quote! { #check #length })
            }
            Type::Timestamp => Some(quote! { v.timestamp(#wire, #copy); }),
            Type::U32 | Type::U64 | Type::I64 | Type::F64 => self.range(ty, bounds, copy),
            Type::Named(named) => (named.shape == Shape::Struct
                && has_checks(&named.name, self.definitions))
            .then(|| quote! { v.within(#wire, |v| #place.validate(v)); }),
            Type::List(item) => {
                let length = self.length(&quote! { #place.len() }, "items", bounds);
                let items = match &item.ty {
                    Type::Named(named) if named.shape == Shape::Struct => {
                        has_checks(&named.name, self.definitions).then(|| {
                            let item = ident(&named.name);
                            quote! { v.each(#wire, #reference, #item::validate); }
                        })
                    }
                    inner => self
                        .value(inner, &item.bounds, &Value::borrowed())
                        .map(|check| quote! { for value in #reference { #check } }),
                };
                (length.is_some() || items.is_some()).then(|| quote! { #length #items })
            }
            Type::Map(item) => {
                let check = self.value(&item.ty, &item.bounds, &Value::borrowed())?;
                Some(quote! { for value in #place.values() { #check } })
            }
            _ => None,
        }
    }

    fn range(&self, ty: &Type, bounds: &Bounds, value: &TokenStream) -> Option<TokenStream> {
        let wire = self.wire;
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

    fn length(&self, length: &TokenStream, unit: &str, bounds: &Bounds) -> Option<TokenStream> {
        let wire = self.wire;
        let bound = |bound: Option<u32>| match bound.map(Literal::u32_unsuffixed) {
            Some(bound) => quote! { Some(#bound) },
            None => quote! { None },
        };
        (bounds.shortest.is_some() || bounds.longest.is_some()).then(|| {
            let (min, max) = (bound(bounds.shortest), bound(bounds.longest));
            quote! { v.length(#wire, #length, #unit, #min, #max); }
        })
    }
}

/// Returns a bound as a literal of the value's type.
pub(super) fn number(bound: Bound, ty: &Type) -> TokenStream {
    match (bound, ty) {
        (Bound::Integer(value), Type::F64) => float(value as f64),
        (Bound::Integer(value), _) => {
            let literal = Literal::u64_unsuffixed(value.unsigned_abs());
            signed(value < 0, &literal)
        }
        (Bound::Decimal(value), Type::F64) => float(value),
        (Bound::Decimal(value), _) => {
            let literal = Literal::u64_unsuffixed(value.abs() as u64);
            signed(value < 0.0, &literal)
        }
    }
}

fn float(value: f64) -> TokenStream {
    signed(value < 0.0, &Literal::f64_unsuffixed(value.abs()))
}

fn signed(negative: bool, literal: &Literal) -> TokenStream {
    if negative {
        quote! { -#literal }
    } else {
        quote! { #literal }
    }
}
