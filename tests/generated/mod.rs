// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The programs on the reference pages, compiled.

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/data_series.md"
)]
pub struct CampaignsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/details.md"
)]
pub struct CampaignsDetails;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/list.md"
)]
pub struct CampaignsList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/url_info.md"
)]
pub struct CampaignsUrlInfo;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/data_series.md"
)]
pub struct CanvasDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/data_summary.md"
)]
pub struct CanvasDataSummary;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/details.md"
)]
pub struct CanvasDetails;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/canvas/list.md")]
pub struct CanvasList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/url_info.md"
)]
pub struct CanvasUrlInfo;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/custom_attributes/list.md"
)]
pub struct CustomAttributesList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/events/data_series.md"
)]
pub struct EventsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/events/definitions.md"
)]
pub struct EventsGet;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/events/list.md")]
pub struct EventsList;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/kpi/dau.md")]
pub struct KpiDauDataSeries;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/kpi/mau.md")]
pub struct KpiMauDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/kpi/new_users.md"
)]
pub struct KpiNewUsersDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/kpi/uninstalls.md"
)]
pub struct KpiUninstallsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/product_list.md"
)]
pub struct PurchasesProductList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/quantity_series.md"
)]
pub struct PurchasesQuantitySeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/revenue_series.md"
)]
pub struct PurchasesRevenueSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/cancel_export.md"
)]
pub struct SegmentsCancelExport;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/data_series.md"
)]
pub struct SegmentsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/details.md"
)]
pub struct SegmentsDetails;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/list.md"
)]
pub struct SegmentsList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sends/data_series.md"
)]
pub struct SendsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sessions/data_series.md"
)]
pub struct SessionsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/export_global_control_group.md"
)]
pub struct UsersExportGlobalControlGroup;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/export_ids.md"
)]
pub struct UsersExportIds;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/export_segment.md"
)]
pub struct UsersExportSegment;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/users/track.md")]
pub struct UsersTrack;
