//! CSV: `time` as the server spelled it, and the number. Fields are quoted where they must be, lines
//! end in a line feed.

use super::Rows;

pub(super) fn write(rows: &Rows) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = std::iter::once(["time", rows.value]);
    let rows = rows.rows.iter().map(|row| [row.time.as_str(), row.value.as_str()]);
    for record in header.chain(rows) {
        // Two fields each, and memory to write to: neither can fail.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}
