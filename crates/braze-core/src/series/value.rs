//! [`SeriesValue`]: the value of a row; [`NumericValue`]: one that is a single number.

use std::fmt;

use super::digits::Digits;
use super::measures::Measures;

/// The value of a row: one number (`u64`, `f64`), or the [`Measures`] of a nested series.
pub trait SeriesValue: Clone + PartialEq + fmt::Debug + Send + 'static {
    /// The value of a bucket in which nothing happened.
    fn zero() -> Self;

    /// Two values as texts that show how they differ.
    fn difference(first: &Self, later: &Self) -> (String, String);

    /// The value, for code that handles series of every kind.
    fn content(self) -> Content;
}

/// The value of a row of any series.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// One number.
    Number(Number),
    /// The numbers of a nested series.
    Measures(Measures),
}

/// A value that is a single number: a count (`u64`) or an amount (`f64`).
pub trait NumericValue: SeriesValue + Digits + Copy + PartialOrd + fmt::Display {
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

impl From<u32> for Number {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u64> for Number {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<i64> for Number {
    /// A number below zero becomes an amount.
    fn from(number: i64) -> Self {
        u64::try_from(number).map_or(Self::Amount(number as f64), Self::Count)
    }
}

impl From<f64> for Number {
    fn from(amount: f64) -> Self {
        Self::Amount(amount)
    }
}

impl SeriesValue for u64 {
    fn zero() -> Self {
        0
    }

    fn difference(first: &Self, later: &Self) -> (String, String) {
        (first.to_string(), later.to_string())
    }

    fn content(self) -> Content {
        Content::Number(self.number())
    }
}

impl SeriesValue for f64 {
    fn zero() -> Self {
        0.0
    }

    fn difference(first: &Self, later: &Self) -> (String, String) {
        (first.to_string(), later.to_string())
    }

    fn content(self) -> Content {
        Content::Number(self.number())
    }
}

impl NumericValue for u64 {
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

impl NumericValue for f64 {
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
