// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use crate::wire::{Choice, choice};

/// State of a subscription to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum GroupState {
    /// `subscribed`
    Subscribed,
    /// `unsubscribed`
    Unsubscribed,
}

impl Choice for GroupState {
    const ALL: &[Self] = &[Self::Subscribed, Self::Unsubscribed];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Subscribed => "subscribed",
            Self::Unsubscribed => "unsubscribed",
        }
    }
}

choice!(GroupState);
