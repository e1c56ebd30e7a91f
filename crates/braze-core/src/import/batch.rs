//! [`Batch`]: the records of one request.

use bytes::Bytes;

use super::options::Bounds;
use super::record::Record;
use super::target::{ImportList, ImportTarget};
use super::users::{UserMap, UserSet};
use crate::auth::Credentials;

/// A record and its position in the input, from 0.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) index: u64,
    pub(super) record: Record,
    /// The reason for which an earlier import may have sent it.
    pub(super) doubt: Option<String>,
}

/// The records of one request, in the order of the input.
#[derive(Debug, Default)]
pub(super) struct Batch {
    records: Vec<Held>,
    /// The group of each record.
    places: Vec<usize>,
    groups: Vec<RecordGroup>,
    /// The length of the body.
    length: usize,
    /// The last array of each user.
    users: UserMap<u8>,
    /// The effect of records on their users, if less than to occupy them.
    effects: UserSet,
}

/// The records of a request that stand in one array.
#[derive(Debug)]
struct RecordGroup {
    list: u8,
    /// The text before the array's items, if it is the records' own.
    open: Option<Bytes>,
}

/// The bytes around a body: `{}`.
const BRACES: usize = 2;

/// The bytes of an array but for its name and its items: `"":[`.
const OPEN: usize = 4;

impl Batch {
    /// Tells whether one more record can be sent in the same request.
    pub(super) fn fits(&self, record: &Record, bounds: Bounds) -> bool {
        let target = record.kind().target();
        let bounds = within(bounds, target);
        if self.records.len() >= bounds.records || self.length_with(record) > bounds.bytes {
            return false;
        }
        let Some(own) = self.target() else { return true };
        let is_same_path = self.path_value() == record.path_value();
        std::ptr::eq(own, target)
            && is_same_path
            && self.has_place(target, record)
            && self.keeps_order(record)
    }

    /// Tells whether no further record of this operation fits.
    pub(super) fn is_full(&self, bounds: Bounds) -> bool {
        self.target().is_some_and(|target| self.records.len() >= within(bounds, target).records)
    }

    fn has_place(&self, target: &ImportTarget, record: &Record) -> bool {
        let is_apart = |[one, other]: [usize; 2]| {
            let list = usize::from(record.list());
            let counterpart = if list == one { other } else { one };
            (list == one || list == other)
                && self.groups.iter().any(|group| usize::from(group.list) == counterpart)
        };
        self.group(record).is_some()
            || self.groups.len() < target.max_groups && !target.apart.is_some_and(is_apart)
    }

    fn keeps_order(&self, record: &Record) -> bool {
        if let Some(effects) = record.effects() {
            return !effects.iter().any(|effect| self.effects.contains(effect));
        }
        let last = record.users().iter().filter_map(|user| self.users.get(user)).max();
        let is_ordered = record.kind().target().is_ordered;
        last.is_none_or(|last| is_ordered && *last <= record.list())
    }

    pub(super) fn push(&mut self, held: Held) {
        let record = &held.record;
        self.length = self.length_with(record);
        let place = self.group(record).unwrap_or_else(|| {
            self.groups.push(RecordGroup { list: record.list(), open: record.open().cloned() });
            self.groups.len() - 1
        });
        self.places.push(place);
        self.users.extend(record.users().iter().map(|user| (*user, record.list())));
        self.effects.extend(record.effects().into_iter().flatten());
        self.records.push(held);
    }

    /// The group that a record belongs to, if it is there.
    fn group(&self, record: &Record) -> Option<usize> {
        let (list, open) = (record.list(), record.open());
        self.groups.iter().position(|group| group.list == list && group.open.as_ref() == open)
    }

