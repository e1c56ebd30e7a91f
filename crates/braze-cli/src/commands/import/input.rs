//! [`Input`]: the file that records come from, which is read twice.

use std::fs::File;
use std::io::{self, Seek};
use std::path::Path;

use braze_records::{Earlier, InputError, InputFormat, InputLines, ReadError, RecordReader};

use crate::args::import::{ImportArgs, name};
use crate::args::import_scope::ImportedKind;
use crate::ui::escape::shell_word;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// The file that records come from, which is read twice.
pub(super) struct Input {
    file: File,
    name: String,
    reader: RecordReader,
    /// The command as it is typed.
    command: String,
}

impl Input {
    /// Opens the file that was named. What cannot be read twice is copied into a file without a name.
    pub(super) fn open(args: &ImportArgs, io: &mut Io) -> Result<Self, Failure> {
        let reader = reader(args)?;
        let is_stdin = args.file == Path::new("-");
        let name = match is_stdin {
            true => "standard input".to_owned(),
            false => args.file.display().to_string(),
        };
        let mut open = || -> io::Result<File> {
            if is_stdin {
                return spooled(io.stdin());
            }
            let mut file = File::open(&args.file)?;
            let kind = file.metadata()?.file_type();
            match kind.is_file() || kind.is_dir() {
                true => Ok(file),
                false => spooled(&mut file),
            }
        };
        let file = open().map_err(|error| unreadable(&name, &error))?;
        Ok(Self { file, name, reader, command: args.scope.typed() })
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The lines from the beginning on.
    pub(super) fn lines(&self) -> Result<InputLines, Failure> {
        let open = || -> io::Result<File> {
            let mut file = self.file.try_clone()?;
            file.rewind()?;
            Ok(file)
        };
        let file = open().map_err(|error| unreadable(&self.name, &error))?;
        self.reader.lines(file).map_err(|error| refusal(&self.name, &self.command, &error))
    }

    /// The earlier file that this one is compared with.
    pub(super) fn earlier(&self, path: &Path, removed_as_null: bool) -> Result<Earlier, Failure> {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
        let records = self.reader.records(file);
        let mut records = records.map_err(|error| refusal(&name, &self.command, &error))?;
        let earlier = Earlier::new(&mut records).removed_as_null(removed_as_null);
        let read = records.finish();
        read.map_err(|error| unreadable_line(&name, &error)).map(|()| earlier)
    }
}

/// The failure of a file that cannot be read at all.
fn refusal(name: &str, command: &str, error: &InputError) -> Failure {
    let failure = Failure::usage(format!("cannot import {name}, nothing was sent"));
    match error {
        InputError::Columns(problems) => {
            let problems = problems.as_slice().iter().map(ToString::to_string);
            problems
                    .fold(failure, Failure::detail)
                    .tip("`--map COLUMN=PATH` gives a column another name, `--map COLUMN=` leaves it out")
                    .tip(format!("`{command} --help` lists the names of columns"))
        }
        InputError::NoParquet => failure
            .detail("this build of the command reads no Parquet")
            .tip("build it with `cargo install --path crates/braze-cli --features parquet`"),
        error => failure.detail(error.to_string()),
    }
}

/// A file that cannot be read to its end.
pub(super) fn unreadable_line(name: &str, error: &ReadError) -> Failure {
    let failure = Failure::new(Exit::Usage, format!("{error} of {name}"));
    match std::error::Error::source(error) {
        Some(cause) => failure.detail(cause.to_string()),
        None => failure,
    }
}

/// The reader that the options describe.
fn reader(args: &ImportArgs) -> Result<RecordReader, Failure> {
    let extension = args.file.extension().and_then(|extension| extension.to_str());
    let format = args.format.or_else(|| InputFormat::from_extension(extension?));
    let format = format.ok_or_else(|| {
        let failure = match args.file == Path::new("-") {
            true => Failure::usage("standard input has no name that tells its format"),
            false => Failure::usage(format!("`{}` names no format", args.file.display()))
                .detail("its extension is none of .csv, .jsonl, .ndjson, .parquet"),
        };
        let words = InputFormat::ALL.map(name).join("`, `");
        failure.tip(format!("choose one with `--input-format`: `{words}`"))
    })?;
    let reader = RecordReader::new(format).empty_as_null(args.empty_as_null);
    let reader = match &args.kind {
        ImportedKind::Track => reader,
        ImportedKind::Record(kind) => reader.record_kind(*kind),
        ImportedKind::CatalogItem { kind, catalog_name } => {
            reader.catalog_items(*kind, catalog_name)
        }
    };
    let reader = args.paths.iter().fold(reader, |reader, (column, path)| match path {
        Some(path) => reader.map(column, path),
        None => reader.leave_out(column),
    });
    Ok(args.types.iter().fold(reader, |reader, (column, of)| reader.value_type(column, *of)))
}

/// A file without a name that holds everything.
fn spooled(from: &mut dyn io::Read) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(from, &mut file)?;
    Ok(file)
}

fn unreadable(name: &str, error: &io::Error) -> Failure {
    Failure::new(Exit::Usage, format!("cannot read {}: {error}", shell_word(name)))
}
