//! Shared schemas: each becomes a type on one side of a call, or is used as if written in place.

use super::lowering::{Lower, Shared, Value};
use super::schema::Place;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Bounds, Definition, Home, Named, Shape, Side, Struct, Type};
use crate::spec::model::{At, Schema};
use crate::spec::names;

impl Lower<'_> {
    /// Returns an object by its name: one of the operation, or a shared one.
    pub(super) fn object_named<'s>(
        &'s self,
        name: &str,
        definitions: &'s [Definition],
    ) -> Option<&'s Struct> {
        let shared = self.shared.values().filter_map(|shared| shared.definition.as_ref());
        let found = definitions.iter().chain(shared).find(|definition| definition.name() == name);
        match found? {
            Definition::Struct(found) => Some(found),
            Definition::Words(_) => None,
        }
    }

    /// Lowers a shared schema. Objects and words become a type of their own, anything else
    /// is used as if written here.
    pub(super) fn shared(&mut self, reference: &At<String>, side: Side) -> Option<Value> {
        let (name, schema) = self.schema_ref(reference)?;
        let in_reply = side == Side::Reply;
        if let Some(shared) = self.shared.get(&name) {
            if shared.in_reply != in_reply && shared.definition.is_some() {
                let (first, value) = (shared.first, shared.value.clone());
                self.push(
                    Diagnostic::new(
                        "two-sided-component",
                        reference.span,
                        format!("`{name}` is used in both requests and replies"),
                    )
                    .also(first, "the other side uses it here")
                    .help("requests are strict and replies are lenient: give each a schema of its own"),
                );
                return value;
            }
            return shared.value.clone();
        }
        if self.open.contains(&name) {
            return self.recursive(&name, schema, reference);
        }
        self.open.push(name.clone());
        let mut definitions = Vec::new();
        let mut place = Place {
            side,
            home: Home::Components,
            is_open: false,
            name: name.clone(),
            definitions: &mut definitions,
        };
        let value = self.schema(schema, &mut place);
        self.open.pop();
        let own = definitions.iter().position(|made| {
            matches!(value.as_ref().map(|value| &value.ty), Some(Type::Named(named)) if named.name == made.name())
        });
        let definition = own.map(|own| definitions.remove(own));
        for nested in definitions {
            self.shared.insert(
                format!("{name} {}", nested.name()),
                Shared { first: reference.span, in_reply, value: None, definition: Some(nested) },
            );
        }
        let shared = Shared { first: reference.span, in_reply, value: value.clone(), definition };
        self.shared.insert(name, shared);
        value
    }

    /// Lowers a schema inside itself: allowed if there is an object in between, as a named type.
    fn recursive(&mut self, name: &str, schema: &Schema, reference: &At<String>) -> Option<Value> {
        let is_object = schema.properties.is_some();
        if !is_object {
            let message = format!("`{name}` consists only of itself");
            self.push(Diagnostic::new("endless-reference", reference.span, message));
            return None;
        }
        let name = schema.name.as_ref().map_or(name, |name| &name.value);
        let name = names::type_name(name)?;
        let named = Named { name, home: Home::Components, shape: Shape::Struct };
        Some(Value {
            ty: Type::Named(named),
            nullable: false,
            bounds: Bounds::default(),
            description: None,
            source: None,
            deprecated: false,
            default: None,
        })
    }
}
