// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The documented rate-limit pools.

use crate::Pool;

impl Pool {
    /// Campaign statistics: 50,000 requests per minute.
    pub const CAMPAIGNS_DATA_SERIES: Self = Self::new("campaigns_data_series", 50_000, 60);

    /// Every operation without a limit of its own: 250,000 requests per hour.
    pub const DEFAULT: Self = Self::new("default", 250_000, 3_600);

    /// Lists of events, custom attributes and products, and purchases over time: 1,000 requests per
    /// hour.
    pub const LISTS_AND_PURCHASES: Self = Self::new("lists_and_purchases", 1_000, 3_600);

    /// Exports of users by identifier: 250 requests per minute.
    pub const USERS_EXPORT_IDS: Self = Self::new("users_export_ids", 250, 60);

    /// Tracking of users. The limit depends on the contract: 3,000 requests per 3 seconds.
    pub const USERS_TRACK: Self = Self::new("users_track", 3_000, 3);
}
