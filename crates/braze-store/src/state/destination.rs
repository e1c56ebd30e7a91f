//! [`ImportDestination`]: the destination of an import, so that states of different imports are not mixed.

use braze_core::BaseUrl;
use rusqlite::{Connection, Transaction, params};

use super::digest::Digest;
use crate::error::{StoreError, StoreErrorKind};
use crate::file::Name;

/// The destination of an import: a workspace, its server, and an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportDestination {
    /// The name of the workspace.
    pub workspace: String,
    /// The base URL, or another word for the server.
    pub server: String,
    /// The name of the operation: `users.track`.
    pub operation: String,
}

impl ImportDestination {
    /// Stores it in a new file, with a salt.
    pub(super) fn store(&self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let sql = "INSERT INTO braze_import VALUES (?1, ?2, ?3, randomblob(16))";
        let values = params![self.workspace, self.server, self.operation];
        transaction.execute(sql, values)?;
        Ok(())
    }

    /// Refuses a file of another import, or returns its digest.
    pub(super) fn admit(&self, connection: &Connection, name: &Name) -> Result<Digest, StoreError> {
        let sql = "SELECT workspace, server, operation, salt FROM braze_import";
        let read = connection.query_row(sql, (), |row| {
            let [workspace, server, operation] = [row.get(0)?, row.get(1)?, row.get(2)?];
            Ok((Self { workspace, server, operation }, Digest::new(row.get(3)?)))
        });
        let (stored, digest) = read.map_err(|error| name.sqlite_error(error))?;
        let parts = [
            ("workspace", &stored.workspace, &self.workspace),
            ("server", &stored.server, &self.server),
            ("operation", &stored.operation, &self.operation),
        ];
        let differs = parts.into_iter().find(|(_, stored, requested)| !is_same(stored, requested));
        match differs {
            None => Ok(digest),
            Some((part, stored, requested)) => Err(name.error(StoreErrorKind::OtherImport {
                part,
                stored: stored.clone(),
                requested: requested.clone(),
            })),
        }
    }
}

/// Tells if two words are the same, or two spellings of one base URL.
fn is_same(one: &str, other: &str) -> bool {
    let parse = |text: &str| text.parse::<BaseUrl>().ok();
    one == other || parse(one).is_some_and(|one| parse(other) == Some(one))
}
