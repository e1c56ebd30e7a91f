//! Bounds of values, and keys of schemas that have no effect.

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Bound, Bounds};
use crate::spec::model::{At, Number, Schema, TypeWord};
use crate::spec::source::Span;
use crate::spec::yaml::Key;

impl Lower<'_> {
    /// Returns the bounds that a schema sets beyond its type.
    pub(super) fn bounds(&mut self, schema: &Schema) -> Bounds {
        let bound = |number: &At<Number>| match number.value {
            Number::Integer(value) => Bound::Integer(value),
            Number::Decimal(value) => Bound::Decimal(value),
        };
        let pair = |(key, value): &(Key, String)| (key.text.clone(), value.clone());
        let bounds = Bounds {
            min: schema.minimum.as_ref().map(bound),
            max: schema.maximum.as_ref().map(bound),
            shortest: schema.min_length.as_ref().or(schema.min_items.as_ref()).map(|it| it.value),
            longest: schema.max_length.as_ref().or(schema.max_items.as_ref()).map(|it| it.value),
            max_bytes: schema.max_bytes.as_ref().map(|it| it.value),
            characters: schema.characters.as_ref().and_then(|it| self.characters(it)),
            unique: schema.unique.as_ref().map(|it| it.value.clone()),
            first: schema.first.iter().flat_map(|it| it.value.iter()).map(pair).collect(),
            lines: schema.lines.as_ref().is_some_and(|it| it.value),
        };
        let integer =
            schema.kind.as_ref().is_some_and(|it| it.value.0.contains(&TypeWord::Integer));
        for bound in [&schema.minimum, &schema.maximum].into_iter().flatten() {
            if integer && matches!(bound.value, Number::Decimal(_)) {
                let message = "the bound of an integer must be an integer";
                self.push(Diagnostic::new("bad-value", bound.span, message));
            }
        }
        if let (Some(min), Some(max)) = (&schema.minimum, &schema.maximum)
            && min.value.as_f64() > max.value.as_f64()
        {
            self.push(
                Diagnostic::new("empty-range", max.span, "this range contains no number")
                    .label("the maximum")
                    .also(min.span, "the minimum is greater"),
            );
        }
        if let (Some(shortest), Some(longest)) = (bounds.shortest, bounds.longest)
            && shortest > longest
        {
            let span = schema.max_length.as_ref().or(schema.max_items.as_ref());
            let span = span.map_or(schema.span, |it| it.span);
            self.push(Diagnostic::new("empty-range", span, "this range contains no length"));
        }
        bounds
    }

    /// Reports keys that do not apply to the schema's type.
    pub(super) fn misplaced(&mut self, schema: &Schema) {
        let word = schema
            .kind
            .as_ref()
            .and_then(|kind| kind.value.0.iter().copied().find(|word| *word != TypeWord::Null));
        let Some(word) = word else { return };
        let (text, number) =
            (word == TypeWord::String, matches!(word, TypeWord::Integer | TypeWord::Number));
        let (list, object) = (word == TypeWord::Array, word == TypeWord::Object);
        let span = |it: &Option<At<u32>>| it.as_ref().map(|it| it.span);
        let keys = [
            ("minimum", schema.minimum.as_ref().map(|it| it.span), number),
            ("maximum", schema.maximum.as_ref().map(|it| it.span), number),
            ("minLength", span(&schema.min_length), text),
            ("maxLength", span(&schema.max_length), text),
            ("minItems", span(&schema.min_items), list),
            ("maxItems", span(&schema.max_items), list),
            ("items", schema.items.as_ref().map(|it| it.span), list),
            ("x-braze-unique", schema.unique.as_ref().map(|it| it.span), list),
            ("x-braze-first", schema.first.as_ref().map(|it| it.span), list),
            ("x-braze-characters", schema.characters.as_ref().map(|it| it.span), text),
            ("x-braze-max-bytes", span(&schema.max_bytes), text || object),
            ("enum", schema.words.as_ref().map(|it| it.span), text),
            ("x-braze-lines", schema.lines.as_ref().map(|it| it.span), text),
            ("x-braze-secret", schema.secret.as_ref().map(|it| it.span), text),
            ("x-braze-type", schema.hand_written.as_ref().map(|it| it.span), text),
            ("properties", schema.properties.as_ref().map(|it| it.span), object),
            (
                "required",
                schema.required.as_ref().and_then(|it| it.first()).map(|it| it.span),
                object,
            ),
            ("additionalProperties", schema.additional.as_ref().map(|it| it.span), object),
        ];
        for (key, span, fits) in keys {
            if let (Some(span), false) = (span, fits) {
                let kind = schema.kind.as_ref().map_or(schema.span, |kind| kind.span);
                let message = format!("`{key}` does not apply to a value of this type");
                self.push(
                    Diagnostic::new("misplaced-key", span, message).also(kind, "the type is here"),
                );
            }
        }
    }

    /// Reports keys beside a `$ref`, which would be ignored.
    pub(super) fn alone(&mut self, schema: &Schema, span: Span) {
        let others = [
            schema.kind.as_ref().map(|it| it.span),
            schema.format.as_ref().map(|it| it.span),
            schema.words.as_ref().map(|it| it.span),
            schema.minimum.as_ref().map(|it| it.span),
            schema.maximum.as_ref().map(|it| it.span),
            schema.characters.as_ref().map(|it| it.span),
            schema.max_bytes.as_ref().map(|it| it.span),
            schema.items.as_ref().map(|it| it.span),
            schema.unique.as_ref().map(|it| it.span),
            schema.first.as_ref().map(|it| it.span),
            schema.properties.as_ref().map(|it| it.span),
            schema.additional.as_ref().map(|it| it.span),
            schema.hand_written.as_ref().map(|it| it.span),
            schema.name.as_ref().map(|it| it.span),
        ];
        for other in others.into_iter().flatten() {
            self.push(
                Diagnostic::new(
                    "misplaced-key",
                    other,
                    "this key would be ignored beside a `$ref`",
                )
                .also(span, "the whole schema is there")
                .help("move it to the shared schema, or write the whole schema here"),
            );
        }
    }
}
