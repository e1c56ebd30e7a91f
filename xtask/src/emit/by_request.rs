//! Methods of an endpoint whose value depends on the request: the safety of repeating it, its pool, its identifiers.

use proc_macro2::TokenStream;
use quote::quote;

use super::rules;
use super::scope::{Scope, ident};
use crate::spec::ir::{Definition, Field, Operation, Presence, Replay, ReplayCase, Type};

/// Returns the pool of a request, where it depends on the request.
pub(super) fn pool(it: &Operation, scope: &mut Scope) -> Option<TokenStream> {
    let field = it.pool_field.as_ref()?;
    let (name, pool, own) = (ident(&field.ident), scope.core("Pool"), scope.pool(&it.pool));
    Some(quote! {
        fn pool(&self) -> &'static #pool {
            if self.body.#name == Some(true) { &#own } else { &#pool::DEFAULT }
        }
    })
}

/// Returns the safety of repeating a request, where it depends on the request.
pub(super) fn replay(it: &Operation, scope: &mut Scope) -> TokenStream {
    if it.replay_cases.is_empty() {
        return quote! {};
    }
    let replay = scope.core("Replay");
    let class = |class: Replay| {
        let class = ident(match class {
            Replay::Safe => "Safe",
            Replay::Idempotent => "Idempotent",
            Replay::Unsafe => "Unsafe",
        });
        quote! { #replay::#class }
    };
    let mut cases: Vec<(Vec<TokenStream>, Replay)> = Vec::new();
    for (case, class) in &it.replay_cases {
        let condition = match case {
            ReplayCase::When(field) => rules::is_there(field, &quote! { self.body }),
            ReplayCase::Adds(field) => {
                let name = ident(&field.ident);
                match &field.ty {
                    Type::List(item) if matches!(item.ty, Type::HandWritten(_)) => {
                        let item = scope.ty(&item.ty);
                        quote! { self.body.#name.iter().any(#item::adds) }
                    }
                    _ => {
                        scope.core("AttributeValue");
                        let extra = ident(super::open::EXTRA);
                        quote! {
                            self.body.#name.iter().any(|it| it.#extra.values().any(AttributeValue::adds))
                        }
                    }
                }
            }
        };
        match cases.last_mut().filter(|(_, last)| last == class) {
            Some((conditions, _)) => conditions.push(condition),
            None => cases.push((vec![condition], *class)),
        }
    }
    let branches = cases.iter().map(|(conditions, of)| {
        let of = class(*of);
        quote! { if #(#conditions)||* { return #of; } }
    });
    let last = class(it.replay);
    quote! { fn replay(&self) -> #replay { #(#branches)* #last } }
}

/// Returns the identifiers by which a person finds the effects of a request that sends, none of them personal.
pub(super) fn identifiers(
    it: &Operation,
    body: Option<&Field>,
    definitions: &[&Definition],
    scope: &mut Scope,
) -> TokenStream {
    if !it.is_send {
        return quote! {};
    }
    let found = |fields: &mut dyn Iterator<Item = &Field>, owner: &TokenStream| -> Vec<_> {
        let is_named = |field: &&Field| {
            let is_own = ["send_id", "external_send_id", "activity_id"].contains(&&*field.wire);
            is_own || field.ty == Type::Identifier
        };
        let pairs = fields.filter(is_named).map(|field| {
            let (wire, name) = (&field.wire, ident(&field.ident));
            match field.presence {
                Presence::Required => quote! { (#wire, Some(&*#owner.#name)) },
                _ => quote! { (#wire, #owner.#name.as_deref()) },
            }
        });
        pairs.collect()
    };
    let mut parameters = it.parameters.iter().map(|parameter| &parameter.field);
    let mut pairs = found(&mut parameters, &quote! { self });
    if let Some(Field { ty: Type::Named(named), .. }) = body {
        let object = definitions.iter().find_map(|definition| match definition {
            Definition::Struct(object) if object.name == named.name => Some(object),
            _ => None,
        });
        let fields = object.map(|object| object.fields.as_slice()).unwrap_or_default();
        pairs.extend(found(&mut fields.iter(), &quote! { self.body }));
    }
    scope.core("wire");
    quote! {
        fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
            Some(wire::named(&[#(#pairs),*]))
        }
    }
}
