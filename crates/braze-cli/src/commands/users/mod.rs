//! An export of a segment's users, from the job to the file.

mod archive;

use std::io::{ErrorKind, Read, Seek, copy};
use std::thread;
use std::time::Duration;

use braze_blocking::Download;
use braze_core::users::{ExportSegmentBody, ExportSegmentRequest};
use braze_core::{Endpoint as _, Pacing, Violations};

use super::sending;
use crate::args::users::UsersArgs;
use crate::endpoint::Endpoint;
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::{Destination, Rules, Sink};

const COMMAND: &str = "braze users export";

/// The first wait for the archive. Each further one is twice as long, up to the last.
const FIRST_WAIT: Duration = Duration::from_millis(250);
const MAX_WAIT: Duration = Duration::from_secs(30);

/// The time until an export that is not ready is given up: its file would expire.
const MAX_WAITS: Duration = Duration::from_secs(4 * 3600);

/// The greatest size of an archive, in bytes.
const MAX_ARCHIVE: u64 = 16 << 30;

/// Starts the export, waits for its archive and writes the profiles.
pub(super) fn export(args: UsersArgs, io: &mut Io) -> Result<Exit, Failure> {
    let UsersArgs { segment, fields, output, sending, connection: server } = args;
    let endpoint = Endpoint::new::<ExportSegmentRequest>();
    let request = ExportSegmentRequest::new(ExportSegmentBody::new(segment, fields));
    request.check().map_err(|violations| endpoint.invalid(&in_flags(&violations), COMMAND))?;
    let destination = Destination::new(output);
    let profile = connection::profile(&server, io)?;
    let connection = Connection::open(&server, profile, Pacing::default(), io)?;
    let (effect, target) = (endpoint.meta.effect, endpoint.target());
    sending::confirm(effect, &target, sending, &connection, io)?;
    let notes = io.notes().clone();
    // Nothing is started if its result cannot be written.
    let mut sink = Sink::open(&destination, Rules::WHOLE, io.stdout_for_foreign())?;
    let leftover = sink.leftover();
    let mut deliver = || {
        let reply = connection.client().send(&request);
        let reply = reply.map_err(|error| endpoint.diagnose(&error, &connection, COMMAND))?;
        notes.note("the export has started; waiting for its archive");
        let url = reply.url.as_deref().filter(|url| !url.is_empty()).ok_or_else(|| {
            let prefix = reply.object_prefix.as_deref().unwrap_or("(no name)");
            Failure::new(Exit::Failed, "the server names no address to download the archive from")
                .detail(format!("name of the archive: {prefix}"))
                .tip("look in the workspace's own cloud storage, if one is connected")
        })?;
        let download = connection
            .client()
            .download(url)
            .map_err(|error| Failure::new(Exit::Failed, error.to_string()))?;
        let archive = wait(&download)?;
        archive::write_lines(archive, |line| {
            sink.buffer().extend_from_slice(notes.without_secrets(line).as_bytes());
            if sink.is_due() { sink.pass_on().map(drop) } else { Ok(()) }
        })
    };
    let users = match deliver() {
        Ok(users) => users,
        Err(failure) => {
            leftover.discard();
            return Err(failure);
        }
    };
    match sink.finish() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            leftover.discard();
            return Err(destination.unwritable(Exit::Failed, &error));
        }
        _ => {}
    }
    let profiles = if users == 1 { "profile" } else { "profiles" };
    notes.note(&format!("{users} {profiles} written; Braze deletes the archive after four hours"));
    Ok(Exit::Complete)
}

/// The violations by the options of this command.
fn in_flags(violations: &Violations) -> Violations {
    let mut renamed = Violations::default();
    for violation in violations {
        let flag = match violation.field() {
            "body.segment_id" => "--segment-id",
            _ => "--fields",
        };
        renamed.note(flag, violation.problem());
    }
    renamed
}

/// Downloads the archive into a file without a name, as soon as it is ready.
fn wait(download: &Download) -> Result<std::fs::File, Failure> {
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
        thread::sleep(wait);
        waited += wait;
        wait = (wait * 2).min(MAX_WAIT);
    }
}
