//! Sets of words: closed for requests, open for replies.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{described, docs};
use super::scope::{Scope, ident};
use crate::spec::ir::{Side, Words};

/// Returns the items of a set of words.
pub(super) fn words(it: &Words, scope: &mut Scope) -> Vec<TokenStream> {
    match it.side {
        Side::Reply => open(it, scope),
        Side::Query | Side::Body => closed(it, scope),
    }
}

fn closed(it: &Words, scope: &mut Scope) -> Vec<TokenStream> {
    let (choice, derive) = (scope.from("wire", "Choice"), scope.from("wire", "choice"));
    let name = ident(&it.name);
    let about = docs(&described(&it.description), 0);
    let variants = it.words.iter().map(|(word, variant)| {
        let about = docs(&format!("`{word}`"), 4);
        let variant = ident(variant);
        quote! { #about #variant, }
    });
    let all = it.words.iter().map(|(_, variant)| ident(variant));
    let arms = it.words.iter().map(|(word, variant)| {
        let variant = ident(variant);
        quote! { Self::#variant => #word, }
    });
    vec![
        quote! {
            #about
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[non_exhaustive]
            pub enum #name { #(#variants)* }
        },
        quote! {
            impl #choice for #name {
                const ALL: &[Self] = &[#(Self::#all),*];

                fn as_str(&self) -> &'static str { match self { #(#arms)* } }
            }
        },
        quote! { #derive!(#name); },
    ]
}

fn open(it: &Words, scope: &mut Scope) -> Vec<TokenStream> {
    let (word_trait, derive) = (scope.from("wire", "Word"), scope.from("wire", "word"));
    let name = ident(&it.name);
    let about = docs(&described(&it.description), 0);
    let variants = it.words.iter().map(|(word, variant)| {
        let about = docs(&format!("`{word}`"), 4);
        let variant = ident(variant);
        quote! { #about #variant, }
    });
    let text_arms = it.words.iter().map(|(word, variant)| {
        let variant = ident(variant);
        quote! { Self::#variant => #word, }
    });
    let word_arms = it.words.iter().map(|(word, variant)| {
        let variant = ident(variant);
        quote! { #word => Self::#variant, }
    });
    vec![
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants)*
                #[doc = " A word that the spec does not know."]
                Other(Box<str>),
            }
        },
        quote! {
            impl #word_trait for #name {
                fn as_str(&self) -> &str {
                    match self { #(#text_arms)* Self::Other(word) => word, }
                }

                fn from_word(word: &str) -> Self {
                    match word { #(#word_arms)* other => Self::Other(other.into()), }
                }
            }
        },
        quote! { #derive!(#name); },
    ]
}
