//! [`Writer`]: rows on their way into the file, a transaction at a time.

use braze_core::chrono::SecondsFormat;
use braze_core::export::{Bucket, Range, Start};
use braze_core::{DateTime, Measures, Utc};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Transaction, params, params_from_iter};

use crate::entry::Entry;
use crate::error::{StoreError, StoreErrorKind};
use crate::number;
use crate::plan::Horizon;
use crate::selection::Selection;
use crate::span::Span;
use crate::store::Store;
use crate::table::Table;
use crate::tally::Tally;
use crate::workspace::Workspace;

/// Takes the rows of a range of a selection, and stores them.
///
/// Each [`commit`](Self::commit) stores the rows up to the last one in one transaction, together with the fact
/// that this part of the range was read. Rows that were not committed are lost when the writer is dropped;
/// the next run finds them missing and reads them again.
pub struct Writer<'a> {
    store: &'a mut Store,
    workspace: &'a Workspace,
    table: &'a Table,
    selection: &'a Selection,
    /// The part of the range that is not stored yet.
    rest: Span,
    recent: Start,
    rows: Vec<Stored>,
    /// The last row that was added.
    last: Option<Start>,
    /// The first day or hour that had not ended.
    incomplete: Option<Start>,
}

impl Store {
    /// Begins to store a range of a selection.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the table has no column for a dimension of the selection.
    pub fn writer<'a>(
        &'a mut self,
        workspace: &'a Workspace,
        table: &'a Table,
        selection: &'a Selection,
        range: Range,
        horizon: Horizon,
    ) -> Result<Writer<'a>, StoreError> {
        selection.check(table).map_err(|kind| self.name().error(kind))?;
        Ok(Writer {
            store: self,
            workspace,
            table,
            selection,
            rest: Span::from_range(range),
            recent: horizon.recent,
            rows: Vec::new(),
            last: None,
            incomplete: None,
        })
    }
}

impl Writer<'_> {
    /// Adds the next row of the range. Nothing is stored yet.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the row does not come after the row before it.
    pub fn push(&mut self, row: impl Into<Entry>) -> Result<(), StoreError> {
        let entry = row.into();
        self.begin_row(entry.start, entry.complete)?;
        self.rows.push(Stored { entry, labels: Vec::new() });
        Ok(())
    }

    /// Adds the next row of a nested series. Nothing is stored yet.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the row does not come after the row before it.
    pub fn push_measures(
        &mut self,
        start: Start,
        complete: bool,
        measures: &Measures,
    ) -> Result<(), StoreError> {
        self.begin_row(start, complete)?;
        self.rows.extend(measures.iter().map(|measure| Stored {
            entry: Entry { start, number: measure.value, complete },
            labels: measure.labels.iter().cloned().chain([measure.metric.to_string()]).collect(),
        }));
        Ok(())
    }

    fn begin_row(&mut self, start: Start, complete: bool) -> Result<(), StoreError> {
        if self.last.is_some_and(|last| start <= last) {
            return Err(self.store.name().error(StoreErrorKind::OutOfOrder(start)));
        }
        self.last = Some(start);
        self.incomplete = self.incomplete.or((!complete).then_some(start));
        Ok(())
    }

    /// Stores the rows that were added, and that nothing is between them. `now` becomes `fetched_at`.
    ///
    /// # Errors
    ///
    /// A [`StoreError`]; then nothing of this commit is stored.
    pub fn commit(&mut self, now: DateTime<Utc>) -> Result<Tally, StoreError> {
        // The last row may have no numbers, and need not be the last of an earlier commit.
        let last = self.last.filter(|last| *last >= self.rest.from);
        match last.map(|last| Bucket::new(last).next().start()) {
            Some(after) => self.store_to(after.min(self.rest.to), now),
            None => Ok(Tally::default()),
        }
    }

    /// Stores the rows that were added, and that nothing follows them up to the end of the range.
    ///
    /// # Errors
    ///
    /// A [`StoreError`]; then nothing that was not committed before is stored.
    pub fn finish(mut self, now: DateTime<Utc>) -> Result<Tally, StoreError> {
        self.store_to(self.rest.to, now)
    }

    fn store_to(&mut self, to: Start, now: DateTime<Utc>) -> Result<Tally, StoreError> {
        let span = self.rest.before(to);
        if span.is_empty() {
            return Ok(Tally::default());
        }
        let settled = span.before(self.recent).before(self.incomplete.unwrap_or(to));
        let (workspace, table, selection) = (self.workspace, self.table, self.selection);
        let rows = &self.rows;
        let tally = self.store.transact(|transaction| {
            transaction.execute_batch(&table.create())?;
            workspace.keep(transaction)?;
            let id = selection.keep(table, transaction, span.from)?;
            let statements = Statements { transaction, table, selection };
            let tally = statements.write(span, rows, now)?;
            statements.settle(id, settled)?;
            Ok(tally)
        })?;
        self.rest.from = to;
        self.rows.clear();
        Ok(tally)
    }
}

