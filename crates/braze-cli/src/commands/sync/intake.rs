//! [`Intake`]: rows of an export under way, stored a window at a time.

use braze_core::Content;
use braze_core::export::{Cursor, ExportError, Progress, Range, Row};
use braze_series::Selection as Values;
use braze_store::{Entry, Horizon, Selection, Store, Table, Workspace};

use super::account::Account;
use crate::running::Running;
use crate::settings::clock::WallClock;
use crate::ui::failure::Failure;

/// Rows of an export under way, stored a window at a time.
pub(super) struct Intake<'a> {
    pub(super) store: &'a mut Store,
    pub(super) workspace: &'a Workspace,
    pub(super) table: &'a Table,
    /// The range that is read of each selection.
    pub(super) range: Range,
    /// The selections of the export, in their order.
    pub(super) selections: Vec<(&'a Values, &'a Selection)>,
    pub(super) horizon: Horizon,
    pub(super) clock: WallClock,
    /// Takes note of the rows that were stored.
    pub(super) account: &'a Account,
}

impl Intake<'_> {
    /// Stores the rows, all of them or until the export ends early.
    pub(super) fn run(
        self,
        running: &mut dyn Running,
        mut show: impl FnMut(Progress),
    ) -> Result<Option<ExportError>, Failure> {
        let Self { store, workspace, table, range, selections, horizon, clock, account } = self;
        let mut seen = running.progress();
        // A row that belongs to a later selection, and the end of the export with the selection that it is in.
        let (mut ahead, mut end) = (None, None::<(usize, Option<ExportError>)>);
        for (position, (key, selection)) in selections.iter().enumerate() {
            let mut writer = store.writer(workspace, table, selection, range, horizon)?;
            loop {
                match &mut end {
                    Some((until, _)) if position < *until => break,
                    Some((_, error)) => {
                        account.add(key, writer.commit(clock.now())?);
                        return Ok(error.take());
                    }
                    None => {}
                }
                let next = ahead.take().map(Ok).or_else(|| {
                    show(running.progress());
                    running.next_row()
                });
                let row = match next {
                    Some(Ok(row)) if row.selection > position => {
                        ahead = Some(row);
                        break;
                    }
                    Some(Ok(row)) => row,
                    Some(Err(error)) => {
                        end =
                            Some((error.cursor().map_or(position, Cursor::selection), Some(error)));
                        continue;
                    }
                    None => {
                        end = Some((selections.len(), None));
                        continue;
                    }
                };
                // With the first row of a window, all rows of the one before it are there.
                let progress = running.progress();
                if progress != seen {
                    account.add(key, writer.commit(clock.now())?);
                }
                seen = progress;
                let Row { start, value, complete, .. } = row;
                match value {
                    Content::Number(number) => writer.push(Entry { start, number, complete })?,
                    Content::Measures(measures) => {
                        writer.push_measures(start, complete, &measures)?;
                    }
                    _ => {}
                }
            }
            // Nothing more comes of this selection.
            account.add(key, writer.finish(clock.now())?);
        }
        Ok(None)
    }
}
