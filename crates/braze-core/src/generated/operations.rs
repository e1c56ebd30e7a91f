// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! All operations.

use crate::operation::Visitor;

/// Shows every endpoint of the spec to the visitor, in the order of their names.
pub fn visit(visitor: &mut impl Visitor) {
    #[cfg(feature = "series")]
    visitor.series::<crate::events::DataSeriesRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::DauRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::MauRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::NewUsersRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::UninstallsRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::purchases::QuantitySeriesRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::purchases::RevenueSeriesRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::segments::DataSeriesRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::sessions::DataSeriesRequest>();
}
