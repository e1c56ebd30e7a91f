//! [`SeriesValue`]: the number of a row, a count or an amount.

use std::fmt;

use super::digits::Digits;

/// The number of a row: a count (`u64`) or an amount (`f64`).
pub trait SeriesValue:
    Digits + Copy + PartialEq + PartialOrd + fmt::Debug + fmt::Display + Send + 'static
{
    /// The nearest value to a number that is not negative.
    fn from_f64(number: f64) -> Self;

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
