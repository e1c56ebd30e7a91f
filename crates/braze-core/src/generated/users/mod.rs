// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Users: their profiles, and what they did.

#[cfg(feature = "export")]
mod export_global_control_group;
#[cfg(feature = "export")]
mod export_ids;
#[cfg(feature = "export")]
mod export_segment;
#[cfg(feature = "users")]
mod track;

#[cfg(feature = "export")]
pub use export_global_control_group::{
    ExportGlobalControlGroup, ExportGlobalControlGroupBody, ExportGlobalControlGroupRequest,
};
#[cfg(feature = "export")]
pub use export_ids::{ExportIds, ExportIdsBody, ExportIdsRequest};
#[cfg(feature = "export")]
pub use export_segment::{ExportSegment, ExportSegmentBody, ExportSegmentRequest};
#[cfg(feature = "users")]
pub use track::{Track, TrackBody, TrackRequest};
