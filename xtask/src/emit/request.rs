//! Structs that users build: `new(required…)`, and a setter for everything else.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::docs;
use super::scope::{Scope, ident};
use crate::spec::ir::{Field, Presence, Type};

/// A struct that users build.
pub(super) struct Built<'a> {
    pub(super) name: &'a str,
    /// Its documentation.
    pub(super) about: String,
    /// The documentation of `new`.
    pub(super) new: &'a str,
    /// The traits that it derives.
    pub(super) derives: TokenStream,
    /// `true` if reading it fails at an unknown field.
    pub(super) is_closed: bool,
    /// The fields, each with its documentation, and attributes of its own.
    pub(super) fields: Vec<(&'a Field, String, TokenStream)>,
    /// `true` if optional fields have setters.
    pub(super) setters: bool,
    /// `true` if `new` takes the values themselves instead of `impl Into`.
    pub(super) plain: bool,
    /// Further methods.
    pub(super) methods: TokenStream,
}

impl Built<'_> {
    /// Returns the struct and its constructor, with setters if it has them.
    pub(super) fn items(&self, scope: &mut Scope) -> Vec<TokenStream> {
        let name = ident(self.name);
        let about = docs(&self.about, 0);
        let derives = &self.derives;
        let methods = &self.methods;
        // A struct without required fields has a default.
        let required = self.fields.iter().any(|(field, ..)| is_argument(field));
        let default = (!required).then(|| quote! { , Default });
        let fields = self.fields.iter().map(|(field, about, attributes)| {
            let about = docs(about, 4);
            let ident = ident(&field.ident);
            let ty = field_type(field, scope);
            quote! { #about #attributes pub #ident: #ty, }
        });
        let fields: Vec<_> = fields.collect();
        let closed = self.is_closed.then(|| quote! { #[serde(deny_unknown_fields)] });
        let new = self.constructor(scope);
        let setters: Vec<_> = match self.setters {
            true => self
                .fields
                .iter()
                .filter_map(|(field, about, _)| setter(field, about, scope))
                .collect(),
            false => Vec::new(),
        };
        vec![
            quote! { #about #[derive(#derives #default)] #closed #[non_exhaustive] pub struct #name { #(#fields)* } },
            quote! { impl #name { #new #methods #(#setters)* } },
        ]
    }

    fn constructor(&self, scope: &mut Scope) -> TokenStream {
        let mut arguments = Vec::new();
        let mut values = Vec::new();
        for (field, ..) in &self.fields {
            let ident = ident(&field.ident);
            match field.presence {
                Presence::Required => {
                    let (ty, value) = argument(field, self.plain, scope);
                    arguments.push(quote! { #ident: #ty });
                    values.push(match value {
                        None => quote! { #ident },
                        Some(value) => quote! { #ident: #value },
                    });
                }
                Presence::Nullable => {
                    let ty = scope.ty(&field.ty);
                    arguments.push(quote! { #ident: Option<#ty> });
                    values.push(match field.is_boxed {
                        true => quote! { #ident: #ident.map(Box::new) },
                        false => quote! { #ident },
                    });
                }
                Presence::Removable => {
                    let patch = scope.core("Patch");
                    values.push(quote! { #ident: #patch::Keep });
                }
                Presence::Emptiable => values.push(quote! { #ident: None }),
                Presence::Optional => values.push(match &field.ty {
                    Type::List(_) => quote! { #ident: Vec::new() },
                    ty @ Type::HandWritten(_) if ty.is_collection() => {
                        let ty = scope.ty(ty);
                        quote! { #ident: #ty::default() }
                    }
                    Type::Map(_) => {
                        let map = scope.from("std::collections", "BTreeMap");
                        quote! { #ident: #map::new() }
                    }
                    _ => quote! { #ident: None },
                }),
            }
        }
        let about = docs(self.new, 4);
        quote! {
            #about
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

/// Returns the type of a field.
pub(super) fn field_type(field: &Field, scope: &mut Scope) -> TokenStream {
    let ty = scope.ty(&field.ty);
    match (field.presence, &field.ty) {
        (Presence::Required, _) => ty,
        (Presence::Optional, inner) if inner.is_collection() => ty,
        (Presence::Removable, _) => {
            let patch = scope.core("Patch");
            match field.is_boxed {
                true => quote! { #patch<Box<#ty>> },
                false => quote! { #patch<#ty> },
            }
        }
        _ if field.is_boxed => quote! { Option<Box<#ty>> },
        _ => quote! { Option<#ty> },
    }
}

/// Returns the setter of an optional field.
fn setter(field: &Field, about: &str, scope: &mut Scope) -> Option<TokenStream> {
    if field.presence == Presence::Required {
        return None;
    }
    let name = ident(&field.ident);
    let (ty, value) = argument(field, false, scope);
    let value = value.unwrap_or_else(|| quote! { #name });
    let value = match (field.presence, &field.ty) {
        (Presence::Optional, Type::List(_) | Type::Map(_)) => value,
        (Presence::Removable, _) => {
            let patch = scope.core("Patch");
            match field.is_boxed {
                true => quote! { #patch::Set(Box::new(#value)) },
                false => quote! { #patch::Set(#value) },
            }
        }
        _ if field.is_boxed => quote! { Some(Box::new(#value)) },
        _ => quote! { Some(#value) },
    };
    let first = about.split("\n\n").next().unwrap_or_default();
    let about = docs(&format!("Sets `{}`. {first}", field.wire), 4);
    let remove = (field.presence == Presence::Removable).then(|| {
        let patch = scope.core("Patch");
        let about = docs(&format!("Removes `{}`.", field.wire), 4);
        let remove = ident(&format!("remove_{}", field.ident.trim_start_matches("r#")));
        quote! {
            #about
            #[must_use]
            pub fn #remove(mut self) -> Self {
                self.#name = #patch::Remove;
                self
            }
        }
    });
    Some(quote! {
        #about
        #[must_use]
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
        #remove
    })
}

/// Returns `true` if `new` takes the field.
pub(super) fn is_argument(field: &Field) -> bool {
    matches!(field.presence, Presence::Required | Presence::Nullable)
}

/// Returns the type of a field's argument, and its value if that is more than the argument's name.
pub(super) fn argument(
    field: &Field,
    plain: bool,
    scope: &mut Scope,
) -> (TokenStream, Option<TokenStream>) {
    let name = ident(&field.ident);
    let ty = scope.ty(&field.ty);
    match &field.ty {
        Type::Text | Type::Identifier if !plain => {
            (quote! { impl Into<String> }, Some(quote! { #name.into() }))
        }
        Type::HandWritten(_) | Type::Json | Type::Secret if !plain => {
            (quote! { impl Into<#ty> }, Some(quote! { #name.into() }))
        }
        Type::Timestamp if !plain => (quote! { impl Into<#ty> }, Some(quote! { #name.into() })),
        Type::List(item) if !plain => {
            let inner = scope.ty(item);
            match &item.ty {
                Type::Text | Type::Identifier | Type::Timestamp => (
                    quote! { impl IntoIterator<Item = impl Into<#inner>> },
                    Some(quote! { #name.into_iter().map(Into::into).collect() }),
                ),
                _ => (
                    quote! { impl IntoIterator<Item = #inner> },
                    Some(quote! { #name.into_iter().collect() }),
                ),
            }
        }
        _ => (ty, None),
    }
}
