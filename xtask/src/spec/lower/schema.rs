//! Schemas: lowered from JSON Schema to Rust types.

use super::lowering::{Lower, Value};
use super::whole::whole;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Definition, Field, Home, Item, Named, Presence, Shape, Side, Struct, Type, Words,
};
use crate::spec::model::{Additional, At, Entries, Number, Schema, TypeWord, Wide};
use crate::spec::names;
use crate::spec::source::Span;
use crate::spec::yaml::Key;

/// The variant for unknown words of an open set.
const UNKNOWN_WORD: &str = "Other";

/// The destination of types from nested schemas, and the base of their names.
pub(super) struct Place<'a> {
    pub(super) side: Side,
    pub(super) home: Home,
    /// True directly within an open object, whose scalars are read leniently.
    pub(super) is_open: bool,
    /// The name of a new type, in any spelling.
    pub(super) name: String,
    pub(super) definitions: &'a mut Vec<Definition>,
}

impl Place<'_> {
    /// Returns the place of something inside, named after both.
    fn within(&mut self, name: &str) -> Place<'_> {
        let name = format!("{} {name}", self.name);
        Place {
            side: self.side,
            home: self.home,
            is_open: false,
            name,
            definitions: self.definitions,
        }
    }
}

impl Lower<'_> {
    pub(super) fn schema(&mut self, schema: &Schema, place: &mut Place<'_>) -> Option<Value> {
        let source = self.fact(schema.source.as_ref());
        let description = tidy(schema.description.as_deref());
        if let Some(reference) = &schema.reference {
            self.alone(schema, reference.span);
            let mut value = self.shared(reference, place.side)?;
            value.description = description.or(value.description);
            value.source = source.or(value.source);
            return Some(value);
        }
        if let Some(wide) = &schema.hand_written
            && let Some(whole) = whole(wide.value)
        {
            return self.whole(whole, wide.span, schema, description, place.side);
        }
        if let Some(wide) = schema.hand_written.as_ref().filter(|it| it.value == Wide::Envelope) {
            let message = "this type is allowed only for the body of a failure";
            let help =
                "write `x-braze-type: envelope` on a shared schema that only failures refer to";
            self.push(Diagnostic::new("unsupported-schema", wide.span, message).help(help));
            return None;
        }
        self.misplaced(schema);
        if let Some(all_of) = schema.all_of.as_ref().filter(|_| schema.rules.is_none()) {
            self.push(
                Diagnostic::new(
                    "unsupported-key",
                    all_of.span,
                    "`allOf` is not part of the subset",
                )
                .help("write the fields out, or use `$ref` alone"),
            );
        }
        let (word, nullable) = self.kind(schema, place)?;
        let ty = match word {
            None => Type::Json,
            Some(TypeWord::Boolean) => Type::Boolean,
            Some(TypeWord::Integer) => integer(schema, place.side),
            Some(TypeWord::Number) => Type::F64,
            Some(TypeWord::String) => self.text(schema, place, description.as_deref())?,
            Some(TypeWord::Array) => {
                let Some(items) = &schema.items else {
                    self.push(
                        Diagnostic::new(
                            "missing-key",
                            schema.span,
                            "the schema of a list must have the key `items`",
                        )
                        .help("describe the items of the list under `items`"),
                    );
                    return None;
                };
                let mut within = Place {
                    side: place.side,
                    home: place.home,
                    is_open: false,
                    name: names::singular(&place.name),
                    definitions: place.definitions,
                };
                let item = self.schema(items, &mut within)?;
                if item.nullable && place.side != Side::Reply {
                    self.unsupported(items.span, "nullable items of a request's list");
                }
                if matches!(item.ty, Type::Secret | Type::File) {
                    self.unsupported(items.span, "a list of secrets or files");
                }
                let Value { ty, bounds, nullable, .. } = item;
                self.fits_items(schema, &ty, place);
                let label = self.label(schema);
                let alone = self.is_alone(schema, &ty);
                Type::List(Box::new(Item { ty, bounds, nullable, alone, label }))
            }
            Some(TypeWord::Object | TypeWord::Null) => {
                self.object(schema, place, description.as_deref())?
            }
        };
        let bounds = self.bounds(schema);
        let deprecated = schema.deprecated.unwrap_or_default();
        let default = schema.default.clone();
        Some(Value { ty, nullable, bounds, description, source, deprecated, default })
    }

    /// Returns the type's word, if there is one, and `true` if `null` is beside it.
    fn kind(&mut self, schema: &Schema, place: &Place<'_>) -> Option<(Option<TypeWord>, bool)> {
        let Some(kind) = &schema.kind else {
            if schema.properties.is_some() || schema.words.is_some() {
                self.push(
                    Diagnostic::new(
                        "missing-key",
                        schema.span,
                        "this schema must have the key `type`",
                    )
                    .help("write `type: object` beside `properties`, `type: string` beside `enum`"),
                );
                return None;
            }
            return Some((None, false));
        };
        let nullable = kind.value.0.contains(&TypeWord::Null);
        let words = &kind.value.0;
        if place.is_open && words.contains(&TypeWord::Integer) && words.contains(&TypeWord::String)
        {
            // An open object takes a number that is written as a text for the number.
            return Some((Some(TypeWord::Integer), nullable));
        }
        if place.is_open && words.contains(&TypeWord::Array) && words.contains(&TypeWord::String) {
            // An open object takes one text for a list of it.
            return Some((Some(TypeWord::Array), nullable));
        }
        let mut others = words.iter().filter(|word| **word != TypeWord::Null);
        match (others.next(), others.next()) {
            (Some(word), None) => Some((Some(*word), nullable)),
            (None, _) => {
                self.unsupported(kind.span, "a value that is always `null`");
                None
            }
            (Some(_), Some(_)) => {
                self.push(
                    Diagnostic::new("unsupported-schema", kind.span, "a value has one type here")
                        .help("name one type, optionally with `\"null\"`, or omit `type` for any JSON"),
                );
                None
            }
        }
    }

    fn text(
        &mut self,
        schema: &Schema,
        place: &mut Place<'_>,
        description: Option<&str>,
    ) -> Option<Type> {
        if let Some(wide) = &schema.hand_written {
            return self.wide(wide, place.side);
        }
        if let Some(secret) = schema.secret.as_ref().filter(|secret| secret.value) {
            return self.secret(secret.span, schema, place);
        }
        if let Some(words) = &schema.words {
            return self.words(words, schema.name.as_ref(), place, description);
        }
        match schema.format.as_ref().map(|format| format.value.as_str()) {
            // The server's text is preserved: an odd spelling must not fail a reply.
            Some("date" | "date-time" | "date-time-local") if place.side == Side::Reply => {
                Some(Type::SeriesTime)
            }
            Some("date") => Some(Type::Date),
            Some("date-time") => Some(Type::Timestamp),
            Some("date-time-local") => Some(Type::LocalDateTime),
            Some("binary") if self.in_form => Some(Type::File),
            _ => Some(Type::Text),
        }
    }

    /// A string that must not be shown.
    fn secret(&mut self, span: Span, schema: &Schema, place: &Place<'_>) -> Option<Type> {
        let problem = match place.side {
            Side::Reply | Side::Query => "a secret is a string in the body of a request",
            Side::Body
                if schema.words.is_some()
                    // A bundled spec has the format by which other tools know a secret.
                    || schema.format.as_ref().is_some_and(|it| it.value != "password") =>
            {
                "a secret is any text: it has no `enum` and no `format`"
            }
            Side::Body if place.home == Home::Components => {
                "a secret is described in the operation itself, not in a shared schema"
            }
            Side::Body => return Some(Type::Secret),
        };
        self.push(Diagnostic::new("unsupported-schema", span, problem));
        None
    }

    fn wide(&mut self, wide: &At<Wide>, side: Side) -> Option<Type> {
        match wide.value {
            Wide::Identifier if side == Side::Reply => Some(Type::Text),
            Wide::Identifier => Some(Type::Identifier),
            Wide::Message if side == Side::Reply => Some(Type::Message),
            Wide::SeriesTime if side == Side::Reply => Some(Type::SeriesTime),
            _ => {
                self.push(
                    Diagnostic::new(
                        "unsupported-schema",
                        wide.span,
                        "this type is allowed only in replies",
                    )
                    .help("in a request, write `format: date-time`, or remove `x-braze-type`"),
                );
                None
            }
        }
    }

    fn words(
        &mut self,
        words: &At<Vec<At<String>>>,
        name: Option<&At<String>>,
        place: &mut Place<'_>,
        description: Option<&str>,
    ) -> Option<Type> {
        let name = self.definition_name(name, place, words.span)?;
        let mut variants: Vec<(String, String)> = Vec::new();
        for word in &words.value {
            let mut variant = self.type_name(word)?;
            if place.side == Side::Reply && variant == UNKNOWN_WORD {
                variant.push_str("Word");
            }
            let clash =
                variants.iter().find(|(known, made)| *known == word.value || *made == variant);
            if let Some((known, _)) = clash {
                let message =
                    format!("`{}` and `{known}` become the same name in Rust", word.value);
                self.push(Diagnostic::new("duplicate-word", word.span, message));
                return None;
            }
            variants.push((word.value.clone(), variant));
        }
        if variants.is_empty() {
            self.push(Diagnostic::new(
                "unsupported-schema",
                words.span,
                "an `enum` must have at least one word",
            ));
            return None;
        }
        let shape = match place.side {
            Side::Reply => Shape::Open,
            Side::Query | Side::Body => {
                Shape::Choice(variants.iter().map(|(word, _)| word.clone()).collect())
            }
        };
        place.definitions.push(Definition::Words(Words {
            name: name.clone(),
            description: description.unwrap_or_default().to_owned(),
            side: place.side,
            words: variants,
        }));
        Some(Type::Named(Named { name, home: place.home, shape }))
    }

    fn object(
        &mut self,
        schema: &Schema,
        place: &mut Place<'_>,
        description: Option<&str>,
    ) -> Option<Type> {
        if place.side == Side::Query {
            self.unsupported(schema.span, "an object in a path or a query");
            return None;
        }
        let Some(properties) = &schema.properties else {
            let values = match schema.additional.as_ref().map(|additional| &additional.value) {
                Some(Additional::Of(values)) => {
                    let value = self.schema(values, &mut place.within("value"))?;
                    if value.nullable && place.side != Side::Reply {
                        self.unsupported(values.span, "nullable values of a request's map");
                    }
                    if matches!(value.ty, Type::Secret | Type::File) {
                        self.unsupported(values.span, "a map of secrets or files");
                    }
                    let Value { ty, bounds, nullable, .. } = value;
                    Item { ty, bounds, nullable, alone: false, label: self.label(schema) }
                }
                Some(Additional::Any(true)) | None => Item::any(),
                Some(Additional::Any(false)) => {
                    self.unsupported(schema.span, "an object without any fields");
                    return None;
                }
            };
            return Some(Type::Map(Box::new(values)));
        };
        let extra = self.extra(schema, place);
        let name = self.definition_name(schema.name.as_ref(), place, schema.span)?;
        // The position is reserved before the fields are lowered, so that outer types come first.
        let index = place.definitions.len();
        place.definitions.push(Definition::Struct(Box::new(Struct {
            name: name.clone(),
            description: description.unwrap_or_default().to_owned(),
            side: place.side,
            fields: Vec::new(),
            extra: None,
            rules: Vec::new(),
        })));
        let required = schema.required.as_deref().unwrap_or_default();
        let is_open = extra.is_some() && place.side == Side::Reply;
        let fields = self.fields(&properties.value, required, is_open, &name, place);
        self.required_are_known(required, &properties.value);
        self.rules_fit(schema, place.side);
        let rules =
            self.rules(schema.rules.as_deref(), "the object", &fields.iter().collect::<Vec<_>>());
        if let Some(Definition::Struct(made)) = place.definitions.get_mut(index) {
            (made.fields, made.extra, made.rules) = (fields, extra, rules);
        }
        Some(Type::Named(Named { name, home: place.home, shape: Shape::Struct }))
    }

    /// The values of fields that the spec does not know. Those of a reply are any JSON, since nothing that
    /// stands there may fail it.
    fn extra(&mut self, schema: &Schema, place: &mut Place<'_>) -> Option<Item> {
        match &schema.additional.as_ref()?.value {
            Additional::Any(true) => Some(Item::any()),
            Additional::Any(false) => None,
            Additional::Of(values) => {
                let Value { ty, bounds, nullable, .. } =
                    self.schema(values, &mut place.within("extra"))?;
                let is_reply = place.side == Side::Reply;
                let given = Item { ty, bounds, nullable, alone: false, label: None };
                Some(if is_reply { Item::any() } else { given })
            }
        }
    }

    /// Notes rules where nothing would check them.
    fn rules_fit(&mut self, schema: &Schema, side: Side) {
        let first = schema.rules.iter().flatten().next();
        if let Some(rule) = first.filter(|_| side == Side::Reply) {
            let message = "rules are checked in requests only";
            self.push(Diagnostic::new("misplaced-key", rule.span, message));
        }
    }

    fn fields(
        &mut self,
        properties: &Entries<Schema>,
        required: &[At<String>],
        is_open: bool,
        name: &str,
        place: &mut Place<'_>,
    ) -> Vec<Field> {
        let mut fields: Vec<Field> = Vec::new();
        for (key, property) in properties.iter() {
            let inner_name = match &self.rows {
                Some(rows) if *rows == key.text => "point",
                _ => key.text.as_str(),
            };
            let mut inner = Place {
                side: place.side,
                home: place.home,
                is_open,
                name: format!("{name} {inner_name}"),
                definitions: place.definitions,
            };
            let Some(mut value) = self.schema(property, &mut inner) else { continue };
            let demand = required.iter().find(|name| name.value == key.text);
            if let Some(name) = demand.filter(|_| is_open) {
                self.push(
                    Diagnostic::new(
                        "unsupported-schema",
                        name.span,
                        format!("`{}` is required in an object that is not fully known", key.text),
                    )
                    .help("take it out of `required`, or `additionalProperties` out of the object"),
                );
            }
            let required = demand.is_some();
            let presence = match (required, value.nullable) {
                (true, false) => Presence::Required,
                (true, true) => Presence::Nullable,
                (false, true) if place.side == Side::Body => Presence::Removable,
                (false, false) if place.side == Side::Body && value.may_be_empty() => {
                    value.bounds.shortest = None;
                    Presence::Emptiable
                }
                (false, _) => Presence::Optional,
            };
            let Some(field) = self.field(key, value, presence) else { continue };
            if let Some(known) = fields.iter().find(|known| known.ident == field.ident) {
                let message =
                    format!("`{}` and `{}` become the same name in Rust", known.wire, field.wire);
                self.push(Diagnostic::new("duplicate-name", key.span, message));
                continue;
            }
            fields.push(field);
        }
        fields
    }

    /// Returns a field of a struct from its name on the wire.
    pub(super) fn field(&mut self, key: &Key, value: Value, presence: Presence) -> Option<Field> {
        let Some(ident) = names::field(&key.text) else {
            self.bad_name(key.span, &key.text);
            return None;
        };
        Some(Field {
            wire: key.text.clone(),
            ident,
            ty: value.ty,
            presence,
            is_boxed: false,
            bounds: value.bounds,
            description: value.description.unwrap_or_default(),
            source: value.source,
            deprecated: value.deprecated,
            default: value.default,
        })
    }

    /// Returns `true` if one text may stand for a list. Notes it where the items are not texts.
    fn is_alone(&mut self, schema: &Schema, item: &Type) -> bool {
        let kind = schema.kind.as_ref().filter(|kind| kind.value.0.contains(&TypeWord::String));
        let Some(kind) = kind else { return false };
        if *item != Type::Text {
            self.unsupported(
                kind.span,
                "one text instead of a list whose items are something else",
            );
        }
        true
    }

    fn required_are_known(&mut self, required: &[At<String>], properties: &Entries<Schema>) {
        for name in required {
            if properties.get(&name.value).is_none() {
                let message =
                    format!("`{}` is required, but is not among the `properties`", name.value);
                let near = crate::spec::suggest::nearest(&name.value, properties.names());
                let diagnostic = Diagnostic::new("unknown-field", name.span, message);
                self.push(match near {
                    Some(near) => {
                        diagnostic.suggest(name.span, "there is one with a similar name", near)
                    }
                    None => diagnostic,
                });
            }
        }
    }

    /// Returns the name of a type that is defined here.
    fn definition_name(
        &mut self,
        name: Option<&At<String>>,
        place: &Place<'_>,
        span: Span,
    ) -> Option<String> {
        match name {
            Some(name) => self.type_name(name),
            None => self.type_name(&At { value: place.name.clone(), span }),
        }
    }

    pub(super) fn unsupported(&mut self, span: Span, what: &str) {
        let message = format!("not supported: {what}");
        self.push(Diagnostic::new("unsupported-schema", span, message));
    }
}

/// Returns the integer type. Counts are unsigned; requests use the smallest type within the bounds.
fn integer(schema: &Schema, side: Side) -> Type {
    let number = |it: &Option<At<Number>>| it.as_ref().map(|it| it.value.as_f64());
    match (number(&schema.minimum), number(&schema.maximum)) {
        (Some(min), _) if min < 0.0 => Type::I64,
        (None, _) => Type::I64,
        (Some(_), Some(max)) if side != Side::Reply && max <= f64::from(u32::MAX) => Type::U32,
        (Some(_), _) => Type::U64,
    }
}

/// Trims a description. Returns `None` if nothing is left.
pub(super) fn tidy(description: Option<&str>) -> Option<String> {
    description.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
