//! [`Merge`]: the replies of one series, put together in the order of the windows.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};

use super::bucket::{Index, Start};
use super::bucket_map::BucketMap;
use super::candidate::{Candidate, Reading, RequestTime};
use super::coverage::{Coverage, Problem};
use super::cursor::ResumePoint;
use super::options::{Absent, Export};
use super::placement::{Order, Placement, Placer};
use super::range::Range;
use super::row::Row;
use super::windows::{SLACK, Window};
use super::zone::Zone;
use crate::generated::Unit;
use crate::series::{Point, Series, SeriesValue};
use crate::time::SeriesTime;

/// Rows of one selection that were read and not handed out.
pub(crate) struct Merge<P: Point> {
    selection: usize,
    range: Range,
    zone: Option<Zone>,
    absent: Absent,
    include_open: bool,
    kept_days: Option<TimeDelta>,
    reader: Placer,
    /// Buckets that a later window may read again.
    kept: BucketMap<Candidate<P>>,
    /// All buckets before this one are settled.
    settled: Index,
    /// True if any row is settled, now or before the cursor.
    after_rows: bool,
    /// Buckets skipped since the last row: zero if another row follows, missing if not.
    skipped: std::ops::Range<Index>,
    ready: VecDeque<Ready<P::Value>>,
    coverage: Coverage,
}

/// Rows on their way out.
enum Ready<V> {
    Row(Row<V>),
    Zeros(std::ops::Range<Index>),
}

impl<P: Point> Merge<P> {
    pub(crate) fn new<E: Series>(
        export: &Export<E>,
        selection: usize,
        range: Range,
        after_rows: bool,
    ) -> Self {
        Self {
            selection,
            range,
            zone: export.zone,
            absent: export.absent,
            include_open: export.include_open,
            kept_days: E::KEPT_DAYS.map(|days| TimeDelta::days(days.into())),
            reader: Placer::new(range.unit(), export.zone, range.likely_phase()),
            kept: BucketMap::new(),
            settled: range.bounds_at(range.likely_phase()).0,
            after_rows: after_rows || export.after_rows,
            skipped: 0..0,
            ready: VecDeque::new(),
            coverage: Coverage::new(range),
        }
    }

    /// Takes the rows of a window, after those of all windows before it.
    pub(crate) fn add(
        &mut self,
        window: &Window,
        ends_now: bool,
        mut points: Vec<P>,
        asked: RequestTime,
    ) {
        let reach = window.reach(ends_now);
        let mut order = Order::from_rows(&points);
        self.coverage.unordered += u64::from(order != Order::Ascending);
        if order == Order::Descending {
            points.reverse();
            order = Order::Ascending;
        }
        let places = self.reader.place_all(&points, order);
        let (lower, upper) = self.bounds();
        self.coverage.expected = upper.abs_diff(lower);
        let mut seen: BucketMap<Candidate<P>> = BucketMap::with_range(&reach);
        let mut far = Outliers::default();
        let mut last = None;
        for (point, place) in points.into_iter().zip(places) {
            let time = || point.time().to_string();
            match place {
                Placement::OffGrid => self.note(Problem::Unexpected { time: time() }),
                Placement::Unreadable => self.note(Problem::Unreadable { time: time() }),
                Placement::In { bucket, .. } if !reach.contains(&bucket) => {
                    last = last.max(Some(bucket));
                    far.count(bucket, &reach);
                    self.note(Problem::Unexpected { time: time() });
                }
                Placement::In { bucket, naive, off_midnight } => {
                    last = last.max(Some(bucket));
                    if off_midnight {
                        self.note(Problem::OffMidnight { time: time(), count: 1 });
                    }
                    let reading = Reading { point, naive };
                    match seen.slot(bucket) {
                        Some(twin) => twin.double(reading),
                        free => *free = Some(Candidate::row(reading, asked)),
                    }
                }
            }
        }
        if let Some(last) = last.filter(|_| !ends_now) {
            self.note_offset(window, &seen, &far, last);
        }
        let (first, after) = window.range().bounds();
        for bucket in first.max(lower)..after.min(upper) {
            let kept = seen.take(bucket).unwrap_or_else(|| Candidate::nothing(asked));
            self.keep(bucket, kept);
        }
        // The rest is slack: it belongs to a neighbour, or to nobody.
        for (bucket, kept) in seen.into_iter() {
            if (self.settled.max(lower)..upper).contains(&bucket) {
                self.keep(bucket, kept);
            }
        }
        self.settle(if after >= upper { upper } else { (after - SLACK).max(lower) });
        if after >= upper {
            self.note_missing(self.skipped.clone());
            self.skipped = 0..0;
        }
    }

    /// The end of the settled part.
    pub(crate) fn settled(&self) -> ResumePoint {
        let next = if self.skipped.is_empty() { self.settled } else { self.skipped.start };
        ResumePoint { next: self.start(next), after_rows: self.after_rows }
    }

    /// The coverage so far.
    pub(crate) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// The coverage.
    pub(crate) fn into_coverage(self) -> Coverage {
        self.coverage
    }

    /// The next row that no later window can change.
    pub(crate) fn next_row(&mut self) -> Option<Row<P::Value>> {
        match self.ready.pop_front()? {
            Ready::Row(row) => Some(row),
            Ready::Zeros(mut buckets) => {
                let start = self.start(buckets.next()?);
                if !buckets.is_empty() {
                    self.ready.push_front(Ready::Zeros(buckets));
                }
                let time = SeriesTime::from(start.to_string().as_str());
                Some(self.row(start, time, P::Value::zero(), true))
            }
        }
    }

    /// True if no rows wait to be taken.
    pub(crate) fn is_drained(&self) -> bool {
        self.ready.is_empty()
    }

