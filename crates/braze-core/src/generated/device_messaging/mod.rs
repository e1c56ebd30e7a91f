// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Device messaging: banners, as apps show them.

mod banners_sync;
mod banners_track;

pub use banners_sync::{
    Banner, BannerProperty, BannerPropertyType, BannersSync, BannersSyncBody, BannersSyncRequest,
};
pub use banners_track::{
    BannerEvent, BannerEventEventType, BannersTrack, BannersTrackBody, BannersTrackRequest,
};
