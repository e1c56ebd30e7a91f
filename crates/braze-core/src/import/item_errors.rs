//! [`ItemErrors`]: the errors of a request that one wrong item refuses as a whole.

use serde_json::Value;

use super::batch::Batch;
use super::catalog_record::key;
use super::record::Record;
use crate::error::ApiError;
use crate::text::shortened;

/// The errors of a request that one wrong item refuses as a whole.
pub(super) struct ItemErrors {
    /// For each record the reasons against it.
    pub(super) of_records: Vec<Vec<String>>,
    /// The reasons that name no record.
    pub(super) unplaced: Vec<String>,
    /// True if no other request would fare better.
    pub(super) is_final: bool,
}

/// Errors of which a request with other items would fare no better.
const FINAL: [&str; 5] = [
    "already-reached-catalog-item-limit",
    "already-reached-company-item-limit",
    "catalog-not-found",
    "company-size-limit-already-reached",
    "company-size-limit-surge",
];

/// The parameters that hold the identifier of an item.
const IDS: [&str; 2] = ["id", "item_id"];

impl ItemErrors {
    /// Reads the errors of a reply; nothing if they have no identifiers.
    pub(super) fn read(batch: &Batch, api: &ApiError) -> Option<Self> {
        let mut read = Self {
            of_records: vec![Vec::new(); batch.len()],
            unplaced: Vec::new(),
            is_final: false,
        };
        let errors = api.errors().iter().filter_map(|error| Some((error, error["id"].as_str()?)));
        let mut is_known = false;
        for (error, id) in errors {
            is_known = true;
            read.is_final |= FINAL.contains(&id);
            let reason = match error["message"].as_str() {
                Some(message) => format!("{message} ({id})"),
                None => id.to_owned(),
            };
            let named = named(batch, error);
            for at in &named {
                read.of_records[*at].push(reason.clone());
            }
            if named.is_empty() {
                read.unplaced.push(reason);
            }
        }
        is_known.then_some(read)
    }

    /// The reason against all records.
    pub(super) fn unplaced(&self) -> String {
        shortened(&self.unplaced.join("; "))
    }

    /// Tells whether some records are to blame, and the others not.
    pub(super) fn has_named(&self) -> bool {
        let is_named = |reasons: &Vec<String>| !reasons.is_empty();
        self.of_records.iter().any(is_named)
    }
}

/// The positions of the records that an error names.
fn named(batch: &Batch, error: &Value) -> Vec<usize> {
    let list = |name: &str| error[name].as_array().map(Vec::as_slice).unwrap_or_default();
    let parameters = list("parameters");
    let is_id = |parameter: &Value| parameter.as_str().is_some_and(|name| IDS.contains(&name));
    let values = list("parameter_values").iter().filter_map(|value| match value {
        // With several parameters a value is an object that has them all.
        Value::Object(values) => IDS.iter().find_map(|name| values.get(*name)?.as_str()),
        Value::String(id) if parameters.len() == 1 && is_id(&parameters[0]) => Some(id),
        _ => None,
    });
    let ids: Vec<&str> = values.collect();
    let records = batch.records().enumerate();
    let is_named = |(_, (_, record)): &(usize, (u64, &Record))| {
        let catalog = record.path_value().unwrap_or_default();
        ids.iter().any(|id| record.users().contains(&key(catalog, id)))
    };
    records.filter(is_named).map(|(at, _)| at).collect()
}
