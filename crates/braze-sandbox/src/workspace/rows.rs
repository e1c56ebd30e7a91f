//! The rows of a series, as reported and as they truly are.

use braze_core::operation::{Kind, Operation};
use braze_core::{DateTime, FlatPoint, FlatSeries, NumericValue, Series, SeriesTime, Unit, Utc};
use chrono::{NaiveDate, TimeDelta};

use super::calendar::Bucket;
use super::curve::{Curve, CurveOfDay};
use super::fixed::FixedRows;
use super::set_rows::has_fractions;
use super::{EndingBucket, IncompleteBucket, Noise, Workspace};

/// A request for a series, with the time at which it is answered.
pub(crate) struct SeriesQuery<'a, E> {
    pub(crate) request: &'a E,
    /// All parameters of the request by name.
    pub(crate) pairs: &'a [(String, String)],
    /// The time of the answer.
    pub(crate) now: DateTime<Utc>,
    /// The number of earlier replies with data; late rows depend on it.
    pub(crate) reading: u64,
}

/// The points that the workspace reports.
pub(crate) struct SeriesReport<P> {
    pub(crate) points: Vec<P>,
    pub(crate) validity: Validity,
}

/// The buckets of a reply, in order.
pub(super) struct Buckets {
    pub(super) buckets: Vec<Bucket>,
    /// The time of the answer, to the minute.
    pub(super) now: DateTime<Utc>,
    pub(super) validity: Validity,
}

/// The time for which the same request gets the same answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validity {
    /// Without end.
    Always,
    /// During this minute since the epoch.
    Minute(i64),
    /// For one request only.
    Once,
}

impl Validity {
    pub(crate) fn holds(self, now: DateTime<Utc>) -> bool {
        match self {
            Self::Always => true,
            Self::Minute(minute) => minute == minute_of(now),
            Self::Once => false,
        }
    }
}

fn minute_of(instant: DateTime<Utc>) -> i64 {
    instant.timestamp().div_euclid(60)
}

/// Returns the start of the minute of an instant. An incomplete bucket grows minute by minute.
pub(super) fn whole_minute(instant: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp(minute_of(instant) * 60, 0).unwrap_or(instant)
}

impl Workspace {
    /// Returns the points of the reply to a request.
    pub(crate) fn report<E: Operation + FlatSeries>(
        &self,
        query: &SeriesQuery<'_, E>,
    ) -> SeriesReport<E::Point> {
        let request = query.request;
        let Buckets { buckets, now, validity } = self.buckets(request, query.now);
        let mut days = Days::new(self, self.curve::<E>(query.pairs));
        let mut points = Vec::with_capacity(buckets.len());
        let fixed = FixedRows::find::<E>(&self.fixed, request.unit(), query.pairs);
        let missing = 0.2 / (query.reading as f64 + 1.0);
        for bucket in buckets {
            let set = fixed.iter().find_map(|values| values.get(&bucket.start)).copied();
            let mut value = set.unwrap_or_else(|| days.value(bucket, Some(now)));
            if set.is_none() && self.late_days > 0 && !self.is_final(bucket, now) {
                value = days.quantized(bucket, value * (1.0 - missing));
            }
            let noise = Noise::new(self.seed).text("rows").number(bucket.start.timestamp());
            if (set.is_none() && value == 0.0 && !self.zero_rows)
                || noise.text("gap").happens(self.gaps)
            {
                continue;
            }
            let point = self.point::<E>(bucket, value);
            if noise.text("double").happens(self.doubles) {
                points.push(point.clone());
            }
            points.push(point);
        }
        if self.shuffled {
            shuffle(&mut points, Noise::new(self.seed).text("order"));
        }
        SeriesReport { points, validity }
    }

    /// Returns the buckets of the reply to a request.
    pub(super) fn buckets<E: Series>(&self, request: &E, now: DateTime<Utc>) -> Buckets {
        let (minute, now) = (minute_of(now), whole_minute(now));
        let length = usize::try_from(request.length()).unwrap_or(usize::MAX);
        let mut buckets: Vec<Bucket> =
            self.back_from(self.last(request, now)).take(length).collect();
        buckets.retain(|bucket| self.is_reported(*bucket, now));
        let validity = if buckets.iter().all(|bucket| self.is_final(*bucket, now)) {
            Validity::Always
        } else if self.late_days == 0 {
            Validity::Minute(minute)
        } else {
            Validity::Once
        };
        buckets.reverse();
        Buckets { buckets, now, validity }
    }

