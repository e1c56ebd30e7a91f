//! Hand-written types that stand for a whole schema, and the characters of strings.

use super::lowering::{Lower, Value};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Bounds, Characters, HandWritten, ItemPart, Side, Type};
use crate::spec::model::{At, Schema, Wide};
use crate::spec::source::Span;

/// Returns the hand-written type that stands for a whole schema.
pub(super) fn whole(wide: Wide) -> Option<HandWritten> {
    match wide {
        Wide::AttributeValue => Some(HandWritten::AttributeValue),
        Wide::EventProperties => Some(HandWritten::EventProperties),
        Wide::PurchaseProperties => Some(HandWritten::PurchaseProperties),
        Wide::Audience => Some(HandWritten::Audience),
        Wide::CatalogItem => Some(HandWritten::CatalogItem(ItemPart::Whole)),
        Wide::CatalogItemChanges => Some(HandWritten::CatalogItem(ItemPart::Changes)),
        Wide::CatalogItemFields => Some(HandWritten::CatalogItem(ItemPart::Fields)),
        Wide::CatalogItemFieldChanges => Some(HandWritten::CatalogItem(ItemPart::FieldChanges)),
        Wide::CatalogItemId => Some(HandWritten::CatalogItem(ItemPart::Id)),
        Wide::PartialErrors => Some(HandWritten::PartialErrors),
        Wide::Identifier | Wide::Message | Wide::SeriesTime | Wide::Envelope => None,
    }
}

impl Lower<'_> {
    /// A value of a hand-written type. The rest of its schema is for other tools.
    pub(super) fn whole(
        &mut self,
        whole: HandWritten,
        span: Span,
        schema: &Schema,
        description: Option<String>,
        side: Side,
    ) -> Option<Value> {
        let fits = match side {
            Side::Reply => whole.is_in_replies(),
            Side::Body => whole.is_in_bodies(),
            Side::Query => false,
        };
        if !fits {
            let (place, found) = match whole.is_in_replies() {
                true => ("replies", "a request"),
                false => ("bodies of requests", "another place"),
            };
            let message = format!("this type is allowed only in {place}");
            let help = format!("write a schema without `x-braze-type` for {found}");
            self.push(Diagnostic::new("unsupported-schema", span, message).help(help));
            return None;
        }
        Some(Value {
            ty: Type::HandWritten(whole),
            nullable: false,
            bounds: Bounds::default(),
            description,
            source: self.fact(schema.source.as_ref()),
            deprecated: schema.deprecated.unwrap_or_default(),
            default: None,
        })
    }

    /// Reads the characters that a string may consist of.
    pub(super) fn characters(&mut self, written: &At<String>) -> Option<Characters> {
        let ranges = ranges(&written.value);
        if ranges.is_none() {
            self.push(
                Diagnostic::new("bad-value", written.span, "these are not characters and ranges")
                    .help("write them as between the brackets of a pattern: `A-Za-z0-9_.-`"),
            );
        }
        Some(Characters { ranges: ranges?, written: written.value.clone() })
    }
}

/// Returns the characters and ranges between the brackets of a pattern.
fn ranges(inner: &str) -> Option<Vec<(char, char)>> {
    let mut letters: Vec<(char, bool)> = Vec::new();
    let mut chars = inner.chars();
    while let Some(letter) = chars.next() {
        match letter {
            '\\' => letters.push((chars.next().filter(|it| !it.is_ascii_alphanumeric())?, true)),
            '[' | ']' | '^' => return None,
            letter => letters.push((letter, false)),
        }
    }
    let mut ranges = Vec::new();
    let mut rest = letters.as_slice();
    while let Some(((first, _), after)) = rest.split_first() {
        match after {
            [('-', false), (last, _), tail @ ..] if first <= last => {
                ranges.push((*first, *last));
                rest = tail;
            }
            _ => {
                ranges.push((*first, *first));
                rest = after;
            }
        }
    }
    (!ranges.is_empty()).then_some(ranges)
}
