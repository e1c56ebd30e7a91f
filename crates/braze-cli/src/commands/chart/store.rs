//! [`Store`]: the numbers of a chart from the SQLite file that `sync` keeps.

use std::path::PathBuf;

use braze_chart::Figure;
use braze_core::export::{Problem, Range};
use braze_series::Selections;
use braze_store::{Entry, Extent, Reader, Selection};

use crate::args::database::DatabaseArgs;
use crate::args::metric::Metric;
use crate::args::parameter::flag;
use crate::args::range::{self, Ends};
use crate::args::series::Options;
use crate::series::Series;
use crate::settings::clock::WallClock;
use crate::settings::profile::Profile;
use crate::tables::{selection, table};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::findings::list;
use crate::ui::notes::Notes;

/// The number of series in a file that an error names.
const NAMED: usize = 10;

/// The file, and whose numbers in it are wanted.
#[derive(Debug)]
pub(super) struct Store {
    path: PathBuf,
    workspace: String,
}

/// The selections to read from the file.
pub(super) struct Question<'a> {
    pub(super) series: &'a Series,
    pub(super) keys: &'a Selections,
    /// The numbers of a nested series.
    pub(super) metrics: &'a [Metric],
    /// Without them, it is everything.
    pub(super) ends: Ends,
    pub(super) options: Options,
    pub(super) clock: WallClock,
}

/// The rows of the file, for each selection.
#[derive(Debug)]
pub(super) struct Stored {
    pub(super) range: Range,
    rows: Vec<Vec<Entry>>,
    clock: range::Clock,
}

impl Store {
    /// The file that options name.
    pub(super) fn new(args: &DatabaseArgs, profile: &Profile) -> Self {
        Self { path: args.file.clone(), workspace: args.workspace(profile) }
    }

    /// Reads the rows of all selections that were asked for.
    pub(super) fn read(&self, question: &Question<'_>) -> Result<Stored, Failure> {
        let Question { series, keys, metrics, ends, options, clock } = question;
        let unit = options.unit;
        // Errors in them do not depend on the file.
        ends.starts(unit, options.clock(*clock))?;
        let reader = Reader::open(&self.path)?;
        let table = table(series);
        reader.require(&table)?;
        let zone = options.zone.or(reader.zone(&self.workspace)?);
        let clock = Options { zone, ..options.clone() }.clock(*clock);
        let (from, to) = ends.starts(unit, clock)?;

        let selections: Vec<_> =
            keys.iter().map(|key| selection(&self.workspace, unit, key)).collect();
        let rows = |selection| reader.rows(&table, selection, from, to);
        let rows: Vec<_> = match metrics {
            [] => selections.iter().map(rows).collect::<Result<_, _>>()?,
            metrics => {
                let lines =
                    selections.iter().flat_map(|it| metrics.iter().map(move |metric| (it, metric)));
                let sums = |(selection, metric): (_, &Metric)| {
                    let labels = metric.labels(series.labels);
                    reader.sums(&table, selection, (from, to), &metric.name, &labels)
                };
                lines.map(sums).collect::<Result<_, _>>()?
            }
        };
        let starts = || rows.iter().flatten().map(|row| row.start);
        let Some((first, last)) = starts().min().zip(starts().max()) else {
            let held = reader.extents(&table, NAMED + 1)?;
            return Err(nothing(series, &reader, &selections, &held));
        };
        // The buckets after the last row may not have begun.
        let end = range::after(last);
        let end = to.map_or(end, |to| to.min(end));
        let range = Range::between(from.unwrap_or(first), end);
        Ok(Stored { range, rows, clock })
    }
}

impl Stored {
    /// Adds the rows to the lines of their selections. Returns the gaps of each line.
    pub(super) fn fill(self, figure: &mut Figure) -> Vec<Vec<Range>> {
        let lines = figure.lines_mut().iter_mut().zip(self.rows);
        let gaps = lines.map(|(line, rows)| {
            for Entry { start, number, complete } in rows {
                line.push(start, number, complete);
            }
            let gaps = line.gaps(self.clock.now, self.clock.zone);
            line.set_missing(gaps.iter().map(Range::len).sum());
            gaps
        });
        gaps.collect()
    }
}

/// The file is one that `sync` keeps, but of other numbers.
fn nothing(series: &Series, reader: &Reader, selections: &[Selection], held: &[Extent]) -> Failure {
    let (file, table) = (reader.path().display(), table(series));
    let table = table.name();
    let mut failure = Failure::usage(format!("{file} holds nothing of what was asked for"));
    for selection in selections {
        failure = failure.detail(format!("asked for: {selection}"));
    }
    if held.is_empty() {
        return failure.detail(format!("its table `{table}` is empty"));
    }
    failure = failure.detail(format!("its table `{table}` holds"));
    for Extent { selection, first, last, .. } in held.iter().take(NAMED) {
        failure = failure.detail(format!("  {selection}, {first} to {last}"));
    }
    if held.len() > NAMED {
        failure = failure.detail("  and more");
    }
    failure.tip(format!("choose with {} and `--to`", choosing(series).join(", ")))
}

/// The options that choose rows of a series, but for the last of them.
fn choosing(series: &Series) -> Vec<String> {
    let unit = series.has_units().then_some("unit");
    let parameters = series.parameters().map(|parameter| parameter.name);
    let names = ["workspace"].into_iter().chain(unit).chain(parameters).chain([range::FROM]);
    names.map(|name| format!("`{}`", flag(name))).collect()
}

/// Lists the gaps of each line.
pub(super) fn report(figure: &Figure, gaps: &[Vec<Range>], notes: &Notes) -> Exit {
    let mut findings = Vec::new();
    for (line, gaps) in figure.lines().iter().zip(gaps) {
        let several = figure.lines().len() > 1;
        let of = if several { format!("{}: ", line.name()) } else { String::new() };
        for gap in gaps {
            let missing = Problem::Missing { from: gap.from(), to: gap.to(), count: gap.len() };
            findings.push(format!("{of}{missing}"));
        }
    }
    let exit = if findings.is_empty() { Exit::Complete } else { Exit::Findings };
    list(notes, findings.into_iter(), Notes::finding);
    exit
}
