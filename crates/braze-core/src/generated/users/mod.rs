// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Users: their profiles.

mod export_global_control_group;
mod export_ids;
mod export_segment;

pub use export_global_control_group::{
    ExportGlobalControlGroup, ExportGlobalControlGroupBody, ExportGlobalControlGroupRequest,
};
pub use export_ids::{ExportIds, ExportIdsBody, ExportIdsRequest, UserAlias};
pub use export_segment::{ExportSegment, ExportSegmentBody, ExportSegmentRequest};
