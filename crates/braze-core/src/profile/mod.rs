//! Hand-written types of users' profiles: values of custom attributes, and properties of events.

mod attribute_value;
mod changes;
mod properties;
mod tree;

pub use attribute_value::AttributeValue;
pub use changes::{ElementChanges, ObjectChanges, ObjectKey, ObjectUpdate};
pub use properties::{EventProperties, PurchaseProperties};
