//! Numbers in the file.

use braze_core::Number;
use rusqlite::types::{Value, ValueRef};

/// Stores a count beyond the range of SQLite's integers as the nearest amount.
pub(crate) fn stored(number: Number) -> Value {
    match number {
        Number::Count(count) => {
            i64::try_from(count).map_or(Value::Real(count as f64), Value::Integer)
        }
        amount => Value::Real(amount.to_f64()),
    }
}

/// The number in a column; `None` if there is something else.
pub(crate) fn read(value: ValueRef<'_>) -> Option<Number> {
    match value {
        ValueRef::Integer(count) => {
            Some(u64::try_from(count).map_or(Number::Amount(count as f64), Number::Count))
        }
        ValueRef::Real(amount) => Some(Number::Amount(amount)),
        _ => None,
    }
}
