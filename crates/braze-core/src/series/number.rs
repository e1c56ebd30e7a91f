//! [`Number`]: a count or an amount.

use std::fmt;

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
            Self::Count(count) => count as f64,
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
