//! [`Catalogs`]: the catalogs of the workspace, as requests made and changed them.

mod catalog;
mod error;
mod value;

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

pub(crate) use catalog::{Catalog, Write};
pub(crate) use error::CatalogError;

/// The catalogs of the workspace. At the beginning there is the one of the spec's examples.
#[derive(Debug)]
pub(crate) struct Catalogs(Vec<Catalog>);

/// The maximum number of catalogs.
const MAX_CATALOGS: usize = 1_000;

/// The maximum size of all items, in bytes of JSON.
const MAX_SIZE: usize = 100_000_000;

impl Catalogs {
    /// The catalog of the examples, with two items and a selection.
    pub(crate) fn new() -> Self {
        let created = DateTime::from_timestamp(1_704_182_400, 0).unwrap_or_default();
        let fields = [
            ("id", "string"),
            ("Price", "number"),
            ("Origin", "geo"),
            ("Notes", "array"),
            ("Harvest", "time"),
        ];
        let fields = fields.map(|(name, kind)| json!({ "name": name, "type": kind }));
        let teas = json!({ "name": "teas", "description": "Teas we sell", "fields": fields });
        let mut catalogs = Self(vec![Catalog::new(&teas, created)]);
        let items = [
            json!({ "id": "assam", "Price": 4, "Notes": ["malty"] }),
            json!({ "id": "oolong", "Price": 7.5, "Origin": [121.5, 25.03], "Notes": ["smoky"] }),
        ];
        let items: Vec<_> = items.iter().filter_map(Value::as_object).cloned().collect();
        let selection = json!({
            "name": "cheap",
            "external_id": "sel-7",
            "filters": [{ "field": "Price", "operator": "less than", "value": 5 }],
        });
        // The items and the selection fit the fields above.
        _ = catalogs.write("teas", Write::Create, &items, created);
        _ = catalogs.find_mut("teas").map(|teas| teas.add_selection(&selection, created));
        catalogs
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Catalog> {
        self.0.iter()
    }

    /// Makes a catalog of a request's object.
    pub(crate) fn create(
        &mut self,
        body: &Value,
        now: DateTime<Utc>,
    ) -> Result<&Catalog, CatalogError> {
        let catalog = Catalog::new(body, now);
        if self.0.iter().any(|known| known.name == catalog.name) {
            let message = "A catalog with that name already exists";
            return Err(CatalogError::new("catalog-name-already-exists", message)
                .with_parameter("name", &catalog.name));
        }
        if self.0.len() >= MAX_CATALOGS {
            let message = "The company has 1,000 catalogs already";
            return Err(CatalogError::new("reached-company-catalogs-limit", message));
        }
        let index = self.0.len();
        self.0.push(catalog);
        Ok(&self.0[index])
    }

    pub(crate) fn delete(&mut self, name: &str) -> Result<(), CatalogError> {
        let position = self.0.iter().position(|catalog| catalog.name == name);
        self.0.remove(position.ok_or_else(|| CatalogError::no_catalog(name))?);
        Ok(())
    }

    pub(crate) fn find(&self, name: &str) -> Result<&Catalog, CatalogError> {
        let found = self.0.iter().find(|catalog| catalog.name == name);
        found.ok_or_else(|| CatalogError::no_catalog(name))
    }

    pub(crate) fn find_mut(&mut self, name: &str) -> Result<&mut Catalog, CatalogError> {
        let found = self.0.iter_mut().find(|catalog| catalog.name == name);
        found.ok_or_else(|| CatalogError::no_catalog(name))
    }

    /// Writes items: all of them, or none.
    pub(crate) fn write(
        &mut self,
        name: &str,
        write: Write,
        items: &[Map<String, Value>],
        now: DateTime<Utc>,
    ) -> Result<(), CatalogError> {
        let size: usize = self.0.iter().map(|catalog| catalog.size).sum();
        self.find_mut(name)?.write(write, items, now, MAX_SIZE.saturating_sub(size))
    }
}
