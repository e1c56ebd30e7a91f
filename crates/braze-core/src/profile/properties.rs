//! [`EventProperties`] and [`PurchaseProperties`]: what an app says about an event or a purchase.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::tree::{MAX_NESTED_BYTES, check_size, check_text};
use crate::validate::Violations;

/// The maximum size of the properties of a purchase, in bytes of JSON. The service says "50 KB".
const MAX_PURCHASE_BYTES: usize = 50_000;

/// The maximum length of a name, in characters.
const MAX_NAME: usize = 255;

/// Declares properties with the names that the service keeps for itself.
macro_rules! properties {
    ($(#[doc = $about:literal])+ $name:ident, $max:expr, $reserved:expr) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Map<String, Value>);

        impl $name {
            /// Names that the service keeps for itself.
            pub const RESERVED: &'static [&'static str] = &$reserved;

            /// The properties, by name.
            #[must_use]
            pub const fn as_map(&self) -> &Map<String, Value> {
                &self.0
            }

            /// Adds a property.
            #[must_use]
            pub fn with(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
                self.0.insert(name.into(), value.into());
                self
            }

            /// Notes everything that the service would refuse or drop, with its path below `field`.
            pub fn check(&self, field: &str, violations: &mut Violations) {
                check(field, &self.0, Self::RESERVED, $max, violations);
            }
        }

        impl From<Map<String, Value>> for $name {
            fn from(properties: Map<String, Value>) -> Self {
                Self(properties)
            }
        }

        impl<N: Into<String>, V: Into<Value>> FromIterator<(N, V)> for $name {
            fn from_iter<I: IntoIterator<Item = (N, V)>>(properties: I) -> Self {
                Self(properties.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
            }
        }

        impl<N: Into<String>, V: Into<Value>, const COUNT: usize> From<[(N, V); COUNT]> for $name {
            fn from(properties: [(N, V); COUNT]) -> Self {
                properties.into_iter().collect()
            }
        }
    };
}

properties! {
    /// Properties of a custom event.
    ///
    /// ```
    /// use braze_core::{EventProperties, Violations};
    ///
    /// let properties = EventProperties::from([("stars", 5)]).with("time", "noon");
    /// let mut violations = Violations::default();
    /// properties.check("properties", &mut violations);
    /// assert_eq!(
    ///     violations.to_string(),
    ///     "`properties.time` has a name that the service keeps for itself: use another one",
    /// );
    /// ```
    EventProperties, MAX_NESTED_BYTES, ["time", "event_name"]
}

properties! {
    /// Properties of a purchase.
    PurchaseProperties, MAX_PURCHASE_BYTES,
    ["time", "product_id", "quantity", "event_name", "price", "currency"]
}

fn check(
    field: &str,
    properties: &Map<String, Value>,
    reserved: &[&str],
    max: usize,
    violations: &mut Violations,
) {
    for (name, value) in properties {
        let problem = if name.is_empty() {
            Some("has an empty name")
        } else if reserved.contains(&name.as_str()) {
            Some("has a name that the service keeps for itself: use another one")
        } else if name.starts_with('$') {
            Some("has a name that begins with `$`: use another one")
        } else if name.len() > MAX_NAME && name.chars().count() > MAX_NAME {
            Some("has a name of more than 255 characters")
        } else {
            None
        };
        if let Some(problem) = problem {
            violations.note(format!("{field}.{name}"), problem);
        }
        match value {
            Value::String(text) if text.len() > MAX_NAME => {
                check_text(&format!("{field}.{name}"), text, violations);
            }
            _ => {}
        }
    }
    check_size(field, properties, max, violations);
}
