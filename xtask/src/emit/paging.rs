//! `impl Paged`

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::reply::output;
use super::scope::{Scope, ident};
use crate::spec::ir::{Operation, Paging, PagingField, PagingKind, Type};

/// Returns the implementation of `Paged`.
pub(super) fn paged(it: &Operation, paging: &Paging, scope: &mut Scope) -> TokenStream {
    let trait_name = scope.core("Paged");
    let position = scope.core("PagePosition");
    let kind_type = scope.core("Paging");
    let request = ident(&it.request);
    let output = output(it, scope);
    let item = scope.ty(&paging.item);
    let items = ident(&paging.items);
    let kind = match &paging.kind {
        PagingKind::Number { first, .. } => {
            let first = Literal::u32_unsuffixed(*first);
            quote! { #kind_type::Number { first: #first } }
        }
        PagingKind::Cursor { parameter, .. } => {
            quote! { #kind_type::Cursor { parameter: #parameter } }
        }
        PagingKind::Offset { .. } => quote! { #kind_type::Offset },
    };
    let (get, variant, binding, set) = match &paging.kind {
        PagingKind::Number { page, .. } => {
            let (field, value) = (ident(&page.ident), from_u64(page, quote! { number }));
            let variant = quote! { #position::Number };
            let set = match page.required {
                true => quote! { self.#field = #value; },
                false => quote! { self.#field = Some(#value); },
            };
            (mapped(page, &variant), variant, quote! { number }, set)
        }
        PagingKind::Cursor { cursor, .. } => {
            let field = ident(&cursor.ident);
            let variant = quote! { #position::Cursor };
            let set = quote! { self.#field = Some(cursor); };
            (quote! { self.#field.clone().map(#variant) }, variant, quote! { cursor }, set)
        }
        PagingKind::Offset { offset, .. } => {
            let (field, value) = (ident(&offset.ident), from_u64(offset, quote! { offset }));
            let variant = quote! { #position::Offset };
            let set = quote! { self.#field = (offset > 0).then_some(#value); };
            (mapped(offset, &variant), variant, quote! { offset }, set)
        }
    };
    let page_size = page_size(&paging.kind).map(|size| {
        quote! { fn page_size(&self) -> Option<u64> { #size } }
    });
    let (get_items, take_items) = match paging.items_nullable {
        true => (
            quote! { output.#items.as_deref().unwrap_or_default() },
            quote! { output.#items.unwrap_or_default() },
        ),
        false => (quote! { &output.#items }, quote! { output.#items }),
    };
    let has_more = paging.more.as_ref().map(|more| {
        let field = ident(&more.ident);
        let value = match more.required {
            true => quote! { Some(output.#field) },
            false => quote! { output.#field },
        };
        quote! { fn has_more(output: &#output) -> Option<bool> { #value } }
    });
    quote! {
        impl #trait_name for #request {
            type Item = #item;

            const PAGING: #kind_type = #kind;

            fn position(&self) -> Option<#position> { #get }

            fn turn_to(&mut self, position: #position) {
                if let #variant(#binding) = position {
                    #set
                }
            }

            #page_size

            fn items(output: &#output) -> &[#item] { #get_items }

            fn into_items(output: #output) -> Vec<#item> { #take_items }

            #has_more
        }
    }
}

/// Returns the number of items on a full page, where it is known.
fn page_size(kind: &PagingKind) -> Option<TokenStream> {
    match kind {
        PagingKind::Number { size, .. } => size.map(|size| {
            let size = Literal::u32_unsuffixed(size);
            quote! { Some(#size) }
        }),
        PagingKind::Cursor { .. } => None,
        PagingKind::Offset { limit, default_limit, .. } => {
            let field = ident(&limit.ident);
            let default = default_limit.map(|default| {
                let default = Literal::u64_unsuffixed(default);
                quote! { .or(Some(#default)) }
            });
            Some(match (limit.required, &limit.ty) {
                (true, Type::U64) => quote! { Some(self.#field) },
                (true, _) => quote! { Some(self.#field.into()) },
                (false, Type::U64) => quote! { self.#field #default },
                (false, _) => quote! { self.#field.map(u64::from) #default },
            })
        }
    }
}

/// Returns the field's value as a position.
fn mapped(field: &PagingField, variant: &TokenStream) -> TokenStream {
    let name = ident(&field.ident);
    match (field.required, &field.ty) {
        (true, Type::U64) => quote! { Some(#variant(self.#name)) },
        (true, _) => quote! { Some(#variant(self.#name.into())) },
        (false, Type::U64) => quote! { self.#name.map(#variant) },
        (false, _) => quote! { self.#name.map(|value| #variant(value.into())) },
    }
}

/// Returns a `u64` as a value of the field's type. One that is too great ends up above its maximum.
fn from_u64(field: &PagingField, value: TokenStream) -> TokenStream {
    match field.ty {
        Type::U64 => value,
        _ => quote! { #value.try_into().unwrap_or(u32::MAX) },
    }
}
