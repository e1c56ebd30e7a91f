//! [`Rows`]: the rows of one reply of a series, as a table or as CSV.

use braze_core::{FlatSeries, NestedSeries, Number, NumericValue, Point};
use braze_series::format::{Dialect, Grid, Table};

/// The rows of one reply of a series, without its types.
pub(crate) enum Rows {
    /// Times as the server spelled them, each with a number of this name.
    Flat { name: &'static str, rows: Vec<(String, Number)> },
    /// A header and lines: time, labels, metric, value.
    Nested(Vec<Vec<String>>),
}

impl Rows {
    /// The rows of a series with one number in each.
    pub(crate) fn from_flat<S: FlatSeries>(output: S::Output) -> Self {
        let points = S::points(output).into_iter();
        let row = |point: S::Point| (point.time().to_string(), point.value().number());
        Self::Flat { name: S::Point::VALUE, rows: points.map(row).collect() }
    }

    /// The rows of a series with many numbers in each.
    pub(crate) fn from_nested<S: NestedSeries>(output: S::Output) -> Self {
        let labels = S::LABELS.iter().copied();
        let names = ["time"].into_iter().chain(labels).chain(["metric", "value"]);
        let mut lines = vec![names.map(str::to_owned).collect()];
        for point in S::points(output) {
            for measure in &point.value() {
                let mut line = vec![point.time().to_string()];
                line.extend(measure.labels.iter().cloned());
                line.extend([measure.metric.to_string(), measure.value.to_string()]);
                lines.push(line);
            }
        }
        Self::Nested(lines)
    }

    /// A header line, and a line for each number.
    pub(crate) fn to_csv(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut write = |line: &[&str]| {
            // Memory takes everything.
            let _ = Dialect::default().write_record(line.iter().copied(), &mut out);
        };
        match self {
            Self::Flat { name, rows } => {
                write(&["time", name]);
                rows.iter().for_each(|(time, number)| write(&[time, &number.to_string()]));
            }
            Self::Nested(lines) => {
                lines.iter().for_each(|line| {
                    write(&line.iter().map(String::as_str).collect::<Vec<_>>());
                });
            }
        }
        out
    }

    /// Aligned columns, for reading.
    pub(crate) fn to_table(&self, in_unicode: bool) -> Vec<u8> {
        let text = match self {
            Self::Flat { name, rows } => {
                let mut table = Table::new(name);
                rows.iter().for_each(|(time, number)| table.push(time, *number));
                table.to_text(in_unicode)
            }
            Self::Nested(lines) => {
                let (header, lines) = lines.split_first().unwrap_or((const { &Vec::new() }, &[]));
                let mut grid =
                    Grid::new(header.iter().map(|name| (name.as_str(), name == "value")));
                lines.iter().for_each(|line| grid.push(line.iter().map(String::as_str)));
                grid.to_text()
            }
        };
        text.into_bytes()
    }
}
