//! [`Marks`]: the points of a line as they are drawn. If there are more buckets than room, each point is
//! the mean of several neighbours.

use braze_core::Unit;

use crate::figure::{Line, Point};
use crate::timeline::Timeline;

/// The points of a line as they are drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Marks(Vec<Mark>);

/// One drawn point: a bucket, or several that share a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mark {
    /// The place, from 0. A place without a mark has no number in any of its buckets.
    pub(crate) place: u64,
    /// The mean.
    pub(crate) value: f64,
    pub(crate) lowest: f64,
    pub(crate) highest: f64,
    /// True if the mark is made of complete buckets. Incomplete ones count only if there is no other.
    pub(crate) complete: bool,
}

/// The number of buckets that share a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Grouping {
    /// At least 1.
    size: u64,
    /// The number of all buckets.
    buckets: u64,
}

impl Grouping {
    /// Puts as few buckets into a place as `room` places allow.
    ///
    /// Several buckets make up parts of a day, whole days or weeks. This keeps daily and weekly patterns
    /// from showing up as changes.
    pub(crate) fn new(timeline: Timeline, room: usize) -> Self {
        let (buckets, room) = (timeline.len(), room.max(1) as u64);
        let sizes: &[u64] = match timeline.unit() {
            Unit::Hour => &[1, 2, 3, 6, 24, 168],
            _ => &[1, 7],
        };
        let least = buckets.div_ceil(room);
        let largest = sizes[sizes.len() - 1];
        let listed = sizes.iter().copied().find(|size| *size >= least);
        Self { size: listed.unwrap_or(least.div_ceil(largest) * largest), buckets }
    }

    pub(crate) fn size(self) -> u64 {
        self.size
    }

    /// Returns true if several buckets share a place.
    pub(crate) fn is_coarse(self) -> bool {
        self.size > 1
    }

    /// The start of a place, as a share of the whole width.
    pub(crate) fn begin(self, place: u64) -> f64 {
        let bucket = place.saturating_mul(self.size).min(self.buckets);
        bucket as f64 / self.buckets.max(1) as f64
    }

    /// The middle of a place, as a share of the whole width.
    pub(crate) fn middle(self, place: u64) -> f64 {
        (self.begin(place) + self.begin(place + 1)) / 2.0
    }
}

impl Marks {
    pub(crate) fn new(line: &Line, grouping: Grouping) -> Self {
        let place = |point: &Point| point.index / grouping.size;
        let groups = line.points().chunk_by(|a, b| place(a) == place(b));
        Self(groups.map(|group| Mark::new(place(&group[0]), group)).collect())
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Mark> {
        self.0.iter()
    }

    /// The pieces of the line between gaps.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = &[Mark]> {
        self.0.chunk_by(|a, b| b.place == a.place + 1)
    }

    /// The lowest and the highest number.
    pub(crate) fn extent(&self) -> Option<(f64, f64)> {
        let lowest = self.0.iter().map(|mark| mark.lowest).reduce(f64::min);
        lowest.zip(self.0.iter().map(|mark| mark.highest).reduce(f64::max))
    }
}

impl Mark {
    /// Creates the mark of a group, which has at least one point.
    fn new(place: u64, group: &[Point]) -> Self {
        let complete = group.iter().any(|point| point.complete);
        let counted = || group.iter().filter(|point| point.complete == complete);
        let values = || counted().map(|point| point.value);
        // Divided first: a sum might leave the range of an `f64`.
        let count = counted().count().max(1) as f64;
        let (lowest, highest) =
            (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
        let mean = values().map(|value| value / count).sum::<f64>().clamp(lowest, highest);
        Self { place, value: mean, lowest, highest, complete }
    }
}

#[cfg(test)]
mod tests {
    use braze_core::Number;
    use proptest::prelude::*;

    use super::*;

    fn timeline(unit: Unit, buckets: u64) -> Timeline {
        crate::samples::timeline(unit, 0, buckets)
    }

    fn empty() -> Line {
        Line::new(String::new(), timeline(Unit::Day, 40))
    }

    #[test]
    fn several_buckets_make_up_parts_of_days_or_weeks() {
        for (unit, buckets, room, size) in [
            (Unit::Day, 31, 144, 1),
            (Unit::Day, 366, 144, 7),
            (Unit::Day, 731, 144, 7),
            (Unit::Day, 3_653, 144, 28),
            (Unit::Hour, 744, 144, 6),
            (Unit::Hour, 8_784, 144, 168),
            (Unit::Hour, 17_520, 80, 336),
        ] {
            assert_eq!(Grouping::new(timeline(unit, buckets), room).size(), size, "{buckets}");
        }
    }

    #[test]
    fn incomplete_buckets_do_not_lower_the_mean() {
        let mut line = empty();
        for (index, complete) in [(0, true), (1, true), (2, false), (5, false)] {
            line.push_at(index, Number::Count(10 * (index + 1)), complete);
        }
        let marks = Marks::new(&line, Grouping { size: 3, buckets: 6 });
        let seen: Vec<_> = marks.iter().map(|it| (it.place, it.value, it.complete)).collect();
        assert_eq!(seen, [(0, 15.0, true), (1, 60.0, false)]);
    }

    #[test]
    fn a_line_is_cut_where_a_place_is_empty() {
        let mut line = empty();
        for index in [0, 1, 3, 4, 5, 9] {
            line.push_at(index, Number::Count(1), true);
        }
        let marks = Marks::new(&line, Grouping { size: 1, buckets: 10 });
        assert_eq!(marks.pieces().map(<[Mark]>::len).collect::<Vec<_>>(), [2, 3, 1]);
    }

    proptest! {
        #[test]
        fn all_buckets_have_a_place(buckets in 0..200_000u64, room in 0..400usize, hours: bool) {
            let unit = if hours { Unit::Hour } else { Unit::Day };
            let grouping = Grouping::new(timeline(unit, buckets), room);
            let places = buckets.div_ceil(grouping.size());
            prop_assert!(places <= room.max(1) as u64);
            prop_assert!(grouping.begin(0) == 0.0);
            prop_assert_eq!(grouping.begin(places), f64::from(u8::from(buckets > 0)));
            for place in 0..places {
                let (begin, middle) = (grouping.begin(place), grouping.middle(place));
                prop_assert!(begin < middle && middle < grouping.begin(place + 1));
            }
        }

        #[test]
        fn a_mean_lies_between_the_lowest_and_the_highest(
            values in prop::collection::vec((any::<f64>(), any::<bool>()), 1..40),
            size in 1..9u64,
        ) {
            let mut line = empty();
            for (index, (value, complete)) in values.into_iter().enumerate() {
                line.push_at(index as u64, Number::Amount(value), complete);
            }
            for mark in Marks::new(&line, Grouping { size, buckets: 40 }).iter() {
                prop_assert!(mark.lowest <= mark.value && mark.value <= mark.highest, "{mark:?}");
                prop_assert!((mark.highest - mark.lowest).is_finite());
            }
        }
    }
}
