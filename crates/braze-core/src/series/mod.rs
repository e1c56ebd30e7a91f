//! [`Series`]: what the endpoints that return numbers over time have in common.

mod digits;
mod value;

use std::fmt;

use chrono::{DateTime, Utc};

use crate::endpoint::Endpoint;
use crate::generated::Unit;
use crate::time::SeriesTime;

pub(crate) use digits::Digits;
pub use value::{Number, SeriesValue};

/// An endpoint that returns a number for each day or hour before an end.
pub trait Series: Endpoint {
    /// One row.
    type Point: Point;

    /// The units that the endpoint offers.
    const UNITS: &'static [Unit];

    /// The most units that one request may ask for.
    const MAX_LENGTH: u32;

    /// The parameters by their roles, as the API calls them.
    const ROLES: Roles;

    /// The name of the list of rows in a reply.
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
    /// True if it is required. Without an optional one, the series is about all of its values.
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

    /// The name of the number, such as `sessions`.
    const VALUE: &'static str;

    /// The name of the time.
    const TIME: &'static str = "time";

    /// A row.
    fn new(time: SeriesTime, value: Self::Value) -> Self;

    /// The time, as the server spelled it.
    fn time(&self) -> &SeriesTime;

    /// The number.
    fn value(&self) -> Self::Value;
}
