//! [`Zip`]: writes an archive of small files.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// A ZIP archive in memory, below 4 GiB and with at most 65,535 files.
#[derive(Debug, Default)]
pub(super) struct Zip {
    bytes: Vec<u8>,
    /// The central directory.
    directory: Vec<u8>,
    files: u16,
}

/// The version that a reader needs: 2.0, which has deflate.
const VERSION: u16 = 20;

const DEFLATE: u16 = 8;

/// 1980-01-01, the first date of the format.
const DATE: u16 = 0x21;

impl Zip {
    /// Adds a file.
    pub(super) fn file(&mut self, name: &str, content: &[u8]) {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        // Writing to memory does not fail.
        let _ = encoder.write_all(content);
        let packed = encoder.finish().unwrap_or_default();
        let mut crc = flate2::Crc::new();
        crc.update(content);

        let mut common = Vec::new();
        for number in [VERSION, 0, DEFLATE, 0, DATE] {
            common.extend(number.to_le_bytes());
        }
        for number in [crc.sum(), packed.len() as u32, content.len() as u32] {
            common.extend(number.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend(0_u16.to_le_bytes());

        let start = self.bytes.len() as u32;
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&common);
        self.bytes.extend(name.as_bytes());
        self.bytes.extend(packed);

        self.directory.extend(b"PK\x01\x02");
        self.directory.extend(VERSION.to_le_bytes());
        self.directory.extend(&common);
        // No comment, the first disk, no attributes.
        self.directory.extend([0; 10]);
        self.directory.extend(start.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.files += 1;
    }

    /// Returns the archive.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len() as u32;
        let length = self.directory.len() as u32;
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06");
        for number in [0, 0, self.files, self.files] {
            self.bytes.extend(number.to_le_bytes());
        }
        for number in [length, start] {
            self.bytes.extend(number.to_le_bytes());
        }
        self.bytes.extend(0_u16.to_le_bytes());
        self.bytes
    }
}
