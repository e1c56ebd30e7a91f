//! [`Workspace`]: the imaginary workspace behind the sandbox, its numbers and its habits.

mod calendar;
mod curve;
mod fixed;
mod noise;
mod rows;
mod set_rows;
mod spelling;

use chrono::NaiveDate;

pub use calendar::{UnknownZone, Zone};
pub(crate) use noise::Noise;
pub(crate) use rows::{Asked, Lasting};
pub use set_rows::RowsError;
pub use spelling::HourSpelling;

/// The workspace that the sandbox stands in for: what its numbers are, and how it reports them.
///
/// The numbers follow from the seed alone: weekly and daily rhythm, growth, seasons, the odd day with
/// an outage, for any date. An app, a segment or an event has a part of the whole, with a course of
/// its own. Hours add up to their day.
///
/// What the documentation leaves open about the service can be set either way.
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
    open_bucket: OpenBucket,
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
    #[cfg_attr(feature = "script", serde(skip))]
    fixed: Vec<fixed::FixedRows>,
}

/// Whether the day or hour that holds `ending_at` is the last row, or the one before it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum EndingBucket {
    /// The last row is the one before.
    #[default]
    Excluded,
    /// It is the last row.
    Included,
}

/// What happens to the day or hour that is not over yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(rename_all = "kebab-case"))]
pub enum OpenBucket {
    /// It is reported with what has happened so far. It is also the last row of a request without
    /// `ending_at`.
    #[default]
    Partial,
    /// It is never reported.
    Absent,
}

impl Workspace {
    /// Seed 1, days cut in UTC, tidy rows.
    #[must_use]
    pub fn new() -> Self {
        Self {
            seed: 1,
            zone: Zone::UTC,
            ending_bucket: EndingBucket::default(),
            open_bucket: OpenBucket::default(),
            hours: HourSpelling::default(),
            since: None,
            zero_rows: true,
            late_days: 0,
            gaps: 0.0,
            doubles: 0.0,
            shuffled: false,
            generated: true,
            fixed: Vec::new(),
        }
    }

    /// Sets what the numbers follow from.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Sets the company's time zone, which cuts days and hours.
    #[must_use]
    pub fn zone(mut self, zone: Zone) -> Self {
        self.zone = zone;
        self
    }

    /// Sets whether the bucket of `ending_at` is a row.
    #[must_use]
    pub fn ending_bucket(mut self, ending_bucket: EndingBucket) -> Self {
        self.ending_bucket = ending_bucket;
        self
    }

    /// Sets whether the bucket of now is a row.
    #[must_use]
    pub fn open_bucket(mut self, open_bucket: OpenBucket) -> Self {
        self.open_bucket = open_bucket;
        self
    }

    /// Sets how hours are spelled.
    #[must_use]
    pub fn hours(mut self, hours: HourSpelling) -> Self {
        self.hours = hours;
        self
    }

    /// Sets the first day on which anything happened; earlier rows are zero.
    #[must_use]
    pub fn since(mut self, since: NaiveDate) -> Self {
        self.since = Some(since);
        self
    }

    /// Sets whether rows with a zero are reported. Default `true`.
    #[must_use]
    pub fn zero_rows(mut self, zero_rows: bool) -> Self {
        self.zero_rows = zero_rows;
        self
    }

    /// Sets for how many days after its end a row still changes: each reading finds it a little
    /// higher, towards its final value. Default 0.
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

    /// Sets the share of rows that come twice, from 0 to 1.
    #[must_use]
    pub fn doubles(mut self, share: f64) -> Self {
        self.doubles = share;
        self
    }

    /// Sets whether rows that are not [set](Self::rows) have made-up numbers; otherwise they are zero.
    /// Default `true`.
    #[must_use]
    pub fn generated(mut self, generated: bool) -> Self {
        self.generated = generated;
        self
    }

    /// Sets whether rows come in an order of their own.
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
