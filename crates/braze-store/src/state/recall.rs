//! [`Window`]: a part of the file that is read ahead.

use std::collections::VecDeque;
use std::ops::Range;

use rusqlite::Connection;

use super::status::StoredStatus;

/// A record that was sent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stored {
    position: u64,
    pub(super) digest: i64,
    pub(super) status: StoredStatus,
}

/// A part of the file that is read ahead. Records are asked for in the order of the input.
#[derive(Debug)]
pub(super) struct Window {
    stored: VecDeque<Stored>,
    /// The positions that it knows.
    positions: Range<u64>,
}

impl Default for Window {
    fn default() -> Self {
        Self { stored: VecDeque::new(), positions: 0..0 }
    }
}

impl Window {
    /// The records that are read at once.
    const RECORDS: u16 = 1_024;

    /// Returns what the file has of the record at a position.
    pub(super) fn at(
        &mut self,
        position: u64,
        connection: &Connection,
    ) -> rusqlite::Result<Option<Stored>> {
        if !self.positions.contains(&position) {
            self.read(position, connection)?;
        }
        self.positions.start = position;
        while self.stored.front().is_some_and(|stored| stored.position < position) {
            self.stored.pop_front();
        }
        Ok(self.stored.front().filter(|stored| stored.position == position).copied())
    }

    fn read(&mut self, position: u64, connection: &Connection) -> rusqlite::Result<()> {
        let sql = "SELECT position, digest, status FROM braze_records \
                   WHERE position >= ?1 ORDER BY position LIMIT ?2";
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map((position.cast_signed(), Self::RECORDS), |row| {
            let position = row.get::<_, i64>(0)?.cast_unsigned();
            Ok(Stored { position, digest: row.get(1)?, status: row.get(2)? })
        })?;
        self.stored = rows.collect::<rusqlite::Result<_>>()?;
        let is_full = self.stored.len() == usize::from(Self::RECORDS);
        let last = self.stored.back().filter(|_| is_full);
        self.positions = position..last.map_or(u64::MAX, |last| last.position + 1);
        Ok(())
    }
}
