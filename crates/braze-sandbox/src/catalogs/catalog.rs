//! [`Catalog`]: a catalog with its fields, items and selections.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Map, Value, json};

use super::error::CatalogError;
use super::value::{change, changed, coerced};

/// The fields of an item with their values.
type Fields = Map<String, Value>;

/// A catalog with its fields, items and selections.
#[derive(Debug)]
pub(crate) struct Catalog {
    pub(super) name: String,
    description: String,
    fields: Vec<CatalogField>,
    items: BTreeMap<String, Item>,
    /// The objects as requests made them.
    selections: Vec<Value>,
    updated_at: DateTime<Utc>,
    /// The bytes that items and selections take as JSON.
    pub(super) size: usize,
}

#[derive(Debug)]
struct CatalogField {
    name: String,
    kind: String,
}

#[derive(Debug)]
struct Item {
    fields: Map<String, Value>,
    size: usize,
}

/// The way in which a request writes items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Write {
    /// An item that is there stays as it is.
    Create,
    Replace,
    /// An item that is not there is passed over.
    Update,
}

/// The maximum number of fields.
const MAX_FIELDS: usize = 500;

/// The maximum number of selections.
const MAX_SELECTIONS: usize = 30;

impl Catalog {
    /// Makes a catalog of a request's object.
    pub(super) fn new(body: &Value, now: DateTime<Utc>) -> Self {
        let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
        Self {
            name: text("name"),
            description: text("description"),
            fields: fields(&body["fields"]),
            items: BTreeMap::new(),
            selections: Vec::new(),
            updated_at: now,
            size: 0,
        }
    }

    /// The catalog as replies have it.
    pub(crate) fn to_json(&self) -> Value {
        let fields = self.fields.iter().zip(-1..).map(|(field, token): (_, i64)| {
            json!({ "name": field.name, "token": token.to_string(), "type": field.kind })
        });
        let selections = self.selections.iter().map(|selection| {
            let mut listed = json!({});
            for name in ["name", "description", "external_id"] {
                if let Some(value) = selection.get(name) {
                    listed[name] = value.clone();
                }
            }
            listed
        });
        json!({
            "name": self.name,
            "description": self.description,
            "fields": fields.collect::<Vec<_>>(),
            "num_items": self.items.len(),
            "source": "Braze",
            "storage_size": self.size,
            "selections_size": self.selections.iter().map(length).sum::<usize>(),
            "selections": selections.collect::<Vec<_>>(),
            "updated_at": self.updated_at.to_rfc3339_opts(SecondsFormat::Millis, false),
        })
    }

    /// The items, by their identifiers.
    pub(crate) fn items(&self) -> Vec<&Map<String, Value>> {
        self.items.values().map(|item| &item.fields).collect()
    }

    pub(crate) fn item(&self, id: &str) -> Result<&Map<String, Value>, CatalogError> {
        self.items.get(id).map(|item| &item.fields).ok_or_else(|| CatalogError::no_item(id))
    }

    /// Writes items: all of them, or none. They may take `may_grow` bytes at most.
    pub(super) fn write(
        &mut self,
        write: Write,
        items: &[Map<String, Value>],
        now: DateTime<Utc>,
        may_grow: usize,
    ) -> Result<(), CatalogError> {
        let mut written = Vec::new();
        for item in items {
            written.extend(self.written(write, item)?);
        }
        let written: Vec<(String, Item)> = written
            .into_iter()
            .map(|(id, fields)| (id, Item { size: length(&Value::Object(fields.clone())), fields }))
            .collect();
        if written.iter().map(|(_, item)| item.size).sum::<usize>() > may_grow {
            return Err(full());
        }
        for (id, item) in written {
            self.size += item.size;
            if let Some(before) = self.items.insert(id, item) {
                self.size -= before.size;
            }
        }
        self.updated_at = now;
        Ok(())
    }

    /// An item as it will be, or nothing if it stays as it is.
    fn written(
        &self,
        write: Write,
        item: &Map<String, Value>,
    ) -> Result<Option<(String, Fields)>, CatalogError> {
        let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
        let before = self.items.get(id).map(|item| &item.fields);
        let mut fields = match (write, before) {
            (Write::Update, Some(before)) => before.clone(),
            _ => Map::new(),
        };
        for (name, value) in item {
            let Some(field) = self.fields.iter().find(|field| field.name == *name) else {
                let message = "Some of the fields given do not exist in the catalog";
                return Err(CatalogError::new("invalid-fields", message).with_parameter("id", id));
            };
            let value = match change(value).filter(|_| write == Write::Update) {
                Some(change) if field.kind == "array" => changed(fields.get(name), change),
                Some(_) => None,
                None => coerced(&field.kind, value),
            };
            let Some(value) = value else {
                let message = format!("The field {name} cannot take the value");
                return Err(
                    CatalogError::new("unable-to-coerce-value", message).with_parameter("id", id)
                );
            };
            fields.insert(name.clone(), value);
        }
        let is_kept = match write {
            Write::Create => before.is_some(),
            Write::Replace => false,
            Write::Update => before.is_none(),
        };
        Ok((!is_kept).then(|| (id.to_owned(), fields)))
    }

