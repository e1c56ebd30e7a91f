//! [`BucketMap`]: one thing for each day or hour of a stretch.

use std::collections::VecDeque;

use super::bucket::Index;

/// A map whose keys lie close together, so that each is found by its distance from the first one.
#[derive(Debug)]
pub(crate) struct BucketMap<T> {
    first: Index,
    slots: VecDeque<Option<T>>,
}

impl<T> BucketMap<T> {
    pub(crate) fn new() -> Self {
        Self { first: 0, slots: VecDeque::new() }
    }

    /// With room for a stretch.
    pub(crate) fn with_range(stretch: &std::ops::Range<Index>) -> Self {
        let mut slots = VecDeque::new();
        slots.resize_with(usize::try_from(stretch.end - stretch.start).unwrap_or(0), || None);
        Self { first: stretch.start, slots }
    }

    /// The entry of a bucket.
    pub(crate) fn get(&self, bucket: Index) -> Option<&T> {
        self.slots.get(self.index(bucket)?)?.as_ref()
    }

    /// Takes what is there for a bucket.
    pub(crate) fn take(&mut self, bucket: Index) -> Option<T> {
        let index = self.index(bucket)?;
        self.slots.get_mut(index)?.take()
    }

    /// The place of a bucket, made if there is none.
    pub(crate) fn slot(&mut self, bucket: Index) -> &mut Option<T> {
        if self.slots.is_empty() {
            self.first = bucket;
        }
        while bucket < self.first {
            self.slots.push_front(None);
            self.first -= 1;
        }
        let index = usize::try_from(bucket - self.first).unwrap_or(0);
        if index >= self.slots.len() {
            self.slots.resize_with(index + 1, || None);
        }
        &mut self.slots[index]
    }

    /// Takes the earliest that is there, if its bucket is before this one.
    pub(crate) fn pop_before(&mut self, before: Index) -> Option<(Index, T)> {
        while self.first < before {
            let slot = self.slots.pop_front()?;
            let bucket = self.first;
            self.first += 1;
            if let Some(thing) = slot {
                return Some((bucket, thing));
            }
        }
        None
    }

    /// Takes everything, from the earliest on.
    pub(crate) fn into_iter(self) -> impl Iterator<Item = (Index, T)> {
        (self.first..).zip(self.slots).filter_map(|(bucket, slot)| Some((bucket, slot?)))
    }

    fn index(&self, bucket: Index) -> Option<usize> {
        usize::try_from(bucket.checked_sub(self.first)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_an_ordered_map(steps in prop::collection::vec((0..3u8, -20..20i64), 0..60)) {
            let (mut buckets, mut map) = (BucketMap::new(), BTreeMap::new());
            for (number, (step, bucket)) in steps.into_iter().enumerate() {
                match step {
                    0 => prop_assert_eq!(buckets.slot(bucket).replace(number), map.insert(bucket, number)),
                    1 => prop_assert_eq!(buckets.take(bucket), map.remove(&bucket)),
                    _ => {
                        let first = map.first_key_value().filter(|(first, _)| **first < bucket);
                        let first = first.map(|(bucket, thing)| (*bucket, *thing));
                        first.map(|(bucket, _)| map.remove(&bucket));
                        prop_assert_eq!(buckets.pop_before(bucket), first);
                    }
                }
                prop_assert_eq!(buckets.get(bucket), map.get(&bucket));
            }
            prop_assert!(buckets.into_iter().eq(map));
        }
    }
}
