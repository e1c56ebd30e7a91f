// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The documented rate-limit pools.

use crate::Pool;

impl Pool {
    /// Campaign statistics: 50,000 requests per minute.
    pub const CAMPAIGNS_DATA_SERIES: Self = Self::new("campaigns_data_series", 50_000, 60);

    /// Copies of campaigns: 100 requests per minute.
    pub const CAMPAIGNS_DUPLICATE: Self = Self::new("campaigns_duplicate", 100, 60);

    /// Copies of Canvases: 100 requests per minute.
    pub const CANVAS_DUPLICATE: Self = Self::new("canvas_duplicate", 100, 60);

    /// Changes of the fields and selections of catalogs: 50 requests per minute.
    pub const CATALOG_FIELDS_SELECTIONS: Self = Self::new("catalog_fields_selections", 50, 60);

    /// Changes of many catalog items at once: 16,000 requests per minute.
    pub const CATALOG_ITEMS_ASYNC: Self = Self::new("catalog_items_async", 16_000, 60);

    /// Reads and changes of single catalog items: 50 requests per minute.
    pub const CATALOG_ITEMS_SYNC: Self = Self::new("catalog_items_sync", 50, 60);

    /// Lists, creations and deletions of catalogs: 50 requests per minute.
    pub const CATALOGS_MANAGEMENT: Self = Self::new("catalogs_management", 50, 60);

    /// Lists of integrations: 50 requests per minute.
    pub const CDI_LIST: Self = Self::new("cdi_list", 50, 60);

    /// Jobs of integrations: 100 requests per minute.
    pub const CDI_STATUS: Self = Self::new("cdi_status", 100, 60);

    /// Starts of jobs of integrations: 20 requests per minute.
    pub const CDI_SYNC: Self = Self::new("cdi_sync", 20, 60);

    /// Reads of data objects: 50 requests per minute.
    pub const DATA_OBJECTS_READS: Self = Self::new("data_objects_reads", 50, 60);

    /// Writes of data objects: 50 requests per minute.
    pub const DATA_OBJECTS_WRITES: Self = Self::new("data_objects_writes", 50, 60);

    /// Every operation without a limit of its own: 250,000 requests per hour.
    pub const DEFAULT: Self = Self::new("default", 250_000, 3_600);

    /// Banners, apart from everything else: 250,000 requests per hour.
    pub const DEVICE_MESSAGING: Self = Self::new("device_messaging", 250_000, 3_600);

    /// Removals of external identifiers: 1,000 requests per minute.
    pub const EXTERNAL_IDS_REMOVE: Self = Self::new("external_ids_remove", 1_000, 60);

    /// Renames of external identifiers: 1,000 requests per minute.
    pub const EXTERNAL_IDS_RENAME: Self = Self::new("external_ids_rename", 1_000, 60);

    /// Lists of events, custom attributes and products, and purchases over time: 1,000 requests per
    /// hour.
    pub const LISTS_AND_PURCHASES: Self = Self::new("lists_and_purchases", 1_000, 3_600);

    /// Files that are added to the media library or replaced there: 100 requests per hour.
    pub const MEDIA_LIBRARY: Self = Self::new("media_library", 100, 3_600);

    /// Lists, pages and addresses of preference centers: 1,000 requests per minute.
    pub const PREFERENCE_CENTER_READS: Self = Self::new("preference_center_reads", 1_000, 60);

    /// New preference centers, and changes: 10 requests per minute.
    pub const PREFERENCE_CENTER_WRITES: Self = Self::new("preference_center_writes", 10, 60);

    /// Users of the dashboard, for the whole company: 5,000 requests per day.
    pub const SCIM: Self = Self::new("scim", 5_000, 86_400);

    /// Sends to audiences and segments: 250 requests per minute.
    pub const SEND_BROADCASTS: Self = Self::new("send_broadcasts", 250, 60);

    /// New identifiers of sends: 100 requests per day.
    pub const SENDS_ID_CREATE: Self = Self::new("sends_id_create", 100, 86_400);

    /// Changes of subscription groups: 5,000 requests per minute.
    pub const SUBSCRIPTION_STATUS_SET: Self = Self::new("subscription_status_set", 5_000, 60);

    /// Translations of messages and templates: 250,000 requests per hour.
    pub const TRANSLATIONS: Self = Self::new("translations", 250_000, 3_600);

    /// Aliases, identities, merges and deletions of users together: 20,000 requests per minute.
    pub const USER_IDENTITY: Self = Self::new("user_identity", 20_000, 60);

    /// Exports of users by identifier: 250 requests per minute.
    pub const USERS_EXPORT_IDS: Self = Self::new("users_export_ids", 250, 60);

    /// Tracking of users. The limit depends on the contract: 3,000 requests per 3 seconds.
    pub const USERS_TRACK: Self = Self::new("users_track", 3_000, 3);

    /// Bulk tracking of users: 50 requests per second.
    pub const USERS_TRACK_BULK: Self = Self::new("users_track_bulk", 50, 1);

    /// Tracking of users that waits for the result: 500 requests per minute.
    pub const USERS_TRACK_SYNC: Self = Self::new("users_track_sync", 500, 60);
}
