//! [`Earlier`]: an earlier file, to send only what has changed since.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use braze_core::import::{Record, RecordKind};
use serde_json::{Map, Value};

use crate::check::checked;
use crate::place::{IDENTIFIERS, is_nullable};

/// An earlier file of the same shape, to send only what has changed since.
///
/// It keeps hashes alone: about 80 bytes for each user, 16 for each attribute, and 40 for each event and purchase.
///
/// ```
/// use braze_core::import::{Record, RecordKind};
/// use braze_records::Earlier;
///
/// let attributes = |json: &str| Record::parse(RecordKind::Attributes, json.to_owned());
/// let before = attributes(r#"{"external_id":"u-17","plan":"gold","city":"Oslo"}"#)?;
/// let mut earlier = Earlier::new([before]);
///
/// let now = attributes(r#"{"external_id":"u-17","plan":"tin","city":"Oslo"}"#)?;
/// let changed = earlier.difference(now.clone()).ok_or("no change")?;
/// assert_eq!(changed.json(), br#"{"external_id":"u-17","plan":"tin"}"#);
/// assert_eq!(earlier.difference(now), None, "it is no longer a change");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct Earlier {
    /// Positions of the names of attributes.
    names: HashMap<String, u32>,
    users: HashMap<u128, User>,
    /// Records that count each time they are sent, by their hash, and how many of them there are.
    others: HashMap<u128, u32>,
    removed_as_null: bool,
    unchanged: u64,
    removed: u64,
}

/// The attributes of a user, by the position of the name and the hash of the value.
#[derive(Debug, Default)]
struct User {
    values: Box<[(u32, u64)]>,
    /// The later file names the user.
    is_seen: bool,
}

/// Fields that name the user or say how to apply the others.
const UNCOMPARED: [&str; 5] =
    ["external_id", "braze_id", "user_alias", "_update_existing_only", "_merge_objects"];

impl Earlier {
    /// Takes in the records of the earlier file. Those with a problem are passed over.
    pub fn new(records: impl IntoIterator<Item = Record>) -> Self {
        let mut earlier = Self::default();
        for record in records.into_iter().filter(|record| record.problem().is_none()) {
            match Attributes::read(&record) {
                Some(attributes) if record.is_harmless() => {
                    let values = earlier.hashes(&attributes);
                    earlier.users.entry(attributes.user).or_default().merge(&values);
                }
                attributes => {
                    *earlier.others.entry(hash_of(&record)).or_default() += 1;
                    attributes.iter().for_each(|it| earlier.forget(it));
                }
            }
        }
        earlier
    }

    /// Sets attributes to `null` that the earlier file has and the later one has not. Default: they stay.
    #[must_use]
    pub fn removed_as_null(mut self, as_null: bool) -> Self {
        self.removed_as_null = as_null;
        self
    }

    /// The number of records so far that were unchanged.
    #[must_use]
    pub fn unchanged(&self) -> u64 {
        self.unchanged
    }

    /// The number of attributes so far that only the earlier file has, and that stay as they are.
    #[must_use]
    pub fn removed(&self) -> u64 {
        self.removed
    }

    /// The number of users with attributes in the earlier file whom the later one did not name so far.
    #[must_use]
    pub fn unnamed_users(&self) -> usize {
        self.users.values().filter(|user| !user.is_seen).count()
    }

    /// Returns the part of a record of the later file that has changed; `None` if nothing has.
    ///
    /// Of attributes, the changed ones are left, and the user. An event, a purchase or a change such as
    /// `{"inc": 1}` is left if the earlier file has fewer that are equal. Give records in their order: a value that
    /// is set and set back within the later file is sent both times.
    pub fn difference(&mut self, record: Record) -> Option<Record> {
        if record.problem().is_some() {
            return Some(record);
        }
        let changed = match Attributes::read(&record) {
            Some(attributes) if record.is_harmless() => self.changed(record, &attributes),
            attributes => {
                attributes.iter().for_each(|it| self.forget(it));
                self.unmatched(record)
            }
        };
        self.unchanged += u64::from(changed.is_none());
        changed
    }

