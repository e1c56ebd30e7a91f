//! [`Translations`]: the texts of messages and templates in each locale.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// The texts of messages and templates in each locale, as requests set them.
#[derive(Debug, Default)]
pub(crate) struct Translations {
    /// By message or template, and by the identifier of the locale.
    texts: BTreeMap<(Subject, &'static str), Map<String, Value>>,
}

/// A message or a template: its kind, and its identifiers.
pub(crate) type Subject = (&'static str, Vec<String>);

/// A locale of the workspace.
#[derive(Debug)]
pub(crate) struct Locale {
    pub(crate) uuid: &'static str,
    name: &'static str,
    country: &'static str,
    language: &'static str,
    key: &'static str,
    greeting: &'static str,
}

impl Translations {
    /// The texts in a locale. Before they are set, there is a greeting.
    pub(crate) fn get(&self, subject: &Subject, locale: &Locale) -> Map<String, Value> {
        let texts = self.texts.get(&(subject.clone(), locale.uuid));
        texts.cloned().unwrap_or_else(|| texts_with(locale.greeting))
    }

    /// Replaces the texts in a locale.
    pub(crate) fn set(&mut self, subject: Subject, locale: &Locale, texts: Map<String, Value>) {
        self.texts.insert((subject, locale.uuid), texts);
    }

    /// The texts before they are translated.
    pub(crate) fn source() -> Map<String, Value> {
        texts_with("Hello")
    }
}

fn texts_with(greeting: &str) -> Map<String, Value> {
    Map::from_iter([("id_0".to_owned(), json!(greeting))])
}

impl Locale {
    /// The locale as replies have it.
    pub(crate) fn json(&self) -> Value {
        json!({
            "uuid": self.uuid,
            "name": self.name,
            "country": self.country,
            "language": self.language,
            "locale_key": self.key,
        })
    }
}

/// The locales of the workspace.
pub(crate) const LOCALES: [Locale; 2] = [
    Locale {
        uuid: "c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6d",
        name: "fr-FR",
        country: "FR",
        language: "fr",
        key: "fr-fr",
        greeting: "Bonjour",
    },
    Locale {
        uuid: "c7c1b2a3-5d0e-4f6a-8b9c-1e2f3a4b5c6e",
        name: "es-MX",
        country: "MX",
        language: "es",
        key: "es-mx",
        greeting: "Hola",
    },
];
