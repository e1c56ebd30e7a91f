//! [`OpenObject`]: objects of replies that may hold more than the spec knows.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::scalar::Scalar;

/// An object of a reply that may hold more than the spec knows. Read it with [`open_object`].
///
/// ```
/// use std::collections::BTreeMap;
///
/// use braze_core::reply::{OpenField, OpenObject, open_object};
/// use serde::de::MapAccess;
/// use serde_json::Value;
///
/// #[derive(Debug, Default, PartialEq)]
/// struct Item {
///     name: Option<String>,
///     sent: Option<u64>,
///     extra: BTreeMap<String, Value>,
/// }
///
/// impl OpenObject for Item {
///     fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
///         match field.name() {
///             "name" => field.scalar(&mut self.name, &mut self.extra),
///             "sent" => field.scalar(&mut self.sent, &mut self.extra),
///             _ => field.unknown(&mut self.extra),
///         }
///     }
/// }
///
/// let mut json = serde_json::Deserializer::from_str(r#"{"name": 7, "sent": "12", "new": true}"#);
/// let item: Item = open_object(&mut json)?;
/// assert_eq!(item.name, None);
/// assert_eq!(item.sent, Some(12));
/// assert_eq!(item.extra.keys().collect::<Vec<_>>(), ["name", "new"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub trait OpenObject: Default {
    /// Reads one field.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, for a list or an object that is something else.
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error>;
}

/// Reads an object field by field.
///
/// # Errors
///
/// Those of the deserializer, and of [`OpenObject::read`].
pub fn open_object<'de, T: OpenObject, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(PhantomData))
}

struct ObjectVisitor<T>(PhantomData<T>);

impl<'de, T: OpenObject> Visitor<'de> for ObjectVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut object = T::default();
        while let Some(Key(name)) = map.next_key()? {
            object.read(OpenField { name: &name, map: &mut map })?;
        }
        Ok(object)
    }
}

/// A field of an [`OpenObject`] that is being read.
#[derive(Debug)]
pub struct OpenField<'a, A> {
    name: &'a str,
    map: &'a mut A,
}

impl<'a, 'de, A: MapAccess<'de>> OpenField<'a, A> {
    /// The name on the wire.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Reads a text, a number or a truth value. `null` is `None`; a value of another type is kept in `extra`.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    pub fn scalar<T: Scalar>(
        self,
        into: &mut Option<T>,
        extra: &mut BTreeMap<String, Value>,
    ) -> Result<(), A::Error> {
        match self.map.next_value()? {
            Found::Scalar(value) => *into = Some(value),
            Found::Null => {}
            Found::Other(value) => {
                extra.insert(self.name.to_owned(), value);
            }
        }
        Ok(())
    }

    /// Reads a list or an object. `null` is the empty one.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, for a value of another type.
    pub fn value<T: Default + Deserialize<'de>>(self, into: &mut T) -> Result<(), A::Error> {
        *into = self.map.next_value::<Option<T>>()?.unwrap_or_default();
        Ok(())
    }

    /// Reads a list of texts, or one text as a list of it. `null` is the empty list.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, for a value of another type.
    pub fn texts(self, into: &mut Vec<String>) -> Result<(), A::Error> {
        #[derive(serde::Deserialize)]
        #[serde(untagged, expecting = "expected a list of texts, or a text")]
        enum Texts {
            None,
            One(String),
            Several(Vec<String>),
        }
        *into = match self.map.next_value()? {
            Texts::None => Vec::new(),
            Texts::One(text) => vec![text],
            Texts::Several(texts) => texts,
        };
        Ok(())
    }

    /// Keeps a field that the spec does not know.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    pub fn unknown(self, extra: &mut BTreeMap<String, Value>) -> Result<(), A::Error> {
        extra.insert(self.name.to_owned(), self.map.next_value()?);
        Ok(())
    }
}

/// The name of a field, borrowed where it holds no escapes.
struct Key<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a field")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(name.to_owned())))
            }
        }

        deserializer.deserialize_str(KeyVisitor)
    }
}

/// The value of a field that is expected to be a scalar.
enum Found<T> {
    Scalar(T),
    Null,
    Other(Value),
}

impl<T> Found<T> {
    fn new(scalar: Option<T>, other: impl FnOnce() -> Value) -> Self {
        scalar.map_or_else(|| Self::Other(other()), Self::Scalar)
    }
}

impl<'de, T: Scalar> Deserialize<'de> for Found<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ScalarVisitor<T>(PhantomData<T>);

        impl<'de, T: Scalar> Visitor<'de> for ScalarVisitor<T> {
            type Value = Found<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("any JSON")
            }

            fn visit_unit<E>(self) -> Result<Found<T>, E> {
                Ok(Found::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Found<T>, E> {
                Ok(Found::new(T::from_bool(value), || value.into()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Found<T>, E> {
                Ok(Found::new(T::from_i64(value), || value.into()))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Found<T>, E> {
                Ok(Found::new(T::from_u64(value), || value.into()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Found<T>, E> {
                Ok(Found::new(T::from_f64(value), || value.into()))
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Found<T>, E> {
                Ok(Found::new(T::from_text(value), || value.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Found<T>, A::Error> {
                Value::deserialize(SeqAccessDeserializer::new(list)).map(Found::Other)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Found<T>, A::Error> {
                Value::deserialize(MapAccessDeserializer::new(map)).map(Found::Other)
            }
        }

        deserializer.deserialize_any(ScalarVisitor(PhantomData))
    }
}
