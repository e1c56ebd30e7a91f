//! [`Output`]: the format and the destination of the rows.

use std::path::PathBuf;

use braze_series::format::{Delimiter, Dialect, Format, Layout, RowWriter, Sheet};

use crate::args::dialect::{ChosenDialect, DECIMAL_COMMA, DELIMITER};
use crate::args::format;
use crate::commands::format::{no_parquet, of_file};
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::Destination;

/// The format and the destination of the rows.
#[derive(Debug)]
pub(super) struct Output {
    format: Format,
    layout: Layout,
    dialect: Dialect,
    destination: Destination,
}

impl Output {
    /// The output to a file or to standard output. Without a format, the file's name decides.
    pub(super) fn new(
        format: Option<Format>,
        file: Option<PathBuf>,
        layout: Layout,
        dialect: ChosenDialect,
    ) -> Result<Self, Failure> {
        let destination = Destination::new(file);
        let format = match (format, &destination) {
            (Some(format), _) => format,
            (None, Destination::File(path)) => of_file(path, Format::ALL)?,
            (None, Destination::Stdout) => Format::Csv,
        };
        check_dialect(format, dialect)?;
        let dialect = format.dialect(dialect.dialect());
        Ok(Self { format, layout, dialect, destination })
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(super) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Returns `true` if the output is of no use before the last row.
    pub(super) fn is_whole(&self) -> bool {
        self.format.is_whole() || self.layout != Layout::Tidy
    }

    /// Returns `true` if more rows can be appended later.
    pub(super) fn is_appendable(&self) -> bool {
        self.format.is_appendable() && self.layout == Layout::Tidy
    }

    pub(super) fn destination(&self) -> &Destination {
        &self.destination
    }

    /// Returns `true` if rows end up on a screen.
    pub(super) fn is_on_terminal(&self, io: &Io) -> bool {
        self.destination == Destination::Stdout && io.stdout_is_terminal()
    }

    /// Refuses a combination that would be of no use.
    pub(super) fn check(&self, io: &Io, is_resumed: bool) -> Result<(), Failure> {
        if is_resumed && !self.format.is_appendable() {
            return Err(Failure::usage("this format cannot be resumed")
                .detail(format!(
                    "nothing can be appended to {}: it is written as a whole",
                    format::name(self.format)
                ))
                .tip("use `--format csv`, `tsv` or `jsonl`, or leave out `--resume`"));
        }
        if self.format.is_binary() && self.is_on_terminal(io) {
            return Err(Failure::usage("this format is not for a terminal")
                .tip("name a file with `-o FILE`, or choose another `--format`"));
        }
        Ok(())
    }

    /// A writer of the format.
    pub(super) fn writer(&self, sheet: Sheet) -> Result<Box<dyn RowWriter>, Failure> {
        self.format
            .writer(sheet)
            .ok_or_else(|| no_parquet().tip("DuckDB and pandas read `--format csv` as well"))
    }
}

/// Refuses options of CSV that the format cannot follow.
fn check_dialect(format: Format, dialect: ChosenDialect) -> Result<(), Failure> {
    let ChosenDialect { delimiter, has_decimal_comma } = dialect;
    let refused = |option: &str, advice: &str| {
        let name = format::name(format);
        Err(Failure::usage(format!("`--{option}` does not apply to {name}")).tip(advice))
    };
    match format {
        Format::Csv if has_decimal_comma && delimiter.unwrap_or_default() == Delimiter::Comma => {
            Err(Failure::usage("a comma cannot both separate fields and begin decimals")
                .tip(format!("add `--{DELIMITER} semicolon`, or use `--format tsv`")))
        }
        Format::Csv => Ok(()),
        _ if delimiter.is_some() => refused(DELIMITER, "leave it out, or use `--format csv`"),
        Format::Tsv => Ok(()),
        _ if has_decimal_comma => {
            refused(DECIMAL_COMMA, "leave it out, or use `--format csv` or `--format tsv`")
        }
        _ => Ok(()),
    }
}
