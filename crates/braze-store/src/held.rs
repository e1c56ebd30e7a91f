//! [`Held`]: the part of a selection that was read before.

use braze_core::export::Start;
use rusqlite::params_from_iter;

use crate::error::StoreError;
use crate::selection::Selection;
use crate::span::Span;
use crate::store::Store;
use crate::table::Table;

/// The part of a selection that was read before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Held {
    /// The first day or hour that was ever asked for.
    pub(crate) since: Start,
    /// The first row.
    pub(crate) first_row: Option<Start>,
    /// The parts that need not be read again, ascending. They may overlap.
    pub(crate) settled: Vec<Span>,
}

impl Store {
    /// The part of a selection that was read before; `None` if nothing was.
    pub(crate) fn held(
        &mut self,
        table: &Table,
        selection: &Selection,
    ) -> Result<Option<Held>, StoreError> {
        selection.check(table).map_err(|kind| self.name().error(kind))?;
        self.run(|connection| {
            let Some((id, since)) = selection.known(table, connection)? else { return Ok(None) };
            if !connection.table_exists(None, table.name())? {
                connection.execute_batch(&table.create())?;
            }
            // Rows that somebody has deleted, or marked as incomplete, are read again.
            let sql = format!(
                "SELECT settled_from, settled_to FROM braze_settled AS settled \
                 WHERE selection = {id} AND complete_rows <= (SELECT complete_rows FROM ({})) \
                 ORDER BY settled_from",
                table.count("settled.settled_from", "settled.settled_to")
            );
            let mut statement = connection.prepare(&sql)?;
            let values = selection.values(table);
            let spans = statement.query_map(params_from_iter(&values), |row| {
                let (from, to) = (selection.start(row, 0)?, selection.start(row, 1)?);
                Ok(from.zip(to).map(|(from, to)| Span { from, to }))
            })?;
            let settled = spans.filter_map(Result::transpose).collect::<rusqlite::Result<_>>()?;
            let first_row =
                connection.query_row(&table.first(), params_from_iter(&values), |row| {
                    selection.start(row, 0)
                })?;
            Ok(since.map(|since| Held { since, first_row, settled }))
        })
    }
}
