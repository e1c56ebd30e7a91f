//! Bodies of the type `multipart/form-data`.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::{Scope, ident};
use crate::spec::ir::{Definition, Field, FormUse, Operation, Presence, Type};

/// Returns the statements that write a body as a form, or as `json` if it has no file.
pub(super) fn encode(
    it: &Operation,
    form: FormUse,
    json: &TokenStream,
    scope: &mut Scope,
) -> TokenStream {
    let fields = fields(it);
    let form_type = scope.from("wire", "Form");
    let parts = fields.iter().map(|field| {
        let (name, wire) = (ident(&field.ident), &field.wire);
        match (&field.ty, field.presence) {
            (Type::File, Presence::Required) => quote! { form.file(#wire, &self.body.#name); },
            (Type::File, _) => quote! { form.file_opt(#wire, self.body.#name.as_ref()); },
            (_, Presence::Required) => quote! { form.text(#wire, &self.body.#name); },
            _ => quote! { form.text_opt(#wire, self.body.#name.as_ref()); },
        }
    });
    let write = quote! {
        let mut form = #form_type::new();
        #(#parts)*
        w.form(form);
    };
    let files = fields.iter().filter(|field| field.ty == Type::File);
    let is_there = files.filter(|field| field.presence != Presence::Required).map(|field| {
        let name = ident(&field.ident);
        quote! { self.body.#name.is_some() }
    });
    match form {
        FormUse::Always => write,
        FormUse::WithFile => quote! { if #(#is_there)||* { #write } else { #json } },
    }
}

/// Returns the fields of the body.
fn fields(it: &Operation) -> &[Field] {
    let body = it.body.as_ref().map(|body| &body.ty);
    let Some(Type::Named(body)) = body else { return &[] };
    let found = it.definitions.iter().find_map(|definition| match definition {
        Definition::Struct(made) if made.name == body.name => Some(made.fields.as_slice()),
        _ => None,
    });
    found.unwrap_or_default()
}