/// A number on its way into the file.
struct Stored {
    entry: Entry,
    /// The labels and the metric; empty for a flat series.
    labels: Vec<String>,
}

/// The statements of one transaction.
struct Statements<'a> {
    transaction: &'a Transaction<'a>,
    table: &'a Table,
    selection: &'a Selection,
}

impl Statements<'_> {
    fn write(&self, span: Span, rows: &[Stored], now: DateTime<Utc>) -> rusqlite::Result<Tally> {
        let now = now.to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut select = self.transaction.prepare(&self.table.select())?;
        let mut upsert = self.transaction.prepare(&self.table.upsert())?;
        let mut tally = Tally::default();
        for Stored { entry: row, labels } in rows {
            let mut key = self.key(row.start);
            key.extend(labels.iter().map(|label| Value::Text(label.clone())));
            let value = number::stored(row.number);
            let known = select.query_row(params_from_iter(&key), |row| {
                Ok((row.get::<_, Value>(0)?, row.get::<_, bool>(1)?))
            });
            tally.count(row.start, labels, known.optional()?, &value);
            let rest = [value, Value::from(row.complete), Value::from(now.clone())];
            upsert.execute(params_from_iter(key.into_iter().chain(rest)))?;
        }
        let present = self.count(span, "rows")?;
        tally.kept = present.unsigned_abs().saturating_sub(rows.len() as u64);
        Ok(tally)
    }

    /// Stores that a span need not be read again, in place of its parts.
    fn settle(&self, id: i64, span: Span) -> rusqlite::Result<()> {
        if span.is_empty() {
            return Ok(());
        }
        let rows = self.count(span, "complete_rows")?;
        let (from, to) = (span.from.to_string(), span.to.to_string());
        let sql = "DELETE FROM braze_settled \
                   WHERE selection = ?1 AND settled_from >= ?2 AND settled_to <= ?3";
        self.transaction.execute(sql, params![id, from, to])?;
        let sql = "INSERT INTO braze_settled VALUES (?1, ?2, ?3, ?4)";
        self.transaction.execute(sql, params![id, from, to, rows])?;
        Ok(())
    }

    /// The number of rows in a span.
    fn count(&self, span: Span, column: &'static str) -> rusqlite::Result<i64> {
        let mut values = self.selection.values(self.table);
        let after = values.len();
        values.extend([span.from, span.to].map(|start| Value::Text(start.to_string())));
        let (from, to) = (format!("?{}", after + 1), format!("?{}", after + 2));
        let sql = self.table.count(&from, &to);
        self.transaction.query_row(&sql, params_from_iter(values), |row| row.get(column))
    }

    /// The key of a row, in the order of the table.
    fn key(&self, time: Start) -> Vec<Value> {
        let mut values = self.selection.values(self.table);
        values.insert(self.table.place_of_time(), Value::Text(time.to_string()));
        values
    }
}
