//! Checks of several fields together.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::scope::ident;
use crate::spec::ir::{Field, Presence, Rule, Type, When, WhenValues};

/// The statements that check the rules on the fields of `self`.
pub(super) fn rules(rules: &[Rule], fields: &[&Field]) -> Vec<TokenStream> {
    rules.iter().flat_map(|rule| check(rule, fields)).collect()
}

fn check(rule: &Rule, fields: &[&Field]) -> Vec<TokenStream> {
    let pair = |name: &String| {
        let is_there = is_there(find(name, fields)?, &quote! { self });
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
        Rule::When(rule) => vec![when(rule, fields)],
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

/// The condition that a field of an object is there.
pub(super) fn is_there(field: &Field, owner: &TokenStream) -> TokenStream {
    let name = ident(&field.ident);
    match (field.presence, &field.ty) {
        (Presence::Required, _) => quote! { true },
        (Presence::Optional, Type::List(_) | Type::Map(_)) => quote! { !#owner.#name.is_empty() },
        (Presence::Removable, _) => quote! { #owner.#name.is_set() },
        _ => quote! { #owner.#name.is_some() },
    }
}

/// A rule with a condition on the value of a field.
fn when(rule: &When, fields: &[&Field]) -> TokenStream {
    let Some(field) = find(&rule.field, fields) else { return quote! {} };
    let name = ident(&field.ident);
    let is_always = field.presence == Presence::Required;
    let (condition, shown) = match (&rule.values, &field.ty) {
        (WhenValues::Boolean(value), _) => {
            let condition = match (is_always, rule.or_absent, value) {
                (true, _, true) => quote! { self.#name },
                (true, _, false) => quote! { !self.#name },
                (false, false, value) => quote! { self.#name == Some(#value) },
                (false, true, value) => {
                    let other = !value;
                    quote! { self.#name != Some(#other) }
                }
            };
            (condition, format!("`{}: {value}`", rule.field))
        }
        (WhenValues::Words(words), Type::Named(named)) => {
            let ty = ident(&named.name);
            let variants = words.iter().map(|(_, variant)| {
                let variant = ident(variant);
                quote! { #ty::#variant }
            });
            let pattern = quote! { #(#variants)|* };
            let condition = match (is_always, rule.or_absent) {
                (true, _) => quote! { matches!(self.#name, #pattern) },
                (false, false) => quote! { matches!(self.#name, Some(#pattern)) },
                (false, true) => quote! { matches!(self.#name, None | Some(#pattern)) },
            };
            let shown: Vec<_> = words.iter().map(|(word, _)| word.as_str()).collect();
            (condition, format!("`{}: {}`", rule.field, shown.join(" | ")))
        }
        _ => return quote! {},
    };
    let owner = quote! { self };
    let pairs = |names: &[String]| {
        let pairs = names.iter().filter_map(|name| {
            let is_there = is_there(find(name, fields)?, &owner);
            Some(quote! { (#name, #is_there) })
        });
        quote! { &[#(#pairs),*] }
    };
    let mut checks = Vec::new();
    if !rule.required.is_empty() {
        let pairs = pairs(&rule.required);
        checks.push(quote! { v.required_by(#shown, #pairs); });
    }
    if !rule.forbidden.is_empty() {
        let pairs = pairs(&rule.forbidden);
        checks.push(quote! { v.forbidden_by(#shown, #pairs); });
    }
    if !rule.at_least_one.is_empty() {
        let pairs = pairs(&rule.at_least_one);
        checks.push(quote! { v.at_least_one_by(#shown, #pairs); });
    }
    quote! { if #condition { #(#checks)* } }
}
