//! [`Scope`]: the names that a file uses, so that it imports exactly these.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::Home;
use crate::spec::ir::{self, Item, Named, Type};

/// The shared type that the core's series are based on.
pub(super) const UNIT: &str = "Unit";

/// The imports of a file, collected while its items are built.
#[derive(Debug)]
pub(super) struct Scope {
    home: Home,
    /// Names from other crates, by module.
    others: BTreeMap<&'static str, BTreeSet<&'static str>>,
    core: BTreeSet<String>,
    operation: BTreeSet<&'static str>,
    components: BTreeSet<String>,
    /// The shared types that the file itself defines.
    own: BTreeSet<String>,
    /// Pools that are used, if they are constants of a module.
    pools: BTreeSet<String>,
}

impl Scope {
    pub(super) fn new(home: &Home) -> Self {
        Self {
            home: home.clone(),
            others: BTreeMap::new(),
            core: BTreeSet::new(),
            operation: BTreeSet::new(),
            components: BTreeSet::new(),
            own: BTreeSet::new(),
            pools: BTreeSet::new(),
        }
    }

    /// Creates the scope of a file that defines shared types, which need no import there.
    pub(super) fn with_own(own: BTreeSet<String>, home: &Home) -> Self {
        Self { own, ..Self::new(home) }
    }

    /// Returns the constant of a rate-limit pool.
    pub(super) fn pool(&mut self, constant: &str) -> TokenStream {
        let name = ident(constant);
        // The default pool is always the core's.
        if self.home == Home::Core || constant == "DEFAULT" {
            let pool = self.core("Pool");
            return quote! { #pool::#name };
        }
        self.pools.insert(constant.to_owned());
        quote! { #name }
    }

    /// Returns a name from the core's root: `crate::Endpoint`.
    pub(super) fn core(&mut self, name: &str) -> Ident {
        self.core.insert(name.to_owned());
        ident(name)
    }

    /// Returns a name from the core's module `operation`: `crate::operation::Operation`.
    pub(super) fn operation(&mut self, name: &'static str) -> Ident {
        self.operation.insert(name);
        ident(name)
    }

    /// Returns a name from another crate or from a module of the core: `http::response`, `Parts`.
    pub(super) fn from(&mut self, module: &'static str, name: &'static str) -> Ident {
        self.others.entry(module).or_default().insert(name);
        ident(name)
    }

    /// Returns the type of a value.
    pub(super) fn ty(&mut self, ty: &Type) -> TokenStream {
        match ty {
            Type::Text | Type::Identifier => quote! { String },
            Type::Secret => self.core("SecretText").into_token_stream(),
            Type::File => self.core("UploadFile").into_token_stream(),
            Type::Boolean => quote! { bool },
            Type::U32 => quote! { u32 },
            Type::U64 => quote! { u64 },
            Type::I64 => quote! { i64 },
            Type::F64 => quote! { f64 },
            Type::Date => self.from("chrono", "NaiveDate").into_token_stream(),
            Type::LocalDateTime => self.from("chrono", "NaiveDateTime").into_token_stream(),
            Type::Timestamp => self.core("Timestamp").into_token_stream(),
            Type::Json => self.from("serde_json", "Value").into_token_stream(),
            Type::Message => self.core("Message").into_token_stream(),
            Type::SeriesTime => self.core("SeriesTime").into_token_stream(),
            Type::HandWritten(known) => self.core(known.name()).into_token_stream(),
            Type::Named(named) => self.named(named).into_token_stream(),
            Type::List(item) => {
                let item = self.item(item);
                quote! { Vec<#item> }
            }
            Type::Map(item) => {
                let item = self.item(item);
                let map = self.from("std::collections", "BTreeMap");
                quote! { #map<String, #item> }
            }
        }
    }

    /// Returns the type of the items of a list or a map.
    fn item(&mut self, item: &Item) -> TokenStream {
        let ty = self.ty(item);
        if item.nullable {
            quote! { Option<#ty> }
        } else {
            ty
        }
    }

    /// Returns a generated type.
    pub(super) fn named(&mut self, named: &Named) -> Ident {
        if named.home == ir::Home::Components && !self.own.contains(&named.name) {
            self.components.insert(named.name.clone());
        }
        ident(&named.name)
    }

    /// Returns the import statements, in groups.
    pub(super) fn into_imports(self) -> Vec<TokenStream> {
        let (mut outer, mut inner) = (Vec::new(), Vec::new());
        for (module, names) in &self.others {
            let names = names.iter().map(|name| ident(name));
            let is_own = matches!((&self.home, *module), (Home::Core, "reply" | "wire"));
            let module: TokenStream = match (&self.home, *module) {
                (_, "std::collections" | "serde" | "serde_json") => parse(module),
                (Home::Core, "wire") => parse("crate::wire"),
                (_, "serde::de") => parse("serde::de"),
                (Home::Core, "reply") => parse("crate::reply"),
                (Home::Core, module) => parse(module),
                (Home::Elsewhere, module) => parse(&format!("braze_core::{module}")),
            };
            let import = quote! { use #module::{#(#names),*}; };
            if is_own { inner.push(import) } else { outer.push(import) }
        }
        let krate = krate(&self.home);
        let mut core = self.core;
        match self.home {
            Home::Core => core.extend(self.components),
            Home::Elsewhere => {
                // The unit of series is the core's.
                let (known, own): (BTreeSet<_>, BTreeSet<_>) =
                    self.components.into_iter().partition(|name| name == UNIT);
                core.extend(known);
                if !own.is_empty() {
                    let own = own.iter().map(|name| ident(name));
                    inner.push(quote! { use super::super::components::{#(#own),*}; });
                }
            }
        }
        if !self.operation.is_empty() {
            let names = self.operation.iter().map(|name| match *name {
                "operation" => quote! { self },
                name => ident(name).into_token_stream(),
            });
            inner.push(
                quote! { #[cfg(feature = "operation")] use #krate::operation::{#(#names),*}; },
            );
        }
        if !self.pools.is_empty() {
            let pools = self.pools.iter().map(|name| ident(name));
            inner.push(quote! { use super::super::pools::{#(#pools),*}; });
        }
        if !core.is_empty() {
            let names = core.iter().map(|name| ident(name));
            inner.push(quote! { use #krate::{#(#names),*}; });
        }
        [outer, inner]
            .into_iter()
            .filter(|group| !group.is_empty())
            .map(|group| quote! { #(#group)* })
            .collect()
    }
}

/// Returns the name of the core in generated code.
pub(super) fn krate(home: &Home) -> TokenStream {
    match home {
        Home::Core => quote! { crate },
        Home::Elsewhere => quote! { braze_core },
    }
}

/// Returns a name as a token, raw if it is spelled so.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => format_ident!("{name}"),
    }
}

fn parse(path: &str) -> TokenStream {
    let parts = path.split("::").map(ident);
    quote! { #(#parts)::* }
}
