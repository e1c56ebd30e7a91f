//! [`Workspace`]: the simulated workspace behind the sandbox.

mod calendar;
mod curve;
mod fixed;
mod nested;
mod noise;
mod rows;
mod set_rows;
mod size;
mod spelling;
mod world;

use chrono::NaiveDate;

pub use calendar::{UnknownZone, Zone};
pub(crate) use nested::Breakdown;
pub(crate) use noise::Noise;
pub(crate) use rows::{SeriesQuery, Validity};
pub use set_rows::RowsError;
pub(crate) use size::WorldSize;
pub use spelling::HourSpelling;

/// The simulated workspace: its numbers, and the way in which it reports them.
///
/// The numbers follow from the seed alone, for any date. They show weekly and daily patterns, growth,
/// seasons and rare outages. An app, a segment or an event has a part of the whole, with its own
/// curve. Hours add up to their day.
///
/// Behavior that the documentation leaves open is configurable.
///
/// ```
/// use braze_sandbox::{EndingBucket, HourSpelling, Sandbox, Workspace};
///
/// let workspace = Workspace::new()
///     .seed(7)
///     .zone("America/New_York".parse()?)
///     .ending_bucket(EndingBucket::Included)
///     .hours(HourSpelling::Offset);
/// let sandbox = Sandbox::builder().workspace(workspace).start()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(default, deny_unknown_fields))]
pub struct Workspace {
    seed: u64,
    zone: Zone,
    ending_bucket: EndingBucket,
    incomplete_bucket: IncompleteBucket,
    hours: HourSpelling,
    since: Option<NaiveDate>,
    zero_rows: bool,
    late_days: u32,
    #[cfg_attr(feature = "script", serde(deserialize_with = "share"))]
    gaps: f64,
    #[cfg_attr(feature = "script", serde(deserialize_with = "share"))]
    doubles: f64,
    shuffled: bool,
    generated: bool,
    world: WorldSize,
    #[cfg_attr(feature = "script", serde(skip))]
    fixed: Vec<fixed::FixedRows>,
}

/// The last row of a request with `ending_at`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum EndingBucket {
    /// The last row is the bucket before the one that contains `ending_at`.
    #[default]
    Excluded,
    /// The last row is the bucket that contains `ending_at`.
    Included,
}

/// The treatment of the current, incomplete day or hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum IncompleteBucket {
    /// The bucket is reported with its value so far. It is the last row of a request without
    /// `ending_at`.
    #[default]
    Partial,
    /// The bucket is not reported.
    Absent,
}

impl Workspace {
    /// Creates a workspace with seed 1, days in UTC and tidy rows.
    #[must_use]
    pub fn new() -> Self {
        Self {
            seed: 1,
            zone: Zone::UTC,
            ending_bucket: EndingBucket::default(),
            incomplete_bucket: IncompleteBucket::default(),
            hours: HourSpelling::default(),
            since: None,
            zero_rows: true,
            late_days: 0,
            gaps: 0.0,
            doubles: 0.0,
            shuffled: false,
            generated: true,
            world: WorldSize::default(),
            fixed: Vec::new(),
        }
    }

    /// Sets the seed of the numbers.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the company's time zone, which days and hours follow.
    #[must_use]
    pub fn zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// Sets whether the bucket that contains `ending_at` is the last row.
    #[must_use]
    pub fn ending_bucket(mut self, ending_bucket: EndingBucket) -> Self {
        self.ending_bucket = ending_bucket;
        self
    }

    /// Sets whether the current, incomplete bucket is reported.
    #[must_use]
    pub fn incomplete_bucket(mut self, incomplete_bucket: IncompleteBucket) -> Self {
        self.incomplete_bucket = incomplete_bucket;
        self
    }

    /// Sets the format of the `time` of an hour.
    #[must_use]
    pub fn hours(mut self, hours: HourSpelling) -> Self {
        self.hours = hours;
        self
    }

    /// Sets the first day with data. Earlier rows are zero.
    #[must_use]
    pub fn since(mut self, since: NaiveDate) -> Self {
        self.since = Some(since);
        self
    }

    /// Sets whether rows with the value zero are reported. The default is `true`.
    #[must_use]
    pub fn zero_rows(mut self, zero_rows: bool) -> Self {
        self.zero_rows = zero_rows;
        self
    }

    /// Sets the number of days after its end in which a row still changes. The default is 0.
    ///
    /// Each request finds the row a little higher, closer to its final value.
    #[must_use]
    pub fn late_days(mut self, days: u32) -> Self {
        self.late_days = days;
        self
    }

    /// Sets the share of rows that are missing, from 0 to 1.
    #[must_use]
    pub fn gaps(mut self, share: f64) -> Self {
        self.gaps = share;
        self
    }

    /// Sets the share of rows that are reported twice, from 0 to 1.
    #[must_use]
    pub fn doubles(mut self, share: f64) -> Self {
        self.doubles = share;
        self
    }

    /// Sets whether rows that are not [set](Self::rows) have generated values. The default is `true`.
    ///
    /// With `false` they are zero.
    #[must_use]
    pub fn generated(mut self, generated: bool) -> Self {
        self.generated = generated;
        self
    }

    /// Sets whether rows are reported in random order.
    #[must_use]
    pub fn shuffled(mut self, shuffled: bool) -> Self {
        self.shuffled = shuffled;
        self
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads a number from 0 to 1.
#[cfg(feature = "script")]
pub(crate) fn share<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    let share = <f64 as serde::Deserialize>::deserialize(deserializer)?;
    if (0.0..=1.0).contains(&share) {
        Ok(share)
    } else {
        Err(serde::de::Error::custom(format_args!("it is {share}, but must be from 0 to 1")))
    }
}
