//! [`Audience`]: users by filters, joined by "and" and "or".

use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value, json};

use crate::time::Timestamp;
use crate::validate::Violations;

/// The comparisons of custom attributes that need a value.
const WITH_VALUE: [&str; 16] = [
    "equals",
    "not_equal",
    "matches_regex",
    "does_not_match_regex",
    "includes_value",
    "does_not_include_value",
    "greater_than",
    "greater_than_or_equal_to",
    "less_than",
    "less_than_or_equal_to",
    "less_than_x_days_ago",
    "greater_than_x_days_ago",
    "less_than_x_days_in_the_future",
    "greater_than_x_days_in_the_future",
    "after",
    "before",
];

/// The comparisons of custom attributes that need none.
const WITHOUT_VALUE: [&str; 2] = ["exists", "does_not_exist"];

/// States of the subscription to a channel.
const STATES: [&str; 3] = ["opted_in", "subscribed", "unsubscribed"];

/// Users by filters, joined by "and" and "or": a connected audience.
///
/// ```
/// use braze_core::Audience;
/// use serde_json::json;
///
/// let audience = Audience::attribute("plan")
///     .equals("gold")
///     .or(Audience::attribute("visits").greater_than(9).and(Audience::email_state_is("opted_in")));
/// let filter = |name: &str, comparison: &str, value| {
///     json!({"custom_attribute": {"custom_attribute_name": name, "comparison": comparison, "value": value}})
/// };
/// assert_eq!(serde_json::to_value(&audience)?, json!({"OR": [
///     filter("plan", "equals", json!("gold")),
///     {"AND": [
///         filter("visits", "greater_than", json!(9)),
///         {"email_subscription_status": {"comparison": "is", "value": "opted_in"}},
///     ]},
/// ]}));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Audience(Value);

impl Audience {
    /// Begins a filter on a custom attribute.
    pub fn attribute(name: impl Into<String>) -> AttributeFilter {
        AttributeFilter(name.into())
    }

    /// Returns users whose push subscription has this state: `opted_in`, `subscribed` or `unsubscribed`.
    #[must_use]
    pub fn push_state_is(state: &str) -> Self {
        Self::state("push_subscription_status", "is", state)
    }

    /// Returns users whose push subscription has another state than this one.
    #[must_use]
    pub fn push_state_is_not(state: &str) -> Self {
        Self::state("push_subscription_status", "is_not", state)
    }

    /// Returns users whose email subscription has this state: `opted_in`, `subscribed` or `unsubscribed`.
    #[must_use]
    pub fn email_state_is(state: &str) -> Self {
        Self::state("email_subscription_status", "is", state)
    }

    /// Returns users whose email subscription has another state than this one.
    #[must_use]
    pub fn email_state_is_not(state: &str) -> Self {
        Self::state("email_subscription_status", "is_not", state)
    }

    /// Returns users who last used an app after a time.
    #[must_use]
    pub fn last_used_app_after(time: impl Into<Timestamp>) -> Self {
        Self(json!({"last_used_app": {"comparison": "after", "value": time.into()}}))
    }

    /// Returns users who last used an app before a time.
    #[must_use]
    pub fn last_used_app_before(time: impl Into<Timestamp>) -> Self {
        Self(json!({"last_used_app": {"comparison": "before", "value": time.into()}}))
    }

    /// Returns users who are in both audiences.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.join("AND", other)
    }

    /// Returns users who are in at least one of the two audiences.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.join("OR", other)
    }

    fn state(filter: &str, comparison: &str, state: &str) -> Self {
        Self(json!({filter: {"comparison": comparison, "value": state}}))
    }

    fn join(mut self, word: &str, other: Self) -> Self {
        match self.0.get_mut(word).and_then(Value::as_array_mut) {
            Some(nodes) => {
                nodes.push(other.0);
                self
            }
            None => Self(json!({word: [self.0, other.0]})),
        }
    }

    /// Notes everything that no audience can hold, with its path below `field`.
    pub fn check(&self, field: &str, violations: &mut Violations) {
        check_node(field, &self.0, violations);
    }
}

/// A filter on a custom attribute, which a comparison completes.
#[derive(Debug, Clone)]
#[must_use = "a comparison makes an audience of it"]
pub struct AttributeFilter(String);

