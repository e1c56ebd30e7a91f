//! [`CatalogRecord`]: an item of a catalog, as a record has it.

use serde::de::{Deserialize, IgnoredAny};

use super::fields::Fields;
use super::kind::RecordKind;
use super::problem::RecordError;
use super::users::UserKey;
use crate::catalog_item::{CatalogItem, check_name};
use crate::validate::Violations;

/// An item of a catalog, as a record has it.
pub(super) struct CatalogRecord {
    pub(super) catalog: String,
    /// The catalog and the identifier of the item.
    pub(super) key: UserKey,
    /// The item as JSON.
    pub(super) item: String,
    /// Twice is the same as once.
    pub(super) is_harmless: bool,
}

/// The fields of a record.
const CATALOG: &str = "catalog_name";
const ITEM: &str = "item";
const ITEM_ID: &str = "item_id";

impl CatalogRecord {
    /// Reads a record of one of the four kinds, and checks its item.
    pub(super) fn parse(kind: RecordKind, json: &str) -> Result<Self, RecordError> {
        let mut fields = Fields::parse(json)?;
        let catalog = fields.text(CATALOG)?;
        let (item, raw) = if kind == RecordKind::CatalogItemDeletion {
            (CatalogItem::from_id(fields.text(ITEM_ID)?), None)
        } else {
            (CatalogItem::from(fields.object(ITEM)?), raw_value(json, ITEM))
        };
        fields.end()?;
        let mut violations = Violations::default();
        check_name(CATALOG, &catalog, &mut violations);
        match kind {
            RecordKind::CatalogItemDeletion => item.check_id(ITEM, &mut violations),
            RecordKind::CatalogItemUpdate => item.check_changes(ITEM, &mut violations),
            _ => item.check(ITEM, &mut violations),
        }
        if !violations.is_empty() {
            return Err(RecordError::Invalid(violations.to_string().into()));
        }
        Ok(Self {
            key: key(&catalog, item.id().unwrap_or_default()),
            is_harmless: kind != RecordKind::CatalogItemCreation && !item.adds(),
            // As it was written, so that no digit of a number is lost.
            item: raw.map_or_else(|| written(&item), str::to_owned),
            catalog,
        })
    }
}

/// The key of an item.
pub(super) fn key(catalog: &str, id: &str) -> UserKey {
    UserKey::new("catalog_item", &format!("{catalog}\n{id}"))
}

fn written(item: &CatalogItem) -> String {
    // A map of JSON can always be written.
    serde_json::to_string(item).unwrap_or_default()
}

/// The text of an object within an object that has texts and objects alone. The last one of its name counts.
fn raw_value<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let mut found = None;
    let mut rest = json.trim_ascii_start().strip_prefix('{')?;
    loop {
        let (key, after) = value::<String>(rest)?;
        let (text, after) = after.trim_ascii_start().strip_prefix(':').and_then(|rest| {
            let rest = rest.trim_ascii_start();
            let (_, after) = value::<IgnoredAny>(rest)?;
            Some((&rest[..rest.len() - after.len()], after))
        })?;
        if key == name {
            found = Some(text);
        }
        match after.trim_ascii_start().strip_prefix(',') {
            Some(after) => rest = after,
            None => return found,
        }
    }
}

/// A value at the beginning of a text, and the text after it.
fn value<'a, T: Deserialize<'a>>(text: &'a str) -> Option<(T, &'a str)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<T>();
    let value = values.next()?.ok()?;
    let end = values.byte_offset();
    Some((value, &text[end..]))
}
