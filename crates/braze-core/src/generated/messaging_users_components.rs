// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use crate::wire::{Choice, choice};

/// Criterion by which one of several profiles is chosen. `identified` and `unidentified` exclude
/// each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProfilePriority {
    /// `identified`
    Identified,
    /// `unidentified`
    Unidentified,
    /// `most_recently_updated`
    MostRecentlyUpdated,
    /// `least_recently_updated`
    LeastRecentlyUpdated,
}

impl Choice for ProfilePriority {
    const ALL: &[Self] = &[
        Self::Identified,
        Self::Unidentified,
        Self::MostRecentlyUpdated,
        Self::LeastRecentlyUpdated,
    ];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Identified => "identified",
            Self::Unidentified => "unidentified",
            Self::MostRecentlyUpdated => "most_recently_updated",
            Self::LeastRecentlyUpdated => "least_recently_updated",
        }
    }
}

choice!(ProfilePriority);
