//! [`Object`]: the fields of a record in the order of the columns.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

/// The fields of a record in the order of the columns, objects within at most one level deep.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object(Vec<(String, Field)>);

#[derive(Debug, Clone, PartialEq)]
enum Field {
    Value(Value),
    Object(Vec<(String, Value)>),
}

impl Object {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a field by its names, of which there are one or two.
    pub(crate) fn set(&mut self, names: &[String], value: Value) {
        match names {
            [name, inner] => {
                let known = self.0.iter_mut().find(|(known, _)| known == name);
                match known {
                    Some((_, Field::Object(fields))) => fields.push((inner.clone(), value)),
                    Some(_) => {}
                    None => {
                        let fields = vec![(inner.clone(), value)];
                        self.0.push((name.clone(), Field::Object(fields)));
                    }
                }
            }
            [name] => self.0.push((name.clone(), Field::Value(value))),
            _ => {}
        }
    }

    /// Adds the fields of another object.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The JSON.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        // Texts and values can always be written.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, field) in &self.0 {
            match field {
                Field::Value(value) => map.serialize_entry(name, value)?,
                Field::Object(fields) => map.serialize_entry(name, &Inner(fields))?,
            }
        }
        map.end()
    }
}

struct Inner<'a>(&'a [(String, Value)]);

impl Serialize for Inner<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
