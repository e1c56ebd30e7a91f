//! [`Rendering`]: a reply as text, in the format that was asked for.

use braze_core::{FlatSeries, NestedSeries, NumericValue, Point};
use braze_series::format::{Format, Grid, Table, write_record};
use serde::Serialize;

/// A format, and the characters that the reader's screen can show.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rendering {
    format: Format,
    in_unicode: bool,
}

impl Rendering {
    pub(crate) fn new(format: Format, in_unicode: bool) -> Self {
        Self { format, in_unicode }
    }

    /// A reply without rows, which is JSON in every format.
    pub(crate) fn value(self, output: &impl Serialize) -> Vec<u8> {
        json(output)
    }

    /// A reply with rows.
    pub(crate) fn series<S: FlatSeries<Output: Serialize>>(self, output: S::Output) -> Vec<u8> {
        match self.format {
            Format::Csv => csv::<S>(output),
            Format::Table => table::<S>(output, self.in_unicode),
            _ => json(&output),
        }
    }

    /// A reply whose rows have many numbers.
    pub(crate) fn nested<S: NestedSeries<Output: Serialize>>(self, output: S::Output) -> Vec<u8> {
        match self.format {
            Format::Csv => {
                let mut out = Vec::new();
                for line in tidy::<S>(output) {
                    // Memory takes everything.
                    let _ = write_record(line.iter().map(String::as_str), &mut out);
                }
                out
            }
            Format::Table => {
                let mut lines = tidy::<S>(output).into_iter();
                let header = lines.next().unwrap_or_default();
                let columns = header.iter().map(|name| (name.as_str(), name == "value"));
                let mut grid = Grid::new(columns);
                lines.for_each(|line| grid.push(line.iter().map(String::as_str)));
                grid.to_text().into_bytes()
            }
            _ => json(&output),
        }
    }
}

/// The lines of a reply with many numbers in each row, and the header: time, labels, metric, value.
fn tidy<S: NestedSeries>(output: S::Output) -> Vec<Vec<String>> {
    let names = ["time"].into_iter().chain(S::LABELS.iter().copied()).chain(["metric", "value"]);
    let mut lines = vec![names.map(str::to_owned).collect()];
    for point in S::points(output) {
        for measure in &point.value() {
            let mut line = vec![point.time().to_string()];
            line.extend(measure.labels.iter().cloned());
            line.extend([measure.metric.to_string(), measure.value.to_string()]);
            lines.push(line);
        }
    }
    lines
}

/// Indented everywhere, so that a file holds the same text as the screen.
fn json(output: &impl Serialize) -> Vec<u8> {
    // Reply types hold nothing that JSON cannot: no map with keys other than strings.
    let mut text = serde_json::to_vec_pretty(output).unwrap_or_default();
    text.push(b'\n');
    text
}

/// Two columns: the time as the server spelled it, and the number.
fn csv<S: FlatSeries>(output: S::Output) -> Vec<u8> {
    let mut out = Vec::new();
    let mut write = |time: &str, value: &str| {
        // Memory takes everything.
        let _ = write_record([time, value], &mut out);
    };
    write("time", S::Point::VALUE);
    for point in S::points(output) {
        write(&point.time().to_string(), &point.value().number().to_string());
    }
    out
}

fn table<S: FlatSeries>(output: S::Output, in_unicode: bool) -> Vec<u8> {
    let mut table = Table::new(S::Point::VALUE);
    for point in S::points(output) {
        table.push(&point.time().to_string(), point.value().number());
    }
    table.to_text(in_unicode).into_bytes()
}
