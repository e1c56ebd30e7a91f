//! [`Scalar`]: values of one piece, as replies spell them.

use crate::message::Message;
use crate::time::SeriesTime;
use crate::wire::Word;

/// A value of one piece in a field of an [`OpenObject`](super::OpenObject). Each method returns `None` for
/// what is not such a value.
pub trait Scalar: Sized {
    /// The value of `true` or `false`.
    #[must_use]
    fn from_bool(value: bool) -> Option<Self> {
        let _ = value;
        None
    }

    /// The value of a number below zero.
    #[must_use]
    fn from_i64(value: i64) -> Option<Self> {
        let _ = value;
        None
    }

    /// The value of a whole number.
    #[must_use]
    fn from_u64(value: u64) -> Option<Self> {
        let _ = value;
        None
    }

    /// The value of a number with a fraction or an exponent.
    #[must_use]
    fn from_f64(value: f64) -> Option<Self> {
        let _ = value;
        None
    }

    /// The value of a text.
    #[must_use]
    fn from_text(value: &str) -> Option<Self> {
        let _ = value;
        None
    }
}

impl Scalar for bool {
    fn from_bool(value: bool) -> Option<Self> {
        Some(value)
    }
}

/// A number from 2^53 on has no fraction that could be told, and may have been rounded.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Scalar for u64 {
    fn from_u64(value: u64) -> Option<Self> {
        Some(value)
    }

    fn from_f64(value: f64) -> Option<Self> {
        (value.fract() == 0.0 && (0.0..EXACT).contains(&value)).then_some(value as Self)
    }

    /// Some counts are sent as texts.
    fn from_text(value: &str) -> Option<Self> {
        value.parse().ok()
    }
}

impl Scalar for i64 {
    fn from_i64(value: i64) -> Option<Self> {
        Some(value)
    }

    fn from_u64(value: u64) -> Option<Self> {
        value.try_into().ok()
    }

    fn from_f64(value: f64) -> Option<Self> {
        (value.fract() == 0.0 && value.abs() < EXACT).then_some(value as Self)
    }

    fn from_text(value: &str) -> Option<Self> {
        value.parse().ok()
    }
}

impl Scalar for f64 {
    fn from_i64(value: i64) -> Option<Self> {
        Some(value as Self)
    }

    fn from_u64(value: u64) -> Option<Self> {
        Some(value as Self)
    }

    fn from_f64(value: f64) -> Option<Self> {
        Some(value)
    }
}

impl Scalar for String {
    fn from_text(value: &str) -> Option<Self> {
        Some(value.to_owned())
    }
}

impl Scalar for SeriesTime {
    fn from_text(value: &str) -> Option<Self> {
        Some(Self::from(value))
    }
}

impl Scalar for Message {
    fn from_text(value: &str) -> Option<Self> {
        Some(Self::from(value))
    }
}

impl<T: Word> Scalar for T {
    fn from_text(value: &str) -> Option<Self> {
        Some(Self::from_word(value))
    }
}
