//! Conditions on the items of a request's list: the field that tells them apart, and the first one.

use super::lowering::Lower;
use super::schema::Place;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{HandWritten, Named, Presence, Shape, Side, Type};
use crate::spec::model::Schema;
use crate::spec::source::Span;

impl Lower<'_> {
    /// Reports conditions on items that nothing would check.
    pub(super) fn fits_items(&mut self, schema: &Schema, item: &Type, place: &Place<'_>) {
        let unique = schema.unique.iter().map(|it| (it.span, it.value.as_str(), true));
        let first = schema.first.iter().flat_map(|it| it.value.iter());
        let first = first.map(|(key, _)| (key.span, key.text.as_str(), false));
        let named: Vec<(Span, &str, bool)> = unique.chain(first).collect();
        for (span, name, is_unique) in named {
            if place.side != Side::Body {
                let message = "items are compared in the bodies of requests only";
                self.push(Diagnostic::new("misplaced-key", span, message));
            } else if !self.is_comparable(name, is_unique, item, place) {
                let message = format!("the items have no required text `{name}`");
                self.push(Diagnostic::new("unknown-field", span, message));
            }
        }
    }

    fn is_comparable(&self, name: &str, is_unique: bool, item: &Type, place: &Place<'_>) -> bool {
        match item {
            Type::HandWritten(HandWritten::CatalogItem(_)) => is_unique && name == "id",
            Type::Named(object) => {
                let object = self.object_named(&object.name, place.definitions);
                let fields = object.into_iter().flat_map(|object| &object.fields);
                fields.into_iter().any(|field| {
                    let is_text = match &field.ty {
                        Type::Text | Type::Identifier => true,
                        Type::Named(Named { shape: Shape::Choice(_), .. }) => !is_unique,
                        _ => false,
                    };
                    field.wire == name && field.presence == Presence::Required && is_text
                })
            }
            _ => false,
        }
    }
}
