//! Hand-written types of users' profiles: values of custom attributes, properties of events, audiences.

mod attribute_value;
#[cfg(feature = "messaging")]
mod audience;
mod changes;
mod properties;
mod tree;

pub use attribute_value::AttributeValue;
#[cfg(feature = "messaging")]
pub use audience::{AttributeFilter, Audience, AudienceValue};
pub use changes::{ElementChanges, ObjectChanges, ObjectKey, ObjectUpdate};
pub use properties::{EventProperties, PurchaseProperties};
