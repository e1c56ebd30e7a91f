//! One operation: its request, its `Endpoint`, and everything that depends on it.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{self, described};
use super::file::File;
use super::reply::{self, Part, output};
use super::request::Built;
use super::scope::{Scope, ident};
use super::validate::{checks, has_checks};
use super::{Home, by_request, choice, form, meta, nested, operation, paging, rules, series};
use crate::spec::ir::{
    Api, Credential, Definition, Field, HandWritten, Module, Operation, Output, Parameter, Place,
    Presence, Segment, Shape, Type,
};
use crate::spec::lower::percent_encoded;

/// Returns the file of an operation.
pub(super) fn file(api: &Api, module: &Module, it: &Operation, home: &Home) -> File {
    let mut scope = Scope::new(home);
    let body = body_field(it);
    let definitions: Vec<&Definition> = it.definitions.iter().chain(&api.components).collect();
    let mut items = request(module, it, body.as_ref(), home, &mut scope);
    items.push(endpoint(it, body.as_ref(), &definitions, home, &mut scope));
    if let Some(roles) = &it.series {
        items.extend(series::series(it, roles, &mut scope));
    }
    if let Some(roles) = &it.paging {
        items.push(paging::paged(it, roles, &mut scope));
    }
    items.push(operation::operation(it, body.as_ref(), &mut scope));
    items.extend(reply::several(it, &mut scope));
    for definition in &it.definitions {
        match definition {
            Definition::Struct(made) => {
                let part = part(it, &made.name);
                items.extend(reply::structure(made, &part, &definitions, &mut scope));
                if let Some(roles) = it.series.as_ref().filter(|roles| roles.point == made.name) {
                    items.extend(series::point(roles, &mut scope));
                }
                if nested::row(it).is_some_and(|(_, row)| row.parts.contains(&made.name)) {
                    items.push(nested::source(made, &definitions, &mut scope));
                }
            }
            Definition::Words(words) => items.extend(choice::words(words, &mut scope)),
        }
    }
    File::new(
        &it.file,
        &format!("`{} {}`: {}", it.method.as_str(), it.template, described(&it.summary)),
        scope,
        items,
    )
}

/// Returns the role of an object in its operation.
fn part<'a>(it: &'a Operation, name: &str) -> Part<'a> {
    let Output::One { ty: Some(Type::Named(reply)), .. } = &it.output else { return Part::Other };
    if reply.name == name {
        return Part::Reply(&it.request);
    }
    match &it.series {
        Some(roles) if roles.point == name => Part::Row(&reply.name),
        _ => Part::Other,
    }
}

/// Returns the body as a field of the request.
fn body_field(it: &Operation) -> Option<Field> {
    it.body.as_ref().map(|body| Field {
        wire: "body".to_owned(),
        ident: "body".to_owned(),
        ty: body.ty.clone(),
        presence: Presence::Required,
        is_boxed: false,
        bounds: crate::spec::ir::Bounds::default(),
        description: if body.description.is_empty() {
            "The body of the request".to_owned()
        } else {
            body.description.clone()
        },
        source: None,
        deprecated: false,
        default: None,
    })
}

fn request(
    module: &Module,
    it: &Operation,
    body: Option<&Field>,
    home: &Home,
    scope: &mut Scope,
) -> Vec<TokenStream> {
    let parameters = it.parameters.iter();
    let mut fields: Vec<_> = parameters
        .map(|parameter| {
            let about = docs::field(&parameter.field, parameter.default.as_deref());
            (&parameter.field, about, quote! {})
        })
        .collect();
    fields.extend(body.map(|body| (body, docs::field(body, None), quote! {})));
    let new = match fields.iter().any(|(field, ..)| field.presence == Presence::Required) {
        true => "A request with the required parameters.",
        false => "A request without any parameters.",
    };
    let built = Built {
        name: &it.request,
        about: documentation(module, it, home),
        new,
        derives: quote! { Debug, Clone, PartialEq },
        is_closed: false,
        fields,
        setters: true,
        plain: false,
        methods: it
            .series
            .as_ref()
            .map_or_else(TokenStream::new, |roles| series::selection(it, roles, scope)),
    };
    built.items(scope)
}

