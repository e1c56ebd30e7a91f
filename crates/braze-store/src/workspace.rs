//! [`Workspace`]: the origin of rows, so that rows of different origins are not mixed.

use braze_core::BaseUrl;
use braze_core::export::Zone;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::error::{StoreError, StoreErrorKind};
use crate::store::Store;

/// The origin of rows: a name for them, the server and its time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The name that rows are stored under, in the column `workspace`.
    pub name: String,
    /// The base URL, or another word for the server. A name stays with its first server.
    pub server: String,
    /// The time zone in which the server cuts days, if it is known.
    pub zone: Option<Zone>,
}

impl Store {
    /// Compares a workspace with the rows in the file, and returns it with the time zone of those rows.
    ///
    /// A workspace without rows is returned as it is.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if the rows come from another server or were read in another time zone.
    pub fn admit(&mut self, workspace: Workspace) -> Result<Workspace, StoreError> {
        let known = self.run(|connection| known(connection, &workspace.name))?;
        let Some((server, known)) = known else { return Ok(workspace) };
        if !is_same_server(&server, &workspace.server) {
            return Err(self.name().error(StoreErrorKind::OtherServer {
                workspace: workspace.name,
                stored: server,
                requested: workspace.server,
            }));
        }
        match workspace.zone {
            Some(requested) if !known.parse().is_ok_and(|known| requested.is_like(known)) => {
                let workspace = workspace.name;
                let kind = StoreErrorKind::OtherZone { workspace, stored: known, requested };
                Err(self.name().error(kind))
            }
            _ => Ok(Workspace { zone: known.parse().ok(), ..workspace }),
        }
    }
}

impl Workspace {
    /// Stores it with its first rows.
    pub(crate) fn keep(&self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let sql = "INSERT OR IGNORE INTO braze_workspaces VALUES (?1, ?2, ?3)";
        transaction.execute(sql, params![self.name, self.server, written(self.zone)])?;
        Ok(())
    }
}

/// The server and the time zone of a workspace.
pub(crate) fn known(
    connection: &Connection,
    workspace: &str,
) -> rusqlite::Result<Option<(String, String)>> {
    let sql = "SELECT server, time_zone FROM braze_workspaces WHERE workspace = ?1";
    let pair = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    connection.query_row(sql, [workspace], pair).optional()
}

/// Tells if two base URLs, or two other words, name the same server, however they are spelled.
fn is_same_server(one: &str, other: &str) -> bool {
    let parse = |text: &str| text.parse::<BaseUrl>().ok();
    one == other || parse(one).is_some_and(|one| parse(other) == Some(one))
}

fn written(zone: Option<Zone>) -> String {
    zone.map(|zone| zone.to_string()).unwrap_or_default()
}
