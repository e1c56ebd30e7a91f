//! [`Intake`]: rows, from an export under way into the file, a window at a time.

use braze_core::Number;
use braze_core::export::{Cursor, ExportError, Progress, Row, Start};

use super::account::Account;
use crate::args::range::{self, Span};
use crate::database::{Batch, Database, Selection, Table, Workspace};
use crate::running::Running;
use crate::settings::clock::WallClock;
use crate::ui::failure::Failure;

/// Rows, from an export under way into the file.
pub(super) struct Intake<'a> {
    pub(super) database: &'a mut Database,
    pub(super) workspace: &'a Workspace,
    pub(super) table: &'a Table,
    /// What is read of each of the series.
    pub(super) span: Span,
    /// The export's series, in their order.
    pub(super) selections: Vec<&'a Selection>,
    /// What begins here or later may change yet.
    pub(super) recent: Start,
    pub(super) clock: WallClock,
    /// Told what was stored.
    pub(super) account: &'a Account,
}

/// What was read of one series and is not stored yet.
struct Piece {
    /// Which of the export's series.
    series: usize,
    from: Start,
    rows: Vec<Row<Number>>,
    /// The first day or hour of the series that was not over.
    open: Option<Start>,
}

impl Piece {
    fn new(series: usize, from: Start) -> Self {
        Self { series, from, rows: Vec::new(), open: None }
    }
}

impl Intake<'_> {
    /// Stores what comes, all of it or until the export ends early.
    pub(super) fn run(
        mut self,
        running: &mut dyn Running,
        mut show: impl FnMut(Progress),
    ) -> Result<Option<ExportError>, Failure> {
        let mut piece = Piece::new(0, self.span.from);
        let mut seen = running.progress();
        loop {
            show(running.progress());
            match running.next_row() {
                Some(Ok(row)) => {
                    self.pass(&mut piece, row.selection)?;
                    // With the first row of a window, all rows of the one before it are there.
                    let progress = running.progress();
                    if progress != seen {
                        self.store_rows(&mut piece)?;
                    }
                    seen = progress;
                    piece.open = piece.open.or((!row.complete).then_some(row.start));
                    piece.rows.push(row);
                }
                Some(Err(error)) => {
                    let series = error.cursor().map_or(piece.series, Cursor::selection);
                    self.pass(&mut piece, series)?;
                    self.store_rows(&mut piece)?;
                    return Ok(Some(error));
                }
                None => {
                    let series = self.selections.len();
                    self.pass(&mut piece, series)?;
                    return Ok(None);
                }
            }
        }
    }

    /// Stores the series before this one to their ends: nothing more comes of them.
    fn pass(&mut self, piece: &mut Piece, series: usize) -> Result<(), Failure> {
        while piece.series < series {
            self.store(piece, self.span.to)?;
            *piece = Piece::new(piece.series + 1, self.span.from);
        }
        Ok(())
    }

    /// Stores the rows that are there, and with them that there are no others between them.
    fn store_rows(&mut self, piece: &mut Piece) -> Result<(), Failure> {
        match piece.rows.last().map(|row| range::after(row.start)) {
            Some(after) => self.store(piece, after.min(self.span.to)),
            None => Ok(()),
        }
    }

    fn store(&mut self, piece: &mut Piece, to: Start) -> Result<(), Failure> {
        let span = Span { from: piece.from, to };
        let Some(selection) = self.selections.get(piece.series).filter(|_| !span.is_empty()) else {
            return Ok(());
        };
        let settled = span.before(self.recent).before(piece.open.unwrap_or(to));
        let batch = Batch { span, rows: &piece.rows, settled, fetched_at: self.clock.now() };
        self.account.add(self.database.store(self.workspace, self.table, selection, &batch)?);
        piece.from = to;
        piece.rows.clear();
        Ok(())
    }
}
