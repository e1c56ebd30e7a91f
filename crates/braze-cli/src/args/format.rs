//! The option that chooses a format, of rows or of a reply.

use braze_series::format::Format;
use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches};

use super::words;

const FORMAT: &str = "format";

/// The format of the rows of an export. Without it, the name of the file decides.
pub(crate) fn of_rows() -> Arg {
    argument([
        (Format::Csv, "A header line, and one line for each row"),
        (Format::Tsv, "The same, with tabs between the fields"),
        (Format::JsonLines, "One JSON object on a line for each row"),
        (Format::Json, "One JSON value: the rows and the coverage"),
        (Format::Table, "For reading: columns, a sparkline, the total"),
        (Format::Markdown, "A table in Markdown"),
        (Format::Parquet, PARQUET),
    ])
    .help("Format of the rows. Default: by the extension of the file, else `csv`")
}

const PARQUET: &str = if cfg!(feature = "parquet") {
    "For DuckDB, pandas and the like"
} else {
    "Not in this build; available with its feature `parquet`"
};

/// The format of a reply with rows.
pub(crate) fn of_reply() -> Arg {
    argument([
        (Format::Table, "For reading: columns, a sparkline, the total"),
        (Format::Json, "The reply as one JSON value, indented"),
        (Format::Csv, "A header line and one line for each row"),
    ])
    .help("Format of the reply. Default: by the extension of the file, else `table`")
}

/// The formats of a reply with rows.
pub(crate) const OF_REPLY: [Format; 3] = [Format::Table, Format::Json, Format::Csv];

/// The format of a list. Without it, the name of the file decides. `of_values`: the items are not objects.
pub(crate) fn of_list(of_values: bool) -> Arg {
    let csv = match of_values {
        true => "A header line, and one line for each item",
        false => "A header line, and one line for each item, with a column for each of its fields",
    };
    argument([
        (
            Format::Json,
            "One JSON value, indented, as the server sent it; lists of several pages are joined",
        ),
        (Format::JsonLines, "Each item on a line, as the server sent it"),
        (Format::Csv, csv),
        (Format::Table, "For reading: the same columns, aligned"),
    ])
    .help("Format of the list. Default: by the extension of the file, else `json`")
}

/// The format that was chosen.
pub(crate) fn read(matches: &ArgMatches) -> Option<Format> {
    matches.get_one(FORMAT).copied()
}

fn argument<const N: usize>(formats: [(Format, &'static str); N]) -> Arg {
    let formats = formats.map(|(format, help)| {
        let value = PossibleValue::new(name(format)).help(help);
        (if format == Format::Markdown { value.alias("md") } else { value }, format)
    });
    Arg::new(FORMAT)
        .long(FORMAT)
        .value_name("FORMAT")
        .value_parser(words::parser(formats))
        .help_heading("Output")
}

/// The word for a format.
pub(crate) fn name(format: Format) -> &'static str {
    match format {
        Format::Tsv => "tsv",
        Format::JsonLines => "jsonl",
        Format::Json => "json",
        Format::Table => "table",
        Format::Markdown => "markdown",
        Format::Parquet => "parquet",
        _ => "csv",
    }
}
