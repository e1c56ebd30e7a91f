//! [`Values`]: the values that required parameters get.

use std::collections::BTreeMap;

use serde_json::Value;

use super::operation::Readable;

/// Values by the parameter that they are for.
#[derive(Debug, Default)]
pub(super) struct Values(BTreeMap<(&'static str, &'static str), String>);

/// Names and values of parameters.
pub(super) type Chosen = Vec<(String, String)>;

/// A list operation that has the values of a parameter.
struct Source {
    tag: &'static str,
    parameter: &'static str,
    operation: &'static str,
    /// The field of the reply with the items.
    items: &'static str,
    /// The field of an item; an item that is a text is the value itself.
    field: &'static str,
}

const SOURCES: &[Source] = &[
    Source::new("campaigns", "campaign_id", "campaigns.list", "campaigns", "id"),
    Source::new("canvas", "canvas_id", "canvas.list", "canvases", "id"),
    Source::new("canvas", "canvas_step_id", "canvas.details", "steps", "id"),
    Source::new("sends", "campaign_id", "campaigns.list", "campaigns", "id"),
    Source::new(
        "content_blocks",
        "content_block_id",
        "content_blocks.list",
        "content_blocks",
        "content_block_id",
    ),
    Source::new(
        "templates",
        "email_template_id",
        "templates.email_list",
        "templates",
        "email_template_id",
    ),
    Source::new("segments", "segment_id", "segments.list", "segments", "id"),
    Source::new("events", "event", "events.list", "events", ""),
    Source::new("data_objects", "type_name", "data_objects.list_types", "items", "type_name"),
    Source::new("data_objects", "external_id", "data_objects.list", "items", "external_id"),
];

/// Values that are the same for every workspace.
const CONSTANTS: [(&str, &str); 5] = [
    ("length", "1"),
    ("ending_at", "2024-01-31T00:00:00Z"),
    ("start_date", "2024-01-01"),
    ("end_date", "2024-01-02"),
    ("end_time", "2030-01-01T00:00:00Z"),
];

impl Source {
    const fn new(
        tag: &'static str,
        parameter: &'static str,
        operation: &'static str,
        items: &'static str,
        field: &'static str,
    ) -> Self {
        Self { tag, parameter, operation, items, field }
    }
}

impl Values {
    /// Returns the values for an operation.
    ///
    /// # Errors
    ///
    /// The first parameter without a value.
    pub(super) fn choose(&self, operation: &Readable) -> Result<Chosen, String> {
        let mut chosen = Chosen::new();
        for name in &operation.required {
            let value = self.value(&operation.tag, name).ok_or_else(|| name.clone())?;
            chosen.push((name.clone(), value));
        }
        for names in &operation.choices {
            let known: Chosen = names
                .iter()
                .filter_map(|name| Some((name.clone(), self.value(&operation.tag, name)?)))
                .collect();
            if known.is_empty() {
                return Err(names.join("` or `"));
            }
            // A start needs an end.
            let dates = ["start_date", "end_date"].map(|name| known.iter().any(|it| it.0 == name));
            chosen.extend(known);
            if dates == [true, false] {
                chosen.extend(
                    self.value(&operation.tag, "end_date").map(|it| ("end_date".to_owned(), it)),
                );
            }
        }
        Ok(chosen)
    }

    fn value(&self, tag: &str, name: &str) -> Option<String> {
        let constant = CONSTANTS.iter().find(|(known, _)| *known == name);
        let learnt = || self.0.iter().find(|((of, known), _)| *of == tag && *known == name);
        match constant {
            Some((_, value)) => Some((*value).to_owned()),
            None => learnt().map(|(_, value)| value.clone()),
        }
    }

    /// Keeps the first value that a list has for each parameter.
    pub(super) fn learn(&mut self, operation: &str, reply: &Value) {
        for source in SOURCES.iter().filter(|source| source.operation == operation) {
            let items = reply[source.items].as_array().into_iter().flatten();
            let value = |item: &Value| match source.field {
                "" => item.as_str().map(str::to_owned),
                field => item[field].as_str().map(str::to_owned),
            };
            if let Some(value) = items.into_iter().find_map(value) {
                self.0.entry((source.tag, source.parameter)).or_insert(value);
            }
        }
    }
}
