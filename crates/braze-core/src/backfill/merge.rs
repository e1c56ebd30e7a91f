//! [`Merge`]: the replies of one series, put together in the order of the windows.

use std::collections::{BTreeMap, VecDeque};

use chrono::{DateTime, Utc};

use super::coverage::Coverage;
use super::range::{Bucket, HOUR, Range, Start};
use super::reading::{Placed, Reader};
use super::windows::{SLACK, Window};
use super::zone::{Zone, day_end};
use super::{Absent, Row};
use crate::generated::Unit;
use crate::series::{Point, SeriesValue};
use crate::time::SeriesTime;

/// What has been read of one series and not been handed out.
pub(crate) struct Merge<P: Point> {
    series: usize,
    range: Range,
    zone: Option<Zone>,
    absent: Absent,
    include_open: bool,
    reader: Reader,
    /// Buckets that a later window may read again, with what the earlier one said.
    kept: BTreeMap<Bucket, Kept<P>>,
    ready: VecDeque<Row<P::Value>>,
    coverage: Coverage,
}

struct Kept<P> {
    /// `None`: the window that was to return it did not.
    point: Option<P>,
    /// When the request was sent whose reply it came in, by the server's clock.
    read_at: DateTime<Utc>,
    /// The server skipped it between two rows that it returned.
    skipped: bool,
}

impl<P: Point> Merge<P> {
    pub(crate) fn new(
        series: usize,
        range: Range,
        zone: Option<Zone>,
        absent: Absent,
        include_open: bool,
    ) -> Self {
        Self {
            series,
            range,
            zone,
            absent,
            include_open,
            reader: Reader::new(range.unit(), zone),
            kept: BTreeMap::new(),
            ready: VecDeque::new(),
            coverage: Coverage::of(range),
        }
    }

    /// Takes the rows of a window, after those of all windows before it.
    ///
    /// Gives the bucket before which everything is settled.
    pub(crate) fn add(
        &mut self,
        window: &Window,
        mut points: Vec<P>,
        read_at: DateTime<Utc>,
    ) -> Bucket {
        if is_descending(&points) {
            points.reverse();
            self.coverage.unordered += 1;
        }
        let places = self.reader.place_all(&points);
        let (first, after) = window.range().bounds();
        let (lower, upper) = self.range.bounds();
        let mut seen: BTreeMap<Bucket, P> = BTreeMap::new();
        let mut previous = None;
        let mut ascending = true;
        let mut far = Far::default();
        for (point, place) in points.into_iter().zip(places) {
            let bucket = match place {
                Placed::In { bucket, naive } => {
                    self.coverage.naive_times += u64::from(naive);
                    bucket
                }
                Placed::OffGrid => {
                    self.coverage.note_unexpected(point.time().to_string());
                    continue;
                }
                Placed::Unreadable => {
                    self.coverage.note_unreadable(point.time().to_string());
                    continue;
                }
            };
            ascending &= previous.is_none_or(|previous| previous <= bucket);
            previous = Some(bucket);
            if !window.reach().contains(&bucket) {
                far.count(bucket, window);
                self.coverage.note_unexpected(point.time().to_string());
                continue;
            }
            if let Some(twin) = seen.get(&bucket) {
                if twin.value() == point.value() {
                    self.coverage.doubled_alike += 1;
                } else if (lower..upper).contains(&bucket) {
                    let (one, other) = (twin.value().to_string(), point.value().to_string());
                    self.coverage.note_doubled(self.start(bucket), one, other);
                }
            }
            seen.insert(bucket, point);
        }
        self.coverage.unordered += u64::from(!ascending);
        self.note_offset(window, &seen, &far);
        let returned = seen.keys().next().copied().zip(seen.keys().next_back().copied());
        for bucket in first..after {
            let skipped = returned.is_some_and(|(first, last)| first < bucket && bucket < last);
            self.keep(bucket, seen.remove(&bucket), read_at, skipped);
        }
        // What is left is slack: it belongs to a neighbour, or to nobody.
        for (bucket, point) in seen {
            if (lower..upper).contains(&bucket) {
                self.keep(bucket, Some(point), read_at, false);
            }
        }
        let settled = if after == upper { upper } else { (after - SLACK).max(lower) };
        self.settle(settled);
        settled
    }

    /// What was found so far.
    pub(crate) fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// Takes out what was found, and leaves nothing.
    pub(crate) fn take_coverage(&mut self) -> Coverage {
        std::mem::take(&mut self.coverage)
    }

    /// The next row that no later window can change.
    pub(crate) fn next_row(&mut self) -> Option<Row<P::Value>> {
        self.ready.pop_front()
    }

    /// Whether rows wait to be taken.
    pub(crate) fn is_drained(&self) -> bool {
        self.ready.is_empty()
    }

