//! [`Coverage`]: what was asked for, compared with what came back.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};

use super::bucket::Start;
use super::range::Range;
use crate::generated::Unit;
use crate::time::Timestamp;

/// The comparison of a range with what the server returned for it.
///
/// *Findings* say that something is wrong with the numbers; *notes* are worth knowing and harmless. The
/// counts are exact; of each kind of finding the first [`Coverage::KEPT`] are kept with their details.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Coverage {
    /// Buckets asked for.
    pub expected: u64,
    /// Buckets that came back and are rows of the result, each counted once.
    pub returned: u64,
    /// Buckets that had ended and have a value, each counted once.
    pub complete: u64,
    /// Finding: buckets that are closed and did not come back.
    pub missing: u64,
    /// Finding: buckets that came back twice in one reply, with different values.
    pub doubled: u64,
    /// Finding: rows far outside of what was asked for, or off the grid of hours.
    pub unexpected: u64,
    /// Finding: buckets whose value was another when a neighbouring window read it again.
    pub changed: u64,
    /// Finding: rows whose time is in no known spelling, or not of the unit.
    pub unreadable: u64,
    /// Finding: buckets that had ended by one of two clocks only, whether they came back or not.
    pub disputed: u64,
    /// Finding: days whose time is an instant other than a midnight.
    pub off_midnight: u64,
    /// Finding: problems that the server reported beside rows.
    pub reported: u64,
    /// Finding: replies by which the clocks disagree, or that a cache had kept.
    pub clocks: u64,
    /// Note: buckets that did not come back because the service no longer keeps them.
    #[serde(skip_serializing_if = "is_zero")]
    pub expired: u64,
    /// Note: buckets that were not over when they were read, by any clock, whether they came back or not.
    pub open: u64,
    /// Note: buckets that came back twice in one reply, with the same value.
    pub doubled_alike: u64,
    /// Note: replies whose rows were not in ascending order.
    pub unordered: u64,
    /// Note: buckets whose time came without an offset and was read in the zone of the export.
    pub naive_times: u64,
    /// Note: buckets between two returned rows that were taken as zero, as the export asked.
    pub filled: u64,
    /// Note: buckets that were cut off the range because they have not begun, or are not over.
    pub not_yet: u64,
    /// As many hours missing at one end of a reply as unexpected at the other: the server probably counts
    /// in a zone that is about this many hours ahead of UTC, or behind it where negative.
    pub probable_utc_offset_hours: Option<i64>,
    /// The unit of the buckets; `None` if there are days and hours.
    #[serde(skip)]
    unit: Option<Unit>,
    findings: Vec<Finding>,
    /// The number of missing buckets of each selection.
    #[serde(skip)]
    missing_of: Vec<u64>,
}

/// Something that is wrong with the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The index of the selection it is about, from 0.
    pub selection: usize,
    /// The problem.
    pub problem: Problem,
}

