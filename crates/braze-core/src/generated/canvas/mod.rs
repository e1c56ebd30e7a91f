// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Canvases: their settings, and how many users entered them with what success.

#[cfg(feature = "series")]
mod data_series;
#[cfg(feature = "export")]
mod data_summary;
#[cfg(feature = "export")]
mod details;
#[cfg(feature = "messaging")]
mod duplicate;
#[cfg(feature = "export")]
mod list;
#[cfg(feature = "messaging")]
mod trigger_schedule_create;
#[cfg(feature = "messaging")]
mod trigger_schedule_delete;
#[cfg(feature = "messaging")]
mod trigger_schedule_update;
#[cfg(feature = "messaging")]
mod trigger_send;
#[cfg(feature = "export")]
mod url_info;

#[cfg(feature = "series")]
pub use data_series::{DataSeries, DataSeriesData, DataSeriesDataPoint, DataSeriesRequest};
#[cfg(feature = "export")]
pub use data_summary::{DataSummary, DataSummaryData, DataSummaryRequest};
#[cfg(feature = "export")]
pub use details::{Details, DetailsRequest, Variant};
#[cfg(feature = "messaging")]
pub use duplicate::{DuplicateBody, DuplicateRequest};
#[cfg(feature = "export")]
pub use list::{Canvas, List, ListRequest};
#[cfg(feature = "messaging")]
pub use trigger_schedule_create::{TriggerScheduleCreateBody, TriggerScheduleCreateRequest};
#[cfg(feature = "messaging")]
pub use trigger_schedule_delete::{TriggerScheduleDeleteBody, TriggerScheduleDeleteRequest};
#[cfg(feature = "messaging")]
pub use trigger_schedule_update::{TriggerScheduleUpdateBody, TriggerScheduleUpdateRequest};
#[cfg(feature = "messaging")]
pub use trigger_send::{TriggerSendBody, TriggerSendRequest};
#[cfg(feature = "export")]
pub use url_info::{UrlInfo, UrlInfoRequest};
