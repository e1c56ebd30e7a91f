//! [`Document`]: a file of profiles, checked as a whole.

use braze_core::Credential;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::field::{self, FIELDS};
use super::file::Source;
use super::reader::{Reader, is_key};
use super::values::Profile;
use crate::settings::error::SettingsError;
use crate::settings::key_source::profile_fields;
use crate::settings::setting::Setting;

/// The field that names the profile to use where none is chosen.
const DEFAULT: &str = "profile";

/// The table of all profiles.
const PROFILES: &str = "profiles";

/// A file of profiles.
#[derive(Debug)]
pub(super) struct Document {
    /// The profile to use where none is chosen.
    pub(super) default: Option<Setting<String>>,
    pub(super) profiles: Vec<(String, Profile)>,
}

impl Document {
    /// The profiles of a file, even if parts of it are invalid.
    pub(super) fn profiles_of(source: &Source) -> Vec<(String, Profile)> {
        Reader { source, problems: Vec::new() }.document().profiles
    }

    /// Reads a file, and reports all its problems at once. No value is repeated: a key may be in a wrong place.
    pub(super) fn read(source: &Source) -> Result<Self, SettingsError> {
        let mut reader = Reader { source, problems: Vec::new() };
        let document = reader.document();
        let mut problems = reader.problems;
        if problems.is_empty() {
            return Ok(document);
        }
        problems.sort_by_key(|(offset, _)| *offset);
        let problems = problems.into_iter().map(|(at, text)| (source.place(at), text)).collect();
        Err(SettingsError::InvalidFile { path: source.path.clone(), problems })
    }
}

impl Reader<'_> {
    fn document(&mut self) -> Document {
        let mut document = Document { default: None, profiles: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(&self.source.text);
        if !errors.is_empty() {
            // Anything after a syntax error may be a consequence of it.
            for error in errors {
                let offset = error.span().map_or(0, |span| span.start);
                self.note(offset, format!("not TOML: {}", error.message()));
            }
            return document;
        }
        for (name, value) in table.get_ref() {
            match name.get_ref().as_ref() {
                DEFAULT => document.default = self.text(DEFAULT, value),
                PROFILES => document.profiles = self.profiles(value),
                _ if FIELDS.contains(&name.get_ref().as_ref()) => self.note(
                    name.span().start,
                    format!("`{}` belongs into a profile, below `[profiles.NAME]`", name.get_ref()),
                ),
                _ => self.unknown(name, &[DEFAULT, PROFILES]),
            }
        }
        if let Some(default) = &document.default
            && !document.profiles.iter().any(|(name, _)| *name == default.value)
            && let Some((_, value)) = table.get_ref().iter().find(|it| it.0.get_ref() == DEFAULT)
        {
            self.note(value.span().start, "there is no profile of this name below `[profiles]`");
        }
        document
    }

    fn profiles(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<(String, Profile)> {
        let Some(table) = self.table(PROFILES, value, "a table of profiles, `[profiles.NAME]`")
        else {
            return Vec::new();
        };
        let mut profiles = Vec::new();
        for (name, value) in table {
            let text = name.get_ref().as_ref();
            if text.trim().is_empty() || text.chars().any(char::is_control) {
                self.note(name.span().start, "the name of a profile must be one line of text");
            } else if is_key(text) {
                self.refuse_key(name.span().start);
            } else if let Some(fields) = self.table(text, value, "a table, `[profiles.NAME]`") {
                profiles.push((text.to_owned(), self.profile(fields)));
            }
        }
        profiles
    }

    fn profile(&mut self, fields: &DeTable<'_>) -> Profile {
        let mut profile = Profile::default();
        for (name, value) in fields {
            let known = FIELDS.iter().find(|known| **known == name.get_ref().as_ref());
            match known {
                Some(known) => field::read(known, value, &mut profile, self),
                None => self.unknown(name, &FIELDS),
            }
        }
        let secrets = Credential::ALL.map(profile_fields);
        for [one, other] in [["instance", "base_url"]].into_iter().chain(secrets) {
            let span = |name: &str| {
                fields.iter().find(|it| it.0.get_ref() == name).map(|it| it.0.span().start)
            };
            if let (Some(first), Some(second)) = (span(one), span(other)) {
                self.note(
                    first.max(second),
                    format!("a profile has `{one}` or `{other}`, not both: remove one of them"),
                );
            }
        }
        profile
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("example.toml");

    #[test]
    fn the_example_of_the_help_can_be_used() {
        let source =
            Source { path: "braze.toml".into(), text: EXAMPLE.to_owned(), home: Some("/h".into()) };
        let document = Document::read(&source).unwrap();
        let names: Vec<&str> = document.profiles.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["production", "staging"]);
        assert_eq!(document.default.unwrap().value, "production");
        let readme = include_str!("../../../README.md");
        assert!(readme.contains(&format!("```toml\n{EXAMPLE}```")), "the README shows another one");
    }
}
