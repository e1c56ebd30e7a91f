// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The programs on the reference pages, compiled.

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/events/data_series.md"
)]
pub struct EventsDataSeries;

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
    "../../crates/braze-cli/src/generated/reference/en/purchases/quantity_series.md"
)]
pub struct PurchasesQuantitySeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/revenue_series.md"
)]
pub struct PurchasesRevenueSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/data_series.md"
)]
pub struct SegmentsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sessions/data_series.md"
)]
pub struct SessionsDataSeries;
