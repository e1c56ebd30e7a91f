//! [`AttributeValue`]: the value of a custom attribute, or a change of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::changes::{ElementChanges, ObjectChanges};
use super::tree::{MAX_CHARACTERS, check_nested, check_text};
use crate::time::Timestamp;
use crate::validate::Violations;

/// The maximum number of elements of a list of plain values.
const MAX_ELEMENTS: usize = 500;

/// The value of a custom attribute, or a change of it.
///
/// ```
/// use braze_core::AttributeValue;
/// use serde_json::json;
///
/// let json = |value: AttributeValue| serde_json::to_value(value).unwrap();
/// assert_eq!(json("gold".into()), json!("gold"));
/// assert_eq!(json(AttributeValue::increment(-1)), json!({"inc": -1}));
/// assert_eq!(json(AttributeValue::add(["red"])), json!({"add": ["red"]}));
/// assert_eq!(json(AttributeValue::null()), json!(null));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum AttributeValue {
    /// The new value: a text, a number, a truth value, a list, an object, or `null`, which removes the attribute.
    Plain(Value),
    /// The number by which an integer grows: `{"inc": 1}`.
    Increment(i64),
    /// Elements that a list gets and loses: `{"add": […], "remove": […]}`.
    Elements(ElementChanges),
    /// Objects that a list gets and loses, and changes of them: `{"$add": […], "$update": […]}`.
    Objects(ObjectChanges),
}

impl AttributeValue {
    /// Removes the attribute.
    #[must_use]
    pub const fn null() -> Self {
        Self::Plain(Value::Null)
    }

    /// Adds to an integer, or takes from it.
    #[must_use]
    pub const fn increment(by: i64) -> Self {
        Self::Increment(by)
    }

    /// Adds elements to a list. What the list holds already is not added again.
    #[must_use]
    pub fn add(elements: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        let add = elements.into_iter().map(Into::into).collect();
        Self::Elements(ElementChanges { add, remove: Vec::new() })
    }

    /// Removes elements from a list.
    #[must_use]
    pub fn remove(elements: impl IntoIterator<Item = impl Into<Value>>) -> Self {
        let remove = elements.into_iter().map(Into::into).collect();
        Self::Elements(ElementChanges { add: Vec::new(), remove })
    }

    /// Returns a date for use within an object: `{"$time": "2026-05-28T00:00:00Z"}`.
    #[must_use]
    pub fn nested_time(time: impl Into<Timestamp>) -> Value {
        json!({ "$time": time.into().to_string() })
    }

    /// Tells whether the value changes with every repetition: `inc` and `$add` do.
    #[must_use]
    pub fn adds(&self) -> bool {
        match self {
            Self::Increment(_) => true,
            Self::Objects(changes) => !changes.added.is_empty(),
            Self::Plain(_) | Self::Elements(_) => false,
        }
    }

    /// Notes everything that the service would refuse or drop, with its path below `field`.
    pub fn check(&self, field: &str, violations: &mut Violations) {
        match self {
            Self::Plain(Value::Array(items)) => check_list(field, items, violations),
            Self::Plain(value @ Value::Object(_)) => check_nested(field, value, violations),
            Self::Plain(_) | Self::Increment(_) => {}
            Self::Elements(ElementChanges { add, remove }) => {
                for (name, elements) in [("add", add), ("remove", remove)] {
                    check_elements(&format!("{field}.{name}"), elements, violations);
                }
            }
            Self::Objects(changes) => {
                let added = Value::Array(changes.added.clone());
                check_objects(&format!("{field}.$add"), &changes.added, violations);
                check_nested(&format!("{field}.$add"), &added, violations);
                for (index, update) in changes.updated.iter().enumerate() {
                    let path = format!("{field}.$update[{index}].$new_object");
                    check_nested(&path, &Value::Object(update.new_object.clone()), violations);
                }
            }
        }
    }
}

/// Checks a list, which holds plain values or objects.
fn check_list(field: &str, items: &[Value], violations: &mut Violations) {
    if items.iter().any(|item| item.is_object() || item.is_array()) {
        check_nested(field, &Value::Array(items.to_vec()), violations);
    } else {
        check_elements(field, items, violations);
    }
}

/// Checks a list of plain values.
fn check_elements(field: &str, items: &[Value], violations: &mut Violations) {
    if items.len() > MAX_ELEMENTS {
        let problem =
            format!("has {} elements, but at most {MAX_ELEMENTS} are allowed", items.len());
        violations.note(field.to_owned(), problem);
    }
    for (index, item) in items.iter().enumerate() {
        match item {
            Value::String(text) if text.len() > MAX_CHARACTERS => {
                check_text(&format!("{field}[{index}]"), text, violations);
            }
            Value::Object(_) | Value::Array(_) => {
                let problem = "must be a text, a number or a truth value: use `$add` for objects";
                violations.note(format!("{field}[{index}]"), problem);
            }
            _ => {}
        }
    }
}

fn check_objects(field: &str, items: &[Value], violations: &mut Violations) {
    for (index, _) in items.iter().enumerate().filter(|(_, item)| !item.is_object()) {
        violations.note(format!("{field}[{index}]"), "must be an object");
    }
}

impl Serialize for AttributeValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(value) => value.serialize(serializer),
            Self::Increment(by) => serializer.collect_map([("inc", by)]),
            Self::Elements(changes) => changes.serialize(serializer),
            Self::Objects(changes) => changes.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for AttributeValue {
    /// Never fails for JSON: what is not a change is a plain value.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

impl From<Value> for AttributeValue {
    /// An object that is a change becomes one; anything else is a plain value.
    fn from(value: Value) -> Self {
        match &value {
            Value::Object(object) => change(object).unwrap_or(Self::Plain(value)),
            _ => Self::Plain(value),
        }
    }
}

/// Reads a change.
fn change(object: &Map<String, Value>) -> Option<AttributeValue> {
    let mut names = object.keys();
    let first = names.next()?;
    match first.as_str() {
        "inc" if object.len() == 1 => object[first].as_i64().map(AttributeValue::Increment),
        "add" | "remove" => ElementChanges::deserialize(object).ok().map(AttributeValue::Elements),
        "$add" | "$remove" | "$update" => {
            ObjectChanges::deserialize(object).ok().map(AttributeValue::Objects)
        }
        _ => None,
    }
}

impl From<Timestamp> for AttributeValue {
    fn from(time: Timestamp) -> Self {
        Self::Plain(Value::String(time.to_string()))
    }
}

impl From<ObjectChanges> for AttributeValue {
    fn from(changes: ObjectChanges) -> Self {
        Self::Objects(changes)
    }
}

macro_rules! from_plain {
    ($($type:ty),*) => {$(
        impl From<$type> for AttributeValue {
            fn from(value: $type) -> Self {
                Self::Plain(value.into())
            }
        }
    )*};
}

from_plain!(&str, String, bool, i32, i64, u32, u64, f64);

impl<T: Into<Value>> From<Vec<T>> for AttributeValue {
    fn from(values: Vec<T>) -> Self {
        Self::from(Value::from(values))
    }
}