    /// The length of the body with one more record.
    fn length_with(&self, record: &Record) -> usize {
        const COMMA: usize = 1;
        let item = record.item().len();
        if self.group(record).is_some() {
            return self.length + COMMA + item;
        }
        let target = record.kind().target();
        let open = match record.open() {
            Some(open) => open.len(),
            None => OPEN + target.lists[usize::from(record.list())].name.len(),
        };
        let group = open + item + target.close.len();
        match self.records.is_empty() {
            true => BRACES + target.around.iter().map(|text| text.len()).sum::<usize>() + group,
            false => self.length + COMMA + group,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// The operation that takes the records.
    pub(super) fn target(&self) -> Option<&'static ImportTarget> {
        self.records.first().map(|held| held.record.kind().target())
    }

    /// The value of the placeholder in the path, if there is one.
    pub(super) fn path_value(&self) -> Option<&str> {
        self.records.first()?.record.path_value()
    }

    pub(super) fn users(&self) -> &UserMap<u8> {
        &self.users
    }

    pub(super) fn is_harmless(&self) -> bool {
        self.records.iter().all(|held| held.record.is_harmless())
    }

    /// The arrays of the body, each with the positions of its records in the batch. None if they stand in entries:
    /// no reply is known to name or count those.
    pub(super) fn arrays(&self) -> Vec<(&'static ImportList, Vec<usize>)> {
        let target = self.target().filter(|target| !target.has_entries());
        let lists = target.map_or(&[][..], |target| target.lists).iter().enumerate();
        let arrays = lists.filter_map(|(at, list)| {
            let group = self.groups_of(at).next()?;
            Some((list, self.positions(group).collect()))
        });
        arrays.collect()
    }

    /// The groups of an array, by its position.
    fn groups_of(&self, list: usize) -> impl Iterator<Item = usize> {
        let groups = self.groups.iter().enumerate();
        groups.filter(move |(_, group)| usize::from(group.list) == list).map(|(at, _)| at)
    }

    /// The positions of a group's records.
    fn positions(&self, group: usize) -> impl Iterator<Item = usize> {
        let places = self.places.iter().enumerate();
        places.filter(move |(_, place)| **place == group).map(|(at, _)| at)
    }

    /// The records with their positions in the input.
    pub(super) fn records(&self) -> impl Iterator<Item = (u64, &Record)> {
        self.records.iter().map(|held| (held.index, &held.record))
    }

    /// The length of the body.
    pub(super) fn body_length(&self) -> usize {
        self.length
    }

    pub(super) fn into_records(self) -> Vec<Held> {
        self.records
    }

    /// The body of the request, joined from what the records wrote.
    pub(super) fn body(&self) -> Bytes {
        let Some(target) = self.target() else { return Bytes::from_static(b"{}") };
        let [before, after] = target.around;
        let mut body = Vec::with_capacity(self.length);
        body.push(b'{');
        body.extend_from_slice(before.as_bytes());
        let start = body.len();
        for (at, list) in target.lists.iter().enumerate() {
            for group in self.groups_of(at) {
                if body.len() > start {
                    body.push(b',');
                }
                self.write(group, list, &mut body);
                body.extend_from_slice(target.close.as_bytes());
            }
        }
        body.extend_from_slice(after.as_bytes());
        body.push(b'}');
        body.into()
    }

    /// Writes a group up to the last of its records.
    fn write(&self, group: usize, list: &ImportList, body: &mut Vec<u8>) {
        match &self.groups[group].open {
            Some(open) => body.extend_from_slice(open),
            None => {
                body.push(b'"');
                body.extend_from_slice(list.name.as_bytes());
                body.extend_from_slice(b"\":[");
            }
        }
        for (at, position) in self.positions(group).enumerate() {
            if at > 0 {
                body.push(b',');
            }
            body.extend_from_slice(self.records[position].record.item());
        }
    }
}

/// The reason why a record cannot be sent in any request.
pub(super) fn refusal(
    record: &Record,
    bounds: Bounds,
    credentials: &Credentials,
) -> Option<String> {
    let json = record.json();
    if let Some(problem) = record.problem() {
        return Some(problem.to_owned());
    }
    if !Batch::default().fits(record, bounds) {
        let (bytes, max) = (json.len(), within(bounds, record.kind().target()).bytes);
        return Some(format!("the record has {bytes} bytes, but a request can have at most {max}"));
    }
    let held = credentials.find(|secret| secret.may_be_in(json.len()) && secret.is_in(json));
    held.map(|credential| format!("the record holds the {credential}"))
}

/// The bounds of a request of an operation.
fn within(bounds: Bounds, target: &ImportTarget) -> Bounds {
    Bounds {
        records: bounds.records.min(target.max_records),
        bytes: bounds.bytes.min(target.max_bytes()),
    }
}
