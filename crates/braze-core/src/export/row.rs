//! [`Row`]: one bucket of a result.

use serde::Serialize;

use super::bucket::Start;
use crate::generated::Unit;
use crate::time::SeriesTime;

/// A bucket with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Row<V> {
    /// The index of its selection within the export, from 0.
    pub selection: usize,
    /// Day or hour.
    pub unit: Unit,
    /// When the bucket begins, in the form that rows are written in.
    pub start: Start,
    /// The time as the server spelled it.
    pub time: SeriesTime,
    /// The value.
    pub value: V,
    /// True if the bucket had ended when it was read.
    pub complete: bool,
}

impl<V> Row<V> {
    /// The same row with another value.
    #[must_use]
    pub fn map<W>(self, value: impl FnOnce(V) -> W) -> Row<W> {
        let Self { selection, unit, start, time, value: old, complete } = self;
        Row { selection, unit, start, time, value: value(old), complete }
    }
}
