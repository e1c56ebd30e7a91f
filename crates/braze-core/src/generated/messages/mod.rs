// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Messages: sent now or at a time, to users or to an audience.

mod live_activity_start;
mod live_activity_update;
mod schedule_create;
mod schedule_delete;
mod schedule_update;
mod scheduled_broadcasts;
mod send;

pub use live_activity_start::{LiveActivityStartBody, LiveActivityStartRequest};
pub use live_activity_update::{LiveActivityUpdateBody, LiveActivityUpdateRequest};
pub use schedule_create::{
    ScheduleCreateBody, ScheduleCreateBodyRecipientSubscriptionState, ScheduleCreateRequest,
};
pub use schedule_delete::{ScheduleDeleteBody, ScheduleDeleteRequest};
pub use schedule_update::{ScheduleUpdateBody, ScheduleUpdateRequest};
pub use scheduled_broadcasts::{
    ScheduledBroadcast, ScheduledBroadcasts, ScheduledBroadcastsRequest,
};
pub use send::{SendBody, SendBodyRecipientSubscriptionState, SendRequest};
