//! [`RequestReader`]: takes the parameters out of a request, one by one.

use chrono::{NaiveDate, NaiveDateTime};
use serde::de::DeserializeOwned;

use super::describe::{Description, Kind, Parameter};
use crate::error::DecodeError;
use crate::time::Timestamp;
use crate::validate::Violations;
use crate::wire::{Choice, parse_choice};

/// Gives a request's parameters to [`Operation::read`](super::Operation::read), and notes what is wrong with them.
#[derive(Debug)]
pub struct RequestReader<'a> {
    pairs: Vec<(String, String)>,
    body: &'a [u8],
    parameters: &'static [Parameter],
    /// The body has secrets, so that no problem repeats what stands there.
    has_secrets: bool,
    violations: Violations,
}

impl<'a> RequestReader<'a> {
    pub(super) fn new(
        pairs: Vec<(String, String)>,
        body: &'a [u8],
        description: &Description,
    ) -> Self {
        let Description { parameters, has_secrets, .. } = *description;
        Self { pairs, body, parameters, has_secrets, violations: Violations::default() }
    }

    /// The parameters, and the problems that were noted.
    pub(super) fn finish(self) -> (Vec<(String, String)>, Violations) {
        (self.pairs, self.violations)
    }

    /// A parameter that must be there.
    pub fn required<T: FromWire>(&mut self, name: &'static str) -> Option<T> {
        if !self.pairs.iter().any(|(known, _)| known == name) {
            self.violations.missing(name);
        }
        self.optional(name)
    }

    /// A parameter that may be left out. Of several values the last one counts.
    pub fn optional<T: FromWire>(&mut self, name: &'static str) -> Option<T> {
        let value = self.pairs.iter().rev().find(|(known, _)| known == name)?.1.clone();
        self.value(name, &value)
    }

    /// A parameter that is a list, each item a parameter of its own.
    pub fn each<T: FromWire>(&mut self, name: &'static str) -> Vec<T> {
        let named = self.pairs.iter().filter(|(known, _)| known == name);
        let values: Vec<String> = named.map(|(_, value)| value.clone()).collect();
        values.iter().filter_map(|value| self.value(name, value)).collect()
    }

    /// A parameter that is a list, its items separated by commas. Where it is there several times, all
    /// items count.
    pub fn list<T: FromWire>(&mut self, name: &'static str) -> Vec<T> {
        let named = self.pairs.iter().filter(|(known, _)| known == name);
        let items = named.flat_map(|(_, joined)| joined.split(',').filter(|item| !item.is_empty()));
        let items: Vec<String> = items.map(str::to_owned).collect();
        items.iter().filter_map(|item| self.value(name, item)).collect()
    }

    /// The body, from JSON.
    pub fn json<T: DeserializeOwned>(&mut self) -> Option<T> {
        match crate::reply::json(self.body) {
            Ok(body) => Some(body),
            Err(error) => {
                self.unreadable(&error);
                None
            }
        }
    }

    fn unreadable(&mut self, error: &DecodeError) {
        let path = error.path();
        let at = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
        let problem = match self.has_secrets {
            true => "it is not what the operation takes",
            false => error.problem(),
        };
        self.violations.note("body", format!("cannot be read{at}: {problem}"));
    }

    fn value<T: FromWire>(&mut self, name: &'static str, text: &str) -> Option<T> {
        match T::from_wire(text) {
            Some(value) => Some(value),
            None => {
                let parameter = self.parameters.iter().find(|parameter| parameter.name == name);
                let wanted = parameter.map_or("valid".to_owned(), |known| known.kind.wanted());
                let problem = match T::advice(text) {
                    Some(advice) => format!("cannot be read: {advice}"),
                    None => format!("is `{text}`, but must be {wanted}"),
                };
                self.violations.note(name, problem);
                None
            }
        }
    }
}

impl Kind {
    /// The requirement on a value: the end of the sentence "must be …".
    #[must_use]
    pub fn wanted(&self) -> String {
        match self {
            Self::Integer { min: Some(min), max: Some(max) } => {
                format!("a whole number from {min} to {max}")
            }
            Self::Integer { min: Some(min), max: None } => {
                format!("a whole number, at least {min}")
            }
            Self::Integer { min: None, max: Some(max) } => format!("a whole number, at most {max}"),
            Self::Integer { .. } => "a whole number".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Boolean => "`true` or `false`".to_owned(),
            Self::Text => "a text".to_owned(),
            Self::File => "a file".to_owned(),
            Self::Identifier => "an identifier".to_owned(),
            Self::DateTime => "a date-time with an offset, like `2024-05-01T23:59:59Z`".to_owned(),
            Self::LocalDateTime => {
                "a date-time without an offset, like `2024-05-01T23:59:59`".to_owned()
            }
            Self::Date => "a date, like `2024-05-01`".to_owned(),
            Self::OneOf(words) => format!("one of `{}`", words.join("`, `")),
            Self::List(kind) => kind.wanted(),
        }
    }
}

/// A value that can be read from a path or a query.
pub trait FromWire: Sized {
    /// The value, or `None` where the text is not one.
    fn from_wire(text: &str) -> Option<Self>;

    /// The problem with a text that is not a value, and the remedy, where there is more to say than what
    /// the parameter takes.
    #[must_use]
    fn advice(text: &str) -> Option<String> {
        let _ = text;
        None
    }
}

macro_rules! from_wire_by_parse {
    ($($type:ty),*) => {$(
        impl FromWire for $type {
            fn from_wire(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )*};
}

from_wire_by_parse!(String, bool, u32, u64, i32, i64, f64, NaiveDate, NaiveDateTime);

impl FromWire for Timestamp {
    fn from_wire(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn advice(text: &str) -> Option<String> {
        text.parse::<Self>().err().map(|error| error.to_string())
    }
}

impl<T: Choice> FromWire for T {
    fn from_wire(text: &str) -> Option<Self> {
        parse_choice(text).ok()
    }
}
