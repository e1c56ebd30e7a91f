//! [`PreferenceCenter`]: a preference center.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use crate::world::known_time;

/// A preference center.
#[derive(Debug)]
pub(crate) struct PreferenceCenter {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) page: String,
    pub(crate) confirmation: String,
    pub(crate) options: Value,
    /// `active` or `draft`.
    pub(crate) state: String,
    pub(crate) created: DateTime<Utc>,
    pub(crate) updated: DateTime<Utc>,
}

impl PreferenceCenter {
    /// The preference center of the spec's examples.
    pub(super) fn known() -> Vec<Self> {
        let at = known_time("2024-01-02T03:04:05Z");
        vec![Self {
            id: "5b0c2d1e-6a0f-4222-8333-7c44d5e66601".to_owned(),
            name: "TeaLovers".to_owned(),
            title: "Your tea".to_owned(),
            page: "<p>Choose your tea</p>".to_owned(),
            confirmation: "<p>Enjoy</p>".to_owned(),
            options: json!({ "meta-viewport-content": "width=device-width" }),
            state: "active".to_owned(),
            created: at,
            updated: at,
        }]
    }
}
