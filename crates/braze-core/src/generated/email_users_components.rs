// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use crate::wire::{Choice, choice};

/// State of the subscription to a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ConsentState {
    /// `opted_in`
    OptedIn,
    /// `subscribed`
    Subscribed,
    /// `unsubscribed`
    Unsubscribed,
}

impl Choice for ConsentState {
    const ALL: &[Self] = &[Self::OptedIn, Self::Subscribed, Self::Unsubscribed];

    fn as_str(&self) -> &'static str {
        match self {
            Self::OptedIn => "opted_in",
            Self::Subscribed => "subscribed",
            Self::Unsubscribed => "unsubscribed",
        }
    }
}

choice!(ConsentState);
