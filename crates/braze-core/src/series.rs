//! [`Series`]: what the endpoints that return numbers over time have in common.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::endpoint::Endpoint;
use crate::flat;
use crate::generated::Unit;
use crate::time::SeriesTime;

/// An endpoint that returns a number for each day or hour before an end.
pub trait Series: Endpoint {
    /// One row.
    type Point: Point;

    /// The units that the endpoint offers.
    const UNITS: &'static [Unit];

    /// The most units that one request may ask for.
    const LONGEST: u32;

    /// The parameters by their roles, as the API calls them.
    const ROLES: Roles;

    /// What the list of rows is called in a reply.
    const POINTS: &'static str = "data";

    /// The number of units asked for.
    fn length(&self) -> u32;

    /// The unit asked for, [`Unit::Day`] where none is named.
    fn unit(&self) -> Unit;

    /// The end asked for; `None` for the time of the request.
    fn ending_at(&self) -> Option<DateTime<Utc>>;

    /// Sets all three. An endpoint that knows only days takes no other unit.
    fn window(&mut self, unit: Unit, length: u32, ending_at: Option<DateTime<Utc>>);

    /// The rows of a reply.
    fn points(output: Self::Output) -> Vec<Self::Point>;

    /// A successful reply with these rows.
    fn reply(points: Vec<Self::Point>) -> Self::Output;
}

/// The parameters of a series by their roles.
///
/// ```
/// use braze_core::{Series, purchases};
///
/// let roles = purchases::RevenueSeriesRequest::ROLES;
/// assert_eq!((roles.length, roles.unit, roles.end), ("length", Some("unit"), "ending_at"));
/// let dimensions = roles.dimensions.iter().map(|dimension| dimension.name);
/// assert_eq!(dimensions.collect::<Vec<_>>(), ["product", "app_id"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Roles {
    /// The number of units.
    pub length: &'static str,
    /// The unit; `None` for a series of days only.
    pub unit: Option<&'static str>,
    /// The end.
    pub end: &'static str,
    /// The parameters that tell one series of the endpoint from another, in the order of the spec.
    pub dimensions: &'static [Dimension],
}

impl Roles {
    /// A series of days without dimensions.
    #[must_use]
    pub const fn new(length: &'static str, end: &'static str) -> Self {
        Self { length, unit: None, end, dimensions: &[] }
    }

    /// Names the parameter with the unit.
    #[must_use]
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Sets the dimensions.
    #[must_use]
    pub const fn dimensions(mut self, dimensions: &'static [Dimension]) -> Self {
        self.dimensions = dimensions;
        self
    }
}

/// A parameter that tells one series of an endpoint from another: an app, a segment, an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dimension {
    /// The name of the parameter.
    pub name: &'static str,
    /// Whether it must be given. Without an optional one, the series is about all of its values.
    pub required: bool,
}

impl Dimension {
    /// A dimension that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str) -> Self {
        Self { name, required: false }
    }

    /// A dimension that must be given.
    #[must_use]
    pub const fn required(name: &'static str) -> Self {
        Self { name, required: true }
    }
}

/// One row of a series: a time and a number.
pub trait Point: Clone + fmt::Debug + Send + 'static {
    /// The type of the number.
    type Value: SeriesValue;

    /// What the number is called, `sessions`.
    const VALUE: &'static str;

    /// What the time is called.
    const TIME: &'static str = "time";

    /// A row.
    fn new(time: SeriesTime, value: Self::Value) -> Self;

    /// The time, as the server spelled it.
    fn time(&self) -> &SeriesTime;

    /// The number.
    fn value(&self) -> Self::Value;
}

/// The number of a row: a count (`u64`) or an amount (`f64`).
pub trait SeriesValue:
    Copy + PartialEq + PartialOrd + fmt::Debug + fmt::Display + Send + 'static
{
    /// The nearest value to a number that is not negative.
    fn from_f64(number: f64) -> Self;

    /// Reads the number that a text begins with, if a `}` follows it; and the bytes it takes. `None` leaves
    /// the reading to serde.
    fn read(text: &[u8]) -> Option<(Self, usize)>;

    /// The sum; a count stops at the greatest one.
    fn plus(self, other: Self) -> Self;

    /// The number, rounded to what an `f64` holds.
    fn to_f64(self) -> f64;

    /// The number, for code that handles series of every kind.
    fn number(self) -> Number;
}

/// The number of a row of any series.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Number {
    /// A count.
    Count(u64),
    /// An amount.
    Amount(f64),
}

impl Number {
    /// The number, rounded to what an `f64` holds.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        match self {
            Self::Count(count) => count.to_f64(),
            Self::Amount(amount) => amount,
        }
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => count.fmt(f),
            Self::Amount(amount) => amount.fmt(f),
        }
    }
}

impl SeriesValue for u64 {
    fn from_f64(number: f64) -> Self {
        // `as` saturates; a negative number becomes 0.
        number.round() as Self
    }

    fn read(text: &[u8]) -> Option<(Self, usize)> {
        flat::count(text)
    }

    fn plus(self, other: Self) -> Self {
        self.saturating_add(other)
    }

    fn to_f64(self) -> f64 {
        self as f64
    }

    fn number(self) -> Number {
        Number::Count(self)
    }
}

impl SeriesValue for f64 {
    fn from_f64(number: f64) -> Self {
        number
    }

    fn read(text: &[u8]) -> Option<(Self, usize)> {
        flat::amount(text)
    }

    fn plus(self, other: Self) -> Self {
        self + other
    }

    fn to_f64(self) -> f64 {
        self
    }

    fn number(self) -> Number {
        Number::Amount(self)
    }
}
