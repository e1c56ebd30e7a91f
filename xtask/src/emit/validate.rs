//! Checks: one line for each field that has something to check.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::ident;
use crate::spec::ir::{Bound, Bounds, Definition, Field, Item, Presence, Shape, Type};
use crate::spec::names;

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
        // The names of further fields are checked.
        if !found.rules.is_empty() || found.extra.is_some() {
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
        Type::Text
        | Type::Identifier
        | Type::Secret
        | Type::File
        | Type::Timestamp
        | Type::HandWritten(_) => true,
        Type::List(item) | Type::Map(item) => is_checked(&item.ty, &item.bounds, structs),
        Type::Named(named) => {
            structs.push(&named.name);
            false
        }
        _ => false,
    }
}

/// Returns the statements that check the further fields of an open object of a request.
pub(super) fn extra(item: &Item, fields: &[&Field]) -> TokenStream {
    let names = fields.iter().map(|field| &field.wire);
    let names = quote! { v.further_fields(self.extra.keys(), &[#(#names),*]); };
    match &item.ty {
        Type::HandWritten(_) => quote! {
            #names
            for (name, value) in &self.extra {
                value.check(name, v);
            }
        },
        _ => names,
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
        (Presence::Removable, _) => {
            let check = check(&Value::borrowed())?;
            Some(quote! { if let Patch::Set(value) = &self.#name { #check } })
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
                    Type::Text if bounds.lines => quote! { v.lines(#wire, #reference); },
                    Type::Text => quote! { v.text(#wire, #reference); },
                    _ => quote! { v.identifier(#wire, #reference); },
                };
                // An empty text is a problem in any case.
                let shortest = bounds.shortest.filter(|shortest| *shortest > 1);
                let bounds = &Bounds { shortest, ..bounds.clone() };
                let length = self.length(&quote! { #place.chars().count() }, "characters", bounds);
                let bytes = bounds.max_bytes.map(|max| {
                    let max = Literal::usize_unsuffixed(max as usize);
                    quote! { v.length(#wire, #place.len(), "bytes", None, Some(#max)); }
                });
                let characters = self.characters(reference, bounds);
                Some(quote! { #check #length #bytes #characters })
            }
            Type::Secret => {
                let length =
                    self.length(&quote! { #place.expose().chars().count() }, "characters", bounds);
                Some(quote! { v.secret(#wire, #reference); #length })
            }
            Type::File => {
                let max = match bounds.max_bytes.map(|max| Literal::usize_unsuffixed(max as usize))
                {
                    Some(max) => quote! { Some(#max) },
                    None => quote! { None },
                };
                Some(quote! { v.file(#wire, #reference, #max); })
            }
            Type::Timestamp => Some(quote! { v.timestamp(#wire, #copy); }),
            Type::HandWritten(known) => {
                let check = ident(known.check());
                Some(quote! { #place.#check(#wire, v); })
            }
            Type::Json => self.json_size(reference, bounds),
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
                    Type::HandWritten(known) => {
                        let (item, check) = (ident(known.name()), ident(known.check()));
                        Some(quote! { v.each_at(#wire, #reference, #item::#check); })
                    }
                    inner => self
                        .value(inner, &item.bounds, &Value::borrowed())
                        .map(|check| quote! { for value in #reference { #check } }),
                };
                let unique = self.unique(&item.ty, bounds, place);
                let first = self.first(bounds, place);
                let checks: Vec<_> = [length, items, unique, first].into_iter().flatten().collect();
                (!checks.is_empty()).then(|| quote! { #(#checks)* })
            }
            Type::Map(item) => {
                let size = self.json_size(reference, bounds);
                let check = match &item.ty {
                    Type::HandWritten(_) => {
                        let wire = self.wire;
                        let items = quote! { v.each_named(#wire, #reference, |it, at, v| { it.check(at, v); }); };
                        return Some(quote! { #size #items });
                    }
                    ty => self.value(ty, &item.bounds, &Value::borrowed()),
                };
                let items = check.map(|check| quote! { for value in #place.values() { #check } });
                (size.is_some() || items.is_some()).then(|| quote! { #size #items })
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

    fn json_size(&self, value: &TokenStream, bounds: &Bounds) -> Option<TokenStream> {
        let (wire, max) = (self.wire, Literal::usize_unsuffixed(bounds.max_bytes? as usize));
        Some(quote! { v.json_size(#wire, #value, #max); })
    }

    fn characters(&self, value: &TokenStream, bounds: &Bounds) -> Option<TokenStream> {
        let (wire, characters) = (self.wire, bounds.characters.as_ref()?);
        let written = &characters.written;
        let ranges = characters.ranges.iter().map(|(first, last)| quote! { #first..=#last });
        Some(quote! { v.characters(#wire, #value, &[#(#ranges),*], #written); })
    }

    /// Checks the field that no two items of a list have in common.
    fn unique(&self, item: &Type, bounds: &Bounds, list: &TokenStream) -> Option<TokenStream> {
        let (wire, unique) = (self.wire, bounds.unique.as_ref()?);
        let value = match item {
            Type::HandWritten(known) => {
                let item = ident(known.name());
                quote! { #item::id }
            }
            _ => {
                let name = ident(&names::field(unique)?);
                quote! { |it| Some(it.#name.as_str()) }
            }
        };
        Some(quote! { v.unique(#wire, #unique, #list.iter().map(#value)); })
    }

    /// Checks the values of the first item of a list.
    fn first(&self, bounds: &Bounds, list: &TokenStream) -> Option<TokenStream> {
        let pairs = bounds.first.iter().map(|(name, value)| quote! { (#name, #value) });
        let wire = self.wire;
        (!bounds.first.is_empty())
            .then(|| quote! { v.first(#wire, #list.first(), &[#(#pairs),*]); })
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
