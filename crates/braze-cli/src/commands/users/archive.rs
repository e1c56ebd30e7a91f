//! The archive of an export: text files with one JSON object per line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};

use serde::de::IgnoredAny;
use zip::ZipArchive;

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

/// The greatest size of all files together, in bytes.
const MAX_UNPACKED: u64 = 256 << 30;

/// The greatest length of a line, in bytes.
const MAX_LINE: u64 = 64 << 20;

/// Passes on every line of the archive with its line break, and returns their number.
///
/// The names of the files are not used. Every line must be a JSON object.
pub(super) fn write_lines(
    archive: File,
    mut write: impl FnMut(String) -> io::Result<()>,
) -> Result<u64, Failure> {
    let broken = |problem: &dyn std::fmt::Display| {
        Failure::new(Exit::Failed, format!("the archive cannot be read: {problem}"))
    };
    let mut archive = ZipArchive::new(BufReader::new(archive)).map_err(|error| broken(&error))?;
    let (mut lines, mut left) = (0, MAX_UNPACKED);
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| broken(&error))?;
        let mut reader = BufReader::new(file);
        loop {
            let mut line = Vec::new();
            let max = MAX_LINE.min(left);
            let read = reader.by_ref().take(max).read_until(b'\n', &mut line);
            let length = read.map_err(|error| broken(&error))? as u64;
            if length == 0 && max > 0 {
                break;
            }
            let is_cut = length == max && line.last() != Some(&b'\n');
            if is_cut {
                return Err(broken(&"it is longer than any export"));
            }
            left -= length;
            if line.trim_ascii().is_empty() {
                continue;
            }
            let is_object = line.trim_ascii_start().starts_with(b"{");
            if !is_object || serde_json::from_slice::<IgnoredAny>(&line).is_err() {
                return Err(broken(&format!("line {} is not a JSON object", lines + 1)));
            }
            let text = String::from_utf8_lossy(line.trim_ascii()).into_owned();
            write(format!("{text}\n")).map_err(|error| {
                Failure::new(Exit::Failed, format!("cannot write the output: {error}"))
            })?;
            lines += 1;
        }
    }
    Ok(lines)
}