    fn keep(&mut self, bucket: Bucket, point: Option<P>, read_at: DateTime<Utc>, skipped: bool) {
        let Some(known) = self.kept.get_mut(&bucket) else {
            self.kept.insert(bucket, Kept { point, read_at, skipped });
            return;
        };
        known.skipped |= skipped;
        let Some(point) = point else { return };
        let Some(earlier) = &known.point else {
            known.point = Some(point);
            known.read_at = read_at;
            return;
        };
        let is_later = known.read_at <= read_at;
        let (one, other) = (earlier.value(), point.value());
        let was_open = bucket_end(self.range.unit(), bucket, self.reader.phase(), self.zone)
            > known.read_at.min(read_at);
        if is_later {
            known.point = Some(point);
            known.read_at = read_at;
        }
        if one != other && !was_open {
            let (earlier, later) = if is_later { (one, other) } else { (other, one) };
            let start = self.start(bucket);
            self.coverage.note_changed(start, earlier.to_string(), later.to_string());
        }
    }

    /// Hands out everything before a bucket, and notes what is not there.
    fn settle(&mut self, before: Bucket) {
        while let Some(entry) = self.kept.first_entry() {
            let bucket = *entry.key();
            if bucket >= before {
                break;
            }
            let kept = entry.remove();
            let end = bucket_end(self.range.unit(), bucket, self.reader.phase(), self.zone);
            let complete = end <= kept.read_at;
            self.coverage.open += u64::from(!complete);
            match kept.point {
                Some(point) => {
                    self.coverage.returned += 1;
                    if complete || self.include_open {
                        self.hand_out(bucket, point.time().clone(), point.value(), complete);
                    }
                }
                None if kept.skipped && complete && self.absent == Absent::Zero => {
                    self.coverage.filled += 1;
                    let time = SeriesTime::from(self.start(bucket).to_string().as_str());
                    self.hand_out(bucket, time, P::Value::from_f64(0.0), complete);
                }
                None if complete => {
                    let phase = self.reader.phase();
                    self.coverage.note_missing(self.range.unit(), bucket, phase);
                }
                None => {}
            }
        }
    }

    fn hand_out(&mut self, bucket: Bucket, time: SeriesTime, value: P::Value, complete: bool) {
        let start = self.start(bucket);
        self.ready.push_back(Row {
            series: self.series,
            unit: self.range.unit(),
            start,
            time,
            value,
            complete,
        });
    }

    /// As many missing at one end as there are rows beyond the other: the server counts in another zone.
    fn note_offset(&mut self, window: &Window, seen: &BTreeMap<Bucket, P>, far: &Far) {
        let (first, after) = window.range().bounds();
        let gap = |buckets: &mut dyn Iterator<Item = Bucket>| {
            buckets.take_while(|bucket| !seen.contains_key(bucket)).count() as i64
        };
        let (at_start, at_end) = (gap(&mut (first..after)), gap(&mut (first..after).rev()));
        if far.after > 0 && far.after == at_start && far.before == 0 {
            self.coverage.probable_offset = Some(far.after);
        } else if far.before > 0 && far.before == at_end && far.after == 0 {
            self.coverage.probable_offset = Some(-far.before);
        }
    }

    fn start(&self, bucket: Bucket) -> Start {
        Start::of(self.range.unit(), bucket, self.reader.phase())
    }
}

/// Rows outside of a window's reach.
#[derive(Default)]
struct Far {
    before: i64,
    after: i64,
}

impl Far {
    fn count(&mut self, bucket: Bucket, window: &Window) {
        if bucket < window.reach().start {
            self.before += 1;
        } else {
            self.after += 1;
        }
    }
}

fn bucket_end(unit: Unit, bucket: Bucket, phase: i64, zone: Option<Zone>) -> DateTime<Utc> {
    match unit {
        Unit::Day => day_end(bucket, zone),
        Unit::Hour => DateTime::from_timestamp((bucket + 1).saturating_mul(HOUR) + phase, 0)
            .unwrap_or(DateTime::<Utc>::MAX_UTC),
    }
}

/// Whether a reply gives the latest bucket first.
fn is_descending<P: Point>(points: &[P]) -> bool {
    let key = |point: &P| match point.time().value() {
        crate::TimeValue::Date(date) => Some(date.and_time(chrono::NaiveTime::MIN)),
        crate::TimeValue::Instant(instant) => Some(instant.naive_utc()),
        crate::TimeValue::Local(local) => Some(local),
        crate::TimeValue::Other(_) => None,
    };
    let ends = points.first().and_then(key).zip(points.last().and_then(key));
    ends.is_some_and(|(first, last)| first > last)
}
