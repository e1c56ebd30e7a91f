//! [`Coverage`]: what was asked for, compared with what came back.

use std::fmt;

use super::range::{Range, Start};

/// The comparison of a range with what the server returned for it.
///
/// *Findings* say that something is wrong with the numbers; *notes* are worth knowing and harmless. The
/// counts are exact; of each kind of finding the first [`Coverage::KEPT`] are kept with their details.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Coverage {
    /// Buckets asked for.
    pub expected: u64,
    /// Buckets that came back, each counted once.
    pub returned: u64,
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
    /// Note: buckets that were not over when they were read, whether they came back or not.
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
    /// As many buckets missing at one end of a reply as unexpected at the other: the server probably
    /// counts in another zone, that many hours away or one or two more. Positive where it is ahead.
    pub probable_offset: Option<i64>,
    findings: Vec<Finding>,
    /// How many of the missing are of each of the export's requests.
    missing_of: Vec<u64>,
}

/// Something that is wrong with the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Which of the export's requests it is about, from 0.
    pub series: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with the numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Buckets that are closed and did not come back.
    Missing {
        /// The first.
        from: Start,
        /// The one after the last.
        to: Start,
        /// How many.
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
}

impl Coverage {
    /// How many findings of each kind are kept with their details.
    pub const KEPT: usize = 100;

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.missing + self.doubled + self.unexpected + self.changed + self.unreadable == 0
    }

    /// How many of the [`missing`](Self::missing) buckets are of one of the export's requests, from 0.
    #[must_use]
    pub fn missing_of(&self, series: usize) -> u64 {
        self.missing_of.get(series).copied().unwrap_or_default()
    }

    /// What is wrong, in the order in which it was found.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Adds the coverage of another range or series.
    pub fn merge(&mut self, other: Self) {
        self.expected += other.expected;
        self.returned += other.returned;
        self.missing += other.missing;
        self.doubled += other.doubled;
        self.unexpected += other.unexpected;
        self.changed += other.changed;
        self.unreadable += other.unreadable;
        self.open += other.open;
        self.doubled_alike += other.doubled_alike;
        self.unordered += other.unordered;
        self.naive_times += other.naive_times;
        self.filled += other.filled;
        self.not_yet += other.not_yet;
        self.probable_offset = self.probable_offset.or(other.probable_offset);
        for (series, count) in other.missing_of.into_iter().enumerate() {
            self.add_missing(series, count);
        }
        for finding in other.findings {
            self.keep(finding);
        }
    }

    /// Counts a problem of the one series that this is about, and keeps it, or lets a run of missing buckets
    /// grow by it.
    pub(crate) fn note(&mut self, series: usize, problem: Problem) {
        match problem {
            Problem::Missing { count, .. } => {
                self.missing += count;
                self.add_missing(series, count);
            }
            Problem::Doubled { .. } => self.doubled += 1,
            Problem::Unexpected { .. } => self.unexpected += 1,
            Problem::Changed { .. } => self.changed += 1,
            Problem::Unreadable { .. } => self.unreadable += 1,
        }
        if !self.continues_run(&problem) {
            self.keep(Finding { series, problem });
        }
    }

    fn add_missing(&mut self, series: usize, count: u64) {
        if count > 0 {
            let length = self.missing_of.len().max(series + 1);
            self.missing_of.resize(length, 0);
            self.missing_of[series] += count;
        }
    }

    fn continues_run(&mut self, problem: &Problem) -> bool {
        let Problem::Missing { from, to, count } = problem else { return false };
        let last = self.findings.iter_mut().rev().find_map(|finding| match &mut finding.problem {
            Problem::Missing { to, count, .. } => Some((to, count)),
            _ => None,
        });
        match last {
            Some((end, known)) if end == from => {
                *end = *to;
                *known += count;
                true
            }
            _ => false,
        }
    }

    fn keep(&mut self, finding: Finding) {
        let kind = |finding: &Finding| std::mem::discriminant(&finding.problem);
        let same = self.findings.iter().filter(|kept| kind(kept) == kind(&finding));
        if same.count() < Self::KEPT {
            self.findings.push(finding);
        }
    }

    /// With nothing but a number of buckets that were cut off.
    pub(crate) fn not_yet(count: u64) -> Self {
        Self { not_yet: count, ..Self::default() }
    }

    /// The coverage of a range before anything was read.
    pub(crate) fn of(range: Range) -> Self {
        Self { expected: range.len(), ..Self::default() }
    }
}

impl fmt::Display for Coverage {
    /// One line: `coverage: 365 of 365 buckets, 0 missing, 0 doubled, …`; notes only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "coverage: {} of {} buckets, {} missing, {} doubled, {} unexpected, {} changed, \
             {} unreadable",
            self.returned,
            self.expected,
            self.missing,
            self.doubled,
            self.unexpected,
            self.changed,
            self.unreadable
        )?;
        let notes = [
            (self.open, "open"),
            (self.not_yet, "not yet over, left out"),
            (self.filled, "filled with zero"),
            (self.doubled_alike, "doubled alike"),
            (self.unordered, "replies unordered"),
            (self.naive_times, "times without an offset"),
        ];
        for (count, note) in notes.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, ", {count} {note}")?;
        }
        if let Some(offset) = self.probable_offset {
            let direction = if offset > 0 { "ahead" } else { "behind" };
            let count = offset.unsigned_abs();
            write!(f, "; the server's clock is probably {count} or more buckets {direction}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.fmt(f)
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
        }
    }
}
