//! [`Figure`]: what a chart shows, before anything is drawn.

use braze_core::Number;

use super::timeline::Timeline;
use crate::series::Key;

/// Series over the same days or hours.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// The series by its words: `sessions`, `kpi dau`.
    pub(super) name: String,
    /// What the number is called.
    pub(super) value: &'static str,
    /// What all lines are about: `event added_to_cart`.
    pub(super) about: Option<String>,
    pub(super) timeline: Timeline,
    pub(super) lines: Vec<Line>,
}

/// One series.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// What tells it from the others.
    pub(super) key: Key,
    /// In the order of time, each bucket at most once. A bucket without one is missing if it is over.
    points: Vec<Point>,
    /// How many buckets are over and have no number.
    pub(super) missing: u64,
    /// The most decimals of a number.
    decimals: usize,
}

/// The number of a bucket.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// Which bucket of the timeline.
    pub(super) index: u64,
    pub(super) value: f64,
    /// Whether the bucket was over.
    pub(super) complete: bool,
}

/// What is further from zero than this is drawn as if it were there: no sum or difference of such
/// numbers leaves the range of an `f64`.
const FURTHEST: f64 = 1e290;

impl Figure {
    /// `sessions per day`
    pub(super) fn heading(&self) -> String {
        format!("{} per {}", self.name, self.timeline.unit_name())
    }

    /// The days or hours, and what the numbers are about.
    pub(super) fn subject(&self) -> String {
        let mut parts = vec![self.timeline.span()];
        parts.extend(self.about.iter().cloned());
        parts.join(", ")
    }

    /// Whether all numbers are whole.
    pub(super) fn is_whole(&self) -> bool {
        self.lines.iter().all(|line| line.decimals == 0)
    }
}

impl Line {
    pub(super) fn new(key: Key) -> Self {
        Self { key, ..Self::default() }
    }

    /// Adds the number of a bucket after all others.
    pub(super) fn push(&mut self, index: u64, number: Number, complete: bool) {
        if let Number::Amount(amount) = number {
            let text = amount.to_string();
            let decimals = text.split_once('.').map_or(0, |(_, tail)| tail.len());
            self.decimals = self.decimals.max(decimals);
        }
        let value = number.to_f64();
        if value.is_nan() || self.points.last().is_some_and(|last| last.index >= index) {
            return;
        }
        self.points.push(Point { index, value: value.clamp(-FURTHEST, FURTHEST), complete });
    }

    pub(super) fn points(&self) -> &[Point] {
        &self.points
    }

    /// The buckets without a number among those that are over: the first of each gap, and how many there
    /// are in it.
    pub(super) fn gaps(&self, timeline: Timeline, over: u64) -> impl Iterator<Item = (u64, u64)> {
        let there = self.points.iter().map(|point| point.index);
        let begins = std::iter::once(0).chain(there.clone().map(|index| index + 1));
        let ends = there.chain([timeline.len()]);
        let gaps = begins.zip(ends).map(move |(from, to)| (from, to.min(over)));
        gaps.filter(|(from, to)| from < to).map(|(from, to)| (from, to - from))
    }

    /// The most decimals of a number, as far as they matter to a reader.
    pub(super) fn decimals(&self) -> usize {
        self.decimals.min(2)
    }
}
