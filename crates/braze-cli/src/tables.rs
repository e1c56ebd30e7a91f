//! The tables and selections of the SQLite file that a sync keeps.

use braze_core::Unit;
use braze_series::Selection as Values;
use braze_store::{Selection, Table};

use crate::series::Series;

/// The table of a series, named as the command is: `kpi new-users` has its rows in `kpi_new_users`.
pub(crate) fn table(series: &Series) -> Table {
    let name = series.endpoint.description.command.join("_").replace('-', "_");
    match series.is_nested {
        true => Table::nested(name, series.dimensions(), series.labels.iter().copied()),
        false => Table::new(name, series.value, series.zero, series.dimensions()),
    }
}

/// The rows of a workspace for one selection of a series.
pub(crate) fn selection(workspace: &str, unit: Unit, values: &Values) -> Selection {
    let all = Selection::new(workspace, unit);
    values.iter().fold(all, |selection, (name, value)| selection.with(name, value))
}