    /// The attributes that have changed, if any has.
    fn changed(&mut self, record: Record, attributes: &Attributes) -> Option<Record> {
        let later = self.hashes(attributes);
        let is_new = !self.users.contains_key(&attributes.user);
        let user = self.users.entry(attributes.user).or_default();
        user.is_seen = true;
        let is_changed = |(name, hash): &&(u32, u64)| user.value(*name) != Some(*hash);
        let changed: Vec<u32> = later.iter().filter(is_changed).map(|(name, _)| *name).collect();
        let is_gone = |name: &u32| !later.iter().any(|(it, _)| it == name);
        let gone: Vec<u32> = user.values.iter().map(|(name, _)| *name).filter(is_gone).collect();
        user.merge(&later);
        let removed = self.remove(attributes.user, &gone);
        if removed.is_empty() && (is_new || changed.len() == later.len()) {
            return (is_new || !changed.is_empty()).then_some(record);
        }
        if removed.is_empty() && changed.is_empty() {
            return None;
        }
        let is_kept = |name: &str| {
            attributes.is_uncompared(name)
                || self.names.get(name).is_some_and(|name| changed.contains(name))
        };
        let mut object = attributes.object.clone();
        object.retain(|name, _| is_kept(name));
        object.extend(removed.into_iter().map(|name| (name, Value::Null)));
        // A map of values can always be written.
        let json = serde_json::to_vec(&object).unwrap_or_default();
        let changed = checked(RecordKind::Attributes, json);
        Some(match record.line() {
            Some(line) => changed.with_line(line),
            None => changed,
        })
    }

    /// Takes attributes from a user that only the earlier file has. Returns those to set to `null`.
    fn remove(&mut self, user: u128, gone: &[u32]) -> Vec<String> {
        if gone.is_empty() {
            return Vec::new();
        }
        let null = short_hash(&Value::Null.to_string());
        let user = self.users.entry(user).or_default();
        let still_set = |at: &u32| gone.contains(at) && user.value(*at) != Some(null);
        let gone = self.names.iter().filter(|(_, at)| still_set(at));
        let is_to_go = |(name, _): &(&String, &u32)| self.removed_as_null && is_nullable(name);
        let (to_go, kept): (Vec<_>, Vec<_>) = gone.partition(is_to_go);
        self.removed += kept.len() as u64;
        let nulls: Vec<_> = to_go.iter().map(|(_, at)| (**at, null)).collect();
        user.merge(&nulls);
        let mut names: Vec<_> = to_go.into_iter().map(|(name, _)| name.clone()).collect();
        names.sort_unstable();
        names
    }

    /// A record of which the earlier file has fewer.
    fn unmatched(&mut self, record: Record) -> Option<Record> {
        match self.others.get_mut(&hash_of(&record)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                None
            }
            _ => Some(record),
        }
    }

    /// Forgets the attributes that a change such as `{"inc": 1}` has made unknown.
    fn forget(&mut self, attributes: &Attributes) {
        let names: Vec<u32> =
            attributes.object.keys().filter_map(|name| self.names.get(name).copied()).collect();
        let user = self.users.entry(attributes.user).or_default();
        user.values = user.values.iter().filter(|(it, _)| !names.contains(it)).copied().collect();
    }

    fn hashes(&mut self, attributes: &Attributes) -> Vec<(u32, u64)> {
        let mut hashes = Vec::new();
        for (name, value) in &attributes.object {
            if attributes.is_uncompared(name) {
                continue;
            }
            let next = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
            let at = match self.names.get(name) {
                Some(at) => *at,
                None => *self.names.entry(name.clone()).or_insert(next),
            };
            hashes.push((at, short_hash(&value.to_string())));
        }
        hashes
    }
}

impl User {
    fn value(&self, name: u32) -> Option<u64> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, hash)| *hash)
    }

    /// Takes in newer values.
    fn merge(&mut self, newer: &[(u32, u64)]) {
        let is_older = |name: u32| !newer.iter().any(|(it, _)| *it == name);
        let older = self.values.iter().filter(|(name, _)| is_older(*name));
        self.values = older.chain(newer).copied().collect();
    }
}

/// The attributes of a record.
struct Attributes {
    user: u128,
    object: Map<String, Value>,
    /// The field that names the user.
    named_by: &'static str,
}

impl Attributes {
    /// Reads a record, if it has attributes of a user that are set one by one.
    fn read(record: &Record) -> Option<Self> {
        if record.kind() != RecordKind::Attributes {
            return None;
        }
        let object: Map<String, Value> = serde_json::from_slice(record.json()).ok()?;
        if object.contains_key("push_token_import") {
            return None;
        }
        let is_there = |name: &&str| object.get(*name).is_some_and(|value| !value.is_null());
        let named_by = IDENTIFIERS.into_iter().find(is_there)?;
        let user = long_hash(&(named_by, object[named_by].to_string()));
        Some(Self { user, object, named_by })
    }

    fn is_uncompared(&self, name: &str) -> bool {
        name == self.named_by || UNCOMPARED.contains(&name)
    }
}

/// The hash of a whole record, whatever the order of its fields.
fn hash_of(record: &Record) -> u128 {
    let value: Value = serde_json::from_slice(record.json()).unwrap_or_default();
    long_hash(&(record.kind(), value.to_string()))
}

fn short_hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A hash that no two of many millions share.
fn long_hash(value: &impl Hash) -> u128 {
    (u128::from(short_hash(&(0_u8, value))) << 64) | u128::from(short_hash(&(1_u8, value)))
}
