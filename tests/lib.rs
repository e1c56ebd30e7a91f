//! The code of the README and of the reference pages, compiled.

#[doc = include_str!("../README.md")]
#[cfg(doctest)]
pub struct Readme;

/// The programs on the reference pages.
#[cfg(doctest)]
pub mod generated;