    /// Returns the final value of every bucket that starts within the dates, in order.
    pub(crate) fn truth<E: Operation + FlatSeries>(
        &self,
        request: &E,
        pairs: &[(String, String)],
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<E::Point> {
        let (start, end) = (self.zone.midnight(from), self.zone.midnight(to));
        let after = self.zone.bucket(request.unit(), end);
        let within = |bucket: &Bucket| bucket.start >= start;
        let buckets: Vec<Bucket> = self.back_from(after).skip(1).take_while(within).collect();
        let mut days = Days::new(self, self.curve::<E>(pairs));
        let fixed = FixedRows::find::<E>(&self.fixed, request.unit(), pairs);
        let mut value = |bucket: Bucket| {
            let set = fixed.iter().find_map(|values| values.get(&bucket.start)).copied();
            set.unwrap_or_else(|| days.value(bucket, None))
        };
        let buckets = buckets.into_iter().rev();
        buckets.map(|bucket| self.point::<E>(bucket, value(bucket))).collect()
    }

    /// Returns a bucket and all buckets before it.
    fn back_from(&self, last: Bucket) -> impl Iterator<Item = Bucket> {
        let zone = self.zone;
        std::iter::successors(Some(last), move |bucket| Some(zone.before(*bucket)))
    }

    /// Returns the last bucket of a request.
    fn last<E: Series>(&self, request: &E, now: DateTime<Utc>) -> Bucket {
        let included = match request.ending_at() {
            Some(_) => self.ending_bucket == EndingBucket::Included,
            None => self.incomplete_bucket == IncompleteBucket::Partial,
        };
        let bucket = self.zone.bucket(request.unit(), request.ending_at().unwrap_or(now));
        if included { bucket } else { self.zone.before(bucket) }
    }

    fn is_reported(&self, bucket: Bucket, now: DateTime<Utc>) -> bool {
        match self.incomplete_bucket {
            IncompleteBucket::Partial => bucket.start <= now,
            IncompleteBucket::Absent => bucket.end <= now,
        }
    }

    /// Returns true if a bucket's value no longer changes.
    fn is_final(&self, bucket: Bucket, now: DateTime<Utc>) -> bool {
        let late = TimeDelta::days(i64::from(self.late_days));
        bucket.end.checked_add_signed(late).is_some_and(|end| end <= now)
    }

    /// Returns the operation's curve for the dimensions of the request.
    fn curve<E: Operation + FlatSeries>(&self, pairs: &[(String, String)]) -> Curve {
        let per_unit = if has_fractions::<E>() { 100.0 } else { 1.0 };
        let mut curve = Curve::new(self.seed, E::META.name, per_unit);
        for parameter in E::DESCRIPTION.parameters {
            if !matches!(parameter.kind, Kind::Identifier | Kind::Text | Kind::List(_)) {
                continue;
            }
            for (_, value) in pairs.iter().filter(|(name, _)| name == parameter.name) {
                curve = curve.part(parameter.name, value);
            }
        }
        curve
    }

    fn point<E: FlatSeries>(&self, bucket: Bucket, value: f64) -> E::Point {
        let time = match bucket.unit {
            Unit::Hour => self.hours.write(bucket.start, self.zone),
            _ => SeriesTime::from(self.zone.local(bucket.start).date_naive()),
        };
        E::Point::new(time, NumericValue::from_f64(value))
    }
}

/// The days of a curve. It caches the latest one, since hours follow one another.
pub(super) struct Days<'a> {
    workspace: &'a Workspace,
    curve: Curve,
    last: Option<Day>,
}

#[derive(Clone, Copy)]
struct Day {
    date: NaiveDate,
    start: DateTime<Utc>,
    /// The length in milliseconds.
    length: f64,
    curve: CurveOfDay,
}

impl<'a> Days<'a> {
    pub(super) fn new(workspace: &'a Workspace, curve: Curve) -> Self {
        Self { workspace, curve, last: None }
    }

    /// Returns the value of a bucket, or the part of it before `until`.
    pub(super) fn value(&mut self, bucket: Bucket, until: Option<DateTime<Utc>>) -> f64 {
        let day = self.day(bucket);
        if !self.workspace.generated {
            return 0.0;
        }
        if self.workspace.since.is_some_and(|since| day.date < since) {
            return 0.0;
        }
        let end = until.map_or(bucket.end, |until| bucket.end.min(until));
        let share =
            |instant: DateTime<Utc>| (instant - day.start).num_milliseconds() as f64 / day.length;
        day.curve.amount(share(bucket.start), share(end))
    }

    /// Rounds a value of a bucket down to whole steps.
    fn quantized(&mut self, bucket: Bucket, value: f64) -> f64 {
        self.day(bucket).curve.quantized(value)
    }

    fn day(&mut self, bucket: Bucket) -> Day {
        let zone = self.workspace.zone;
        let date = zone.local(bucket.start).date_naive();
        if let Some(day) = self.last.filter(|day| day.date == date) {
            return day;
        }
        let whole = match bucket.unit {
            Unit::Hour => zone.bucket(Unit::Day, bucket.start),
            _ => bucket,
        };
        let length = (whole.end - whole.start).num_milliseconds().max(1) as f64;
        let day = Day { date, start: whole.start, length, curve: self.curve.day(date) };
        self.last = Some(day);
        day
    }
}

pub(super) fn shuffle<P>(points: &mut [P], noise: Noise) {
    for last in (1..points.len()).rev() {
        let chosen = noise.number(last as i64).unit() * (last + 1) as f64;
        points.swap(last, chosen as usize);
    }
}
