//! Types, values and fields, described in the words of a language.

use super::markdown::code;
use super::words::{Words, fill};
use crate::emit::harmless;
use crate::spec::ir::{
    Api, Bound, Bounds, Definition, Field, Named, Operation, Parameter, Presence, Shape, Type,
};

/// Returns the name of a type.
pub(super) fn type_name(ty: &Type, words: &Words) -> String {
    let types = &words.types;
    match ty {
        Type::Text | Type::Secret | Type::Message => types.text.clone(),
        Type::File => types.file.clone(),
        Type::Identifier => types.identifier.clone(),
        Type::Boolean => types.boolean.clone(),
        Type::U32 | Type::U64 | Type::I64 => types.integer.clone(),
        Type::F64 => types.number.clone(),
        Type::Date => types.date.clone(),
        Type::Timestamp => types.date_time.clone(),
        Type::LocalDateTime => types.local_date_time.clone(),
        Type::SeriesTime => types.series_time.clone(),
        Type::HandWritten(known) if known.is_object() => types.object.clone(),
        Type::Json | Type::HandWritten(_) => types.json.clone(),
        Type::Named(Named { shape: Shape::Struct, .. }) => types.object.clone(),
        Type::Named(_) => types.text.clone(),
        Type::List(item) => fill(&types.list, &[("item", &type_name(item, words))]),
        Type::Map(item) => fill(&types.map, &[("item", &type_name(item, words))]),
    }
}

/// Returns the allowed values of a parameter, and its default.
pub(super) fn values(parameter: &Parameter, words: &Words) -> String {
    let allowed = allowed(&parameter.field, words);
    let default = parameter.default.as_ref();
    let default = default.map(|value| fill(&words.parameters.default, &[("value", &code(value))]));
    match (allowed, default) {
        (Some(allowed), Some(default)) => format!("{allowed} ({default})"),
        (allowed, default) => allowed.or(default).unwrap_or_default(),
    }
}

fn allowed(field: &Field, words: &Words) -> Option<String> {
    choice(&field.ty).or_else(|| range(&field.bounds, &field.ty, words))
}

fn choice(ty: &Type) -> Option<String> {
    match ty {
        Type::Named(Named { shape: Shape::Choice(words), .. }) => Some(codes(words)),
        Type::List(item) => choice(item),
        _ => None,
    }
}

fn codes(words: &[String]) -> String {
    words.iter().map(|word| code(word)).collect::<Vec<_>>().join(", ")
}

fn range(bounds: &Bounds, ty: &Type, words: &Words) -> Option<String> {
    let number = |bound: Bound| match bound {
        Bound::Integer(value) => value.to_string(),
        Bound::Decimal(value) => value.to_string(),
    };
    let length = |bound: u32| bound.to_string();
    let numbers = between(bounds.min.map(number), bounds.max.map(number), words);
    let lengths = between(bounds.shortest.map(length), bounds.longest.map(length), words);
    let unit = match ty {
        Type::List(_) => &words.parameters.items,
        _ => &words.parameters.characters,
    };
    numbers.or_else(|| Some(fill(unit, &[("range", &lengths?)])))
}

fn between(min: Option<String>, max: Option<String>, words: &Words) -> Option<String> {
    let words = &words.parameters;
    match (min, max) {
        (Some(min), Some(max)) => Some(fill(&words.range, &[("min", &min), ("max", &max)])),
        (Some(min), None) => Some(fill(&words.at_least, &[("min", &min)])),
        (None, Some(max)) => Some(fill(&words.at_most, &[("max", &max)])),
        (None, None) => None,
    }
}

/// Returns the fields of a reply, including nested ones: name, presence, type, meaning.
pub(super) fn rows(ty: &Type, api: &Api, it: &Operation, words: &Words) -> Vec<[String; 4]> {
    let reply = &words.reply;
    let found =
        found(ty, api, it, words).into_iter().map(|Found { name, field, kind, meaning }| {
            let presence = match field.presence {
                Presence::Required => &reply.always,
                Presence::Nullable => &reply.nullable,
                Presence::Optional | Presence::Removable | Presence::Emptiable => &reply.optional,
            };
            [code(&name), presence.clone(), kind, meaning]
        });
    found.collect()
}

/// Returns the fields of a body, including nested ones: name, presence, type, values, meaning.
pub(super) fn body_rows(ty: &Type, api: &Api, it: &Operation, words: &Words) -> Vec<[String; 5]> {
    let found =
        found(ty, api, it, words).into_iter().map(|Found { name, field, kind, meaning }| {
            let presence = match field.presence {
                Presence::Required => &words.parameters.required,
                Presence::Nullable => &words.reply.nullable,
                Presence::Optional | Presence::Removable | Presence::Emptiable => {
                    &words.parameters.optional
                }
            };
            let values = allowed(field, words).unwrap_or_default();
            [code(&name), presence.clone(), kind, values, meaning]
        });
    found.collect()
}

fn found<'a>(ty: &'a Type, api: &'a Api, it: &'a Operation, words: &'a Words) -> Vec<Found<'a>> {
    let mut fields = Fields { api, it, words, open: Vec::new(), found: Vec::new() };
    fields.collect("", ty);
    fields.found
}

/// A field within a value.
struct Found<'a> {
    /// The name with those of its parents.
    name: String,
    field: &'a Field,
    kind: String,
    meaning: String,
}

/// A collector of the fields of a reply or a body.
struct Fields<'a> {
    api: &'a Api,
    it: &'a Operation,
    words: &'a Words,
    /// The types that are being visited: a type may contain itself.
    open: Vec<&'a str>,
    found: Vec<Found<'a>>,
}

impl<'a> Fields<'a> {
    /// Adds the fields within a value, with its name as a prefix.
    fn collect(&mut self, name: &str, ty: &'a Type) {
        match ty {
            Type::List(item) => self.collect(&format!("{name}[]"), item),
            Type::Map(item) => self.collect(&format!("{name}.*"), item),
            Type::Named(named) if !self.open.contains(&named.name.as_str()) => {
                let Some(Definition::Struct(found)) = definition(self.api, self.it, named) else {
                    return;
                };
                self.open.push(&named.name);
                for field in &found.fields {
                    self.field(name, field);
                }
                self.open.pop();
            }
            _ => {}
        }
    }

    fn field(&mut self, name: &str, field: &'a Field) {
        let name = match name {
            "" => field.wire.clone(),
            outer => format!("{outer}.{}", field.wire),
        };
        let mut meaning = harmless(&field.description);
        if let Some(known) = self.known_words(&field.ty) {
            meaning.push_str(&format!(" ({known})"));
        }
        if field.deprecated {
            meaning.push_str(&format!(" {}", self.words.parameters.deprecated));
        }
        let kind = type_name(&field.ty, self.words);
        self.found.push(Found { name: name.clone(), field, kind, meaning });
        self.collect(&name, &field.ty);
    }

    /// Returns the words of an open set.
    fn known_words(&self, ty: &Type) -> Option<String> {
        let Type::Named(named @ Named { shape: Shape::Open, .. }) = ty else { return None };
        let Definition::Words(found) = definition(self.api, self.it, named)? else { return None };
        let known: Vec<_> = found.words.iter().map(|(word, _)| word.clone()).collect();
        Some(fill(&self.words.reply.open, &[("words", &codes(&known))]))
    }
}

fn definition<'a>(api: &'a Api, it: &'a Operation, named: &Named) -> Option<&'a Definition> {
    it.definitions.iter().chain(&api.components).find(|known| known.name() == named.name)
}
