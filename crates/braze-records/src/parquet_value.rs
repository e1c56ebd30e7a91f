//! [`value`]: a value of Parquet as JSON.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
    TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, ArrowPrimitiveType, Decimal128Array};
use arrow_schema::{DataType, TimeUnit};
use braze_core::chrono::{DateTime, Days, NaiveDate, SecondsFormat};
use serde_json::{Map, Number, Value};

/// Tells whether values of this type can be read.
pub(crate) fn is_readable(of: &DataType) -> bool {
    match of {
        DataType::List(item) | DataType::LargeList(item) => is_readable(item.data_type()),
        DataType::Struct(fields) => fields.iter().all(|field| is_readable(field.data_type())),
        DataType::Null
        | DataType::Boolean
        | DataType::Int8
        | DataType::Int16
        | DataType::Int32
        | DataType::Int64
        | DataType::UInt8
        | DataType::UInt16
        | DataType::UInt32
        | DataType::UInt64
        | DataType::Float32
        | DataType::Float64
        | DataType::Utf8
        | DataType::LargeUtf8
        | DataType::Utf8View
        | DataType::Date32
        | DataType::Decimal128(..)
        | DataType::Timestamp(_, Some(_)) => true,
        _ => false,
    }
}

/// The value of a row. Dates and times become texts, lists and structs what they are in JSON.
///
/// # Errors
///
/// The problem of a value that JSON cannot hold.
pub(crate) fn value(array: &ArrayRef, row: usize) -> Result<Value, &'static str> {
    if array.is_null(row) {
        return Ok(Value::Null);
    }
    Ok(match array.data_type() {
        DataType::Boolean => array.as_boolean().value(row).into(),
        DataType::Int8 => number::<Int8Type>(array, row).into(),
        DataType::Int16 => number::<Int16Type>(array, row).into(),
        DataType::Int32 => number::<Int32Type>(array, row).into(),
        DataType::Int64 => number::<Int64Type>(array, row).into(),
        DataType::UInt8 => number::<UInt8Type>(array, row).into(),
        DataType::UInt16 => number::<UInt16Type>(array, row).into(),
        DataType::UInt32 => number::<UInt32Type>(array, row).into(),
        DataType::UInt64 => number::<UInt64Type>(array, row).into(),
        DataType::Float32 => float(number::<Float32Type>(array, row).into())?,
        DataType::Float64 => float(number::<Float64Type>(array, row))?,
        DataType::Utf8 => array.as_string::<i32>().value(row).into(),
        DataType::LargeUtf8 => array.as_string::<i64>().value(row).into(),
        DataType::Utf8View => array.as_string_view().value(row).into(),
        DataType::Date32 => date(number::<Date32Type>(array, row))?,
        DataType::Decimal128(..) => decimal(array, row)?,
        DataType::Timestamp(unit, _) => time(array, row, *unit)?,
        DataType::List(_) => list(&array.as_list::<i32>().value(row))?,
        DataType::LargeList(_) => list(&array.as_list::<i64>().value(row))?,
        DataType::Struct(_) => {
            let fields = array.as_struct();
            let names = fields.column_names().into_iter().zip(fields.columns());
            let values = names.map(|(name, of)| Ok((name.to_owned(), value(of, row)?)));
            Value::Object(values.collect::<Result<Map<_, _>, _>>()?)
        }
        _ => return Err("is of a type that is not read"),
    })
}

fn number<T: ArrowPrimitiveType>(array: &ArrayRef, row: usize) -> T::Native {
    array.as_primitive::<T>().value(row)
}

fn float(value: f64) -> Result<Value, &'static str> {
    Number::from_f64(value).map(Value::Number).ok_or("must be a finite number")
}

fn decimal(array: &ArrayRef, row: usize) -> Result<Value, &'static str> {
    let decimals = array.as_any().downcast_ref::<Decimal128Array>();
    let text = decimals.map(|decimals| decimals.value_as_string(row)).unwrap_or_default();
    serde_json::from_str(&text).map_err(|_| "must be a number")
}

fn date(days: i32) -> Result<Value, &'static str> {
    let (epoch, distance) = (NaiveDate::default(), Days::new(days.unsigned_abs().into()));
    let date = match days < 0 {
        true => epoch.checked_sub_days(distance),
        false => epoch.checked_add_days(distance),
    };
    date.map(|date| date.to_string().into()).ok_or("must be a date that can be written")
}

/// An instant as RFC 3339 in UTC, with as much of a fraction as it has.
fn time(array: &ArrayRef, row: usize, unit: TimeUnit) -> Result<Value, &'static str> {
    let instant = match unit {
        TimeUnit::Second => DateTime::from_timestamp(number::<TimestampSecondType>(array, row), 0),
        TimeUnit::Millisecond => {
            DateTime::from_timestamp_millis(number::<TimestampMillisecondType>(array, row))
        }
        TimeUnit::Microsecond => {
            DateTime::from_timestamp_micros(number::<TimestampMicrosecondType>(array, row))
        }
        TimeUnit::Nanosecond => {
            Some(DateTime::from_timestamp_nanos(number::<TimestampNanosecondType>(array, row)))
        }
    };
    let instant = instant.ok_or("must be a time that can be written")?;
    Ok(instant.to_rfc3339_opts(SecondsFormat::AutoSi, true).into())
}

fn list(items: &ArrayRef) -> Result<Value, &'static str> {
    let values = (0..items.len()).map(|at| value(items, at));
    values.collect::<Result<Vec<_>, _>>().map(Value::Array)
}
