//! The rows of a series, as the workspace reports them and as they truly are.

use braze_core::server::{Kind, Operation};
use braze_core::{DateTime, Point, Series, SeriesTime, SeriesValue, Unit, Utc};
use chrono::{NaiveDate, TimeDelta};

use super::calendar::Bucket;
use super::curve::Curve;
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
    /// Whether the same request will always be answered by the same rows.
    pub(crate) settled: bool,
}

impl Workspace {
    /// The rows that a request is answered with.
    pub(crate) fn report<E: Operation + Series>(&self, asked: &Asked<'_, E>) -> Reported<E::Point> {
        let Asked { request, now, .. } = *asked;
        let curve = self.curve::<E>(asked.pairs);
        let length = usize::try_from(request.length()).unwrap_or(usize::MAX);
        let begun: Vec<Bucket> = std::iter::successors(Some(self.last(request, now)), |bucket| {
            Some(self.zone.before(*bucket))
        })
        .take(length)
        .filter(|bucket| self.is_reported(*bucket, now))
        .collect();
        let settled = begun.iter().all(|bucket| bucket.end + self.lateness() <= now);

        let mut days = Days::default();
        let mut points = Vec::with_capacity(begun.len());
        for bucket in begun.into_iter().rev() {
            let value = self.value(&curve, &mut days, bucket, Some(now));
            let value = self.so_far(value, &curve, bucket, asked);
            let noise = Noise::new(self.seed).text("rows").number(bucket.start.timestamp());
            if (value == 0.0 && !self.zero_rows) || noise.text("gap").happens(self.gaps) {
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
        Reported { points, settled }
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
        let curve = self.curve::<E>(pairs);
        let after = self.zone.bucket(request.unit(), end);
        let buckets = std::iter::successors(Some(self.zone.before(after)), |bucket| {
            Some(self.zone.before(*bucket))
        });
        let mut days = Days::default();
        let mut points: Vec<E::Point> = buckets
            .take_while(|bucket| bucket.start >= start)
            .map(|bucket| self.point::<E>(bucket, self.value(&curve, &mut days, bucket, None)))
            .collect();
        points.reverse();
        points
    }

    /// The last bucket that a request asks for.
    fn last<E: Series>(&self, request: &E, now: DateTime<Utc>) -> Bucket {
        let holding = |instant| self.zone.bucket(request.unit(), instant);
        let included = match request.ending_at() {
            Some(_) => self.ending_bucket == EndingBucket::Included,
            None => self.open_bucket == OpenBucket::Partial,
        };
        let bucket = holding(request.ending_at().unwrap_or(now));
        if included { bucket } else { self.zone.before(bucket) }
    }

    fn is_reported(&self, bucket: Bucket, now: DateTime<Utc>) -> bool {
        match self.open_bucket {
            OpenBucket::Partial => bucket.start <= now,
            OpenBucket::Absent => bucket.end <= now,
        }
    }

    /// The operation's curve, narrowed to the app, the segment, the event of the request.
    fn curve<E: Operation + Series>(&self, pairs: &[(String, String)]) -> Curve {
        type Value<E> = <<E as Series>::Point as Point>::Value;
        let has_fractions = Value::<E>::from_f64(0.25).to_f64() > 0.0;
        let per_unit = if has_fractions { 100.0 } else { 1.0 };
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

    /// What happens in a bucket, or has happened in it so far.
    fn value(
        &self,
        curve: &Curve,
        days: &mut Days,
        bucket: Bucket,
        until: Option<DateTime<Utc>>,
    ) -> f64 {
        let date = self.zone.local(bucket.start).date_naive();
        if self.since.is_some_and(|since| date < since) {
            return 0.0;
        }
        let day = match bucket.unit {
            Unit::Hour => days.of(self, date),
            _ => bucket,
        };
        let end = until.map_or(bucket.end, |until| bucket.end.min(until));
        let share = |instant: DateTime<Utc>| {
            let whole = (day.end - day.start).num_milliseconds().max(1) as f64;
            (instant - day.start).num_milliseconds() as f64 / whole
        };
        curve.amount(date, share(bucket.start), share(end))
    }

    /// The value of a recent bucket lacks what has not been counted yet.
    fn so_far<E>(&self, value: f64, curve: &Curve, bucket: Bucket, asked: &Asked<'_, E>) -> f64 {
        if bucket.end + self.lateness() <= asked.now {
            return value;
        }
        let missing = 0.2 / (asked.reading as f64 + 1.0);
        if self.late_days == 0 { value } else { curve.quantized(value * (1.0 - missing)) }
    }

    fn lateness(&self) -> TimeDelta {
        TimeDelta::days(i64::from(self.late_days))
    }

    fn point<E: Series>(&self, bucket: Bucket, value: f64) -> E::Point {
        let time = match bucket.unit {
            Unit::Hour => self.hours.write(bucket.start, self.zone),
            _ => SeriesTime::from(self.zone.local(bucket.start).date_naive()),
        };
        E::Point::new(time, SeriesValue::from_f64(value))
    }
}

/// The day that was looked up last: the hours of a day come one after the other.
#[derive(Default)]
struct Days(Option<(NaiveDate, Bucket)>);

impl Days {
    fn of(&mut self, workspace: &Workspace, date: NaiveDate) -> Bucket {
        match self.0 {
            Some((known, day)) if known == date => day,
            _ => {
                let start = workspace.zone.midnight(date);
                let day = workspace.zone.bucket(Unit::Day, start);
                self.0 = Some((date, day));
                day
            }
        }
    }
}

fn shuffle<P>(points: &mut [P], noise: Noise) {
    for last in (1..points.len()).rev() {
        let chosen = noise.number(last as i64).unit() * (last + 1) as f64;
        points.swap(last, chosen as usize);
    }
}
