//! The format that the name of a file asks for.

use std::path::Path;

use braze_series::format::Format;

use crate::ui::failure::Failure;

/// The format that the name of a file asks for, one of these. CSV if it asks for none.
pub(super) fn of_file(path: &Path, known: &[Format]) -> Result<Format, Failure> {
    let Some(extension) = path.extension() else { return Ok(Format::Csv) };
    let extension = extension.to_string_lossy();
    let format = Format::from_extension(&extension).filter(|format| known.contains(format));
    format.ok_or_else(|| {
        let extensions: Vec<_> = known.iter().filter_map(|format| of_format(*format)).collect();
        Failure::usage(format!("`{}` names no format", path.display()))
            .detail(format!("`.{extension}` is none of {}", extensions.join(", ")))
            .tip("choose one with `--format`")
    })
}

/// The failure of a build without Parquet, with the way to get it.
pub(super) fn no_parquet() -> Failure {
    Failure::usage("this build of the command writes no Parquet")
        .tip("build it with `cargo install --path crates/braze-cli --features parquet`")
}

/// The extension of a format's files.
fn of_format(format: Format) -> Option<&'static str> {
    match format {
        Format::Csv => Some(".csv"),
        Format::Tsv => Some(".tsv"),
        Format::JsonLines => Some(".jsonl"),
        Format::Json => Some(".json"),
        Format::Markdown => Some(".md"),
        Format::Parquet => Some(".parquet"),
        _ => None,
    }
}
