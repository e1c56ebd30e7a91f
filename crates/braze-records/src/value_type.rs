//! [`ValueType`]: the type that the value of a column has.

use std::fmt;
use std::str::FromStr;

use braze_core::Timestamp;
use braze_core::chrono::NaiveDate;
use serde_json::{Number, Value};

/// The type that the value of a column has.
///
/// ```
/// use braze_records::ValueType;
///
/// let types: Result<Vec<ValueType>, _> = ["integer", "time"].map(str::parse).into_iter().collect();
/// assert_eq!(types, Ok(vec![ValueType::Integer, ValueType::Time]));
/// assert!("int".parse::<ValueType>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// A whole number of at most 64 bits.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A text as it stands.
    String,
    /// A date without a time of day.
    Date,
    /// A date and a time of day with an offset.
    Time,
    /// JSON of any kind: a list, an object, an operator such as `{"inc": 1}`.
    Json,
}

impl ValueType {
    /// All types.
    pub const ALL: [Self; 7] = [
        Self::Integer,
        Self::Number,
        Self::Boolean,
        Self::String,
        Self::Date,
        Self::Time,
        Self::Json,
    ];

    /// The word for the type.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::String => "string",
            Self::Date => "date",
            Self::Time => "time",
            Self::Json => "json",
        }
    }

    /// The requirement on a value: the end of the sentence "must be …".
    pub(crate) const fn requirement(self) -> &'static str {
        match self {
            Self::Integer => "must be a whole number, such as `42`",
            Self::Number => "must be a number, such as `12.5`",
            Self::Boolean => "must be `true` or `false`",
            Self::String => "must be a text",
            Self::Date => "must be a date, such as `2024-05-01`",
            Self::Time => "must be a date-time with an offset, such as `2024-05-01T23:59:59Z`",
            Self::Json => "must be JSON",
        }
    }

    /// Reads a text. Returns `None` if it is not of this type.
    pub(crate) fn parse(self, text: &str) -> Option<Value> {
        if self == Self::String {
            return Some(Value::from(text));
        }
        let text = text.trim();
        match self {
            Self::Integer => {
                let signed = text.parse::<i64>().map(Value::from);
                signed.or_else(|_| text.parse::<u64>().map(Value::from)).ok()
            }
            Self::Number => number(text).map(Value::Number),
            Self::Boolean => text.parse::<bool>().ok().map(Value::from),
            Self::Date => text.parse::<NaiveDate>().ok().map(|date| Value::from(date.to_string())),
            Self::Time => text.parse::<Timestamp>().ok().map(|time| Value::from(time.to_string())),
            Self::Json => serde_json::from_str(text).ok(),
            Self::String => None,
        }
    }

    /// Reads a value that has a type already. A text is read as one of a CSV is.
    pub(crate) fn convert(self, value: Value) -> Option<Value> {
        match (self, value) {
            (Self::Json, value) => Some(value),
            (_, Value::String(text)) => self.parse(&text),
            (Self::Integer, Value::Number(number)) if !number.is_f64() => {
                Some(Value::Number(number))
            }
            (Self::Number, value @ Value::Number(_)) => Some(value),
            (Self::Boolean, value @ Value::Bool(_)) => Some(value),
            // An identifier that is a number in a database.
            (Self::String, Value::Number(number)) if !number.is_f64() => {
                Some(Value::from(number.to_string()))
            }
            _ => None,
        }
    }
}

/// A number as JSON has it.
fn number(text: &str) -> Option<Number> {
    if let Ok(number) = serde_json::from_str::<Number>(text) {
        return Some(number);
    }
    // `+5`, `.5` and `05` are numbers elsewhere.
    let number = text.parse::<f64>().ok()?;
    Number::from_f64(number)
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for ValueType {
    type Err = ParseValueTypeError;

    fn from_str(word: &str) -> Result<Self, ParseValueTypeError> {
        let known = Self::ALL.into_iter().find(|known| known.as_str() == word);
        known.ok_or_else(|| ParseValueTypeError { word: word.to_owned() })
    }
}

/// A word that is not a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseValueTypeError {
    word: String,
}

impl fmt::Display for ParseValueTypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = ValueType::ALL.map(ValueType::as_str).join("`, `");
        write!(f, "`{}` is not a type: use one of `{words}`", self.word)
    }
}

impl std::error::Error for ParseValueTypeError {}
