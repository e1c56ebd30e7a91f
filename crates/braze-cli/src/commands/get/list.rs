//! [`Delivery`]: the items of a list on their way to a file or to standard output.

use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use braze_core::Error;
use braze_core::operation::Items;
use braze_series::format::Format;

use crate::args::list::{FORMATS, ListArgs};
use crate::commands::{format, sending};
use crate::list::ListWriter;
use crate::request::Replies;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::{Destination, Leftover, Rules, Sink};

/// A list that is to be written.
pub(super) struct Delivery {
    items: Items,
    format: Format,
    limit: Option<u64>,
    destination: Destination,
}

/// The part of an output that was written, known to all threads.
#[derive(Clone)]
struct Account {
    items: Arc<AtomicU64>,
    bytes: Arc<AtomicU64>,
    leftover: Leftover,
    /// A reader sees the items as they come.
    is_stream: bool,
}

impl Delivery {
    /// The format and the destination. Without a format, the file's name decides.
    pub(super) fn new(items: Items, args: ListArgs) -> Result<Self, Failure> {
        let destination = Destination::new(args.output);
        let format = match (args.format, &destination) {
            (Some(format), _) => format,
            (None, Destination::File(path)) => format::of_file(path, &FORMATS)?,
            (None, Destination::Stdout) => Format::Json,
        };
        Ok(Self { items, format, limit: args.limit, destination })
    }

    /// Writes the items of the replies, until they end or the limit is reached.
    ///
    /// An output that ends early keeps whole items in lines of JSON and CSV, and is not written in other
    /// formats.
    pub(super) fn run(
        &self,
        mut replies: Box<dyn Replies>,
        io: &mut Io,
        diagnose: impl Fn(&Error) -> Failure,
    ) -> Result<u64, Failure> {
        let (notes, interrupt) = (io.notes().clone(), io.interrupt());
        let has_lines = matches!(self.format, Format::JsonLines | Format::Csv);
        let rules = Rules { is_whole: !has_lines, keeps_part: has_lines };
        let mut sink = Sink::open(&self.destination, rules, io.stdout_for_foreign())?;
        let account = Account {
            items: Arc::default(),
            bytes: Arc::default(),
            leftover: sink.leftover(),
            is_stream: sink.is_stream(),
        };
        let listening = interrupt.listen(
            {
                let cancel = replies.cancel();
                move || cancel.cancel()
            },
            {
                let (account, notes) = (account.clone(), notes.clone());
                move || notes.last_words(&account.conclude(Failure::interrupted()))
            },
        );
        let mut writer = ListWriter::new(self.items, self.format, self.limit);
        let unwritable = |error: &std::io::Error| self.destination.unwritable(Exit::Failed, error);
        let mut write = || {
            while !writer.is_full() {
                let Some(reply) = replies.next_reply() else { break };
                let reply = reply.map_err(|error| diagnose(&error))?;
                sending::warn(&reply.problems, &notes);
                writer.reply(&reply.text, sink.buffer());
                if !has_lines {
                    continue;
                }
                match sink.pass_on() {
                    Ok(bytes) => account.note(writer.count(), bytes),
                    Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
                    Err(error) => return Err(unwritable(&error)),
                }
            }
            writer.end(sink.buffer());
            match sink.finish() {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritable(&error)),
                _ => Ok(()),
            }
        };
        let written = write();
        let remark = replies.remark();
        drop(replies);
        drop(listening);
        written.map_err(|failure| account.conclude(failure))?;
        if let Some(remark) = remark {
            notes.warning(&remark);
        }
        let left_out = writer.left_out();
        if !left_out.is_empty() {
            notes.warning(&format!(
                "fields of later items have no column: {}; `--format jsonl` has them",
                left_out.join(", ")
            ));
        }
        Ok(writer.count())
    }
}

impl Account {
    fn note(&self, items: u64, bytes: u64) {
        self.items.store(items, Ordering::SeqCst);
        self.bytes.store(bytes, Ordering::SeqCst);
    }

    /// Settles an output that ended early, and adds to the failure what was written.
    fn conclude(&self, failure: Failure) -> Failure {
        let (items, bytes) = (self.items.load(Ordering::SeqCst), self.bytes.load(Ordering::SeqCst));
        let items = format!("{items} item{}", if items == 1 { "" } else { "s" });
        if self.is_stream && bytes > 0 {
            return failure.detail(format!("written: {items}"));
        }
        match self.leftover.keep(bytes) {
            Some(part) => failure
                .detail(format!("written to {}: {items}", part.display()))
                .detail(self.leftover.description()),
            None => failure.detail(self.leftover.description()),
        }
    }
}
