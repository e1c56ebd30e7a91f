// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Users: their profiles, and what they did.

#[cfg(feature = "users")]
mod alias_new;
#[cfg(feature = "users")]
mod alias_update;
#[cfg(feature = "users")]
mod delete;
#[cfg(feature = "export")]
mod export_global_control_group;
#[cfg(feature = "export")]
mod export_ids;
#[cfg(feature = "export")]
mod export_segment;
#[cfg(feature = "users")]
mod external_ids_remove;
#[cfg(feature = "users")]
mod external_ids_rename;
#[cfg(feature = "users")]
mod identify;
#[cfg(feature = "users")]
mod merge;
#[cfg(feature = "users")]
mod track;
#[cfg(feature = "users")]
mod track_bulk;
#[cfg(feature = "users")]
mod track_sync;

#[cfg(feature = "users")]
pub use alias_new::{AliasNew, AliasNewBody, AliasNewRequest, NewAlias};
#[cfg(feature = "users")]
pub use alias_update::{AliasUpdateBody, AliasUpdateBodyAliasUpdate, AliasUpdateRequest};
#[cfg(feature = "users")]
pub use delete::{Delete, DeleteBody, DeleteRequest, EmailToDelete, PhoneToDelete};
#[cfg(feature = "export")]
pub use export_global_control_group::{
    ExportGlobalControlGroup, ExportGlobalControlGroupBody, ExportGlobalControlGroupRequest,
};
#[cfg(feature = "export")]
pub use export_ids::{ExportIds, ExportIdsBody, ExportIdsRequest};
#[cfg(feature = "export")]
pub use export_segment::{ExportSegment, ExportSegmentBody, ExportSegmentRequest};
#[cfg(feature = "users")]
pub use external_ids_remove::{ExternalIdsRemove, ExternalIdsRemoveBody, ExternalIdsRemoveRequest};
#[cfg(feature = "users")]
pub use external_ids_rename::{
    ExternalIdsRename, ExternalIdsRenameBody, ExternalIdsRenameBodyExternalIdRename,
    ExternalIdsRenameRequest, RenamedExternalId,
};
#[cfg(feature = "users")]
pub use identify::{
    AliasToIdentify, EmailToIdentify, Identify, IdentifyBody, IdentifyBodyMergeBehavior,
    IdentifyRequest, PhoneToIdentify,
};
#[cfg(feature = "users")]
pub use merge::{MergeBody, MergeRequest, ProfileMerge};
#[cfg(feature = "users")]
pub use track::{Track, TrackBody, TrackRequest};
#[cfg(feature = "users")]
pub use track_bulk::{TrackBulk, TrackBulkBody, TrackBulkRequest};
#[cfg(feature = "users")]
pub use track_sync::{
    TrackSync, TrackSyncBody, TrackSyncRequest, TrackedEvent, TrackedPurchase, TrackedUser,
};
