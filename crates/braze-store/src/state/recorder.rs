//! The recorder of an import: an [`ImportState`] that is asked and told.

use braze_core::import::{ImportRecorder, RecalledStatus, Record, RecordOutcome, RecorderError};

use super::check::line;
use super::file::ImportState;
use super::status::StoredStatus;
use crate::error::StoreErrorKind;

const ANNOUNCE: &str = "INSERT INTO braze_records VALUES (?1, ?2, ?3) \
    ON CONFLICT DO UPDATE SET digest = excluded.digest, status = excluded.status";
const OVERTAKE: &str = "UPDATE braze_records SET status = ?3 WHERE status = ?4 AND position IN \
    (SELECT position FROM braze_lost WHERE user = ?1 AND position < ?2)";
const SETTLE: &str = "UPDATE braze_records SET status = ?2 WHERE position = ?1";
const FORGET: &str = "DELETE FROM braze_records WHERE position = ?1";
const LOSE: &str = "INSERT OR IGNORE INTO braze_lost VALUES (?1, ?2)";

impl ImportRecorder for ImportState {
    fn recall(
        &mut self,
        index: u64,
        record: &Record,
    ) -> Result<Option<RecalledStatus>, RecorderError> {
        let stored = self.window.at(index, &self.connection);
        let stored = stored.map_err(|error| self.name.sqlite_error(error))?;
        let Some(stored) = stored else { return Ok(None) };
        if stored.digest != self.digest.record(record) {
            if self.send_changed {
                return Ok(None);
            }
            let first = vec![line(record, index)];
            return Err(self.name.error(StoreErrorKind::ChangedRecords { first, count: 1 }).into());
        }
        Ok(self.recalled(stored.status))
    }

    fn announce(
        &mut self,
        records: &mut dyn Iterator<Item = (u64, &Record)>,
    ) -> Result<(), RecorderError> {
        let (digest, has_lost) = (self.digest, self.has_lost);
        self.write(true, |transaction| {
            let mut announce = transaction.prepare(ANNOUNCE)?;
            let mut overtake = has_lost.then(|| transaction.prepare(OVERTAKE)).transpose()?;
            for (index, record) in records {
                let position = index.cast_signed();
                announce.execute((position, digest.record(record), StoredStatus::Sent))?;
                if let Some(overtake) = &mut overtake {
                    for user in record.user_keys().map(|key| digest.user(key)) {
                        let (from, to) = (StoredStatus::Lost, StoredStatus::Overtaken);
                        overtake.execute((user, position, to, from))?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(())
    }

    fn settle(&mut self, outcomes: &[RecordOutcome]) -> Result<(), RecorderError> {
        let digest = self.digest;
        let is_lost = |outcome: &RecordOutcome| {
            StoredStatus::new(&outcome.status) == Some(StoredStatus::Lost)
        };
        self.has_lost |= outcomes.iter().any(is_lost);
        self.write(false, |transaction| {
            let mut settle = transaction.prepare(SETTLE)?;
            let mut forget = transaction.prepare(FORGET)?;
            let mut lose = transaction.prepare(LOSE)?;
            for outcome in outcomes {
                let position = outcome.index.cast_signed();
                let Some(status) = StoredStatus::new(&outcome.status) else {
                    forget.execute([position])?;
                    continue;
                };
                settle.execute((position, status))?;
                if status == StoredStatus::Lost {
                    for user in outcome.record.user_keys().map(|key| digest.user(key)) {
                        lose.execute((user, position))?;
                    }
                }
            }
            Ok(())
        })?;
        Ok(())
    }
}
