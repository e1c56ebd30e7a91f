//! [`Entry`]: a row as it is stored.

use braze_core::export::{Row, Start};
use braze_core::{Number, NumericValue};

/// A row of a selection, as it is stored.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// The beginning of the day or hour.
    pub start: Start,
    /// The number.
    pub number: Number,
    /// The day or hour had ended when it was read.
    pub complete: bool,
}

impl<V: NumericValue> From<Row<V>> for Entry {
    fn from(row: Row<V>) -> Self {
        Self { start: row.start, number: row.value.number(), complete: row.complete }
    }
}
