//! [`scan`]: reads in a record's JSON what an import must know of it, without building values.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde_json::Value;

use super::users::UserKey;

/// Facts about a record.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Every identifier that it holds, that of the user first or not.
    pub(super) users: Vec<UserKey>,
    /// The number of `external_id`, `user_alias` and `braze_id`.
    pub(super) primary: usize,
    /// Some value holds an operator, such as `inc`.
    pub(super) has_operator: bool,
    /// It imports push tokens, for which it need not name a user.
    pub(super) imports_tokens: bool,
}

/// Reads the facts of one JSON object.
pub(super) fn scan(json: &str) -> Result<Facts, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let facts = deserializer.deserialize_map(Fields)?;
    deserializer.end()?;
    Ok(facts)
}

/// The names that mean something here.
enum Name {
    Identifier(&'static str),
    UserAlias,
    ImportsTokens,
    Operator,
    Other,
}

impl Name {
    fn parse(name: &str) -> Self {
        match name {
            "external_id" => Self::Identifier("external_id"),
            "braze_id" => Self::Identifier("braze_id"),
            "email" => Self::Identifier("email"),
            "phone" => Self::Identifier("phone"),
            "user_alias" => Self::UserAlias,
            "push_token_import" => Self::ImportsTokens,
            "inc" | "add" | "remove" | "$add" | "$remove" | "$update" => Self::Operator,
            _ => Self::Other,
        }
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(Name::parse(name))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The fields of a record.
struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Facts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Facts, A::Error> {
        let mut facts = Facts::default();
        while let Some(name) = map.next_key::<Name>()? {
            let (field, is_primary) = match name {
                Name::Identifier(field) => (field, matches!(field, "external_id" | "braze_id")),
                Name::UserAlias => ("user_alias", true),
                Name::ImportsTokens => {
                    facts.imports_tokens = map.next_value_seed(Identifier("push_token_import"))?
                        == Some(UserKey::new("push_token_import", "true"));
                    continue;
                }
                Name::Operator | Name::Other => {
                    map.next_value_seed(Operators(&mut facts.has_operator))?;
                    continue;
                }
            };
            if let Some(user) = map.next_value_seed(Identifier(field))? {
                facts.users.push(user);
                facts.primary += usize::from(is_primary);
            }
        }
        Ok(facts)
    }
}

/// Reads an identifier; `None` for `null`, an empty text, and what cannot be one.
struct Identifier(&'static str);

impl Identifier {
    fn key(&self, text: &str) -> Option<UserKey> {
        (!text.is_empty()).then(|| UserKey::new(self.0, text))
    }
}

impl<'de> DeserializeSeed<'de> for Identifier {
    type Value = Option<UserKey>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Identifier {
    type Value = Option<UserKey>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identifier")
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(self.key(if value { "true" } else { "false" }))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(self.key(&value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(self.key(&value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(self.key(&value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Self::Value, E> {
        Ok(self.key(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    /// An alias: its label and its name, in whatever order they stand.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_key::<String>()? {
            let value = match map.next_value()? {
                Value::Null => String::new(),
                Value::String(text) => text,
                other => other.to_string(),
            };
            fields.push(format!("{field}\n{value}"));
        }
        fields.sort_unstable();
        Ok(self.key(&fields.join("\n")))
    }
}

/// Looks for operators within a value.
struct Operators<'a>(&'a mut bool);

impl<'de> DeserializeSeed<'de> for Operators<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Operators<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while seq.next_element_seed(Operators(self.0))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<Name>()? {
            *self.0 |= matches!(name, Name::Operator);
            map.next_value_seed(Operators(self.0))?;
        }
        Ok(())
    }
}