/// A problem with the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Problem {
    /// Buckets that are closed and did not come back.
    Missing {
        /// The first.
        from: Start,
        /// The one after the last.
        to: Start,
        /// The number of them.
        count: u64,
    },
    /// A bucket that came back twice in one reply. The later value was taken.
    Doubled {
        /// The bucket.
        time: Start,
        /// The value that came first.
        first: String,
        /// The value that came later.
        later: String,
    },
    /// A row far outside of what was asked for, or off the grid of hours. It was not taken.
    Unexpected {
        /// Its time, as the server spelled it.
        time: String,
    },
    /// A bucket that two windows read, with different values. The later reading was taken.
    Changed {
        /// The bucket.
        time: Start,
        /// The earlier reading.
        earlier: String,
        /// The later reading.
        later: String,
    },
    /// A row whose time cannot be understood. It was not taken.
    Unreadable {
        /// Its time, as the server spelled it.
        time: String,
    },
    /// Buckets that had ended by one of two clocks only. What came back was taken, as not complete.
    Disputed {
        /// The first.
        from: Start,
        /// The one after the last.
        to: Start,
        /// The number of them.
        count: u64,
    },
    /// Days whose time is an instant other than a midnight, both as written and in the zone of the export.
    /// They were taken as the date they are written with, or that it is in the zone.
    OffMidnight {
        /// The time of the first one, as the server spelled it.
        time: String,
        /// The number of them.
        count: u64,
    },
    /// A problem that the server reported beside rows.
    Reported {
        /// The text, cut if it is long.
        text: String,
    },
    /// The server's clock and the local one disagree by more than [`MAX_SKEW`](Self::MAX_SKEW), or the
    /// reply had been kept by a cache. Only the first such reply is kept.
    Clocks {
        /// When the server answered, by its `Date`, if it has one.
        server: Option<DateTime<Utc>>,
        /// When the reply was asked for, by the local clock.
        local: DateTime<Utc>,
        /// The time in a cache, by its `Age`; zero if there was none.
        #[serde(rename = "age_seconds", serialize_with = "seconds")]
        age: Duration,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(count: &u64) -> bool {
    *count == 0
}

fn seconds<S: Serializer>(time: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u64(time.as_secs())
}

impl Problem {
    /// The largest difference between clocks that count as agreeing.
    pub const MAX_SKEW: Duration = Duration::from_secs(300);
}

impl Coverage {
    /// The number of findings of each kind that are kept with their details.
    pub const KEPT: usize = 100;

    /// True if there are no findings.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        let returned = self.missing + self.doubled + self.unexpected + self.changed;
        let read = self.unreadable + self.off_midnight + self.disputed;
        returned + read + self.reported + self.clocks == 0
    }

    /// Counts the [`missing`](Self::missing) buckets of one selection of the export, counted from 0.
    #[must_use]
    pub fn missing_of(&self, selection: usize) -> u64 {
        self.missing_of.get(selection).copied().unwrap_or_default()
    }

    /// The findings, in the order in which they were made.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Adds the coverage of another range or series.
    pub fn merge(&mut self, other: Self) {
        self.unit = match (self.expected, other.expected) {
            (0, _) => other.unit,
            (_, 0) => self.unit,
            _ => self.unit.filter(|unit| other.unit == Some(*unit)),
        };
        self.expected += other.expected;
        self.returned += other.returned;
        self.complete += other.complete;
        self.missing += other.missing;
        self.doubled += other.doubled;
        self.unexpected += other.unexpected;
        self.changed += other.changed;
        self.unreadable += other.unreadable;
        self.disputed += other.disputed;
        self.off_midnight += other.off_midnight;
        self.reported += other.reported;
        self.clocks += other.clocks;
        self.expired += other.expired;
        self.open += other.open;
        self.doubled_alike += other.doubled_alike;
        self.unordered += other.unordered;
        self.naive_times += other.naive_times;
        self.filled += other.filled;
        self.not_yet += other.not_yet;
        self.probable_utc_offset_hours =
            self.probable_utc_offset_hours.or(other.probable_utc_offset_hours);
        for (selection, count) in other.missing_of.into_iter().enumerate() {
            self.add_missing(selection, count);
        }
        for finding in other.findings {
            self.keep(finding);
        }
    }

    /// Counts a problem of the one series that this is about, and keeps it, or lets a finding of the same kind
    /// grow by it.
    pub(crate) fn note(&mut self, selection: usize, problem: Problem) {
        match problem {
            Problem::Missing { count, .. } => {
                self.missing += count;
                self.add_missing(selection, count);
            }
            Problem::Disputed { count, .. } => self.disputed += count,
            Problem::OffMidnight { count, .. } => self.off_midnight += count,
            Problem::Doubled { .. } => self.doubled += 1,
            Problem::Unexpected { .. } => self.unexpected += 1,
            Problem::Changed { .. } => self.changed += 1,
            Problem::Unreadable { .. } => self.unreadable += 1,
            Problem::Reported { .. } => self.reported += 1,
            Problem::Clocks { .. } => self.clocks += 1,
        }
        if !self.findings.iter_mut().rev().any(|last| last.problem.takes_in(&problem)) {
            self.keep(Finding { selection, problem });
        }
    }

    fn add_missing(&mut self, selection: usize, count: u64) {
        if count > 0 {
            let length = self.missing_of.len().max(selection + 1);
            self.missing_of.resize(length, 0);
            self.missing_of[selection] += count;
        }
    }

    fn keep(&mut self, finding: Finding) {
        let kind = |finding: &Finding| std::mem::discriminant(&finding.problem);
        let same = self.findings.iter().filter(|kept| kind(kept) == kind(&finding));
        let most = if matches!(finding.problem, Problem::Clocks { .. }) { 1 } else { Self::KEPT };
        if same.count() < most {
            self.findings.push(finding);
        }
    }

    /// With nothing but a number of buckets that were cut off.
    pub(crate) fn not_yet(count: u64) -> Self {
        Self { not_yet: count, ..Self::default() }
    }

    /// The coverage of a range before anything was read.
    pub(crate) fn new(range: Range) -> Self {
        Self { expected: range.len(), unit: Some(range.unit()), ..Self::default() }
    }

    /// The word for the buckets.
    fn noun(&self) -> &'static str {
        match self.unit {
            Some(Unit::Day) => "day",
            Some(Unit::Hour) => "hour",
            _ => "bucket",
        }
    }
}

