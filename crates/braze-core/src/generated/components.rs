// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use crate::wire::{Choice, choice};

/// Unit of time between two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// `day`
    Day,
    /// `hour`
    Hour,
}

impl Choice for Unit {
    const ALL: &[Self] = &[Self::Day, Self::Hour];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }
}

choice!(Unit);
