// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! All operations.

use crate::operation::Visitor;

/// Shows every endpoint of the spec to the visitor, in the order of their names.
pub fn visit(visitor: &mut impl Visitor) {
    #[cfg(feature = "series")]
    visitor.nested_series::<crate::campaigns::DataSeriesRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::campaigns::DetailsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::campaigns::ListRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::campaigns::UrlInfoRequest>();
    #[cfg(feature = "series")]
    visitor.nested_series::<crate::canvas::DataSeriesRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::canvas::DataSummaryRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::canvas::DetailsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::canvas::ListRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::canvas::UrlInfoRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::custom_attributes::ListRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::events::DataSeriesRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::events::DefinitionsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::events::ListRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::DauRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::MauRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::NewUsersRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::UninstallsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::purchases::ProductListRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::purchases::QuantitySeriesRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::purchases::RevenueSeriesRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::segments::CancelExportRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::segments::DataSeriesRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::segments::DetailsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::segments::ListRequest>();
    #[cfg(feature = "series")]
    visitor.nested_series::<crate::sends::DataSeriesRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::sessions::DataSeriesRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::users::ExportGlobalControlGroupRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::users::ExportIdsRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::users::ExportSegmentRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::TrackRequest>();
}
