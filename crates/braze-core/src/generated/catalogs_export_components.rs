// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use crate::wire::{Choice, choice};

/// Order by time of creation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SortDirection {
    /// `asc`
    Asc,
    /// `desc`
    Desc,
}

impl Choice for SortDirection {
    const ALL: &[Self] = &[Self::Asc, Self::Desc];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Asc => "asc",
            Self::Desc => "desc",
        }
    }
}

choice!(SortDirection);
