//! [`StoredStatus`]: the status of a record, as the file has it.

use braze_core::import::{RecalledStatus, RecordStatus};
use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};

/// The status of a record, as the file has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StoredStatus {
    /// Handed out, and no outcome since.
    Sent = 1,
    Accepted = 2,
    Rejected = 3,
    /// Its reply was lost.
    Lost = 4,
    /// Its reply was lost, and a later record of its user was sent.
    Overtaken = 5,
}

impl StoredStatus {
    const ALL: [Self; 5] =
        [Self::Sent, Self::Accepted, Self::Rejected, Self::Lost, Self::Overtaken];

    /// The status to store; `None` for a record that was not sent.
    pub(super) fn new(status: &RecordStatus) -> Option<Self> {
        match status {
            RecordStatus::Accepted => Some(Self::Accepted),
            RecordStatus::Rejected { .. } => Some(Self::Rejected),
            RecordStatus::NotSent => None,
            _ => Some(Self::Lost),
        }
    }

    /// The status as an import takes it. The reasons of the server are not stored: they may hold personal data.
    pub(super) fn recalled(self) -> RecalledStatus {
        let unknown =
            |reason: &str| RecalledStatus::new(RecordStatus::Unknown { reason: reason.to_owned() });
        match self {
            Self::Sent => unknown("sent by an earlier run that ended before the reply"),
            Self::Lost => unknown("sent by an earlier run that lost the reply"),
            Self::Overtaken => unknown(
                "sent by an earlier run that lost the reply; a later record of the user was sent since",
            )
            .overtaken(),
            Self::Accepted => RecalledStatus::new(RecordStatus::Accepted),
            Self::Rejected => RecalledStatus::new(RecordStatus::Rejected {
                reason: "rejected in an earlier run".to_owned(),
            }),
        }
    }
}

impl ToSql for StoredStatus {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok((*self as i64).into())
    }
}

impl FromSql for StoredStatus {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = value.as_i64()?;
        let found = Self::ALL.into_iter().find(|status| *status as i64 == number);
        found.ok_or(FromSqlError::OutOfRange(number))
    }
}
