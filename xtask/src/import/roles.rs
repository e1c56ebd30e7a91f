//! [`Roles`]: the parameters and fields that seem to make a series.

use crate::docs_check::{Facts, Field, Format, Kind, Value};

/// The names of a series' parts, as `x-braze-series` has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Roles {
    pub(super) length: String,
    pub(super) unit: Option<String>,
    pub(super) end: String,
    pub(super) rows: String,
    pub(super) time: String,
    pub(super) value: String,
}

impl Roles {
    /// Guesses the roles by names and types: a bounded length, an end, and rows of a time and one number.
    pub(super) fn guess(facts: &Facts) -> Option<Self> {
        let parameters = facts.parameters.value()?;
        let parameter = |name: &str| parameters.iter().find(|field| field.name == name);
        let length = parameter("length")
            .filter(|field| is(field, Kind::Integer) && field.value.maximum.value().is_some())?;
        let end = parameter("ending_at")
            .filter(|field| field.value.format.value() == Some(&Format::DateTime))?;
        let unit = parameter("unit").filter(|field| {
            let words = field.value.words.value();
            words.is_some_and(|words| words.iter().all(|word| word == "day" || word == "hour"))
        });
        let reply = facts.reply.value()?.fields.value()?;
        reply.iter().find(|field| field.name == "message")?;
        let (rows, row) = reply.iter().find_map(|field| Some((field, row(&field.value)?)))?;
        let time = row.iter().find(|field| field.name == "time" && is(field, Kind::Text))?;
        let mut numbers =
            row.iter().filter(|field| is(field, Kind::Integer) || is(field, Kind::Number));
        let (value, None) = (numbers.next()?, numbers.next()) else { return None };
        Some(Self {
            length: length.name.clone(),
            unit: unit.map(|unit| unit.name.clone()),
            end: end.name.clone(),
            rows: rows.name.clone(),
            time: time.name.clone(),
            value: value.name.clone(),
        })
    }
}

fn is(field: &Field, kind: Kind) -> bool {
    field.value.kind.value() == Some(&kind)
}

/// Returns the fields of the objects in a list.
fn row(value: &Value) -> Option<&Vec<Field>> {
    value.items.as_ref()?.fields.value()
}
