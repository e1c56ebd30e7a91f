//! Objects of bodies and replies, and the enum of several success replies.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::docs::{self, described, docs};
use super::request::{Built, is_argument};
use super::scope::{Scope, ident};
use super::validate::{checks, extra, has_checks};
use super::{open, rules};
use crate::spec::ir::{
    Definition, Field, HandWritten, Operation, Output, Presence, Side, Struct, Type,
};
use crate::spec::names;

/// The role of an object in its operation.
pub(super) enum Part<'a> {
    /// The reply of this request.
    Reply(&'a str),
    /// A row of this reply.
    Row(&'a str),
    Other,
}

/// Returns the items of an object.
///
/// `part` is its role in its operation.
pub(super) fn structure(
    it: &Struct,
    part: &Part<'_>,
    definitions: &[&Definition],
    scope: &mut Scope,
) -> Vec<TokenStream> {
    scope.from("serde", "Deserialize");
    scope.from("serde", "Serialize");
    let fields = it
        .fields
        .iter()
        .map(|field| (field, docs::field(field, None), attributes(field, it.side, scope)));
    let mut fields: Vec<_> = fields.collect();
    let extra = it.extra.as_ref().map(|item| open::extra(it.side, item));
    if let Some(extra) = &extra {
        fields.push((extra, extra.description.clone(), quote! { #[serde(flatten)] }));
    }
    let is_open = extra.is_some() && it.side == Side::Reply;
    let body = it.side == Side::Body;
    let required = fields.iter().any(|(field, ..)| is_argument(field));
    let new = match (part, required) {
        (Part::Reply(_), true) => "A reply with the required fields.",
        (Part::Row(_), _) => "A row with the required fields.",
        (_, true) => "An object with the required fields.",
        (_, false) => "An object without any fields.",
    };
    let about = match part {
        _ if !it.description.is_empty() => described(&it.description),
        Part::Reply(request) => format!("Reply of [`{request}`]."),
        Part::Row(reply) => format!("One row of a [`{reply}`]."),
        Part::Other => described(""),
    };
    let (limits, validate) = (limits(it), validate(it, definitions, scope));
    let further = it.extra.as_ref().filter(|_| body).map(|item| open::with(item, scope));
    let methods = quote! { #limits #validate #further };
    let built = Built {
        name: &it.name,
        about,
        new,
        derives: match is_open {
            true => quote! { Debug, Clone, PartialEq, Serialize },
            false => quote! { Debug, Clone, PartialEq, Serialize, Deserialize },
        },
        // A misspelt field of a request must not be lost on the way.
        is_closed: body && extra.is_none(),
        fields,
        setters: body,
        plain: !body,
        methods,
    };
    let mut items = built.items(scope);
    if is_open {
        items.extend(open::reader(it, scope));
    }
    if !body {
        items.push(scrub(it, scope));
    }
    items
}

/// Returns the maximum of each list of a request, for callers that have more items than one request takes.
fn limits(it: &Struct) -> TokenStream {
    let lists = it.fields.iter().filter(|field| matches!(field.ty, Type::List(_)));
    let limits = lists.filter(|_| it.side == Side::Body).filter_map(|field| {
        let max = Literal::u32_unsuffixed(field.bounds.longest?);
        let name = field.ident.trim_start_matches("r#").to_ascii_uppercase();
        let name = ident(&format!("MAX_{name}"));
        let about = docs(&format!("Greatest number of items of `{}`.", field.wire), 4);
        Some(quote! { #about pub const #name: usize = #max; })
    });
    quote! { #(#limits)* }
}

/// Returns the method that checks an object of a request, if there is anything to check.
fn validate(it: &Struct, definitions: &[&Definition], scope: &mut Scope) -> TokenStream {
    if it.side != Side::Body || !has_checks(&it.name, definitions) {
        return quote! {};
    }
    let violations = scope.core("Violations");
    let fields: Vec<&Field> = it.fields.iter().collect();
    let mut checks = checks(&fields, definitions);
    checks.extend(it.extra.as_ref().map(|item| extra(item, &fields)));
    checks.extend(rules::rules(&it.rules, &fields));
    quote! { pub(crate) fn validate(&self, v: &mut #violations) { #(#checks)* } }
}

/// Returns the serde attributes of a field.
fn attributes(field: &Field, side: Side, scope: &mut Scope) -> TokenStream {
    let mut arguments = Vec::new();
    if field.ident.trim_start_matches("r#") != field.wire {
        let wire = &field.wire;
        arguments.push(quote! { rename = #wire });
    }
    match (field.presence, &field.ty) {
        (Presence::Required | Presence::Nullable, _) => {}
        (Presence::Optional, Type::List(_) | Type::Map(_)) => {
            let empty = match field.ty {
                Type::List(_) => "Vec::is_empty",
                _ => "BTreeMap::is_empty",
            };
            let lenient = (side == Side::Reply).then(|| {
                scope.core("reply");
                quote! { deserialize_with = "reply::or_default", }
            });
            arguments.push(quote! { default, #lenient skip_serializing_if = #empty });
        }
        (Presence::Removable, _) => {
            arguments.push(quote! { default, skip_serializing_if = "Patch::is_keep" });
        }
        (Presence::Optional, Type::HandWritten(HandWritten::PartialErrors)) => {
            arguments.push(quote! { default, skip_serializing_if = "PartialErrors::is_empty" });
        }
        (Presence::Optional | Presence::Emptiable, _) => {
            let strict = (side == Side::Body).then(|| {
                scope.core("reply");
                quote! { default, deserialize_with = "reply::not_null", }
            });
            arguments.push(quote! { #strict skip_serializing_if = "Option::is_none" });
        }
    }
    if arguments.is_empty() {
        quote! {}
    } else {
        quote! { #[serde(#(#arguments),*)] }
    }
}

fn scrub(it: &Struct, scope: &mut Scope) -> TokenStream {
    let (trait_name, secret) = (scope.core("Scrub"), scope.core("Secret"));
    let name = ident(&it.name);
    let extra = it.extra.as_ref().map(|_| ident(open::EXTRA));
    let fields = it.fields.iter().map(|field| ident(&field.ident)).chain(extra);
    let name_in = if it.fields.is_empty() && it.extra.is_none() {
        quote! { _secret }
    } else {
        quote! { secret }
    };
    quote! {
        impl #trait_name for #name {
            fn scrub(&mut self, #name_in: &#secret) { #( self.#fields.scrub(secret); )* }
        }
    }
}

/// Returns the type of a success.
pub(super) fn output(it: &Operation, scope: &mut Scope) -> TokenStream {
    match &it.output {
        Output::One { ty: Some(ty), .. } => scope.ty(ty),
        Output::One { ty: None, .. } => quote! { () },
        Output::Several { name, .. } => {
            let name = ident(name);
            quote! { #name }
        }
    }
}

/// Returns the enum of several success replies.
pub(super) fn several(it: &Operation, scope: &mut Scope) -> Vec<TokenStream> {
    let Output::Several { name, replies } = &it.output else { return Vec::new() };
    scope.from("serde", "Serialize");
    let (scrub, secret) = (scope.core("Scrub"), scope.core("Secret"));
    let name = ident(name);
    let about = docs(&format!("Reply of [`{}`], by status.", it.request), 0);
    let mut variants = Vec::new();
    let mut arms = Vec::new();
    for reply in replies {
        let about = docs(&format!("{}: {}", reply.status, described(&reply.description)), 4);
        let variant = ident(&names::pascal(&reply.name));
        match &reply.ty {
            Some(ty) => {
                let ty = scope.ty(ty);
                variants.push(quote! { #about #variant(#ty), });
                arms.push(quote! { Self::#variant(reply) => reply.scrub(secret), });
            }
            None => {
                variants.push(quote! { #about #variant, });
                arms.push(quote! { Self::#variant => {} });
            }
        }
    }
    vec![
        quote! {
            #about
            #[derive(Debug, Clone, PartialEq, Serialize)]
            #[serde(untagged)]
            #[non_exhaustive]
            pub enum #name { #(#variants)* }
        },
        quote! {
            impl #scrub for #name {
                fn scrub(&mut self, secret: &#secret) { match self { #(#arms)* } }
            }
        },
    ]
}
