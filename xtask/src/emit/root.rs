//! Files of the whole API: the modules, the shared types, and the list of all operations.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::Home;
use super::components::Components;
use super::docs::{described, docs};
use super::file::File;
use super::meta;
use super::nested;
use super::scope::{Scope, ident, krate};
use super::text::grouped;
use crate::spec::ir::{Api, Definition, Instance, Module, Operation, Output, Pool};

/// Returns the list of modules.
pub(super) fn modules(api: &Api, home: &Home, components: &Components<'_>) -> File {
    let modules = api.modules.iter().map(|module| {
        let families = module.operations.iter().map(|it| it.family.as_str()).collect();
        let (feature, name) = (families_feature(&families, home), ident(&module.name));
        quote! { #feature pub mod #name; }
    });
    let groups: Vec<_> = components.modules().collect();
    let feature = |families: &BTreeSet<&str>| {
        (!families.is_empty()).then(|| families_feature(families, home))
    };
    let components = groups.iter().map(|(name, families)| {
        let (feature, name) = (feature(families), ident(name));
        quote! { #feature mod #name; }
    });
    let shared = groups.iter().map(|(name, families)| {
        let (feature, name) = (feature(families), ident(name));
        quote! { #feature pub use #name::*; }
    });
    let pools = (!api.pools.is_empty()).then(|| match home {
        Home::Core => quote! { mod pools; },
        Home::Elsewhere => quote! { pub mod pools; },
    });
    let has_imports = *home == Home::Core && meta::operations(api).next().is_some();
    let imports = has_imports.then(|| quote! { mod imports; });
    let (instance, instances) = match home {
        Home::Core => (quote! { mod instance; }, quote! { pub use instance::Instance; }),
        Home::Elsewhere => (quote! {}, quote! {}),
    };
    let visibility = match home {
        Home::Core => quote! { pub(crate) },
        Home::Elsewhere => quote! { pub },
    };
    // Code of the workspace is already formatted.
    let unformatted =
        (*home == Home::Elsewhere).then(|| quote! { #![cfg_attr(rustfmt, rustfmt_skip)] });
    let items = vec![
        quote! { #unformatted },
        quote! {
            #(#components)*
            #imports
            #instance
            #[cfg(feature = "operation")]
            #visibility mod operations;
            #pools
            #(#modules)*
        },
        quote! { #(#shared)* #instances },
    ];
    let items = items.into_iter().filter(|item| !item.is_empty()).collect();
    File::new(&api.root, "The spec as types.", Scope::new(home), items)
}

/// Returns the condition that one of these families is compiled. Families are features of the core.
fn families_feature(families: &BTreeSet<&str>, home: &Home) -> TokenStream {
    if *home == Home::Elsewhere {
        return quote! {};
    }
    let families: Vec<_> = families.iter().collect();
    match families.as_slice() {
        [one] => quote! { #[cfg(feature = #one)] },
        several => quote! { #[cfg(any(#(feature = #several),*))] },
    }
}

/// Returns the module of a tag.
pub(super) fn module(root: &str, module: &Module, home: &Home) -> File {
    let families: BTreeSet<&str> = module.operations.iter().map(|it| it.family.as_str()).collect();
    // The module as a whole belongs to its only family.
    let feature = |it: &Operation| match families.len() {
        1 => quote! {},
        _ => families_feature(&BTreeSet::from([it.family.as_str()]), home),
    };
    let modules = module.operations.iter().map(|it| {
        let (feature, name) = (feature(it), ident(&it.module));
        quote! { #feature mod #name; }
    });
    let uses = module.operations.iter().map(|it| {
        let file = ident(&it.module);
        let mut names: Vec<&str> = vec![&it.request];
        if let Output::Several { name, .. } = &it.output {
            names.push(name);
        }
        names.extend(it.definitions.iter().map(Definition::name));
        names.sort_unstable();
        let names = names.into_iter().map(ident);
        let feature = feature(it);
        quote! { #feature pub use #file::{#(#names),*}; }
    });
    let items = vec![quote! { #(#modules)* }, quote! { #(#uses)* }];
    let about = described(&module.description);
    File::new(root, &about, Scope::new(&Home::Core), items)
}

/// Returns the file of the rate-limit pools.
pub(super) fn pools(api: &Api, home: &Home) -> File {
    let mut scope = Scope::new(home);
    let pool_type = scope.core("Pool");
    let constants = api.pools.iter().map(|pool| constant(pool, &pool_type, home));
    let items = match home {
        Home::Core => vec![quote! { impl #pool_type { #(#constants)* } }],
        Home::Elsewhere => constants.collect(),
    };
    File::new(&api.root, "The documented rate-limit pools.", scope, items)
}

fn constant(pool: &Pool, pool_type: &proc_macro2::Ident, home: &Home) -> TokenStream {
    let (limit, window) = (grouped(pool.limit), grouped(pool.window));
    let per = match pool.window {
        1 => "second".to_owned(),
        60 => "minute".to_owned(),
        3_600 => "hour".to_owned(),
        86_400 => "day".to_owned(),
        seconds => format!("{seconds} seconds"),
    };
    let shown = pool.limit.to_string();
    let digits: Vec<_> = shown.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    let about = format!("{}: {} requests per {per}.", pool.description.trim(), digits.join(","));
    let name = &pool.name;
    let constant = ident(&pool.constant);
    match home {
        Home::Core => {
            let about = docs(&about, 4);
            quote! { #about pub const #constant: Self = Self::new(#name, #limit, #window); }
        }
        Home::Elsewhere => {
            let about = docs(&about, 0);
            quote! { #about pub const #constant: #pool_type = #pool_type::new(#name, #limit, #window); }
        }
    }
}

/// Returns the file of the service's instances.
pub(super) fn instances(api: &Api) -> File {
    let variant = |it: &Instance| ident(&it.variant);
    let variants = api.instances.iter().map(|it| {
        let about = docs(&format!("{}, `https://{}`", it.name, it.host), 4);
        let variant = variant(it);
        quote! { #about #variant, }
    });
    let all: Vec<_> = api.instances.iter().map(variant).collect();
    let names = api.instances.iter().map(|it| &it.name);
    let hosts = api.instances.iter().map(|it| &it.host);
    let about = docs(
        "An instance of the service: every workspace lives on one of them, and its keys are known only there.",
        0,
    );
    let items = vec![
        quote! {
            #about
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Instance { #(#variants)* }
        },
        quote! {
            impl Instance {
                #[doc = " All instances, in the order of the spec."]
                pub const ALL: &[Self] = &[#(Self::#all),*];

                #[doc = " The name, as the documentation writes it."]
                #[must_use]
                pub const fn name(self) -> &'static str { match self { #(Self::#all => #names,)* } }

                #[doc = " The host of the REST API."]
                #[must_use]
                pub const fn host(self) -> &'static str { match self { #(Self::#all => #hosts,)* } }
            }
        },
    ];
    File::new(&api.root, "The instances of the service.", Scope::new(&Home::Core), items)
}

/// Returns the file with all operations.
pub(super) fn operations(api: &Api, home: &Home) -> File {
    let krate = krate(home);
    let mut operations: Vec<_> = api
        .modules
        .iter()
        .flat_map(|module| module.operations.iter().map(move |operation| (module, operation)))
        .collect();
    operations.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
    let visits = operations.iter().map(|(module, operation)| {
        let module = ident(&module.name);
        let request = ident(&operation.request);
        let path = match home {
            Home::Core => quote! { crate::#module::#request },
            Home::Elsewhere => quote! { super::#module::#request },
        };
        let feature = families_feature(&BTreeSet::from([operation.family.as_str()]), home);
        match (&operation.series, &operation.paging) {
            (Some(_), _) if nested::row(operation).is_some() => {
                quote! { #feature visitor.nested_series::<#path>(); }
            }
            (Some(_), _) => quote! { #feature visitor.series::<#path>(); },
            (None, Some(_)) => quote! { #feature visitor.paged::<#path>(); },
            (None, None) => quote! { #feature visitor.endpoint::<#path>(); },
        }
    });
    let items = vec![quote! {
        #[doc = " Shows every endpoint of the spec to the visitor, in the order of their names."]
        pub fn visit(visitor: &mut impl Visitor) { #(#visits)* }
    }];
    let mut file = File::new(&api.root, "All operations.", Scope::new(home), items);
    file.imports.push(quote! { use #krate::operation::Visitor; });
    file
}
