//! [`unless_usual`]: constants of traits that have a default.

use proc_macro2::TokenStream;
use quote::quote;

use super::scope::ident;

/// Returns a constant of a trait, unless it has the trait's default value.
pub(super) fn unless_usual(constant: &str, wire: &str, usual: &str) -> TokenStream {
    if wire == usual {
        return quote! {};
    }
    let constant = ident(constant);
    quote! { const #constant: &str = #wire; }
}
