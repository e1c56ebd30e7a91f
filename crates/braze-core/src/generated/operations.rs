// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! All operations.

use crate::operation::Visitor;

/// Shows every endpoint of the spec to the visitor, in the order of their names.
pub fn visit(visitor: &mut impl Visitor) {
    visitor.series::<crate::events::DataSeriesRequest>();
    visitor.series::<crate::kpi::DauRequest>();
    visitor.series::<crate::kpi::MauRequest>();
    visitor.series::<crate::kpi::NewUsersRequest>();
    visitor.series::<crate::kpi::UninstallsRequest>();
    visitor.series::<crate::purchases::QuantitySeriesRequest>();
    visitor.series::<crate::purchases::RevenueSeriesRequest>();
    visitor.series::<crate::segments::DataSeriesRequest>();
    visitor.series::<crate::sessions::DataSeriesRequest>();
}
