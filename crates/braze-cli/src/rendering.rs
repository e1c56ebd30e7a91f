//! [`Rendering`]: a reply as text, in the format that was asked for.

use braze_core::{FlatSeries, NumericValue, Point};
use braze_series::format::{Format, Table, write_record};
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
