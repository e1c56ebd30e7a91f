//! [`Point`]: one row of a series.

use std::fmt;

use super::value::{NumericValue, SeriesValue};
use crate::time::SeriesTime;

/// One row of a series: a time and a value.
pub trait Point: Clone + fmt::Debug + Send + 'static {
    /// The type of the value.
    type Value: SeriesValue;

    /// The name of the value, such as `sessions`.
    const VALUE: &'static str = "value";

    /// The name of the time.
    const TIME: &'static str = "time";

    /// The time, as the server spelled it.
    fn time(&self) -> &SeriesTime;

    /// The value.
    fn value(&self) -> Self::Value;
}

/// A row that is a time and a number.
pub trait FlatPoint: Point<Value: NumericValue> {
    /// A row.
    fn new(time: SeriesTime, value: Self::Value) -> Self;
}
