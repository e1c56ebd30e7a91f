//! [`Fields`]: the fields of a record whose form the import knows, taken out one by one.

use serde_json::{Map, Value};

use super::problem::RecordError;

/// The fields of a record that were not taken yet. `null` counts as absent.
pub(super) struct Fields(Map<String, Value>);

impl Fields {
    pub(super) fn parse(json: &str) -> Result<Self, RecordError> {
        let mut fields: Map<String, Value> =
            serde_json::from_str(json).map_err(|error| RecordError::json(&error))?;
        fields.retain(|_, value| !value.is_null());
        Ok(Self(fields))
    }

    /// A text that must be there and not empty.
    pub(super) fn text(&mut self, name: &'static str) -> Result<String, RecordError> {
        self.optional_text(name)?.ok_or(RecordError::Missing(name))
    }

    pub(super) fn optional_text(
        &mut self,
        name: &'static str,
    ) -> Result<Option<String>, RecordError> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::String(text)) if !text.is_empty() => Ok(Some(text)),
            Some(_) => Err(RecordError::NotText(name)),
        }
    }

    /// An object that must be there.
    pub(super) fn object(&mut self, name: &'static str) -> Result<Map<String, Value>, RecordError> {
        match self.0.remove(name) {
            None => Err(RecordError::Missing(name)),
            Some(Value::Object(object)) => Ok(object),
            Some(_) => Err(RecordError::NotObject(name)),
        }
    }

    pub(super) fn optional_bool(
        &mut self,
        name: &'static str,
    ) -> Result<Option<bool>, RecordError> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(Value::Bool(value)) => Ok(Some(value)),
            Some(_) => Err(RecordError::NotBoolean(name)),
        }
    }

    /// One of these words.
    pub(super) fn word(
        &mut self,
        name: &'static str,
        words: &'static [&'static str],
    ) -> Result<&'static str, RecordError> {
        let text = self.text(name)?;
        let word = words.iter().find(|word| **word == text);
        word.copied().ok_or(RecordError::NotAWord(name, words))
    }

    /// A list of texts that must be there and not empty.
    pub(super) fn words(&mut self, name: &'static str) -> Result<(), RecordError> {
        match self.0.remove(name) {
            None => Err(RecordError::Missing(name)),
            Some(Value::Array(words))
                if !words.is_empty() && words.iter().all(Value::is_string) =>
            {
                Ok(())
            }
            Some(_) => Err(RecordError::NotWords(name)),
        }
    }

    /// The only one of these fields that is there, with its position.
    pub(super) fn one_of(&mut self, names: &[&'static str]) -> Result<(usize, Value), RecordError> {
        let values = names.iter().enumerate();
        let mut values = values.filter_map(|(at, name)| Some((at, self.0.remove(*name)?)));
        match (values.next(), values.next()) {
            (Some(one), None) => Ok(one),
            _ => Err(RecordError::NotOneOf(names.into())),
        }
    }

    /// Fails if a field is left, since it would not be sent.
    pub(super) fn end(self) -> Result<(), RecordError> {
        match self.0.into_iter().next() {
            None => Ok(()),
            Some((name, _)) => Err(RecordError::UnknownField(name.into())),
        }
    }
}
