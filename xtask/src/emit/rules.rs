//! Checks of several fields together.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::ident;
use crate::spec::ir::{Field, Presence, Rule, Type};

/// The statements that check the rules on the fields of `self`.
pub(super) fn rules(rules: &[Rule], fields: &[&Field]) -> Vec<TokenStream> {
    rules.iter().flat_map(|rule| check(rule, fields)).collect()
}

fn check(rule: &Rule, fields: &[&Field]) -> Vec<TokenStream> {
    let pair = |name: &String| {
        let is_there = is_there(find(name, fields)?);
        Some(quote! { (#name, #is_there) })
    };
    let pairs = |names: &[String]| {
        let pairs = names.iter().filter_map(pair);
        quote! { &[#(#pairs),*] }
    };
    let at_least_one = |names: &[String]| {
        let pairs = pairs(names);
        quote! { v.at_least_one(#pairs); }
    };
    let at_most_one = |names: &[String]| {
        let pairs = pairs(names);
        quote! { v.at_most_one(#pairs); }
    };
    match rule {
        Rule::AtLeastOne(names) => vec![at_least_one(names)],
        Rule::AtMostOne(names) => vec![at_most_one(names)],
        Rule::ExactlyOne(names) => vec![at_least_one(names), at_most_one(names)],
        Rule::Together(names) => {
            let pairs = pairs(names);
            vec![quote! { v.together(#pairs); }]
        }
        Rule::Requires { field, others } => {
            let (field, others) = (pair(field), pairs(others));
            vec![quote! { v.requires(#field, #others); }]
        }
        Rule::MaxItems { max, lists } => {
            let max = Literal::u32_unsuffixed(*max);
            let lengths = lists.iter().filter_map(|name| {
                let ident = ident(&find(name, fields)?.ident);
                Some(quote! { (#name, self.#ident.len()) })
            });
            vec![quote! { v.items_together(#max, &[#(#lengths),*]); }]
        }
    }
}

fn find<'a>(name: &str, fields: &[&'a Field]) -> Option<&'a Field> {
    fields.iter().copied().find(|field| field.wire == name)
}

fn is_there(field: &Field) -> TokenStream {
    let name = ident(&field.ident);
    match (field.presence, &field.ty) {
        (Presence::Required, _) => quote! { true },
        (Presence::Optional, Type::List(_) | Type::Map(_)) => quote! { !self.#name.is_empty() },
        _ => quote! { self.#name.is_some() },
    }
}
