//! An export of a segment's users, from the job to the file.

mod archive;
mod profiles;
mod waiting;

use std::io::ErrorKind;

use braze_core::users::{ExportSegmentBody, ExportSegmentRequest};
use braze_core::{Endpoint as _, Pacing, Violations};

use self::profiles::Profiles;
use self::waiting::Waiting;
use super::sending;
use crate::args::users::UsersArgs;
use crate::endpoint::Endpoint;
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::{Destination, Rules, Sink};
use crate::ui::text::Counted;

const COMMAND: &str = "braze users export";

/// Starts the export, waits for its archive and writes the profiles.
pub(super) fn export(args: UsersArgs, io: &mut Io) -> Result<Exit, Failure> {
    let UsersArgs { segment, fields, output, cancels, sending, connection: server } = args;
    let endpoint = Endpoint::new::<ExportSegmentRequest>();
    let destination = Destination::new(output);
    let mut profiles = Profiles::new(&destination, &fields)?;
    let request = ExportSegmentRequest::new(ExportSegmentBody::new(&segment, fields));
    request.check().map_err(|violations| endpoint.invalid(&in_flags(&violations), COMMAND))?;
    let profile = connection::profile(&server, io)?;
    let connection = Connection::open(&server, profile, Pacing::default(), io)?;
    let (effect, target) = (endpoint.meta.effect, endpoint.target());
    sending::confirm(effect, &target, sending, &connection, io)?;
    let (notes, interrupt) = (io.notes().clone(), io.interrupt());
    // Nothing is started if its result cannot be written.
    let mut sink = Sink::open(&destination, Rules::WHOLE, io.stdout_for_foreign())?;
    let leftover = sink.leftover();
    let deliver = || {
        let waiting = Waiting::new(&segment, interrupt, notes.clone());
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
        let archive = waiting.download(&download, cancels.then(|| connection.client()))?;
        let users = archive::write_lines(archive, |line| {
            profiles.write(&notes.without_secrets(line), sink.buffer())?;
            if sink.is_due() { sink.pass_on().map(drop) } else { Ok(()) }
        })?;
        let ended = profiles.finish(sink.buffer());
        ended.map(|()| users).map_err(|error| {
            Failure::new(Exit::Failed, format!("cannot write the output: {error}"))
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
    let written = Counted(users, "profile");
    notes.note(&format!("{written} written; Braze deletes the archive after four hours"));
    Ok(Exit::Complete)
}

/// The violations by the options of this command.
fn in_flags(violations: &Violations) -> Violations {
    let mut renamed = Violations::default();
    for violation in violations {
        let flag = match violation.field() {
            "segment_id" => "--segment-id",
            _ => "--fields",
        };
        renamed.note(flag, violation.problem());
    }
    renamed
}
