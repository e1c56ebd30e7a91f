//! [`Series`]: what the endpoints that return numbers over time have in common.

mod collector;
mod digits;
mod dimension;
mod measures;
mod number;
mod point;
mod value;

use chrono::{DateTime, Utc};

use crate::endpoint::Endpoint;
use crate::generated::Unit;

pub use collector::{MeasureCollector, MeasureSource};
pub(crate) use digits::Digits;
pub use dimension::{Dimension, Listing};
pub use measures::{Measure, Measures};
pub use number::Number;
pub use point::{FlatPoint, Point};
pub use value::{Content, NumericValue, SeriesValue};

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

    /// The name of the list of rows in a reply. A list within an object has the names of both: `data.stats`.
    const POINTS: &'static str = "data";

    /// The names of the labels that a nested series has for each number; none for a flat one.
    const LABELS: &'static [&'static str] = &[];

    /// The number of days for which the service keeps a row; `None` where it keeps all.
    const KEPT_DAYS: Option<u32> = None;

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
}

/// A series whose rows are a time and a number.
pub trait FlatSeries: Series<Point: FlatPoint> {
    /// A successful reply with these rows.
    fn reply(points: Vec<Self::Point>) -> Self::Output;
}

/// A series whose rows have many numbers, each with labels: campaigns, sends, Canvases.
pub trait NestedSeries: Series<Point: Point<Value = Measures>> {}

impl<E: Series<Point: Point<Value = Measures>>> NestedSeries for E {}

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
    /// The start, which an export never sends; `None` where the series has none.
    pub start: Option<&'static str>,
    /// The parameters that tell one series of the endpoint from another, in the order of the spec.
    pub dimensions: &'static [Dimension],
}

impl Roles {
    /// A series of days without dimensions.
    #[must_use]
    pub const fn new(length: &'static str, end: &'static str) -> Self {
        Self { length, unit: None, end, start: None, dimensions: &[] }
    }

    /// Names the parameter with the unit.
    #[must_use]
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    /// Names the parameter with the start.
    #[must_use]
    pub const fn start(mut self, start: &'static str) -> Self {
        self.start = Some(start);
        self
    }

    /// Sets the dimensions.
    #[must_use]
    pub const fn dimensions(mut self, dimensions: &'static [Dimension]) -> Self {
        self.dimensions = dimensions;
        self
    }

    /// True for a parameter that an export sets itself, or never sends.
    #[must_use]
    pub fn is_window(&self, parameter: &str) -> bool {
        [Some(self.length), self.unit, Some(self.end), self.start].contains(&Some(parameter))
    }
}
