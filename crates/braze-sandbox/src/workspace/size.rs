//! [`WorldSize`]: the number of campaigns, users and other things of a workspace.

/// The number of things of each kind, and the duration of an export of users.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "script", derive(serde::Deserialize), serde(default, deny_unknown_fields))]
pub(crate) struct WorldSize {
    pub(crate) campaigns: u32,
    pub(crate) canvases: u32,
    pub(crate) segments: u32,
    pub(crate) custom_events: u32,
    pub(crate) custom_attributes: u32,
    pub(crate) products: u32,
    pub(crate) content_blocks: u32,
    pub(crate) email_templates: u32,
    pub(crate) users: u32,
    pub(crate) data_objects: u32,
    /// The time after which an export of users is ready.
    pub(crate) export_ms: u64,
    /// The number of downloads that find an export unfinished.
    pub(crate) export_attempts: u32,
}

impl Default for WorldSize {
    fn default() -> Self {
        Self {
            campaigns: 120,
            canvases: 16,
            segments: 12,
            custom_events: 60,
            custom_attributes: 60,
            products: 60,
            content_blocks: 12,
            email_templates: 8,
            users: 500,
            data_objects: 101,
            export_ms: 5_000,
            export_attempts: 3,
        }
    }
}
