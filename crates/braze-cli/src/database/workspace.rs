//! [`Workspace`]: where the rows of a workspace come from, so that nothing else is mixed with them.

use braze_core::BaseUrl;
use braze_core::export::Zone;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::Database;
use crate::failure::Failure;

/// A workspace, as it is known in the file.
#[derive(Debug, Clone)]
pub(crate) struct Workspace {
    pub(crate) name: String,
    /// The base URL, or a word for the sandbox, whose port is another one each time.
    pub(crate) server: String,
    /// Cuts days, and decides how times without an offset are read.
    pub(crate) zone: Option<Zone>,
}

impl Database {
    /// The workspace with the time zone that its rows were read in. Refuses another server and another
    /// zone.
    pub(crate) fn admit(&mut self, workspace: Workspace) -> Result<Workspace, Failure> {
        let known = self.run(|connection| known(connection, &workspace.name))?;
        let Some((server, known)) = known else { return Ok(workspace) };
        let (name, file) = (&workspace.name, self.path().display());
        if !is_same_server(&server, &workspace.server) {
            return Err(Failure::usage(format!(
                "the workspace `{name}` in {file} comes from another server"
            ))
            .detail(format!("there: {server}, now: {}", workspace.server))
            .tip("name this one with `--workspace`, or give `--db` the name of another file"));
        }
        match workspace.zone {
            Some(zone) if !known.parse().is_ok_and(|known| zone.is_like(known)) => {
                let known = if known.is_empty() { "none" } else { &known };
                Err(Failure::usage(format!(
                    "the workspace `{name}` in {file} was read in another time zone"
                ))
                .detail(format!("there: {known}, now: {zone}"))
                .tip("leave `--time-zone` out: the one of the file is taken then")
                .tip("or read everything again, with another `--workspace` or another `--db`"))
            }
            _ => Ok(Workspace { zone: known.parse().ok(), ..workspace }),
        }
    }
}

impl Workspace {
    /// Remembers it, with the first rows that come from it.
    pub(super) fn keep(&self, transaction: &Transaction<'_>) -> rusqlite::Result<()> {
        let sql = "INSERT OR IGNORE INTO braze_workspaces VALUES (?1, ?2, ?3)";
        transaction.execute(sql, params![self.name, self.server, written(self.zone)])?;
        Ok(())
    }
}

/// The server and the time zone of a workspace.
pub(super) fn known(
    connection: &Connection,
    workspace: &str,
) -> rusqlite::Result<Option<(String, String)>> {
    let sql = "SELECT server, time_zone FROM braze_workspaces WHERE workspace = ?1";
    let pair = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    connection.query_row(sql, [workspace], pair).optional()
}

/// Whether two base URLs, or words for the sandbox, mean the same server, however they are spelled.
fn is_same_server(one: &str, other: &str) -> bool {
    let parse = |text: &str| text.parse::<BaseUrl>().ok();
    one == other || parse(one).is_some_and(|one| parse(other) == Some(one))
}

fn written(zone: Option<Zone>) -> String {
    zone.map(|zone| zone.to_string()).unwrap_or_default()
}
