//! Open objects: objects of which the spec does not know everything.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::{Scope, ident};
use crate::spec::ir::{Bounds, Field, Item, Presence, Shape, Side, Struct, Type};

/// The field with everything that the spec does not know.
pub(super) const EXTRA: &str = "extra";

/// The field with everything that the spec does not know.
pub(super) fn extra(side: Side, item: &Item) -> Field {
    let description = match side {
        Side::Reply => {
            "Fields that are not described here, and described ones whose value has another type."
        }
        Side::Query | Side::Body => "Further fields, by name.",
    };
    Field {
        wire: EXTRA.to_owned(),
        ident: EXTRA.to_owned(),
        ty: Type::Map(Box::new(item.clone())),
        presence: Presence::Optional,
        is_boxed: false,
        bounds: Bounds::default(),
        description: description.to_owned(),
        source: None,
        deprecated: false,
        default: None,
    }
}

/// Returns the method that adds a field that the spec does not know to an object of a request.
pub(super) fn with(item: &Item, scope: &mut Scope) -> TokenStream {
    let ty = scope.ty(item);
    quote! {
        /// Sets a further field.
        #[must_use]
        pub fn with(mut self, name: impl Into<String>, value: impl Into<#ty>) -> Self {
            self.extra.insert(name.into(), value.into());
            self
        }
    }
}

/// Returns the reader of an open object of a reply.
pub(super) fn reader(it: &Struct, scope: &mut Scope) -> Vec<TokenStream> {
    let name = ident(&it.name);
    let open_object = scope.from("reply", "OpenObject");
    let open_field = scope.from("reply", "OpenField");
    let deserializer = scope.from("serde", "Deserializer");
    let map_access = scope.from("serde::de", "MapAccess");
    scope.core("reply");
    let arms = it.fields.iter().map(|field| {
        let (wire, name) = (&field.wire, ident(&field.ident));
        match &field.ty {
            ty if is_scalar(ty) => {
                quote! { #wire => field.scalar(&mut self.#name, &mut self.extra), }
            }
            Type::List(item) if item.alone => quote! { #wire => field.texts(&mut self.#name), },
            _ => quote! { #wire => field.value(&mut self.#name), },
        }
    });
    vec![
        quote! {
            impl #open_object for #name {
                fn read<'de, A: #map_access<'de>>(
                    &mut self,
                    field: #open_field<'_, A>,
                ) -> Result<(), A::Error> {
                    match field.name() {
                        #(#arms)*
                        _ => field.unknown(&mut self.extra),
                    }
                }
            }
        },
        quote! {
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: #deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    reply::open_object(deserializer)
                }
            }
        },
    ]
}

fn is_scalar(ty: &Type) -> bool {
    match ty {
        Type::Named(named) => matches!(named.shape, Shape::Open),
        Type::Json | Type::List(_) | Type::Map(_) | Type::HandWritten(_) => false,
        _ => true,
    }
}
