//! Made-up examples: a request with the required parameters, and a reply with all fields.

use super::build::Build;
use crate::docs_check::{Field, Format, Kind, Value};
use crate::spec::yaml::Node;

impl Build {
    /// Builds a request: the required parameters of path and query.
    pub(super) fn example_request(self, parameters: &[Field]) -> Node {
        let given = parameters.iter().filter(|field| field.required.value() == Some(&true));
        self.map(given.map(|field| (field.name.clone(), self.example(&field.value))))
    }

    /// Builds the required fields of a body.
    pub(super) fn example_body(self, fields: &[&Field]) -> Node {
        let required = fields.iter().filter(|field| field.required.value() == Some(&true));
        self.map(required.map(|field| (field.name.clone(), self.example(&field.value))))
    }

    /// Builds a value that its type allows.
    pub(super) fn example(self, value: &Value) -> Node {
        if let Some(fields) = value.fields.value() {
            return self.map(fields.iter().map(|field| {
                let made = match field.name.as_str() {
                    "message" if field.value.kind.value() == Some(&Kind::Text) => {
                        self.text("success")
                    }
                    "time" if field.value.kind.value() == Some(&Kind::Text) => {
                        self.text("2024-05-01")
                    }
                    _ => self.example(&field.value),
                };
                (field.name.clone(), made)
            }));
        }
        let smallest = value.minimum.value().copied();
        match value.kind.value() {
            Some(Kind::Integer) => self.number(smallest.unwrap_or(7.0).ceil()),
            Some(Kind::Number) => self.number(smallest.unwrap_or(7.5)),
            Some(Kind::Boolean) => self.boolean(true),
            Some(Kind::List) => self.list(value.items.iter().map(|item| self.example(item))),
            Some(Kind::Object) => self.map::<String>([]),
            Some(Kind::Any) | None => self.text("something"),
            Some(Kind::Text) => self.text(match (value.words.value(), value.format.value()) {
                (Some(words), _) if !words.is_empty() => words[0].as_str(),
                (_, Some(Format::Date)) => "2024-05-01",
                (_, Some(Format::DateTime)) => "2024-05-01T00:00:00Z",
                (_, Some(Format::LocalDateTime)) => "2024-05-01T00:00:00",
                _ => "6c1f5f3a-93a4-4d0b-9d6f-0c7f0a5d2b11",
            }),
        }
    }
}
