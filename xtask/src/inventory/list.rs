//! [`Inventory`]: the list, its own problems, and those beside the spec.

use std::collections::BTreeMap;
use std::path::Path;

use super::described::{Described, compare};
use super::entry::{Entry, File, Status};
use super::error::InventoryError;
use super::{INVENTORY, collision};

/// Every known operation of the API.
#[derive(Debug)]
pub struct Inventory {
    /// The meanings of the sources, by the names that entries use.
    sources: BTreeMap<String, String>,
    /// The operations, in the order of the file.
    pub entries: Vec<Entry>,
}

impl Inventory {
    /// Reads the inventory of a workspace.
    ///
    /// # Errors
    ///
    /// [`InventoryError`] if the file cannot be read or is not an inventory.
    pub fn read(root: &Path) -> Result<Self, InventoryError> {
        Self::parse(&std::fs::read_to_string(root.join(INVENTORY))?)
    }

    /// Parses the text of an inventory.
    ///
    /// # Errors
    ///
    /// [`InventoryError`] if the text is not an inventory.
    pub fn parse(text: &str) -> Result<Self, InventoryError> {
        let file: File = serde_saphyr::from_str(text)?;
        let entries = file.operations.into_iter().map(Entry::try_from);
        Ok(Self { sources: file.sources, entries: entries.collect::<Result<_, _>>()? })
    }

    /// Returns the operations with a status.
    pub fn with(&self, status: &Status) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.status == *status)
    }

    /// Returns the problems of the inventory, and its contradictions to the operations that the spec describes.
    #[must_use]
    pub fn problems(&self, described: &[Described]) -> Vec<String> {
        let mut problems = collision::problems(&self.entries);
        for entry in &self.entries {
            if !self.sources.contains_key(entry.source_name()) {
                let known: Vec<_> = self.sources.keys().map(String::as_str).collect();
                problems.push(format!(
                    "the source `{}` of {} must be one of {}",
                    entry.source_name(),
                    entry.operation,
                    known.join(", "),
                ));
            }
            let in_spec = described.iter().find(|described| described.operation == entry.operation);
            problems.extend(compare(entry, in_spec));
        }
        for described in described {
            if !self.entries.iter().any(|entry| entry.operation == described.operation) {
                problems.push(format!("{} is described but not listed", described.operation));
            }
        }
        problems
    }

    /// Returns the number of operations by status, as a sentence.
    #[must_use]
    pub fn counts(&self) -> String {
        let described = self.with(&Status::Described).count();
        let planned = self.with(&Status::Planned).count();
        let left_out = self.entries.len() - described - planned;
        format!(
            "{} operations: {described} described, {planned} planned, {left_out} left out",
            self.entries.len(),
        )
    }
}
