//! Nested series: rows with many numbers, each with labels and a name.

use std::collections::BTreeSet;

use super::lowering::Lower;
use super::roles::Rows;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Definition, Item, Label, Named, NestedRow, Presence, RowContent, Shape, Struct, Type,
};
use crate::spec::model::{At, Schema, SeriesRoles};

impl Lower<'_> {
    /// Returns the label that the keys of a map or the items of a list give.
    pub(super) fn label(&mut self, schema: &Schema) -> Option<Label> {
        let keys = schema.label_keys.as_deref().unwrap_or_default();
        let Some(label) = &schema.label else {
            if let Some(key) = keys.first() {
                let message = "`x-braze-label-key` stands beside `x-braze-label`";
                self.push(Diagnostic::new("misplaced-key", key.span, message));
            }
            return None;
        };
        let keys = keys.iter().map(|key| key.value.clone()).collect();
        Some(Label { name: label.value.clone(), keys })
    }

    /// Returns the rows with many numbers.
    pub(super) fn nested_rows(
        &mut self,
        roles: &SeriesRoles,
        labels: &[At<String>],
        reply: &Struct,
        definitions: &[Definition],
    ) -> Option<Rows> {
        let mut names: Vec<&str> = roles.rows.value.split('.').collect();
        let last = names.pop().unwrap_or_default();
        let at = |name: &str| At { value: name.to_owned(), span: roles.rows.span };
        let mut owner = reply.clone();
        let mut path = Vec::new();
        for name in names {
            let field = self.role(&at(name), "the reply", &owner.fields)?.clone();
            let inner = match &field.ty {
                Type::Named(named) => self.object_of(named, definitions),
                _ => None,
            };
            let Some(inner) = inner else {
                let message = format!("`{name}` must be an object");
                self.push(Diagnostic::new("bad-role", roles.rows.span, message));
                return None;
            };
            path.push((field.ident, field.presence != Presence::Required));
            owner = inner;
        }
        let rows = self.role(&at(last), "the reply", &owner.fields)?.clone();
        let row = match &rows.ty {
            Type::List(item) => match &item.ty {
                Type::Named(named) => self.object_of(named, definitions).zip(Some((named, item))),
                _ => None,
            },
            _ => None,
        };
        let Some((row, (named, item))) = row else {
            let message = format!("`{}` must be a list of objects", roles.rows.value);
            self.push(Diagnostic::new("bad-role", roles.rows.span, message));
            return None;
        };
        let time = self.role(&roles.time, "a row", &row.fields)?;
        if time.ty != Type::SeriesTime {
            let message = format!("`{}` must have `x-braze-type: series-time`", time.wire);
            self.push(Diagnostic::new("bad-role", roles.time.span, message));
        }
        let mut parts = Parts { roles, definitions, names: Vec::new(), used: BTreeSet::new() };
        parts.names.push(row.name.clone());
        parts.add(self, &row);
        for label in labels {
            if !parts.used.contains(&label.value) {
                let message = format!("nothing below a row has the label `{}`", label.value);
                self.push(
                    Diagnostic::new("bad-role", label.span, message)
                        .help("write `x-braze-label` beside the map or the list that gives it"),
                );
            }
        }
        let (point, rows_nullable, home) = (row.name.clone(), item.nullable, named.home);
        let nested = NestedRow {
            labels: labels.iter().map(|label| label.value.clone()).collect(),
            path,
            rows_nullable,
            home,
            time_required: time.presence == Presence::Required,
            parts: parts.names,
        };
        let (rows, time) = (rows.ident, time.ident.clone());
        Some(Rows { point, rows, time, content: RowContent::Nested(nested) })
    }

    /// Returns an object of the operation, or a shared one.
    fn object_of(&self, named: &Named, definitions: &[Definition]) -> Option<Struct> {
        if named.shape != Shape::Struct {
            return None;
        }
        self.object_named(&named.name, definitions).cloned()
    }
}

/// The objects below a row, while they are found.
struct Parts<'a> {
    roles: &'a SeriesRoles,
    definitions: &'a [Definition],
    /// The names of those that were found.
    names: Vec<String>,
    /// The labels that were met.
    used: BTreeSet<String>,
}

impl Parts<'_> {
    /// Adds everything below an object.
    fn add(&mut self, lower: &mut Lower<'_>, object: &Struct) {
        for field in &object.fields {
            self.value(lower, &field.wire, &field.ty);
        }
    }

    fn value(&mut self, lower: &mut Lower<'_>, wire: &str, ty: &Type) {
        match ty {
            Type::Named(named) => {
                let Some(object) = lower.object_of(named, self.definitions) else { return };
                if !self.names.contains(&object.name) {
                    self.names.push(object.name.clone());
                    self.add(lower, &object);
                }
            }
            Type::List(item) | Type::Map(item) => self.items(lower, wire, item),
            _ => {}
        }
    }

    fn items(&mut self, lower: &mut Lower<'_>, wire: &str, item: &Item) {
        let labels = self.roles.labels.as_deref().unwrap_or_default();
        let span = self.roles.rows.span;
        let is_object = matches!(&item.ty, Type::Named(named) if named.shape == Shape::Struct);
        match &item.label {
            Some(label) if labels.iter().any(|known| known.value == label.name) => {
                self.used.insert(label.name.clone());
                self.keys_are_texts(lower, label, item);
            }
            Some(label) => {
                let message = format!("`labels` lacks `{}`, the label of `{wire}`", label.name);
                lower.push(Diagnostic::new("bad-role", span, message));
            }
            None if is_object => {
                let message = format!("the objects of `{wire}` must have a label");
                lower.push(
                    Diagnostic::new("bad-role", span, message)
                        .help("write `x-braze-label` beside the map or the list"),
                );
            }
            None => {}
        }
        self.value(lower, wire, &item.ty);
    }

    /// Reports a key that is not a text of the item.
    fn keys_are_texts(&self, lower: &mut Lower<'_>, label: &Label, item: &Item) {
        let Type::Named(named) = &item.ty else { return };
        let Some(object) = lower.object_of(named, self.definitions) else { return };
        for key in &label.keys {
            let is_text = |wire: &str, ty: &Type| *wire == **key && *ty == Type::Text;
            if !object.fields.iter().any(|field| is_text(&field.wire, &field.ty)) {
                let message = format!(
                    "`{key}` must be a string of the items with the label `{}`",
                    label.name
                );
                lower.push(Diagnostic::new("bad-role", self.roles.rows.span, message));
            }
        }
    }
}
