// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Subscription groups: who is in them.

mod status_get;
mod status_set;
mod status_set_v2;
mod user_status;

pub use status_get::{StatusGet, StatusGetRequest};
pub use status_set::{StatusSetBody, StatusSetRequest};
pub use status_set_v2::{GroupUpdate, StatusSetV2Body, StatusSetV2Request};
pub use user_status::{SubscribedUser, SubscriptionGroup, UserStatus, UserStatusRequest};