/// Returns the documentation of the request type.
fn documentation(module: &Module, it: &Operation, home: &Home) -> String {
    let first = if it.description.is_empty() { &it.summary } else { &it.description };
    let mut text = described(first);
    text.push_str(&format!("\n\n`{} {}`", it.method.as_str(), it.template));
    if it.credential != Credential::ApiKey {
        let name = it.credential.name();
        text.push_str(&match home {
            Home::Core => format!(", with a [`{name}`](crate::{name})"),
            Home::Elsewhere => format!(", with a `{name}`"),
        });
    }
    if let Some(permission) = &it.permission {
        text.push_str(&format!(", permission `{permission}`"));
    }
    match home {
        // Its file does not import the type of pools.
        Home::Core if it.is_import => {
            text.push_str(&format!(", counted in [`Pool::{0}`](crate::Pool::{0}).", it.pool));
        }
        Home::Core => text.push_str(&format!(", counted in [`Pool::{}`].", it.pool)),
        Home::Elsewhere => text.push('.'),
    }
    if it.deprecated {
        text.push_str("\n\nThe vendor advises against its use.");
    }
    for (name, statuses) in failures(it) {
        let (name, read) = match home {
            Home::Core => {
                (format!("[`{name}`](crate::{name})"), "[`ApiError::read`](crate::ApiError::read)")
            }
            Home::Elsewhere => (format!("`{name}`"), "`ApiError::read`"),
        };
        text.push_str(&format!("\n\n{read} reads the body of status {statuses} as {name}."));
    }
    if let Some(source) = &it.source {
        text.push_str(&format!("\n\nSource: {source}."));
    }
    if let (Home::Core, Some(example)) = (home, operation::example(module, it)) {
        text.push_str(&format!("\n\n{example}"));
    }
    text
}

/// Returns the types of failures that are not the general envelope, each with its statuses in words.
fn failures(it: &Operation) -> BTreeMap<&str, String> {
    let mut statuses: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for failure in &it.failures {
        if let Some(Type::Named(named)) = &failure.ty {
            statuses.entry(&named.name).or_default().push(&failure.status);
        }
    }
    let words = |(name, all): (_, Vec<&str>)| match all.as_slice() {
        [first @ .., last] if !first.is_empty() => {
            (name, format!("{} or {last}", first.join(", ")))
        }
        all => (name, all.concat()),
    };
    statuses.into_iter().map(words).collect()
}

