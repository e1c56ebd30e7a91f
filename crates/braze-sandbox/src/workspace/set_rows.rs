//! [`Workspace::rows`]: sets the rows that a test needs.

use std::collections::BTreeMap;
use std::fmt;

use braze_core::operation::{self, Operation};
use braze_core::{DateTime, FlatSeries, NumericValue, Point, Series, Unit, Utc};
use chrono::NaiveDate;

use super::Workspace;
use super::fixed::FixedRows;

/// The error for a row that cannot be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowsError {
    problem: String,
}

impl fmt::Display for RowsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl std::error::Error for RowsError {}

/// The bound below which numbers are exact in every client: 2^53.
const MAX_VALUE: f64 = (1_u64 << 53) as f64;

type Value<E> = <<E as Series>::Point as Point>::Value;

impl Workspace {
    /// Sets rows of a series.
    ///
    /// The request selects the series by its endpoint, unit and dimensions; its window is ignored. Days
    /// are dates in the workspace's time zone, hours are date-times at which an hour starts; set the
    /// [zone](Self::zone) first. All other rows stay generated, or are zero with
    /// [`generated(false)`](Self::generated). The rows of days and of hours are independent.
    ///
    /// ```
    /// use braze_core::sessions::DataSeriesRequest;
    /// use braze_sandbox::{Sandbox, Workspace};
    ///
    /// let ios = DataSeriesRequest::new(1).app_id("ios");
    /// let workspace = Workspace::new().rows(&ios, [("2024-05-01", 42), ("2024-05-02", 40)])?;
    /// let sandbox = Sandbox::builder().workspace(workspace).start()?;
    ///
    /// let rows = sandbox.truth(&ios, "2024-05-01".parse()?, "2024-05-03".parse()?);
    /// assert_eq!((rows[0].sessions, rows[1].sessions), (42, 40));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`RowsError`] if a time is not the start of a day or an hour, if the endpoint does not have the
    /// unit, or if a number is negative or not below 2^53.
    pub fn rows<E: Operation + FlatSeries, T: AsRef<str>>(
        self,
        request: &E,
        rows: impl IntoIterator<Item = (T, Value<E>)>,
    ) -> Result<Self, RowsError> {
        let rows = rows.into_iter().map(|(time, value)| (time, value.to_f64()));
        self.fixed_rows(request, rows)
    }

    pub(crate) fn fixed_rows<E: Operation + FlatSeries, T: AsRef<str>>(
        mut self,
        request: &E,
        rows: impl IntoIterator<Item = (T, f64)>,
    ) -> Result<Self, RowsError> {
        let unit = request.unit();
        if !E::UNITS.contains(&unit) {
            let known: Vec<&str> = E::UNITS.iter().map(|unit| word(*unit)).collect();
            let known = known.join("`, `");
            let path = E::META.path;
            return Err(RowsError {
                problem: format!("{path} has no unit `{}`: choose `{known}`", word(unit)),
            });
        }
        let mut values = BTreeMap::new();
        for (time, value) in rows {
            let start = self.start(unit, time.as_ref())?;
            if !((0.0..MAX_VALUE).contains(&value) && Value::<E>::from_f64(value).to_f64() == value)
            {
                let kind = if has_fractions::<E>() { "number" } else { "whole number" };
                let problem = format!(
                    "the value of `{}` must be a {kind} from 0 to below 2^53, got {value}",
                    time.as_ref(),
                );
                return Err(RowsError { problem });
            }
            values.insert(start, value);
        }
        let pairs = operation::pairs::<E>(&operation::target(request));
        self.fixed.push(FixedRows::new::<E>(unit, &pairs, values));
        Ok(self)
    }

    /// Parses the first instant of a bucket.
    fn start(&self, unit: Unit, time: &str) -> Result<DateTime<Utc>, RowsError> {
        let fail = |expected| {
            Err(RowsError {
                problem: format!("`{time}` must be {expected} in the time zone {}", self.zone),
            })
        };
        if unit == Unit::Hour {
            let instant = DateTime::parse_from_rfc3339(time).map(|instant| instant.to_utc());
            let start = instant.ok().filter(|at| self.zone.bucket(unit, *at).start == *at);
            return start
                .map_or_else(|| fail("the start of an hour such as `2024-05-01T10:00:00Z`"), Ok);
        }
        let date = time.parse::<NaiveDate>().ok().filter(|date| {
            let midnight = self.zone.midnight(*date);
            self.zone.local(midnight).date_naive() == *date
        });
        date.map_or_else(
            || fail("a date such as `2024-05-01`"),
            |date| Ok(self.zone.midnight(date)),
        )
    }
}

/// Returns true if an endpoint's values may have fractions.
pub(super) fn has_fractions<E: FlatSeries>() -> bool {
    Value::<E>::from_f64(0.25).to_f64() > 0.0
}

fn word(unit: Unit) -> &'static str {
    if unit == Unit::Hour { "hour" } else { "day" }
}
