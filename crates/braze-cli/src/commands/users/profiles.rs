//! [`Profiles`]: the form in which profiles are written.

use std::io;

use braze_series::format::Format;

use crate::commands::format::of_file;
use crate::ui::failure::Failure;
use crate::ui::sink::Destination;

/// The form in which profiles are written, by the name of the file.
pub(super) enum Profiles {
    /// One JSON object per line, as Braze exports them.
    Lines,
    #[cfg(feature = "parquet")]
    Parquet(Box<braze_records::ProfileWriter>),
}

impl Profiles {
    /// The form for a file; `fields` become the columns of Parquet.
    pub(super) fn new(destination: &Destination, fields: &[String]) -> Result<Self, Failure> {
        let is_parquet = match destination {
            Destination::File(path) => of_file(path, Format::ALL).ok() == Some(Format::Parquet),
            Destination::Stdout => false,
        };
        if is_parquet { Self::parquet(fields) } else { Ok(Self::Lines) }
    }

    #[cfg(feature = "parquet")]
    fn parquet(fields: &[String]) -> Result<Self, Failure> {
        let writer = braze_records::ProfileWriter::new(fields.to_vec());
        let failed = |error: io::Error| {
            Failure::new(crate::ui::exit::Exit::Failed, format!("cannot begin the file: {error}"))
        };
        Ok(Self::Parquet(Box::new(writer.map_err(failed)?)))
    }

    #[cfg(not(feature = "parquet"))]
    fn parquet(_: &[String]) -> Result<Self, Failure> {
        Err(crate::commands::format::no_parquet()
            .tip("a file that ends in `.jsonl` gets one JSON object per line"))
    }

    /// Adds a profile.
    pub(super) fn write(&mut self, profile: &str, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Lines => {
                out.extend_from_slice(profile.as_bytes());
                Ok(())
            }
            #[cfg(feature = "parquet")]
            Self::Parquet(writer) => writer.write(profile, out),
        }
    }

    /// Ends the file.
    #[cfg_attr(
        not(feature = "parquet"),
        expect(unused_variables, clippy::ptr_arg, reason = "lines have no end")
    )]
    pub(super) fn finish(self, out: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Self::Lines => Ok(()),
            #[cfg(feature = "parquet")]
            Self::Parquet(writer) => writer.finish(out),
        }
    }
}