impl fmt::Display for Coverage {
    /// One line: `complete: 31 of 31 days`, `4 of 5 days complete, 1 incomplete`, or, with findings, `findings: 28 of
    /// 31 days complete, 3 missing`. Other counts appear only where there is something to count.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (complete, expected) = (self.complete, self.expected);
        let noun = self.noun();
        let plural = if expected == 1 { "" } else { "s" };
        if self.is_clean() && complete == expected {
            write!(f, "complete: {expected} of {expected} {noun}{plural}")?;
        } else {
            let label = if self.is_clean() { "" } else { "findings: " };
            write!(f, "{label}{complete} of {expected} {noun}{plural} complete")?;
        }
        let others = [
            (self.missing, "", "missing"),
            (self.open, "", "incomplete"),
            (self.disputed, "", "ended by one clock only"),
            (self.expired, "", "expired"),
            (self.doubled, noun, "doubled"),
            (self.changed, noun, "changed"),
            (self.unexpected, "row", "unexpected"),
            (self.unreadable, "row", "unreadable"),
            (self.off_midnight, "", "not at midnight"),
            (self.reported, "problem", "reported by the server"),
            (self.clocks, "reply", "of uncertain time"),
            (self.not_yet, noun, "not over yet and left out"),
            (self.filled, noun, "filled with zero"),
            (self.doubled_alike, noun, "doubled alike"),
            (self.unordered, "reply", "unordered"),
            (self.naive_times, "time", "without an offset"),
        ];
        for (count, noun, note) in others.into_iter().filter(|(count, ..)| *count > 0) {
            write!(f, ", {count} ")?;
            match (noun, count) {
                ("", _) => {}
                (noun, 1) => write!(f, "{noun} ")?,
                ("reply", _) => f.write_str("replies ")?,
                (noun, _) => write!(f, "{noun}s ")?,
            }
            f.write_str(note)?;
        }
        if let Some(offset) = self.probable_utc_offset_hours {
            let sign = if offset < 0 { '-' } else { '+' };
            let hours = offset.unsigned_abs();
            write!(
                f,
                "; the server's hours are probably those of a zone near UTC{sign}{hours:02}:00: set the zone"
            )?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
    }
}

impl Problem {
    /// Takes in a further problem, if it is part of this one.
    fn takes_in(&mut self, further: &Self) -> bool {
        match (self, further) {
            (Self::Missing { to, count, .. }, Self::Missing { from, to: end, count: more })
            | (Self::Disputed { to, count, .. }, Self::Disputed { from, to: end, count: more })
                if to == from =>
            {
                *to = *end;
                *count += more;
                true
            }
            (Self::OffMidnight { count, .. }, Self::OffMidnight { count: more, .. }) => {
                *count += more;
                true
            }
            (Self::Reported { text }, Self::Reported { text: further }) => text == further,
            (Self::Clocks { .. }, Self::Clocks { .. }) => true,
            _ => false,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { from, count: 1, .. } => write!(f, "{from} is missing"),
            Self::Missing { from, to, count } => {
                write!(f, "{count} buckets from {from} to {to} (exclusive) are missing")
            }
            Self::Doubled { time, first, later } => {
                write!(f, "{time} came twice in one reply, as {first} and as {later}")
            }
            Self::Unexpected { time } => write!(f, "the row of {time} was not asked for"),
            Self::Changed { time, earlier, later } => {
                write!(f, "{time} changed from {earlier} to {later} between two readings")
            }
            Self::Unreadable { time } => write!(f, "a row's time `{time}` cannot be understood"),
            Self::Disputed { from, count: 1, .. } => {
                write!(f, "{from} had ended by one clock only: it is not taken for complete")
            }
            Self::Disputed { from, to, count } => write!(
                f,
                "{count} buckets from {from} to {to} (exclusive) had ended by one clock only: they are not \
                 taken for complete"
            ),
            Self::OffMidnight { time, count } => {
                write!(f, "the day of `{time}`")?;
                if *count > 1 {
                    write!(f, " and {} others", count - 1)?;
                }
                f.write_str(
                    " did not begin at midnight, and may be a day off: set the zone to the company's",
                )
            }
            Self::Reported { text } => write!(f, "the server reported beside the rows: {text}"),
            Self::Clocks { server, local, age } => {
                let local = Timestamp::from(*local);
                match server {
                    Some(server) => {
                        let server = Timestamp::from(*server);
                        write!(f, "the server's clock showed {server}, the local one {local}")?;
                    }
                    None => write!(f, "the reply to the request of {local} has no date")?,
                }
                if age.is_zero() {
                    f.write_str(": set the one that is wrong, and export again")
                } else {
                    let age = age.as_secs();
                    write!(
                        f,
                        "; the reply had been in a cache for {age} s: keep proxies from caching replies, \
                         and export again"
                    )
                }
            }
        }
    }
}
