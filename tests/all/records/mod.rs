//! Records that are read from files: columns, types, problems, and files of rejects.

mod agree;
mod changes;
mod columns;
mod json_lines;
mod profiles;

use std::fs::File;
use std::io::{Seek as _, Write as _};

use braze_records::{InputLine, RecordReader};

/// A file with this text.
fn file(text: impl AsRef<[u8]>) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(text.as_ref()).unwrap();
    file.rewind().unwrap();
    file
}

/// The lines of this text.
fn lines(reader: &RecordReader, text: impl AsRef<[u8]>) -> Vec<InputLine> {
    reader.lines(file(text)).unwrap().map(Result::unwrap).collect()
}

/// The records of lines: number, kind, JSON, and the problem if there is one.
fn shown(lines: &[InputLine]) -> String {
    let mut text = String::new();
    for line in lines {
        for record in &line.records {
            assert_eq!(record.line(), Some(line.number));
            let json = String::from_utf8_lossy(record.json());
            text.push_str(&format!("{} {} {json}\n", line.number, record.kind().name()));
            if let Some(problem) = record.problem() {
                text.push_str(&format!("  {problem}\n"));
            }
        }
    }
    text
}
