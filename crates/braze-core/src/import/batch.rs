//! [`Batch`]: the records of one request.

use bytes::Bytes;

use super::record::{Record, RecordKind};
use super::users::UserMap;

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
    counts: [usize; RecordKind::ALL.len()],
    /// Of the records alone.
    bytes: usize,
    /// The last kind of each user. Braze applies a request kind by kind.
    users: UserMap<RecordKind>,
}

/// The bounds of a batch.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) records: usize,
    pub(super) bytes: usize,
}

/// The bytes around the arrays: `{}`.
const BRACES: usize = 2;

/// The bytes of an array but for its name and its items: `"":[],`. The last one has no comma.
const ARRAY: usize = 6;

impl Batch {
    /// Tells whether one more record can be sent in the same request.
    pub(super) fn fits(&self, record: &Record, bounds: Bounds) -> bool {
        let keeps_order = || {
            let last = record.users().iter().filter_map(|user| self.users.get(user)).max();
            last.is_none_or(|last| *last <= record.kind())
        };
        let mut counts = self.counts;
        counts[record.kind() as usize] += 1;
        self.records.len() < bounds.records
            && body_length(counts, self.bytes + record.json().len()) <= bounds.bytes
            && keeps_order()
    }

    pub(super) fn push(&mut self, held: Held) {
        let kind = held.record.kind();
        self.counts[kind as usize] += 1;
        self.bytes += held.record.json().len();
        self.users.extend(held.record.users().iter().map(|user| (*user, kind)));
        self.records.push(held);
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The number of records of a kind.
    pub(super) fn count(&self, kind: RecordKind) -> usize {
        self.counts[kind as usize]
    }

    pub(super) fn users(&self) -> &UserMap<RecordKind> {
        &self.users
    }

    pub(super) fn is_harmless(&self) -> bool {
        self.records.iter().all(|held| held.record.is_harmless())
    }

    /// The records of each array, by their position in the batch.
    pub(super) fn positions(&self) -> [Vec<usize>; RecordKind::ALL.len()] {
        RecordKind::ALL.map(|kind| {
            let all = self.records.iter().enumerate();
            all.filter(|(_, held)| held.record.kind() == kind).map(|(at, _)| at).collect()
        })
    }

    /// The records with their positions in the input.
    pub(super) fn records(&self) -> impl Iterator<Item = (u64, &Record)> {
        self.records.iter().map(|held| (held.index, &held.record))
    }

    pub(super) fn into_records(self) -> Vec<Held> {
        self.records
    }

    /// The body of the request, joined from what the records wrote.
    pub(super) fn body(&self) -> Bytes {
        let mut body = Vec::with_capacity(body_length(self.counts, self.bytes));
        body.push(b'{');
        for kind in RecordKind::ALL.into_iter().filter(|kind| self.count(*kind) > 0) {
            if body.len() > 1 {
                body.push(b',');
            }
            body.push(b'"');
            body.extend_from_slice(kind.array().as_bytes());
            body.extend_from_slice(b"\":[");
            let of_kind = self.records.iter().filter(|held| held.record.kind() == kind);
            for (at, held) in of_kind.enumerate() {
                if at > 0 {
                    body.push(b',');
                }
                body.extend_from_slice(held.record.json());
            }
            body.push(b']');
        }
        body.push(b'}');
        body.into()
    }
}

/// The length of a body with so many records, which have so many bytes together.
fn body_length(counts: [usize; RecordKind::ALL.len()], bytes: usize) -> usize {
    let arrays = RecordKind::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let around: usize = arrays.map(|(kind, count)| ARRAY + kind.array().len() + count - 1).sum();
    (BRACES + around + bytes).saturating_sub(usize::from(around > 0))
}