fn endpoint(
    it: &Operation,
    body: Option<&Field>,
    definitions: &[&Definition],
    home: &Home,
    scope: &mut Scope,
) -> TokenStream {
    let trait_name = scope.core("Endpoint");
    let request = ident(&it.request);
    let output = output(it, scope);
    let meta = match home {
        Home::Core if it.is_import => meta::constant(it, scope),
        _ => meta::meta(it, scope),
    };
    let (meta_type, violations) = (scope.core("Meta"), scope.core("Violations"));
    let (writer, parts) = (scope.core("RequestWriter"), scope.from("http::response", "Parts"));
    let error = scope.core("DecodeError");
    let fields: Vec<&Field> = it.parameters.iter().map(|parameter| &parameter.field).collect();
    let mut checks = checks(&fields, definitions);
    checks.extend(it.parameters.iter().filter_map(segment_check));
    let in_header = |parameter: &&Parameter| parameter.place == Place::Header;
    checks.extend(it.parameters.iter().filter(in_header).filter_map(|it| header(&it.field)));
    if let Some(body) = body {
        checks.extend(body_checks(body, definitions));
    }
    checks.extend(rules::rules(&it.rules, &fields));
    let v = if checks.is_empty() {
        quote! { _v }
    } else {
        quote! { v }
    };
    let encode = encode(it, body, scope);
    let head = match &it.output {
        Output::Several { .. } => quote! { head },
        Output::One { .. } => quote! { _head },
    };
    let (decode, body_name) = decode(it, scope);
    let message = message(it, &output, scope);
    let errors = errors(it, &output, definitions, scope);
    let replay = by_request::replay(it, scope);
    let pool = by_request::pool(it, scope);
    let identifiers = by_request::identifiers(it, body, definitions, scope);
    quote! {
        impl #trait_name for #request {
            type Output = #output;

            const META: #meta_type = #meta;

            fn validate(&self, #v: &mut #violations) { #(#checks)* }

            fn encode(&self, w: &mut #writer) { #(#encode)* }

            #[inline]
            fn decode(#head: &#parts, #body_name: &[u8]) -> Result<#output, #error> { #decode }

            #message

            #errors

            #replay

            #pool

            #identifiers
        }
    }
}

/// Returns the check that a text in the path stays a segment of its own.
fn segment_check(parameter: &Parameter) -> Option<TokenStream> {
    let Parameter { place: Place::Path, field, .. } = parameter else { return None };
    let (name, wire) = (ident(&field.ident), &field.wire);
    matches!(field.ty, Type::Text | Type::Identifier)
        .then(|| quote! { v.segment(#wire, &self.#name); })
}

/// Returns the check that a text can stand in a header.
fn header(field: &Field) -> Option<TokenStream> {
    let (name, wire) = (ident(&field.ident), &field.wire);
    match (&field.ty, field.presence) {
        (Type::Text | Type::Identifier, Presence::Required) => {
            Some(quote! { v.header(#wire, &self.#name); })
        }
        (Type::Text | Type::Identifier, _) => Some(quote! {
            if let Some(value) = &self.#name {
                v.header(#wire, value);
            }
        }),
        _ => None,
    }
}

/// Returns the checks of the body. The fields of an object are named as in the body itself.
fn body_checks(body: &Field, definitions: &[&Definition]) -> Vec<TokenStream> {
    match &body.ty {
        Type::Named(named) if named.shape == Shape::Struct => {
            let name = ident(&body.ident);
            let is_checked = has_checks(&named.name, definitions);
            is_checked.then(|| quote! { self.#name.validate(v); }).into_iter().collect()
        }
        _ => checks(&[body], definitions),
    }
}

fn encode(it: &Operation, body: Option<&Field>, scope: &mut Scope) -> Vec<TokenStream> {
    let mut statements = Vec::new();
    for segment in &it.path {
        statements.push(match segment {
            Segment::Fixed(text) => quote! { w.path(#text); },
            Segment::Value(name) => {
                let parameter =
                    it.parameters.iter().find(|parameter| parameter.field.wire == *name);
                let Some(parameter) = parameter else { continue };
                let name = ident(&parameter.field.ident);
                quote! { w.path_value(&self.#name); }
            }
        });
    }
    for parameter in it.parameters.iter().filter(|parameter| parameter.place == Place::Query) {
        let name = ident(&parameter.field.ident);
        let wire = percent_encoded(&parameter.field.wire);
        statements.push(match (&parameter.field.ty, parameter.field.presence) {
            (Type::List(_), _) if parameter.explode => quote! { w.query_each(#wire, &self.#name); },
            (Type::List(_), _) => quote! { w.query_list(#wire, &self.#name); },
            (_, Presence::Required) => quote! { w.query(#wire, &self.#name); },
            (_, _) => quote! { w.query_opt(#wire, self.#name.as_ref()); },
        });
    }
    for parameter in it.parameters.iter().filter(|parameter| parameter.place == Place::Header) {
        let (name, wire) = (ident(&parameter.field.ident), &parameter.field.wire);
        statements.push(match parameter.field.presence {
            Presence::Required => quote! { w.header(#wire, &self.#name); },
            _ => quote! { w.header_opt(#wire, self.#name.as_ref()); },
        });
    }
    if let Some(body) = body {
        let name = ident(&body.ident);
        let json = quote! { w.json(&self.#name); };
        statements.push(match it.body.as_ref().and_then(|body| body.form) {
            None => json,
            Some(form) => form::encode(it, form, &json, scope),
        });
    }
    statements
}

/// Returns the decoding of the reply, and the name of its body argument. It is marked for inlining, so that
/// its parser is compiled only where the endpoint is used, and not for every endpoint in every build.
fn decode(it: &Operation, scope: &mut Scope) -> (TokenStream, TokenStream) {
    let one =
        |ty: &Option<Type>, variant: TokenStream, scope: &mut Scope| match (ty, variant.is_empty())
        {
            // The reply of a series needs only its rows, so they can be read in one pass.
            (Some(_), true) if it.series.is_some() && nested::row(it).is_none() => {
                let reply = scope.core("reply");
                quote! { #reply::series::<Self>(body) }
            }
            (Some(_), true) => {
                let reply = scope.core("reply");
                quote! { #reply::json(body) }
            }
            (Some(_), false) => {
                let reply = scope.core("reply");
                quote! { #reply::json(body).map(#variant) }
            }
            (None, true) => quote! { Ok(()) },
            (None, false) => quote! { Ok(#variant) },
        };
    match &it.output {
        Output::One { ty, .. } => {
            let name = if ty.is_some() {
                quote! { body }
            } else {
                quote! { _body }
            };
            (one(ty, quote! {}, scope), name)
        }
        Output::Several { name, replies } => {
            let name = ident(name);
            let arms: Vec<_> = replies
                .iter()
                .enumerate()
                .map(|(index, reply)| {
                    let variant = ident(&reply.name);
                    let made = one(&reply.ty, quote! { #name::#variant }, scope);
                    // An unknown status is read like the first.
                    let status = proc_macro2::Literal::u16_unsuffixed(reply.status);
                    let pattern = if index == 0 {
                        quote! { _ }
                    } else {
                        quote! { #status }
                    };
                    quote! { #pattern => #made, }
                })
                .collect();
            let (first, rest) = arms
                .split_first()
                .map_or((quote! {}, &[][..]), |(first, rest)| (first.clone(), rest));
            (quote! { match head.status.as_u16() { #(#rest)* #first } }, quote! { body })
        }
    }
}

fn message(it: &Operation, output: &TokenStream, scope: &mut Scope) -> TokenStream {
    let body = match &it.output {
        Output::One { .. } => it.message.as_ref().map(|field| {
            let name = ident(&field.ident);
            match field.required {
                true => quote! { Some(&output.#name) },
                false => quote! { output.#name.as_ref() },
            }
        }),
        Output::Several { replies, .. } if replies.iter().any(|reply| reply.message.is_some()) => {
            let arms = replies.iter().map(|reply| {
                let variant = ident(&reply.name);
                match (&reply.message, &reply.ty) {
                    (Some(field), _) => {
                        let name = ident(&field.ident);
                        let message = match field.required {
                            true => quote! { Some(&reply.#name) },
                            false => quote! { reply.#name.as_ref() },
                        };
                        quote! { Self::Output::#variant(reply) => #message, }
                    }
                    (None, Some(_)) => quote! { Self::Output::#variant(_) => None, },
                    (None, None) => quote! { Self::Output::#variant => None, },
                }
            });
            Some(quote! { match output { #(#arms)* } })
        }
        Output::Several { .. } => None,
    };
    let Some(body) = body else { return quote! {} };
    let message = scope.core("Message");
    quote! { fn message(output: &#output) -> Option<&#message> { #body } }
}

/// Returns the list of problems that a success may contain.
fn errors(
    it: &Operation,
    output: &TokenStream,
    definitions: &[&Definition],
    scope: &mut Scope,
) -> TokenStream {
    let Output::One { ty: Some(Type::Named(reply)), .. } = &it.output else { return quote! {} };
    let fields = definitions.iter().find_map(|definition| match definition {
        Definition::Struct(made) if made.name == reply.name => Some(&made.fields),
        _ => None,
    });
    let is_partial = |field: &&Field| field.ty == Type::HandWritten(HandWritten::PartialErrors);
    if let Some(field) = fields.and_then(|fields| fields.iter().find(is_partial)) {
        let (name, partial) = (ident(&field.ident), scope.core("PartialErrors"));
        return quote! {
            fn partial_errors(output: &#output) -> Option<&#partial> { Some(&output.#name) }
        };
    }
    let is_errors = |field: &&Field| {
        field.wire == "errors"
            && field.presence != Presence::Nullable
            && matches!(&field.ty, Type::List(item) if matches!(item.ty, Type::Json))
    };
    let Some(field) = fields.and_then(|fields| fields.iter().find(is_errors)) else {
        return quote! {};
    };
    let (name, value) = (ident(&field.ident), scope.from("serde_json", "Value"));
    quote! { fn errors(output: &#output) -> &[#value] { &output.#name } }
}
