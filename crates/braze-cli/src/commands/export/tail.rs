//! [`Tail`]: the end that an output must have for an export to resume there.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use braze_core::{Choice, Unit};
use braze_series::Position;
use braze_series::format::{Format, Sheet};

use crate::args::range;
use crate::args::resume::Resume;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

/// The end that an output must have for an export to resume there.
pub(super) struct Tail<'a> {
    pub(super) format: Format,
    pub(super) sheet: &'a Sheet,
    pub(super) unit: Unit,
    pub(super) position: Position,
}

/// The columns of a row that say what it is about.
struct Row {
    time: String,
    unit: String,
    /// The values of the dimensions.
    values: Vec<String>,
}

/// A reason why an export cannot resume in a file.
enum Misfit {
    Io(io::Error),
    /// The header line names other columns.
    Columns(String),
    /// A line is not a row. They are counted from 1.
    NotARow(u64),
    NoRows,
    /// The last line is cut off. The position is that after the row before it.
    CutOff(Option<Position>),
    OtherUnit(String),
    /// The last row belongs to a selection that is not exported.
    OtherSelection(Row),
    /// The last row is right before this position.
    OtherPosition(Position),
}

impl From<io::Error> for Misfit {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Tail<'_> {
    /// Refuses a file that does not end right before the position.
    pub(super) fn check(&self, file: &File, path: &Path) -> Result<(), Failure> {
        self.compare(file).map_err(|misfit| self.refusal(&misfit, path))
    }

    fn compare(&self, mut file: &File) -> Result<(), Misfit> {
        let (length, whole) = (file.metadata()?.len(), length_in_lines(file)?);
        if whole == 0 {
            return Err(if length == 0 { Misfit::NoRows } else { Misfit::CutOff(None) });
        }
        file.rewind()?;
        let end = self.end(file.take(whole));
        file.seek(SeekFrom::End(0))?;
        match end {
            Err(misfit @ (Misfit::Columns(_) | Misfit::Io(_))) => Err(misfit),
            end if whole < length => Err(Misfit::CutOff(end.ok())),
            Ok(end) if end != self.position => Err(Misfit::OtherPosition(end)),
            end => end.map(drop),
        }
    }

    /// Returns the position after the last row.
    fn end(&self, lines: impl Read) -> Result<Position, Misfit> {
        let (number, last) = match self.format {
            Format::Csv | Format::Tsv => self.last_of_csv(lines)?,
            _ => self.last_of_json_lines(lines)?,
        };
        if last.unit != self.unit.as_str() {
            return Err(Misfit::OtherUnit(last.unit));
        }
        let start = range::start(self.unit, &last.time).ok_or(Misfit::NotARow(number))?;
        let is_of = |selection: &usize| {
            let values = self.sheet.selections.at(*selection).iter().map(|(_, value)| value);
            values.eq(last.values.iter().map(String::as_str))
        };
        // Two selections may be alike.
        let selections =
            [self.position.selection].into_iter().chain(0..self.sheet.selections.len());
        match selections.into_iter().find(is_of) {
            Some(selection) => Ok(Position { selection, next: range::after(start) }),
            None => Err(Misfit::OtherSelection(last)),
        }
    }

    /// Returns the last row and the number of its line.
    fn last_of_csv(&self, lines: impl Read) -> Result<(u64, Row), Misfit> {
        let delimiter = self.sheet.dialect.delimiter();
        let mut builder = csv::ReaderBuilder::new();
        let mut reader = builder.delimiter(delimiter).from_reader(lines);
        let columns = self.sheet.columns();
        let header = reader.headers().map_err(|_| Misfit::NotARow(1))?;
        if *header != columns {
            return Err(Misfit::Columns(
                header.iter().collect::<Vec<_>>().join(&char::from(delimiter).to_string()),
            ));
        }
        let (mut number, mut record) = (0, csv::StringRecord::new());
        let mut next = csv::StringRecord::new();
        loop {
            let line = reader.position().line();
            match reader.read_record(&mut next) {
                Ok(false) => break,
                Ok(true) => std::mem::swap(&mut record, &mut next),
                Err(_) => return Err(Misfit::NotARow(line)),
            }
            number = line;
        }
        let mut fields = record.iter().map(str::to_owned);
        let time = fields.next().ok_or(Misfit::NoRows)?;
        let unit = match self.sheet.series.is_nested {
            true => self.unit.as_str().to_owned(),
            false => fields.next().ok_or(Misfit::NoRows)?,
        };
        let values = fields.take(self.sheet.dimensions().len()).collect();
        Ok((number, Row { time, unit, values }))
    }

