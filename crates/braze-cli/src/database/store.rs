//! [`Batch`]: rows on their way into the file, all or none of them.

use braze_core::chrono::SecondsFormat;
use braze_core::export::{Row, Start};
use braze_core::{DateTime, Number, Utc};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Transaction, params, params_from_iter};

use super::{Database, Selection, Table, Workspace, number};
use crate::failure::Failure;
use crate::range::Span;
use braze_series::Selection as Key;

/// What was read of a span of days or hours.
pub(crate) struct Batch<'a> {
    pub(crate) span: Span,
    pub(crate) rows: &'a [Row<Number>],
    /// The part of the span that need not be read again.
    pub(crate) settled: Span,
    pub(crate) fetched_at: DateTime<Utc>,
}

/// What rows have done to a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tally {
    /// Rows that were not there.
    pub(crate) new: u64,
    /// Rows that have another number now.
    pub(crate) changed: u64,
    /// Rows that have the same number.
    pub(crate) unchanged: u64,
    /// Rows that did not come again, and stay.
    pub(crate) kept: u64,
    /// The first changes.
    pub(crate) changes: Vec<Change>,
}

/// A row with another number than before.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    pub(crate) key: Key,
    pub(crate) time: Start,
    pub(crate) before: String,
    pub(crate) after: String,
    /// Whether the day or hour was over when it was read before.
    pub(crate) was_complete: bool,
}

/// How many changes are kept of a batch.
const KEPT: usize = 1_000;

impl Database {
    /// Stores what was read, in one transaction.
    pub(crate) fn store(
        &mut self,
        workspace: &Workspace,
        table: &Table,
        selection: &Selection,
        batch: &Batch<'_>,
    ) -> Result<Tally, Failure> {
        self.transact(|transaction| {
            transaction.execute_batch(&table.create())?;
            workspace.keep(transaction)?;
            let id = selection.keep(table, transaction, batch.span.from)?;
            let writer = Writer { transaction, table, selection };
            let tally = writer.write(batch)?;
            writer.settle(id, batch.settled)?;
            Ok(tally)
        })
    }
}

struct Writer<'a> {
    transaction: &'a Transaction<'a>,
    table: &'a Table,
    selection: &'a Selection,
}

impl Writer<'_> {
    fn write(&self, batch: &Batch<'_>) -> rusqlite::Result<Tally> {
        let now = batch.fetched_at.to_rfc3339_opts(SecondsFormat::Secs, true);
        let mut select = self.transaction.prepare(&self.table.select())?;
        let mut upsert = self.transaction.prepare(&self.table.upsert())?;
        let mut tally = Tally::default();
        for row in batch.rows {
            let key = self.key(row.start);
            let value = number::stored(row.value);
            let known = select.query_row(params_from_iter(&key), |row| {
                Ok((row.get::<_, Value>(0)?, row.get::<_, bool>(1)?))
            });
            tally.count(&self.selection.key, row.start, known.optional()?, &value);
            let rest = [value, Value::from(row.complete), Value::from(now.clone())];
            upsert.execute(params_from_iter(key.into_iter().chain(rest)))?;
        }
        let there = self.count(batch.span, "rows")?;
        tally.kept = there.unsigned_abs().saturating_sub(batch.rows.len() as u64);
        Ok(tally)
    }

    /// Remembers what need not be read again, instead of what was remembered of its parts.
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

    /// How many rows there are in a span.
    fn count(&self, span: Span, column: &'static str) -> rusqlite::Result<i64> {
        let mut values = self.selection.values();
        let after = values.len();
        values.extend([span.from, span.to].map(|start| Value::Text(start.to_string())));
        let (from, to) = (format!("?{}", after + 1), format!("?{}", after + 2));
        let sql = self.table.count(&from, &to);
        self.transaction.query_row(&sql, params_from_iter(values), |row| row.get(column))
    }

    /// The key of a row, in the table's order.
    fn key(&self, time: Start) -> Vec<Value> {
        let mut values = self.selection.values();
        values.insert(self.table.place_of_time(), Value::Text(time.to_string()));
        values
    }
}

impl Tally {
    fn count(&mut self, key: &Key, time: Start, known: Option<(Value, bool)>, value: &Value) {
        match known {
            None => self.new += 1,
            Some((before, _)) if before == *value => self.unchanged += 1,
            Some((before, was_complete)) => {
                self.changed += 1;
                if self.changes.len() < KEPT {
                    let (key, before, after) = (key.clone(), text(&before), text(value));
                    self.changes.push(Change { key, time, before, after, was_complete });
                }
            }
        }
    }

    /// Adds what other rows have done.
    pub(crate) fn add(&mut self, other: Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.kept += other.kept;
        let room = KEPT.saturating_sub(self.changes.len());
        self.changes.extend(other.changes.into_iter().take(room));
    }

    /// Rows that were written.
    pub(crate) fn rows(&self) -> u64 {
        self.new + self.changed + self.unchanged
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Integer(count) => count.to_string(),
        Value::Real(amount) => amount.to_string(),
        Value::Text(text) => text.clone(),
        Value::Null | Value::Blob(_) => "no number".to_owned(),
    }
}
