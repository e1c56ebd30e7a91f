//! [`Rendering`]: a reply as text, in the format that was asked for.

mod csv;
mod sparkline;
mod table;

use braze_core::{Number, Point, Series, SeriesValue};
use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, ValueEnum};
use serde::Serialize;

const FORMAT: &str = "format";

/// How a reply is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Table,
    Json,
    Csv,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Table, Self::Json, Self::Csv]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(match self {
            Self::Table => {
                PossibleValue::new("table").help("For reading: columns, a sparkline, the total")
            }
            Self::Json => PossibleValue::new("json").help("The reply as one JSON value, indented"),
            Self::Csv => PossibleValue::new("csv").help("A header line and one line for each row"),
        })
    }
}

/// The option that chooses the format of a series.
pub(crate) fn argument() -> Arg {
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .value_parser(clap::value_parser!(Format))
        .default_value("table")
        .help_heading("Output")
        .help("How the reply is written; the same on a terminal, in a file and in a pipe")
}

/// The format that was chosen.
pub(crate) fn format(matches: &ArgMatches) -> Format {
    matches.get_one(FORMAT).copied().unwrap_or(Format::Table)
}

/// The rows of any series, as text.
pub(crate) struct Rows {
    /// The name of the column beside the time.
    value: &'static str,
    rows: Vec<Row>,
}

struct Row {
    time: String,
    value: String,
    number: f64,
}

impl Rows {
    /// None yet.
    pub(crate) fn new(value: &'static str) -> Self {
        Self { value, rows: Vec::new() }
    }

    /// The rows of a reply, in the order they came in.
    fn of<S: Series>(output: S::Output) -> Self {
        let mut rows = Self::new(S::Point::VALUE);
        for point in S::points(output) {
            rows.push(point.time().to_string(), point.value().number());
        }
        rows
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, time: String, value: Number) {
        self.rows.push(Row { time, value: value.to_string(), number: value.to_f64() });
    }

    /// Two columns, a sparkline, the total.
    pub(crate) fn table(&self, in_unicode: bool) -> String {
        table::write(self, in_unicode)
    }
}

/// A format, and what the reader's screen can show.
pub(crate) struct Rendering {
    format: Format,
    in_unicode: bool,
}

impl Rendering {
    pub(crate) fn new(format: Format, in_unicode: bool) -> Self {
        Self { format, in_unicode }
    }

    /// A reply without rows, which is JSON in every format.
    pub(crate) fn value(&self, output: &impl Serialize) -> Vec<u8> {
        json(output)
    }

    /// A reply with rows.
    pub(crate) fn series<S: Series<Output: Serialize>>(&self, output: S::Output) -> Vec<u8> {
        match self.format {
            Format::Json => json(&output),
            Format::Csv => csv::write(&Rows::of::<S>(output)),
            Format::Table => Rows::of::<S>(output).table(self.in_unicode).into_bytes(),
        }
    }
}

/// Indented everywhere, so that what a person saw is what a file holds.
fn json(output: &impl Serialize) -> Vec<u8> {
    // Reply types hold nothing that JSON cannot: no map with keys other than strings.
    let mut text = serde_json::to_vec_pretty(output).unwrap_or_default();
    text.push(b'\n');
    text
}
