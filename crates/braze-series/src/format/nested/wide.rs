//! [`Wide`]: a line for each combination of labels, with a column for each metric.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

use braze_core::export::{Row, Start};
use braze_core::{Measures, Number};

use super::line::{Cell, Column, Kind, LineWriter, flat_row};
use crate::format::writer::{CHANNEL, Layout, Outcome, RowWriter, Sheet};

/// A line for each combination of labels, with a column for each metric.
pub(in crate::format) struct Wide {
    sheet: Sheet,
    lines: Box<dyn LineWriter>,
    /// The places of the metrics among the columns, in the order in which they came.
    metrics: BTreeMap<Cow<'static, str>, usize>,
    rows: Vec<Line>,
}

/// The numbers of one row with the same labels.
struct Line {
    selection: usize,
    start: Start,
    complete: bool,
    labels: Vec<String>,
    numbers: Vec<Option<Number>>,
}

impl Wide {
    pub(in crate::format) fn new(sheet: Sheet, lines: Box<dyn LineWriter>) -> Self {
        Self { sheet, lines, metrics: BTreeMap::new(), rows: Vec::new() }
    }

    /// The labels of a number that are columns; `None` if it is of another channel.
    fn labels<'a>(&self, labels: &'a [String]) -> Option<Vec<&'a String>> {
        let Layout::Wide { channel: Some(chosen) } = &self.sheet.layout else {
            return Some(labels.iter().collect());
        };
        let named = || self.sheet.series.labels.iter().zip(labels);
        let is_chosen = named().any(|(name, label)| *name == CHANNEL && label == chosen);
        let others = named().filter(|(name, _)| **name != CHANNEL);
        is_chosen.then(|| others.map(|(_, label)| label).collect())
    }

    fn columns(&self) -> Vec<Column> {
        let key = self.sheet.dimensions().into_iter().chain(self.sheet.labels());
        let mut metrics: Vec<_> = self.metrics.iter().collect();
        metrics.sort_by_key(|(_, place)| **place);
        let metrics = metrics.into_iter().map(|(name, _)| Column::new(&**name, Kind::Number));
        let key = key.map(|name| Column::new(name, Kind::Text));
        let first = std::iter::once(Column::new("time", Kind::Time));
        let last = std::iter::once(Column::new("complete", Kind::Truth));
        first.chain(key).chain(metrics).chain(last).collect()
    }
}

impl RowWriter for Wide {
    fn begin(&mut self, _: &mut Vec<u8>) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, _: &Row<Number>, _: &mut Vec<u8>) -> io::Result<()> {
        Err(flat_row())
    }

    fn measures(&mut self, row: &Row<Measures>, _: &mut Vec<u8>) -> io::Result<()> {
        let first = self.rows.len();
        for measure in &row.value {
            let Some(labels) = self.labels(&measure.labels) else { continue };
            let next = self.metrics.len();
            let place = *self.metrics.entry(measure.metric.clone()).or_insert(next);
            let is_same = |line: &&mut Line| line.labels.iter().eq(labels.iter().copied());
            let line = match self.rows[first..].iter_mut().find(is_same) {
                Some(line) => line,
                None => {
                    let labels = labels.into_iter().cloned().collect();
                    let Row { selection, start, complete, .. } = *row;
                    self.rows.push(Line {
                        selection,
                        start,
                        complete,
                        labels,
                        numbers: Vec::new(),
                    });
                    let last = self.rows.len() - 1;
                    &mut self.rows[last]
                }
            };
            if line.numbers.len() <= place {
                line.numbers.resize(place + 1, None);
            }
            line.numbers[place] = Some(measure.value);
        }
        Ok(())
    }

    fn end(&mut self, outcome: &Outcome<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        self.lines.begin(&self.columns(), &self.sheet, out)?;
        for line in &self.rows {
            let selection = self.sheet.selections.at(line.selection);
            let mut cells = vec![Cell::Time(line.start)];
            cells.extend(selection.iter().map(|(_, value)| Cell::Text(value)));
            cells.extend(line.labels.iter().map(|label| Cell::Text(label)));
            cells.extend((0..self.metrics.len()).map(|place| {
                line.numbers.get(place).copied().flatten().map_or(Cell::Empty, Cell::Number)
            }));
            cells.push(Cell::Truth(line.complete));
            self.lines.line(&cells, out)?;
        }
        self.lines.end(outcome, &self.sheet, out)
    }
}
