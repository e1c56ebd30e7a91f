//! [`RejectWriter`]: writes rejected lines, to be mended and imported again.

use std::io::{self, Write};

use braze_core::import::{Record, RecordKind};
use serde_json::{Map, Value};

use crate::json_lines::retain_rejected;
use crate::line::{LineSource, Raw};
use crate::place::{REASON, RECORDS, TEXT};
use crate::row::words_of_kinds;

/// Writes rejected lines in the format of the input, Parquet as JSON lines.
///
/// Each line is as it stood in the file, with two columns more: `braze_records` names the records to import from
/// it, so that what was accepted is not sent again, and `braze_reason` says why they were rejected. A reader
/// follows the first and passes over the second.
#[derive(Debug)]
pub struct RejectWriter<W> {
    out: W,
    /// The positions of the input's own columns, without those of an earlier file of rejects.
    kept: Vec<usize>,
    names: Vec<String>,
    /// The number of the input's columns.
    columns: usize,
    has_header: bool,
}

impl<W: Write> RejectWriter<W> {
    /// A writer of lines of a file with this header.
    pub fn new(out: W, header: &[String]) -> Self {
        let own = |name: &String| *name != RECORDS && *name != REASON;
        let kept = header.iter().enumerate().filter(|(_, name)| own(name));
        let (kept, names) = kept.map(|(at, name)| (at, name.clone())).unzip();
        Self { out, kept, names, columns: header.len(), has_header: false }
    }

    /// Writes a line with those of its records that were rejected.
    ///
    /// # Errors
    ///
    /// Those of the output.
    pub fn write(
        &mut self,
        line: &LineSource,
        rejected: &[Record],
        reason: &str,
    ) -> io::Result<()> {
        let kinds: Vec<RecordKind> = rejected.iter().map(Record::kind).collect();
        let records = words_of_kinds(&kinds);
        match &line.0 {
            Raw::Csv(cells) => {
                // A line may have more cells than there are columns.
                let mut writer =
                    csv::WriterBuilder::new().flexible(true).from_writer(&mut self.out);
                if !self.has_header {
                    let names = self.names.iter().map(String::as_str);
                    writer.write_record(names.chain([RECORDS, REASON]))?;
                    self.has_header = true;
                }
                let own = self.kept.iter().map(|at| cells.get(*at).unwrap_or_default());
                let surplus = cells.iter().skip(self.columns);
                let ours = [records.as_bytes(), reason.as_bytes()];
                writer.write_record(own.chain(surplus).chain(ours))?;
                writer.flush()
            }
            Raw::Object(object) => {
                let mut object = object.clone();
                retain_rejected(&mut object, rejected);
                self.write_object(object, records, reason)
            }
            Raw::Text(text) => {
                let text = Value::from(String::from_utf8_lossy(text));
                self.write_object(Map::from_iter([(TEXT.to_owned(), text)]), records, reason)
            }
        }
    }

    fn write_object(
        &mut self,
        mut object: Map<String, Value>,
        records: String,
        reason: &str,
    ) -> io::Result<()> {
        object.insert(RECORDS.to_owned(), records.into());
        object.insert(REASON.to_owned(), reason.into());
        let mut text = serde_json::to_vec(&object)?;
        text.push(b'\n');
        self.out.write_all(&text)
    }

    /// Ends writing and gives the output back.
    ///
    /// # Errors
    ///
    /// Those of the output.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }
}
