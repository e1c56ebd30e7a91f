//! [`ReplyFile`]: the file for a reply, or standard output.

use std::io;

use braze_series::format::Format;

use crate::args::format::OF_REPLY;
use crate::commands::format;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::{Destination, Rules, Sink};

/// The file for a reply, or standard output.
pub(super) struct ReplyFile {
    destination: Destination,
    /// Of a file that can be written.
    sink: Option<Sink<'static>>,
    pub(super) format: Format,
}

impl ReplyFile {
    /// Opens the file. Without a format, its name decides about a reply with rows; other replies are JSON.
    pub(super) fn open(
        destination: Destination,
        has_rows: bool,
        format: Option<Format>,
    ) -> Result<Self, Failure> {
        let format = match (format, &destination) {
            (Some(format), _) => format,
            (None, Destination::File(path)) if has_rows => format::of_file(path, &OF_REPLY)?,
            (None, _) if has_rows => Format::Table,
            (None, _) => Format::Json,
        };
        let sink = match destination {
            Destination::Stdout => None,
            Destination::File(_) => {
                Some(Sink::open(&destination, Rules::WHOLE, Box::new(io::sink()))?)
            }
        };
        Ok(Self { destination, sink, format })
    }

    /// Writes the whole reply.
    pub(super) fn write(self, text: &[u8], io: &mut Io) -> Result<(), Failure> {
        let Some(mut sink) = self.sink else { return io.print_foreign(text) };
        sink.buffer().extend_from_slice(text);
        sink.finish().map_err(|error| self.destination.unwritable(Exit::Failed, &error))
    }
}