    /// Returns the last row and the number of its line.
    fn last_of_json_lines(&self, lines: impl Read) -> Result<(u64, Row), Misfit> {
        let (mut number, mut last) = (0, String::new());
        for line in BufReader::new(lines).lines() {
            number += 1;
            last = line.map_err(|_| Misfit::NotARow(number))?;
        }
        if number == 0 {
            return Err(Misfit::NoRows);
        }
        let object: serde_json::Map<_, _> =
            serde_json::from_str(&last).map_err(|_| Misfit::NotARow(number))?;
        let names = object.keys().filter(|name| *name != "time_text").map(String::as_str);
        let names: Vec<_> = names.collect();
        let columns = self.sheet.columns();
        if names.len() != columns.len() || !columns.iter().all(|name| names.contains(name)) {
            return Err(Misfit::Columns(names.join(",")));
        }
        let text = |name: &str| object.get(name)?.as_str().map(str::to_owned);
        let row = || {
            let values = self.sheet.dimensions().into_iter().map(text);
            Some(Row {
                time: text("time")?,
                unit: match self.sheet.series.is_nested {
                    true => self.unit.as_str().to_owned(),
                    false => text("unit")?,
                },
                values: values.collect::<Option<_>>()?,
            })
        };
        Ok((number, row().ok_or(Misfit::NotARow(number))?))
    }

    fn refusal(&self, misfit: &Misfit, path: &Path) -> Failure {
        let path = path.display();
        let separator = char::from(self.sheet.dialect.delimiter()).to_string();
        let option = |position: Position| Resume::option(position, self.sheet.selections.len());
        let other_options = "repeat all options of the export that wrote it, or name another file";
        let failure = Failure::usage(format!("cannot resume in {path}"));
        match misfit {
            Misfit::Io(error) => Failure::new(Exit::Usage, format!("cannot read {path}: {error}")),
            Misfit::Columns(columns) => failure
                .detail(format!("its columns are {columns}"))
                .detail(format!(
                    "those of this export are {}",
                    self.sheet.columns().join(&separator)
                ))
                .tip(other_options),
            Misfit::NotARow(line) => failure
                .detail(format!("line {line} is not a row of this export"))
                .tip("name the file that the export wrote, or leave out `--resume`"),
            Misfit::NoRows => failure
                .detail("it contains no rows")
                .tip("to export from the beginning, leave out `--resume`"),
            Misfit::CutOff(Some(position)) => failure
                .detail("its last line is cut off")
                .tip(format!("remove that line and use `{}`", option(*position))),
            Misfit::CutOff(None) => failure
                .detail("its last line is cut off, and there is no row before it")
                .tip("to export from the beginning, leave out `--resume`"),
            Misfit::OtherUnit(unit) => failure
                .detail(format!(
                    "its last row is of the unit {unit}, this export is of {}",
                    self.unit.as_str()
                ))
                .tip(other_options),
            Misfit::OtherSelection(row) => {
                let values = self.sheet.dimensions().into_iter().zip(&row.values);
                let values: Vec<_> =
                    values.map(|(name, value)| format!("{name} `{value}`")).collect();
                failure
                    .detail(format!(
                        "its last row has {}: not part of this export",
                        values.join(", ")
                    ))
                    .tip(other_options)
            }
            Misfit::OtherPosition(position) => failure
                .detail(format!("it ends where `{}` begins", option(*position)))
                .tip(format!("use `{}`, or name another file", option(*position))),
        }
    }
}

/// Returns the length of a file up to the end of its last whole line.
fn length_in_lines(mut file: &File) -> io::Result<u64> {
    file.rewind()?;
    let (mut read, mut whole) = (0, 0);
    let mut pieces = BufReader::with_capacity(1 << 16, file);
    loop {
        let piece = pieces.fill_buf()?;
        if piece.is_empty() {
            return Ok(whole);
        }
        let length = piece.len();
        if let Some(end) = piece.iter().rposition(|byte| *byte == b'\n') {
            whole = read + end as u64 + 1;
        }
        read += length as u64;
        pieces.consume(length);
    }
}
