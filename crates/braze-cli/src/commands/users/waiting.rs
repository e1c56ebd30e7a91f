//! [`Waiting`]: the wait for the archive of an export that runs at Braze.

use std::fs::File;
use std::io::{Read, Seek, copy};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use braze_blocking::{Client, Download};
use braze_core::segments::{CancelExportBody, CancelExportRequest};

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::interrupt::{Interrupt, Listening};
use crate::ui::notes::Notes;

/// The first wait for the archive. Each further one is twice as long, up to the last.
const FIRST_WAIT: Duration = Duration::from_millis(250);
const MAX_WAIT: Duration = Duration::from_secs(30);

/// The time until an export that is not ready is given up: its file would expire.
const MAX_WAITS: Duration = Duration::from_secs(4 * 3600);

/// The greatest size of an archive, in bytes.
const MAX_ARCHIVE: u64 = 16 << 30;

/// The wait for the archive of an export that runs at Braze, which an interrupt ends.
pub(super) struct Waiting {
    segment: String,
    interrupts: Receiver<()>,
    listening: Listening,
}

impl Waiting {
    /// Listens for interrupts from now on.
    pub(super) fn new(segment: &str, interrupt: Interrupt, notes: Notes) -> Self {
        let (sender, interrupts) = mpsc::channel();
        let left = left_running(segment);
        // A wait that has ended hears no more.
        let stop = move || {
            let _ = sender.send(());
        };
        let listening = interrupt.listen(stop, move || notes.last_words(&left));
        Self { segment: segment.to_owned(), interrupts, listening }
    }

    /// Downloads the archive into a file without a name, as soon as it is ready. At an interrupt, the export
    /// goes on at Braze, or is cancelled with `cancel_with`.
    pub(super) fn download(
        self,
        download: &Download,
        cancel_with: Option<&Client>,
    ) -> Result<File, Failure> {
        let failed = |error: &dyn std::fmt::Display| {
            Failure::new(Exit::Failed, format!("cannot download the archive: {error}"))
        };
        let (mut wait, mut waited) = (FIRST_WAIT, Duration::ZERO);
        loop {
            if let Some(reader) = download.open().map_err(|error| failed(&error))? {
                let mut file = tempfile::tempfile().map_err(|error| failed(&error))?;
                let copied = copy(&mut reader.take(MAX_ARCHIVE + 1), &mut file);
                if copied.map_err(|error| failed(&error))? > MAX_ARCHIVE {
                    return Err(failed(&format!("it is longer than {MAX_ARCHIVE} bytes")));
                }
                file.rewind().map_err(|error| failed(&error))?;
                return Ok(file);
            }
            if waited >= MAX_WAITS {
                return Err(failed(&"it was not ready after four hours"));
            }
            if self.interrupts.recv_timeout(wait) != Err(RecvTimeoutError::Timeout) {
                return Err(self.interrupted(cancel_with));
            }
            waited += wait;
            wait = (wait * 2).min(MAX_WAIT);
        }
    }

    fn interrupted(self, cancel_with: Option<&Client>) -> Failure {
        // A second interrupt ends the process at once.
        drop(self.listening);
        let Some(client) = cancel_with else { return left_running(&self.segment) };
        let request = CancelExportRequest::new(CancelExportBody::new(&self.segment));
        match client.send(&request) {
            Ok(_) => Failure::interrupted().detail("the export was cancelled at Braze"),
            Err(error) => left_running(&self.segment)
                .detail(format!("the attempt to cancel it failed: {error}")),
        }
    }
}

/// The end of a command whose export goes on.
fn left_running(segment: &str) -> Failure {
    Failure::interrupted().detail("the export goes on at Braze").tip(format!(
        "`braze segments cancel-export --segment-id {segment}` cancels it, and so does \
         `--cancel-on-interrupt` next time"
    ))
}