    fn keep(&mut self, bucket: Index, kept: Candidate<P>) {
        let Some(known) = self.kept.get(bucket) else {
            *self.kept.slot(bucket) = Some(kept);
            return;
        };
        let earlier = known.asked.earliest.min(kept.asked.earliest);
        let is_final = self.start(bucket).is_over(self.zone, earlier);
        if let Some(known) = self.kept.slot(bucket) {
            known.read_again(kept, is_final);
        }
    }

    /// Hands out everything before a bucket, and notes what is not there.
    fn settle(&mut self, before: Index) {
        self.settled = before;
        while let Some((bucket, kept)) = self.kept.pop_before(before) {
            let start = self.start(bucket);
            let complete = start.is_over(self.zone, kept.asked.earliest);
            let is_disputed = !complete && start.is_over(self.zone, kept.asked.latest);
            self.coverage.open += u64::from(!complete && !is_disputed);
            if is_disputed {
                let (from, to) = (start, self.start(bucket + 1));
                self.note(Problem::Disputed { from, to, count: 1 });
            }
            self.coverage.doubled_alike += u64::from(kept.doubled_alike);
            if let Some((first, later)) = kept.doubled {
                let (first, later) = P::Value::difference(&first, &later);
                self.note(Problem::Doubled { time: start, first, later });
            }
            if let Some((earlier, later)) = kept.changed {
                let (earlier, later) = P::Value::difference(&earlier, &later);
                self.note(Problem::Changed { time: start, earlier, later });
            }
            match kept.reading {
                Some(Reading { point, naive }) => {
                    self.fill();
                    self.after_rows = true;
                    self.coverage.naive_times += u64::from(naive);
                    if complete || is_disputed || self.include_open {
                        self.coverage.returned += 1;
                        self.coverage.complete += u64::from(complete);
                        let row = self.row(start, point.time().clone(), point.value(), complete);
                        self.ready.push_back(Ready::Row(row));
                    }
                }
                None if !complete => {}
                None if self.is_expired(start, kept.asked) => self.coverage.expired += 1,
                None if self.absent == Absent::Zero && self.after_rows => self.skip(bucket),
                None => self.note_missing(bucket..bucket + 1),
            }
        }
    }

    /// True if the service had ceased to keep a bucket when it was asked for.
    fn is_expired(&self, start: Start, asked: RequestTime) -> bool {
        let kept_since = |days: TimeDelta| {
            asked.earliest.checked_sub_signed(days).unwrap_or(DateTime::<Utc>::MIN_UTC)
        };
        self.kept_days.is_some_and(|days| start.is_over(self.zone, kept_since(days)))
    }

    /// Notes a bucket without a row, after one with a row.
    fn skip(&mut self, bucket: Index) {
        if self.skipped.end == bucket && !self.skipped.is_empty() {
            self.skipped.end += 1;
        } else {
            self.note_missing(self.skipped.clone());
            self.skipped = bucket..bucket + 1;
        }
    }

    /// Makes rows of the buckets that were skipped, now that another row follows.
    fn fill(&mut self) {
        if !self.skipped.is_empty() {
            let skipped = std::mem::replace(&mut self.skipped, 0..0);
            let count = skipped.end.abs_diff(skipped.start);
            self.coverage.filled += count;
            self.coverage.complete += count;
            self.ready.push_back(Ready::Zeros(skipped));
        }
    }

    fn note_missing(&mut self, buckets: std::ops::Range<Index>) {
        if !buckets.is_empty() {
            let count = buckets.end.abs_diff(buckets.start);
            let (from, to) = (self.start(buckets.start), self.start(buckets.end));
            self.note(Problem::Missing { from, to, count });
        }
    }

    /// As many missing at one end as there are rows beyond the other: the server counts in another zone.
    /// `last`: the last bucket that came.
    fn note_offset(
        &mut self,
        window: &Window,
        seen: &BucketMap<Candidate<P>>,
        far: &Outliers,
        last: Index,
    ) {
        if self.range.unit() == Unit::Day {
            return;
        }
        let (first, after) = window.range().bounds();
        let gap = |buckets: &mut dyn Iterator<Item = Index>| {
            buckets.take_while(|bucket| seen.get(*bucket).is_none()).count() as i64
        };
        let (at_start, at_end) = (gap(&mut (first..after)), gap(&mut (first..after).rev()));
        let is_ahead = far.after > 0 && far.after == at_start && far.before == 0;
        let is_behind = far.before > 0 && far.before == at_end && far.after == 0;
        if is_ahead || is_behind {
            let read_in = self.zone.map_or(0, |zone| zone.hours_ahead(window.ending_at()));
            self.coverage.probable_utc_offset_hours = Some(last + 1 - after + read_in);
        }
    }

    /// Notes what a reply said beside its rows.
    pub(crate) fn note_all(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            self.note(problem);
        }
    }

    fn note(&mut self, problem: Problem) {
        self.coverage.note(self.selection, problem);
    }

    fn row(
        &self,
        start: Start,
        time: SeriesTime,
        value: P::Value,
        complete: bool,
    ) -> Row<P::Value> {
        Row { selection: self.selection, unit: self.range.unit(), start, time, value, complete }
    }

    fn bounds(&self) -> (Index, Index) {
        self.range.bounds_at(self.reader.phase())
    }

    fn start(&self, bucket: Index) -> Start {
        Start::from_index(self.range.unit(), bucket, self.reader.phase())
    }
}

/// Rows outside of a window's reach.
#[derive(Default)]
struct Outliers {
    before: i64,
    after: i64,
}

impl Outliers {
    fn count(&mut self, bucket: Index, reach: &std::ops::Range<Index>) {
        if bucket < reach.start {
            self.before += 1;
        } else {
            self.after += 1;
        }
    }
}