macro_rules! comparisons {
    ($( $(#[doc = $about:literal])+ $name:ident($type:ty); )+) => {
        $(
            $(#[doc = $about])+
            #[must_use]
            pub fn $name(self, value: $type) -> Audience {
                self.compare(stringify!($name), Some(Value::from(value)))
            }
        )+
    };
}

impl AttributeFilter {
    comparisons! {
        /// The text matches a regular expression.
        matches_regex(&str);
        /// The text does not match a regular expression.
        does_not_match_regex(&str);
        /// The time is less than this many days ago.
        less_than_x_days_ago(u32);
        /// The time is more than this many days ago.
        greater_than_x_days_ago(u32);
        /// The time is less than this many days away.
        less_than_x_days_in_the_future(u32);
        /// The time is more than this many days away.
        greater_than_x_days_in_the_future(u32);
    }

    /// The value is this text, number or truth value.
    #[must_use]
    pub fn equals(self, value: impl Into<AudienceValue>) -> Audience {
        self.compare("equals", Some(value.into().0))
    }

    /// The value is another one than this.
    #[must_use]
    pub fn not_equal(self, value: impl Into<AudienceValue>) -> Audience {
        self.compare("not_equal", Some(value.into().0))
    }

    /// The list holds this value.
    #[must_use]
    pub fn includes_value(self, value: impl Into<AudienceValue>) -> Audience {
        self.compare("includes_value", Some(value.into().0))
    }

    /// The list does not hold this value.
    #[must_use]
    pub fn does_not_include_value(self, value: impl Into<AudienceValue>) -> Audience {
        self.compare("does_not_include_value", Some(value.into().0))
    }

    /// The number is greater than this.
    #[must_use]
    pub fn greater_than(self, value: impl Into<Number>) -> Audience {
        self.compare("greater_than", Some(Value::Number(value.into())))
    }

    /// The number is this or greater.
    #[must_use]
    pub fn greater_than_or_equal_to(self, value: impl Into<Number>) -> Audience {
        self.compare("greater_than_or_equal_to", Some(Value::Number(value.into())))
    }

    /// The number is less than this.
    #[must_use]
    pub fn less_than(self, value: impl Into<Number>) -> Audience {
        self.compare("less_than", Some(Value::Number(value.into())))
    }

    /// The number is this or less.
    #[must_use]
    pub fn less_than_or_equal_to(self, value: impl Into<Number>) -> Audience {
        self.compare("less_than_or_equal_to", Some(Value::Number(value.into())))
    }

    /// The time is after this one.
    #[must_use]
    pub fn after(self, time: impl Into<Timestamp>) -> Audience {
        self.compare("after", Some(json!(time.into())))
    }

    /// The time is before this one.
    #[must_use]
    pub fn before(self, time: impl Into<Timestamp>) -> Audience {
        self.compare("before", Some(json!(time.into())))
    }

    /// The user has the attribute.
    #[must_use]
    pub fn exists(self) -> Audience {
        self.compare("exists", None)
    }

    /// The user does not have the attribute.
    #[must_use]
    pub fn does_not_exist(self) -> Audience {
        self.compare("does_not_exist", None)
    }

    fn compare(self, comparison: &str, value: Option<Value>) -> Audience {
        let mut filter = Map::new();
        filter.insert("custom_attribute_name".to_owned(), self.0.into());
        filter.insert("comparison".to_owned(), comparison.into());
        filter.extend(value.map(|value| ("value".to_owned(), value)));
        Audience(json!({ "custom_attribute": filter }))
    }
}

/// A text, a number or a truth value that an attribute is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct AudienceValue(Value);

macro_rules! from_scalar {
    ($($type:ty),*) => {$(
        impl From<$type> for AudienceValue {
            fn from(value: $type) -> Self {
                Self(value.into())
            }
        }
    )*};
}

from_scalar!(&str, String, bool, i32, i64, u32, u64, f64);

fn check_node(field: &str, node: &Value, v: &mut Violations) {
    let object = node.as_object().filter(|object| object.len() == 1);
    let Some((word, inner)) = object.and_then(|object| object.iter().next()) else {
        return v.note(field.to_owned(), "must be an object with one key: a filter, `AND` or `OR`");
    };
    let path = format!("{field}.{word}");
    match word.as_str() {
        "AND" | "OR" => match inner.as_array().filter(|nodes| !nodes.is_empty()) {
            Some(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    check_node(&format!("{path}[{index}]"), node, v);
                }
            }
            None => v.note(path, "must be a list of filters"),
        },
        "custom_attribute" => check_attribute(&path, inner, v),
        "push_subscription_status" | "email_subscription_status" => {
            check_words(&path, inner, "comparison", &["is", "is_not"], v);
            check_words(&path, inner, "value", &STATES, v);
        }
        "last_used_app" => {
            check_words(&path, inner, "comparison", &["after", "before"], v);
            if !inner.get("value").is_some_and(Value::is_string) {
                v.note(format!("{path}.value"), "must be a time in ISO 8601");
            }
        }
        _ => v.note(
            path,
            "is not a filter: use `custom_attribute`, `push_subscription_status`, \
             `email_subscription_status`, `last_used_app`, `AND` or `OR`",
        ),
    }
}

fn check_attribute(path: &str, filter: &Value, v: &mut Violations) {
    let name = filter.get("custom_attribute_name").and_then(Value::as_str);
    if name.is_none_or(str::is_empty) {
        v.note(format!("{path}.custom_attribute_name"), "is missing: it is required");
    }
    let comparison = filter.get("comparison").and_then(Value::as_str).unwrap_or_default();
    if WITH_VALUE.contains(&comparison) {
        let value = filter.get("value").unwrap_or(&Value::Null);
        if matches!(value, Value::Null | Value::Array(_) | Value::Object(_)) {
            v.note(format!("{path}.value"), "must be a text, a number or a truth value");
        }
    } else if !WITHOUT_VALUE.contains(&comparison) {
        let known = [&WITH_VALUE[..], &WITHOUT_VALUE[..]].concat().join("`, `");
        v.note(format!("{path}.comparison"), format!("must be one of `{known}`"));
    }
}

fn check_words(path: &str, filter: &Value, name: &str, words: &[&str], v: &mut Violations) {
    let word = filter.get(name).and_then(Value::as_str).unwrap_or_default();
    if !words.contains(&word) {
        v.note(format!("{path}.{name}"), format!("must be one of `{}`", words.join("`, `")));
    }
}
