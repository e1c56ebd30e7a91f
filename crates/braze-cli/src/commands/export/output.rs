//! [`Output`]: the format and the destination of the rows.

use std::path::PathBuf;

use braze_series::format::{Format, Layout, RowWriter, Sheet};

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
    destination: Destination,
}

impl Output {
    /// The output to a file or to standard output. Without a format, the file's name decides.
    pub(super) fn new(
        format: Option<Format>,
        file: Option<PathBuf>,
        layout: Layout,
    ) -> Result<Self, Failure> {
        let destination = Destination::new(file);
        let format = match (format, &destination) {
            (Some(format), _) => format,
            (None, Destination::File(path)) => of_file(path, Format::ALL)?,
            (None, Destination::Stdout) => Format::Csv,
        };
        Ok(Self { format, layout, destination })
    }

    pub(super) fn format(&self) -> Format {
        self.format
    }

    pub(super) fn layout(&self) -> &Layout {
        &self.layout
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
                .tip("use `--format csv` or `--format jsonl`, or leave out `--resume`"));
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
