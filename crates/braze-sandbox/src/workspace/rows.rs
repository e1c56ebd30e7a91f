//! The rows of a series, as the workspace reports them and as they truly are.

use braze_core::operation::{Kind, Operation};
use braze_core::{DateTime, Point, Series, SeriesTime, SeriesValue, Unit, Utc};
use chrono::{NaiveDate, TimeDelta};

use super::calendar::Bucket;
use super::curve::{Curve, CurveOfDay};
use super::fixed::FixedRows;
use super::set_rows::has_fractions;
use super::{EndingBucket, Noise, OpenBucket, Workspace};

/// A request as a series sees it.
pub(crate) struct Asked<'a, E> {
    pub(crate) request: &'a E,
    /// All its parameters by name.
    pub(crate) pairs: &'a [(String, String)],
    /// When it is answered.
    pub(crate) now: DateTime<Utc>,
    /// How often the sandbox has been read before; late rows depend on it.
    pub(crate) reading: u64,
}

/// What the workspace reports.
pub(crate) struct Reported<P> {
    pub(crate) points: Vec<P>,
    pub(crate) lasting: Lasting,
}

/// How long the same request gets the same answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lasting {
    /// For ever.
    Always,
    /// As long as it is this minute of the epoch.
    Minute(i64),
    /// This once.
    Once,
}

impl Lasting {
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

impl Workspace {
    /// The rows that a request is answered with.
    pub(crate) fn report<E: Operation + Series>(&self, asked: &Asked<'_, E>) -> Reported<E::Point> {
        let request = asked.request;
        // What has happened so far is counted up minute by minute.
        let minute = minute_of(asked.now);
        let now = DateTime::from_timestamp(minute * 60, 0).unwrap_or(asked.now);
        let length = usize::try_from(request.length()).unwrap_or(usize::MAX);
        let mut buckets: Vec<Bucket> =
            self.back_from(self.last(request, now)).take(length).collect();
        buckets.retain(|bucket| self.is_reported(*bucket, now));
        let lasting = if buckets.iter().all(|bucket| self.is_final(*bucket, now)) {
            Lasting::Always
        } else if self.late_days == 0 {
            Lasting::Minute(minute)
        } else {
            Lasting::Once
        };

        let mut days = Days::new(self, self.curve::<E>(asked.pairs));
        let mut points = Vec::with_capacity(buckets.len());
        let fixed = FixedRows::find::<E>(&self.fixed, request.unit(), asked.pairs);
        let missing = 0.2 / (asked.reading as f64 + 1.0);
        for bucket in buckets.into_iter().rev() {
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
        Reported { points, lasting }
    }

    /// The final value of every bucket that begins within the dates, in order and without faults.
    pub(crate) fn truth<E: Operation + Series>(
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

    /// A bucket and all before it.
    fn back_from(&self, last: Bucket) -> impl Iterator<Item = Bucket> {
        let zone = self.zone;
        std::iter::successors(Some(last), move |bucket| Some(zone.before(*bucket)))
    }

    /// The last bucket that a request asks for.
    fn last<E: Series>(&self, request: &E, now: DateTime<Utc>) -> Bucket {
        let included = match request.ending_at() {
            Some(_) => self.ending_bucket == EndingBucket::Included,
            None => self.open_bucket == OpenBucket::Partial,
        };
        let bucket = self.zone.bucket(request.unit(), request.ending_at().unwrap_or(now));
        if included { bucket } else { self.zone.before(bucket) }
    }

    fn is_reported(&self, bucket: Bucket, now: DateTime<Utc>) -> bool {
        match self.open_bucket {
            OpenBucket::Partial => bucket.start <= now,
            OpenBucket::Absent => bucket.end <= now,
        }
    }

    /// Whether a bucket's value changes no more.
    fn is_final(&self, bucket: Bucket, now: DateTime<Utc>) -> bool {
        let late = TimeDelta::days(i64::from(self.late_days));
        bucket.end.checked_add_signed(late).is_some_and(|end| end <= now)
    }

    /// The operation's curve, narrowed to the app, the segment, the event of the request.
    fn curve<E: Operation + Series>(&self, pairs: &[(String, String)]) -> Curve {
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

    fn point<E: Series>(&self, bucket: Bucket, value: f64) -> E::Point {
        let time = match bucket.unit {
            Unit::Hour => self.hours.write(bucket.start, self.zone),
            _ => SeriesTime::from(self.zone.local(bucket.start).date_naive()),
        };
        E::Point::new(time, SeriesValue::from_f64(value))
    }
}

/// The days of a curve. It keeps the one that was asked for last, since hours come day by day.
struct Days<'a> {
    workspace: &'a Workspace,
    curve: Curve,
    last: Option<Day>,
}

#[derive(Clone, Copy)]
struct Day {
    date: NaiveDate,
    start: DateTime<Utc>,
    /// In milliseconds.
    length: f64,
    curve: CurveOfDay,
}

impl<'a> Days<'a> {
    fn new(workspace: &'a Workspace, curve: Curve) -> Self {
        Self { workspace, curve, last: None }
    }

    /// What happens in a bucket, or has happened in it until then.
    fn value(&mut self, bucket: Bucket, until: Option<DateTime<Utc>>) -> f64 {
        let day = self.of(bucket);
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

    /// A value of a bucket, cut down to whole steps.
    fn quantized(&mut self, bucket: Bucket, value: f64) -> f64 {
        self.of(bucket).curve.quantized(value)
    }

    fn of(&mut self, bucket: Bucket) -> Day {
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

fn shuffle<P>(points: &mut [P], noise: Noise) {
    for last in (1..points.len()).rev() {
        let chosen = noise.number(last as i64).unit() * (last + 1) as f64;
        points.swap(last, chosen as usize);
    }
}
