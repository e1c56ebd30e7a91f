//! [`meta`]: the constants of an operation, beside its request or in the file of the imports.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Home;
use super::docs::docs;
use super::file::File;
use super::scope::{Scope, ident};
use super::text::grouped;
use crate::spec::ir::{Api, Credential, Effect, Method, Operation, Replay};

/// Returns the file with the constants of the operations that imports send. It belongs to no family.
pub(super) fn imports(api: &Api, home: &Home) -> File {
    let mut scope = Scope::new(home);
    let meta_type = scope.core("Meta");
    let constants: Vec<_> = operations(api)
        .map(|it| {
            let about = docs(&format!("`{} {}`", it.method.as_str(), it.template), 4);
            let (name, value) = (name(it), meta(it, &mut scope));
            quote! { #about pub(crate) const #name: Self = #value; }
        })
        .collect();
    let items = vec![quote! { impl #meta_type { #(#constants)* } }];
    File::new(&api.root, "The operations that imports send.", scope, items)
}

/// Returns the operations that imports send, in the order of the modules.
pub(super) fn operations(api: &Api) -> impl Iterator<Item = &Operation> {
    api.modules.iter().flat_map(|module| &module.operations).filter(|it| it.is_import)
}

/// Returns the constants of an operation that imports send, by their name.
pub(super) fn constant(it: &Operation, scope: &mut Scope) -> TokenStream {
    let (meta_type, name) = (scope.core("Meta"), name(it));
    quote! { #meta_type::#name }
}

fn name(it: &Operation) -> Ident {
    ident(&it.id.replace('.', "_").to_uppercase())
}

/// Returns the constants of an operation.
pub(super) fn meta(it: &Operation, scope: &mut Scope) -> TokenStream {
    let meta = scope.core("Meta");
    let (id, template) = (&it.id, &it.template);
    let mut made = match it.method {
        Method::Get => quote! { #meta::get(#id, #template) },
        other => {
            let method = scope.from("http", "Method");
            let other = ident(other.as_str());
            quote! { #meta::new(#id, #method::#other, #template) }
        }
    };
    if it.credential != Credential::ApiKey {
        let credential = scope.core("Credential");
        let kind = ident(it.credential.name());
        made = quote! { #made.credential(#credential::#kind) };
    }
    if let Some(permission) = &it.permission {
        made = quote! { #made.permission(#permission) };
    }
    let replay = scope.core("Replay");
    made = match it.replay {
        Replay::Safe => quote! { #made.replay(#replay::Safe) },
        Replay::Idempotent => quote! { #made.replay(#replay::Idempotent) },
        Replay::Unsafe => quote! { #made.replay(#replay::Unsafe) },
    };
    let usual = if it.method == Method::Get { Effect::Reads } else { Effect::Writes };
    if it.effect != usual {
        let effect = scope.core("Effect");
        let name = ident(match it.effect {
            Effect::Reads => "Reads",
            Effect::Writes => "Writes",
            Effect::Starts => "Starts",
            Effect::Deletes => "Deletes",
            Effect::Sends => "Sends",
        });
        made = quote! { #made.effect(#effect::#name) };
    }
    if it.busy {
        made = quote! { #made.busy() };
    }
    if let Some(max) = it.body.as_ref().and_then(|body| body.max_bytes) {
        let max = grouped(max);
        made = quote! { #made.max_body(#max) };
    }
    let pool = scope.pool(&it.pool);
    made = quote! { #made.pool(&#pool) };
    if let Some(url) = &it.documentation {
        made = quote! { #made.documentation(#url) };
    }
    made
}