    /// Removes an item. Tells whether it was there.
    pub(crate) fn remove(&mut self, id: &str, now: DateTime<Utc>) -> bool {
        let removed = self.items.remove(id);
        if let Some(item) = &removed {
            self.size -= item.size;
            self.updated_at = now;
        }
        removed.is_some()
    }

    pub(crate) fn add_fields(
        &mut self,
        body: &Value,
        now: DateTime<Utc>,
    ) -> Result<(), CatalogError> {
        let added = fields(body);
        if self.fields.len() + added.len() > MAX_FIELDS {
            let message = "The catalog would have more than 500 fields";
            return Err(CatalogError::new("catalog-exceeds-fields-limit", message));
        }
        let is_known = |field: &&CatalogField| self.fields.iter().any(|it| it.name == field.name);
        if let Some(known) = added.iter().find(is_known) {
            let message = "The names of the fields are not unique";
            return Err(CatalogError::new("field-names-not-unique", message)
                .with_parameter("name", &known.name));
        }
        self.fields.extend(added);
        self.updated_at = now;
        Ok(())
    }

    pub(crate) fn remove_field(
        &mut self,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), CatalogError> {
        let position = self.fields.iter().position(|field| field.name == name);
        let Some(position) = position.filter(|position| *position > 0) else {
            let error = CatalogError::new("invalid-field-name", "Could not find field");
            return Err(error.with_parameter("field_name", name).not_found());
        };
        let uses = |selection: &Value| {
            let mut filters = selection["filters"].as_array().into_iter().flatten();
            selection["sort_field"] == *name || filters.any(|filter| filter["field"] == *name)
        };
        if self.selections.iter().any(uses) {
            let message = "The field is referenced by a selection";
            return Err(CatalogError::new("field-referenced-by-selection", message)
                .with_parameter("field_name", name));
        }
        self.fields.remove(position);
        for item in self.items.values_mut() {
            item.fields.remove(name);
        }
        self.updated_at = now;
        Ok(())
    }

    pub(crate) fn add_selection(
        &mut self,
        selection: &Value,
        now: DateTime<Utc>,
    ) -> Result<(), CatalogError> {
        let is_field = |name: &Value| self.fields.iter().any(|field| *name == *field.name);
        let name = selection["name"].as_str().unwrap_or_default();
        if self.selections.len() >= MAX_SELECTIONS {
            let message = "The catalog has 30 selections already";
            return Err(CatalogError::new("selection-limit-reached", message));
        }
        if self.selections.iter().any(|known| known["name"] == *name) {
            let message = "A selection with that name already exists";
            return Err(CatalogError::new("selection-name-already-exists", message)
                .with_parameter("name", name));
        }
        let mut filters = selection["filters"].as_array().into_iter().flatten();
        if let Some(filter) = filters.find(|filter| !is_field(&filter["field"])) {
            let field = filter["field"].as_str().unwrap_or_default();
            let message = "A filter names a field that does not exist";
            return Err(CatalogError::new("selection-has-invalid-filter", message)
                .with_parameter("field", field));
        }
        match selection.get("sort_field") {
            Some(field) if !is_field(field) => {
                let field = field.as_str().unwrap_or_default();
                let message = "The items cannot be sorted by a field that does not exist";
                return Err(CatalogError::new("invalid-sort-field", message)
                    .with_parameter("sort_field", field));
            }
            _ => {}
        }
        self.selections.push(selection.clone());
        self.updated_at = now;
        Ok(())
    }

    pub(crate) fn remove_selection(
        &mut self,
        name: &str,
        now: DateTime<Utc>,
    ) -> Result<(), CatalogError> {
        let position = self.selections.iter().position(|selection| selection["name"] == *name);
        let Some(position) = position else {
            let error = CatalogError::new("invalid-selection", "Could not find selection");
            return Err(error.with_parameter("selection_name", name).not_found());
        };
        self.selections.remove(position);
        self.updated_at = now;
        Ok(())
    }
}

/// The error of a workspace whose storage is used up.
pub(super) fn full() -> CatalogError {
    let message = "The storage of the company is used up";
    CatalogError::new("company-size-limit-already-reached", message)
}

fn fields(body: &Value) -> Vec<CatalogField> {
    let text = |field: &Value, name: &str| field[name].as_str().unwrap_or_default().to_owned();
    let fields = body.as_array().into_iter().flatten();
    fields
        .map(|field| CatalogField { name: text(field, "name"), kind: text(field, "type") })
        .collect()
}

/// The bytes that a value takes as JSON.
fn length(value: &Value) -> usize {
    value.to_string().len()
}
