//! [`Reader`]: reads values of a TOML file, and notes their problems.

use braze_core::ApiKey;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::Source;
use crate::settings::setting::{Origin, Setting};
use crate::ui::nearest::nearest;

/// Names under which people put the key itself, without punctuation.
const KEYS: [&str; 9] = [
    "apikey",
    "restapikey",
    "brazeapikey",
    "key",
    "token",
    "secret",
    "bearer",
    "password",
    "authorization",
];

/// Reads a source and notes its problems, each with the byte at which it is.
pub(super) struct Reader<'a> {
    pub(super) source: &'a Source,
    pub(super) problems: Vec<(usize, String)>,
}

impl Reader<'_> {
    /// Notes an unknown field.
    pub(super) fn unknown(&mut self, name: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) {
        let text = name.get_ref().as_ref();
        let offset = name.span().start;
        if is_key(text) {
            return self.refuse_key(offset);
        }
        let advice = match nearest(text, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("known fields are `{}`", known.join("`, `")),
        };
        self.note(offset, format!("there is no field `{text}`: {advice}"));
    }

    pub(super) fn refuse_key(&mut self, offset: usize) {
        self.note(
            offset,
            "the API key does not belong in this file, which is easily shared: put it into a file of its \
             own and name that file in `api_key_file`, or into an environment variable and name that \
             variable in `api_key_env`",
        );
    }

    pub(super) fn table<'t, 'i>(
        &mut self,
        name: &str,
        value: &'t Spanned<DeValue<'i>>,
        wanted: &str,
    ) -> Option<&'t DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(name, value, wanted);
        }
        table
    }

    /// A text that is not empty.
    pub(super) fn text(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
    ) -> Option<Setting<String>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(name, value, "a text in quotes");
            return None;
        };
        if text.trim().is_empty() || text.chars().any(char::is_control) {
            self.note(value.span().start, format!("`{name}`: must be one line of text, not empty"));
            return None;
        }
        Some(Setting::new(text.to_owned(), self.origin(value)))
    }

    pub(super) fn wrong_type(&mut self, name: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let found = value.get_ref().type_str();
        self.note(value.span().start, format!("`{name}`: must be {wanted}, got {found}"));
    }

    pub(super) fn origin(&self, value: &Spanned<DeValue<'_>>) -> Origin {
        Origin::File(self.source.place(value.span().start))
    }

    pub(super) fn note(&mut self, offset: usize, problem: impl Into<String>) {
        self.problems.push((offset, problem.into()));
    }
}

/// Returns `true` if a name stands for a key, or looks like one.
pub(super) fn is_key(name: &str) -> bool {
    if ApiKey::is_like(name) {
        return true;
    }
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    KEYS.contains(&plain.to_ascii_lowercase().as_str())
}
