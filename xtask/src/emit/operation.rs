//! The operation seen from the other side, and its example.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::reply::output;
use super::sample::Sample;
use super::scope::{Scope, ident};
use super::text;
use super::validate::number;
use crate::spec::ir::{
    Body, Definition, Exchange, Field, FormUse, List, Module, Operation, Output, Parameter, Place,
    Presence, Shape, Type,
};

/// `impl Operation`
pub(super) fn operation(it: &Operation, body: Option<&Field>, scope: &mut Scope) -> TokenStream {
    let trait_name = scope.operation("Operation");
    let reader = scope.operation("RequestReader");
    let description = scope.operation("Description");
    let request = ident(&it.request);
    let output = output(it, scope);
    let described = describe(it, scope);
    let (read, r) = read(it, body);
    let (write, reply_name) = match &it.output {
        Output::One { ty: None, .. } => (quote! { Vec::new() }, quote! { _output }),
        Output::Several { replies, .. } if replies.iter().any(|reply| reply.ty.is_none()) => {
            let module = scope.operation("operation");
            let empty = replies.iter().filter(|reply| reply.ty.is_none()).map(|reply| {
                let variant = ident(&reply.name);
                quote! { Self::Output::#variant }
            });
            let arms = quote! { #(#empty)|* => Vec::new(), output => #module::json(output), };
            (quote! { match output { #arms } }, quote! { output })
        }
        _ => {
            let module = scope.operation("operation");
            (quote! { #module::json(output) }, quote! { output })
        }
    };
    let status = status(it, &output);
    quote! {
        #[cfg(feature = "operation")]
        impl #trait_name for #request {
            const DESCRIPTION: #description = #described;

            fn read(#r: &mut #reader<'_>) -> Option<Self> { #read }

            fn write(#reply_name: &#output) -> Vec<u8> { #write }

            #status
        }
    }
}

fn describe(it: &Operation, scope: &mut Scope) -> TokenStream {
    let description = scope.operation("Description");
    let summary = text::sentence(&it.summary, 8);
    let mut made = quote! { #description::new(#summary) };
    if !it.description.is_empty() {
        let about = text::sentence(&it.description, 12);
        made = quote! { #made.description(#about) };
    }
    let command = &it.command;
    made = quote! { #made.command(&[#(#command),*]) };
    if !it.parameters.is_empty() {
        let parameters: Vec<_> = it.parameters.iter().map(|it| parameter(it, scope)).collect();
        made = quote! { #made.parameters(&[#(#parameters),*]) };
    }
    if let Some(body) = &it.body {
        made = quote! { #made.with_body() };
        if let Some(form) = body.form {
            let form_use = scope.operation("FormUse");
            let form = ident(match form {
                FormUse::WithFile => "WithFile",
                FormUse::Always => "Always",
            });
            made = quote! { #made.form(#form_use::#form) };
        }
        if has_secrets(it) {
            made = quote! { #made.with_secrets() };
        }
        let fields: Vec<_> =
            plain_fields(it).map(|field| described("body", field, None, scope)).collect();
        if !fields.is_empty() {
            made = quote! { #made.body_fields(&[#(#fields),*]) };
        }
    }
    if let Some(List { items, fields }) = &it.list {
        let list = scope.operation("Items");
        made = quote! { #made.items(#list::new(#items, &[#(#fields),*])) };
    }
    if !it.exchanges.is_empty() {
        let exchanges: Vec<_> = it.exchanges.iter().map(|it| exchange(it, scope)).collect();
        made = quote! { #made.exchanges(&[#(#exchanges),*]) };
    }
    made
}

fn parameter(it: &Parameter, scope: &mut Scope) -> TokenStream {
    let place = match it.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
    };
    described(place, &it.field, it.default.as_deref(), scope)
}

/// A parameter or a field of the body. `place`: the constructor for its place.
fn described(place: &str, field: &Field, default: Option<&str>, scope: &mut Scope) -> TokenStream {
    let parameter = scope.operation("Parameter");
    let wire = &field.wire;
    let kind = kind(&field.ty, field, scope);
    let constructor = ident(place);
    let mut made = quote! { #parameter::#constructor(#wire, #kind) };
    // A path parameter always is.
    if place != "path" && field.presence == Presence::Required {
        made = quote! { #made.required() };
    }
    if let Some(default) = default {
        made = quote! { #made.default(#default) };
    }
    if !field.description.is_empty() {
        let about = text::sentence(&field.description, 20);
        made = quote! { #made.description(#about) };
    }
    made
}

/// Returns `true` if the body has secrets, at any depth.
fn has_secrets(it: &Operation) -> bool {
    it.definitions.iter().any(|definition| match definition {
        Definition::Struct(made) => made.fields.iter().any(|field| field.ty == Type::Secret),
        Definition::Words(_) => false,
    })
}

/// The fields of the body that hold one value or a list of values.
fn plain_fields(it: &Operation) -> impl Iterator<Item = &Field> {
    let body = match &it.body {
        Some(Body { ty: Type::Named(named), .. }) => Some(&named.name),
        _ => None,
    };
    let object = it.definitions.iter().find_map(|known| match known {
        Definition::Struct(object) if body == Some(&object.name) => Some(object),
        _ => None,
    });
    object.into_iter().flat_map(|object| &object.fields).filter(|field| match &field.ty {
        Type::List(item) => !item.nullable && is_plain(item),
        ty => is_plain(ty),
    })
}

/// Returns `true` for a value that is written as one word.
fn is_plain(ty: &Type) -> bool {
    matches!(ty, Type::Text | Type::Identifier | Type::File) || ty.is_copy()
}

fn kind(ty: &Type, field: &Field, scope: &mut Scope) -> TokenStream {
    let kind = scope.operation("Kind");
    match ty {
        Type::U32 | Type::U64 | Type::I64 => {
            let bound = |bound| match bound {
                Some(bound) => {
                    let bound = number(bound, &Type::I64);
                    quote! { Some(#bound) }
                }
                None => quote! { None },
            };
            let (min, max) = (bound(field.bounds.min), bound(field.bounds.max));
            quote! { #kind::Integer { min: #min, max: #max } }
        }
        Type::F64 => quote! { #kind::Number },
        Type::Boolean => quote! { #kind::Boolean },
        Type::Identifier => quote! { #kind::Identifier },
        Type::File => quote! { #kind::File },
        Type::Timestamp => quote! { #kind::DateTime },
        Type::LocalDateTime => quote! { #kind::LocalDateTime },
        Type::Date => quote! { #kind::Date },
        Type::List(item) => {
            let item = self::kind(item, field, scope);
            quote! { #kind::List(&#item) }
        }
        Type::Named(named) => match &named.shape {
            Shape::Choice(words) => quote! { #kind::OneOf(&[#(#words),*]) },
            _ => quote! { #kind::Text },
        },
        _ => quote! { #kind::Text },
    }
}

fn exchange(it: &Exchange, scope: &mut Scope) -> TokenStream {
    let exchange = scope.operation("Exchange");
    let name = &it.name;
    let target = text::target(&it.target, 16);
    let status = Literal::u16_unsuffixed(it.status);
    let reply = text::json(&it.reply);
    let mut made = quote! { #exchange::new(#name, #target, #status, #reply) };
    if !it.headers.is_empty() {
        let headers = it.headers.iter().map(|(name, value)| quote! { (#name, #value) });
        made = quote! { #made.headers(&[#(#headers),*]) };
    }
    match &it.body {
        Some(body) => {
            let body = text::json(body);
            quote! { #made.body(#body) }
        }
        None => made,
    }
}

/// Returns the reading of the request, and the name of the reader.
fn read(it: &Operation, body: Option<&Field>) -> (TokenStream, TokenStream) {
    let all = || it.parameters.iter().map(|parameter| &parameter.field).chain(body);
    // Each field is a variable, which must not hide the reader.
    let free = ["r", "reader", "from"].into_iter().find(|name| all().all(|it| it.ident != *name));
    let r = ident(free.unwrap_or("request_reader"));
    let mut statements = Vec::new();
    let mut fields = Vec::new();
    for parameter in &it.parameters {
        let (name, wire) = (ident(&parameter.field.ident), &parameter.field.wire);
        let required = parameter.field.presence == Presence::Required;
        let value = match (&parameter.field.ty, required) {
            (Type::List(_), _) if parameter.explode => quote! { #r.each(#wire) },
            (Type::List(_), _) => quote! { #r.list(#wire) },
            (_, true) => quote! { #r.required(#wire) },
            (_, false) => quote! { #r.optional(#wire) },
        };
        statements.push(quote! { let #name = #value; });
        let unwrap = required && !matches!(parameter.field.ty, Type::List(_));
        fields.push(if unwrap {
            quote! { #name: #name? }
        } else {
            quote! { #name }
        });
    }
    if let Some(body) = body {
        let name = ident(&body.ident);
        statements.push(quote! { let #name = #r.json(); });
        fields.push(quote! { #name: #name? });
    }
    let name = if statements.is_empty() {
        quote! { _r }
    } else {
        quote! { #r }
    };
    (quote! { #(#statements)* Some(Self { #(#fields),* }) }, name)
}

/// The status of a reply, where it is not always 200.
fn status(it: &Operation, output: &TokenStream) -> TokenStream {
    match &it.output {
        Output::One { status: 200, .. } => quote! {},
        Output::One { status, .. } => {
            let status = Literal::u16_unsuffixed(*status);
            quote! { fn status(_output: &#output) -> u16 { #status } }
        }
        Output::Several { replies, .. } => {
            let arms = replies.iter().map(|reply| {
                let variant = ident(&reply.name);
                let status = Literal::u16_unsuffixed(reply.status);
                match reply.ty {
                    Some(_) => quote! { Self::Output::#variant(_) => #status, },
                    None => quote! { Self::Output::#variant => #status, },
                }
            });
            quote! { fn status(output: &#output) -> u16 { match output { #(#arms)* } } }
        }
    }
}

/// An example in Rust: the request of the first exchange.
pub(super) fn example(module: &Module, it: &Operation) -> Option<String> {
    let Sample { mut imports, expression, fallible } =
        Sample::from_exchange(module, it, it.exchanges.first()?)?;
    imports.insert("Endpoint".to_owned());
    let imports = imports.into_iter().collect::<Vec<_>>().join(", ");
    let end = if fallible { "\n# Ok::<(), braze_core::ParseTimestampError>(())" } else { "" };
    Some(format!(
        "```\nuse braze_core::{{{imports}}};\n\nlet request = {expression};\nassert_eq!(request.check(), Ok(()));{end}\n```"
    ))
}
