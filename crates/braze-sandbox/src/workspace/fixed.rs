//! [`FixedRows`]: rows whose values a test sets.

use std::collections::BTreeMap;

use braze_core::operation::{Kind, Operation};
use braze_core::{DateTime, Unit, Utc};

/// The set values of one series: an endpoint, its dimensions and a unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FixedRows {
    path: &'static str,
    unit: Unit,
    /// Sorted.
    dimensions: Vec<(String, String)>,
    /// By the first instant of the bucket.
    values: BTreeMap<DateTime<Utc>, f64>,
}

impl FixedRows {
    /// Creates values for the series that the parameters select.
    pub(super) fn new<E: Operation>(
        unit: Unit,
        pairs: &[(String, String)],
        values: BTreeMap<DateTime<Utc>, f64>,
    ) -> Self {
        Self { path: E::META.path, unit, dimensions: dimensions::<E>(pairs), values }
    }

    /// Finds the values of a series, the latest first.
    pub(super) fn find<'a, E: Operation>(
        all: &'a [Self],
        unit: Unit,
        pairs: &[(String, String)],
    ) -> Vec<&'a BTreeMap<DateTime<Utc>, f64>> {
        if all.is_empty() {
            return Vec::new();
        }
        let dimensions = dimensions::<E>(pairs);
        let same = |rows: &&Self| {
            rows.path == E::META.path && rows.unit == unit && rows.dimensions == dimensions
        };
        all.iter().rev().filter(same).map(|rows| &rows.values).collect()
    }
}

/// Returns the dimensions among the parameters, sorted.
fn dimensions<E: Operation>(pairs: &[(String, String)]) -> Vec<(String, String)> {
    let is_dimension = |name: &str| {
        let parameter = E::DESCRIPTION.parameters.iter().find(|known| known.name == name);
        parameter.is_some_and(|known| {
            matches!(known.kind, Kind::Identifier | Kind::Text | Kind::List(_))
        })
    };
    let mut dimensions: Vec<_> =
        pairs.iter().filter(|(name, _)| is_dimension(name)).cloned().collect();
    dimensions.sort();
    dimensions
}
